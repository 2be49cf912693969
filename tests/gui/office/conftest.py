"""The place Office over a real desk of the test's own."""

import pytest

from privdesk.gui.background import Background
from privdesk.gui.office.screen import OfficePage


@pytest.fixture
def work(qtbot, qapp, desk):
    """The road to the vault; its messages are collected, and it ends with the test."""
    work = Background(desk)
    work.said = []
    work.done.connect(work.said.append)
    work.failed.connect(work.said.append)
    yield work
    with qtbot.waitSignal(work.stopped):
        work.stop()
    work.wait()


@pytest.fixture
def page(qtbot, theme, state, work, desk):
    """The place, read once."""
    page = OfficePage(work, desk, state)
    qtbot.addWidget(page)
    page.resize(1080, 700)
    page.show()
    page.activateWindow()
    work.changed.connect(page.take_changes)
    page.come_forward()
    qtbot.waitUntil(lambda: not work._open)
    return page
