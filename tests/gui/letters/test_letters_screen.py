"""The place of the letters on a real vault: the list by state, the pages, printed, sent, came back."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QDialog, QFileDialog, QLineEdit, QPushButton

from privdesk.domain.decision import Decision
from privdesk.domain.errors import DeskError
from privdesk.domain.letter import LetterQuery, LetterState
from privdesk.gui.background import Background
from privdesk.gui.letters.screen import LettersPage
from privdesk.operations import answers, letters
from privdesk.operations.desk import Desk
from tests.operations.lettering import at_office, issue
from tests.operations.looking import log
from tests.operations.requesting import asked, case, verified


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk with the office's data."""
    return at_office(desk)


@pytest.fixture
def letter(desk) -> int:
    """A disclosure that was issued."""
    id_ = verified(desk, *asked("DISCLOSE"))
    answers.decide(desk, id_, case(desk, id_).version, 1, Decision.DISCLOSED)
    return issue(desk, id_, "disclosure")


@pytest.fixture
def page(qtbot, theme, desk, letter, state) -> Iterator[LettersPage]:
    """The page as the shell shows it, with everything read."""
    desk.take_changes()
    background = Background(desk)
    failures: list[DeskError] = []
    background.failed.connect(failures.append)
    made = LettersPage(background, desk, state)
    qtbot.addWidget(made)
    made.resize(1250, 800)
    background.changed.connect(made.take_changes)
    background.busy.connect(lambda busy: made.setProperty("busy", busy))
    made.show()
    made.come_forward()
    qtbot.waitUntil(lambda: bool(made.model.rows))
    yield made
    background.busy.disconnect()  # it may still tell the end of something when the page is gone
    background.stop()
    background.wait()
    assert not failures


def settle(qtbot, page):
    """Wait until nothing is under way; the test reads on the same connection."""
    qtbot.wait(20)
    qtbot.waitUntil(lambda: not page.property("busy"))


def now(qtbot, page, desk):
    settle(qtbot, page)
    return row(desk)


def row(desk):
    (found_,) = letters.page(desk, LetterQuery()).rows
    return found_


def opened(qtbot, page, letter):
    page.open_letter(letter)
    qtbot.waitUntil(lambda: page.view.pages.document.pageCount() > 0)


def click(qtbot, page, name):
    (button,) = [part for part in page.findChildren(QPushButton, name) if part.isVisible()]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(12, button.height() // 2))


def test_a_letter_shows_its_very_pages_and_whose_it_is(qtbot, page, desk, letter):
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.view.pages.document.pageCount() > 0)
    assert page.view.row.id == letter
    with qtbot.waitSignal(page.request_wanted) as wanted:
        click(qtbot, page, "letterRequest")
    assert wanted.args == [now(qtbot, page, desk).request]


def test_printing_is_noted_and_the_letter_then_waits_for_the_post(qtbot, page, desk, letter, tmp_path):
    opened(qtbot, page, letter)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    page.view.pages.print_to(printer)
    qtbot.waitUntil(lambda: page.view.row.state is LetterState.PRINTED)
    qtbot.waitUntil(lambda: page.filters.findChild(QPushButton, "lettersFilters_printed").text() == "To send  1")
    page.filters.choose("printed")
    qtbot.waitUntil(lambda: len(page.model.rows) == 1)
    page.filters.choose("returned")
    qtbot.waitUntil(lambda: not page.model.rows)


def test_sending_and_coming_back_are_recorded(qtbot, page, desk, letter):
    opened(qtbot, page, letter)
    click(qtbot, page, "letterSent")
    service = page.findChild(QComboBox, "service")
    while service.currentData() != "registered":
        qtbot.keyClick(service, Qt.Key.Key_Down)
    tracking = page.findChild(QLineEdit, "tracking")
    qtbot.keyClicks(tracking, "123-45")
    qtbot.keyClick(tracking, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.view.row.state is LetterState.SENT)
    sent = now(qtbot, page, desk)
    assert (sent.state, sent.service, sent.tracking) == (LetterState.SENT, "registered", "123-45")
    click(qtbot, page, "letterReturned")
    click(qtbot, page, "returnedDialogAccept")
    qtbot.waitUntil(lambda: page.view.row.state is LetterState.RETURNED)
    assert now(qtbot, page, desk).returned_on == desk.today


def test_a_day_before_the_letter_is_refused_in_the_dialog(qtbot, page, desk, letter):
    opened(qtbot, page, letter)
    click(qtbot, page, "letterSent")
    sent_on = page.findChild(QLineEdit, "sentOn")
    sent_on.selectAll()
    qtbot.keyClicks(sent_on, "2026-11-20")
    click(qtbot, page, "sendDialogAccept")
    dialog = page.findChild(QDialog, "sendDialog")
    qtbot.waitUntil(lambda: any("2026-11-22" in part.text() for part in dialog.children() if hasattr(part, "text")))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert now(qtbot, page, desk).state is LetterState.ISSUED


def test_a_copy_is_saved_where_the_user_says(qtbot, page, desk, letter, tmp_path):
    opened(qtbot, page, letter)
    page.commands()["save"]()
    dialog = page.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "copy.pdf"))
    dialog.reject()
    settle(qtbot, page)
    assert (tmp_path / "copy.pdf").read_bytes() == letters.open_letter(desk, letter)


def test_the_search_finds_by_number_and_by_name(qtbot, page, letter, desk):
    page.commands()["find"]()
    qtbot.keyClicks(page.search, "nobody")
    qtbot.waitUntil(lambda: not page.model.rows)
    page.search.clear()
    page.search._rest.setInterval(1)
    with qtbot.waitSignal(page.search.settled):
        qtbot.keyClicks(page.search, "R8-0001")
    qtbot.waitUntil(lambda: len(page.model.rows) == 1)
    settle(qtbot, page)
    assert log(desk)[-1] == ("people.search", "letters")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_all_that_takes_the_keyboard_has_a_name_in_both_languages(
    qtbot, page, letter, translation, assert_named, language
):
    opened(qtbot, page, letter)
    translation.choose(language)
    qtbot.wait(30)
    assert_named(page)


def test_another_place_can_ask_for_the_letters_in_a_state(qtbot, page):
    page.show_query(LetterQuery(frozenset({LetterState.RETURNED})))
    qtbot.waitUntil(lambda: not page.model.rows)
    assert page.filters.current() == "returned"
    page.show_query(LetterQuery(frozenset({LetterState.ISSUED})))
    qtbot.waitUntil(lambda: len(page.model.rows) == 1)
