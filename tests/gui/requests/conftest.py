"""A real desk behind the place of the requests: a real vault, the real road to it, a clerk in front."""

from collections.abc import Iterator

import pytest

from privdesk.gui.background import Background
from privdesk.gui.requests.screen import RequestsPage
from privdesk.operations.desk import Desk
from tests.gui.requests.clerk import Clerk
from tests.operations.lettering import at_office
from tests.operations.requesting import yumiko


@pytest.fixture
def desk(desk: Desk) -> Desk:
    """A desk with the office's data."""
    return at_office(desk)


@pytest.fixture
def person(desk) -> int:
    """The customer whom the sample mails are about."""
    return yumiko(desk)


@pytest.fixture
def background(qapp, desk) -> Iterator[Background]:
    """The road to the vault."""
    desk.take_changes()
    made = Background(desk)
    yield made
    made.stop()
    made.wait()


@pytest.fixture
def page(qtbot, theme, background, desk, state) -> RequestsPage:
    """The page as the shell shows it."""
    made = RequestsPage(background, desk, state)
    qtbot.addWidget(made)
    made.resize(1250, 800)
    background.changed.connect(made.take_changes)
    made.show()
    qtbot.waitActive(made)
    return made


@pytest.fixture
def clerk(qtbot, page, background) -> Iterator[Clerk]:
    """The clerk, with everything read; what was refused and not expected fails the test."""
    made = Clerk(qtbot, page, background)
    page.come_forward()
    made.settle()
    yield made
    assert not made.wrong
