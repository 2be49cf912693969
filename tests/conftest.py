"""What holds for every test: no screen needed, no warning, no widget left behind, the same cases in every CI run."""

import gc
import logging
import os
from collections.abc import Iterator

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from privdesk.gui.theme import STYLE

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for bus in ("SESSION", "SYSTEM"):  # nobody's own screen lock shall lock a test's desk
    os.environ[f"DBUS_{bus}_BUS_ADDRESS"] = "unix:path=/nowhere"
settings.register_profile("privdesk", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("privdesk")


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The style that the program has on every system."""
    return ["privdesk", *STYLE]


@pytest.fixture(autouse=True)
def _no_warning_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A test that expects a log record of a warning or worse looks at it and clears `caplog`."""
    yield
    records = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    loud = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not loud, f"logged: {loud}"


@pytest.fixture(autouse=True)
def _cycles_are_freed_here() -> Iterator[None]:
    """As in the program: a widget that the collector frees on another thread leaves timers that end the process."""
    gc.disable()
    yield
    gc.collect(1)


@pytest.fixture(autouse=True)
def _no_widget_is_left() -> Iterator[None]:
    """Each test begins and ends without a window; pytest-qt has closed by now what was given to `qtbot.addWidget`."""
    yield
    if QApplication.instance():
        _delete_widgets()
        left = QApplication.topLevelWidgets()
        names = [f"{type(widget).__name__} {widget.objectName()}" for widget in left]
        for widget in left:
            widget.deleteLater()
        _delete_widgets()
        assert not names, f"give each window to qtbot.addWidget: {names}"


def _delete_widgets() -> None:
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
