"""A bug shows its dialog from wherever it happens, and its report has no value of anybody's record."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from privdesk.app.program import Program
from privdesk.gui.bug import BugDialog
from tests.office import NOW

NAME, NUMBER = "渡邉 由美子", "1234567"


def fall(*_given, **_more):
    """What nobody planned, with a customer in its words and in its variables."""
    name, number = NAME, NUMBER
    try:
        raise KeyError(name)
    except KeyError as error:
        raise LookupError(f"{name}: {number}") from error


class Painted(QWidget):
    """Falls when it is painted."""

    def paintEvent(self, event):
        fall(event)


def in_reading(page):
    page.background.read(page, fall, then=fall)


def in_writing(page):
    page.background.write(page, fall)


def in_long_writing(page):
    page.background.write(page, fall, long=True)


def beside(page):
    page.background.beside(page, fall, then=fall)


def long_beside(page):
    page.background.beside(page, fall, then=fall, long=True)


def in_an_answer(page):
    page.background.beside(page, int, then=fall)


def in_painting(page):
    painted = Painted(page)
    painted.resize(40, 40)
    painted.show()


@pytest.fixture
def left():
    """One entry for each process that would have begun."""
    return []


@pytest.fixture
def program(qtbot, qapp, monkeypatch, desk, left):
    """The running window at the open desk."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    program = Program(qapp, language="en", clock=lambda: NOW, replace=lambda: left.append(True))
    program.start()
    program.enter(desk)
    qtbot.waitUntil(lambda: not program._page.background._open, timeout=20_000)
    yield program
    program.window.deleteLater()
    program.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)


def dialogs():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, BugDialog) and one.isVisible()]


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize(
    "strike", [in_reading, in_writing, in_long_writing, beside, long_beside, in_an_answer, in_painting]
)
def test_a_bug_tells_where_and_nothing_of_anybody(qtbot, program, left, strike, capsys):
    strike(program._page)
    qtbot.waitUntil(lambda: bool(dialogs()), timeout=20_000)
    (dialog,) = dialogs()
    report = dialog._report.toPlainText()
    assert "builtins.LookupError" in report
    assert "builtins.KeyError" in report
    assert "fall (" in report
    everything = report + "".join(capsys.readouterr())
    for value in (NAME, NUMBER, str(Path.home()), str(Path(__file__).parents[2])):
        assert value not in everything
    dialog.verb.click()
    qtbot.waitUntil(lambda: bool(left), timeout=20_000)
    assert program._page is None
