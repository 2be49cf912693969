"""The bar at the foot says one thing at a time, offers the undo, and shows long work."""

import pytest
from PySide6.QtCore import Qt

from privdesk.domain.errors import NameMissing
from privdesk.gui.background import Progress
from privdesk.gui.messages import MessageBar
from privdesk.operations.done import Done


@pytest.fixture
def bar(qtbot, theme):
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.resize(1000, 44)
    bar.show()
    return bar


def undo(_desk):
    return Done(None, "Taken back.")


def test_what_was_done_with_its_undo(qtbot, bar):
    bar.show_done(Done(1, "{name} was entered.", {"name": "<b>渡邉</b>"}, undo))
    assert bar._text.text() == "<b>渡邉</b> was entered."
    assert bar._text.textFormat() == Qt.TextFormat.PlainText
    with qtbot.waitSignal(bar.undo_wanted) as wanted:
        qtbot.mouseClick(bar._undo, Qt.MouseButton.LeftButton)
    assert wanted.args == [undo]
    with qtbot.assertNotEmitted(bar.undo_wanted):
        bar.undo()


def test_no_undo_where_none_is(bar):
    bar.show_done(Done(1, "The letter was sent."))
    assert not bar._undo.isVisible()
    assert not bar.can_undo()


def test_the_key_undoes_the_last_change_whatever_was_said_since(qtbot, bar):
    bar.show_done(Done(1, "Entered.", undo=undo))
    for since in (lambda: bar.show_error(NameMissing()), lambda: bar.say("Copied."), bar.clear):
        since()
    with qtbot.waitSignal(bar.undo_wanted) as wanted:
        bar.undo()
    assert wanted.args == [undo]


def test_the_key_says_why_nothing_is_undone(qtbot, bar):
    with qtbot.assertNotEmitted(bar.undo_wanted):
        bar.undo()
        assert bar._text.text() == "Nothing was changed that could be undone."
        bar.show_done(Done(1, "Entered.", undo=undo))
        bar.show_done(Done(1, "Letter {number} was sent.", {"number": "26-0001"}))
        bar.undo()
    assert bar._text.text() == "This cannot be undone here: Letter 26-0001 was sent."


def test_an_error_takes_the_place_of_the_message(bar):
    bar.show_done(Done(1, "Entered.", undo=undo))
    bar.show_error(NameMissing())
    assert bar._text.text() == str(NameMissing())
    assert bar._text.accessibleName() == str(NameMissing())
    assert not bar._undo.isVisible()
    bar._dismiss.click()
    assert bar._text.text() == ""


def test_the_last_message_is_said_again_in_another_language(qtbot, bar, translation):
    bar.show_error(NameMissing())
    translation.choose("ja")
    qtbot.waitUntil(lambda: bar._undo.text() != "")
    assert bar._text.text()


def test_progress_appears_after_a_moment_and_can_be_stopped(qtbot, bar):
    bar.show_progress(Progress(10, 3000, "Rows"))
    assert not bar._bar.isVisible()
    qtbot.waitUntil(bar._bar.isVisible, timeout=2000)
    assert "10 / 3,000" in bar._work.text()
    with qtbot.waitSignal(bar.cancel_wanted):
        qtbot.mouseClick(bar._cancel, Qt.MouseButton.LeftButton)
    bar.end_progress()
    assert not bar._bar.isVisible()


def test_short_work_never_shows(qtbot, bar):
    bar.show_progress(Progress(1, 2, ""))
    bar.end_progress()
    qtbot.wait(450)
    assert not bar._bar.isVisible()


def test_the_idle_lock_is_announced(bar):
    bar.warn_of_lock(25, True)
    assert "25" in bar._notice.text()
    assert "any key" in bar._notice.text()
    assert bar._notice.isVisible()
    bar.warn_of_lock(0, True)
    assert not bar._notice.isVisible()
    bar.warn_of_lock(25, False)
    assert "12 hours" in bar._notice.text()
