"""A fault of the program itself: one dialog without a word of any customer, and the desk is locked behind it."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from privdesk.gui.bug import BugDialog
from tests.office import found

NAME = "渡邉 由美子"


@pytest.fixture
def desk(tmp_path):
    """The made-up office, open."""
    return found(tmp_path / "founded").copied(tmp_path / "office.privdesk")


def raise_two():
    for text in (NAME, f"again {NAME}"):
        QTimer.singleShot(0, lambda text=text: fail(text))


def fail(customer):
    raise LookupError(customer)


def dialogs():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, BugDialog) and one.isVisible()]


@pytest.mark.qt_no_exception_capture
def test_a_bug_shows_one_dialog_and_locks(qtbot, person, start, desk, capsys):
    program = start()
    program.enter(desk)
    person.settle()
    raise_two()
    qtbot.waitUntil(lambda: bool(dialogs()))
    (dialog,) = dialogs()
    said = dialog._report.toPlainText()
    assert "LookupError" in said
    assert "fail (" in said
    assert NAME not in said
    dialog.verb.click()
    qtbot.waitUntil(lambda: program._page is None and not program.window.isVisible(), timeout=20_000)
    told = capsys.readouterr().err  # of the second one, which a system may keep in its log
    assert "LookupError" in told
    assert NAME not in told
