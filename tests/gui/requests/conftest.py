"""A real desk behind the place of the requests: a real vault, the real road to it, a clerk in front."""

from collections.abc import Iterator

import pytest

from privdesk.gui.background import Background
from privdesk.gui.requests.screen import RequestsPage
from privdesk.operations.desk import Desk
from tests.gui.requests.clerk import Clerk
from tests.office import Founded, found
from tests.operations.lettering import at_office
from tests.operations.requesting import yumiko


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """The desk that all tests copy."""
    return found(tmp_path_factory.mktemp("founded") / "office.privdesk")


@pytest.fixture
def desk(founded: Founded, tmp_path) -> Iterator[Desk]:
    """An open desk of the test's own with the manager "sato" at it, on 2026-11-22."""
    opened = at_office(founded.copied(tmp_path / "office.privdesk"))
    yield opened
    opened.vault.close()


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
