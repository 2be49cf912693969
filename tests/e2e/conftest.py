"""The whole program in one process: settings, profile and documents in a folder of the test, a clock that stands."""

import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from privdesk.app.program import Program
from privdesk.gui.clipboard import brief_clipboard
from tests.e2e.person import Person

NOW = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)  # a Tuesday, 10:00 in the office
Start = Callable[[], Program]


@pytest.fixture
def person(qapp: QApplication) -> Person:
    """Who sits at the PC."""
    return Person(qapp)


@pytest.fixture
def start(qapp: QApplication, person: Person, tmp_path, monkeypatch) -> Iterator[Start]:
    """Start the program as a fresh process would; locking it ends in the list, and another start may follow."""
    documents = tmp_path / "home" / "Documents"
    documents.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(documents.parent))
    for name in ("CONFIG", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    started: list[Program] = []
    ended: list[Program] = []

    def begin() -> Program:
        program = Program(qapp, language="en", clock=lambda: NOW, replace=lambda: ended.append(program))
        started.append(program)
        program.start()
        person.see("unlock")
        person.settle()
        return program

    yield begin
    for program in started:
        if program._page is not None:
            program.lock()
            person.wait_for(partial(ended.count, program), "the desk is not closed")
        program.window.take_language("en")  # else its Japanese words stay in the application
        program.window.deleteLater()
        program.deleteLater()
    brief_clipboard().clear()
    qapp.setQuitOnLastWindowClosed(True)
