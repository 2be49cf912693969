"""A real desk at work behind the place of the log: looks, a number shown, somebody refused; read by whoever it is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton

from privdesk.domain.errors import DeskError, NotAllowed
from privdesk.domain.user import Role
from privdesk.gui.background import Background
from privdesk.gui.log.screen import LogPage
from privdesk.operations import log, people, users
from privdesk.operations.desk import Desk
from privdesk.storage import keys
from tests.gui.filled import PERSON, filled
from tests.office import Founded, seated

SUPPORT = {"login": "mori", "name": "森 一郎", "password": "an unhurried crane waits"}


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """The desk that all tests copy."""
    return filled(tmp_path_factory.mktemp("founded"))


@pytest.fixture
def desk(founded: Founded, tmp_path) -> Iterator[Desk]:
    """An open desk with the manager "sato" at it, whose log tells of a look and of a refusal to "mori"."""
    opened = founded.copied(tmp_path / "office.privdesk")
    people.open_person(opened, PERSON)
    users.add(opened, **SUPPORT, role=Role.SUPPORT, cost=keys.FLOOR)
    with pytest.raises(NotAllowed):
        log.month(replace(support(opened), session="of mori"), 2026, 11)
    opened = seated(opened)
    opened.take_changes()
    yield opened
    opened.vault.close()


@pytest.fixture
def auditor_desk(desk: Desk) -> Desk:
    """The same desk with an auditor at it."""
    return replace(desk, actor=replace(desk.actor, role=Role.AUDITOR))


def support(desk: Desk) -> Desk:
    """The same desk with "mori" at it."""
    (who,) = (one.user for one in users.colleagues(desk) if one.user.login == SUPPORT["login"])
    return replace(desk, actor=replace(who, slot=desk.vault.slot))


@dataclass
class Reader:
    """Somebody at the place of the log; `failures` are what went wrong there and was told to him."""

    page: LogPage
    background: Background
    failures: list[DeskError]
    settle: Callable[[], None]

    def press(self, name: str) -> None:
        """Press a button that shows, and wait for what comes of it."""
        (button,) = [part for part in self.page.findChildren(QPushButton, name) if part.isVisible()]
        assert button.isEnabled()
        button.click()
        self.settle()

    def select(self, act: str) -> None:
        """Select the newest entry of an act."""
        self.page.entries.table.select(self.acts().index(act))
        self.settle()

    def turn_to(self, view: str) -> None:
        """Bring another view of the place in front."""
        self.page.filters.choose(view)
        self.settle()

    def acts(self) -> list[str]:
        """What the rows that have come tell of."""
        return [line.act for line in self.page.entries.model.rows]


@pytest.fixture
def reading(qtbot, theme, state) -> Iterator[Callable[[Desk], Reader]]:
    """Opens the place as the shell does, with everything read, for who sits at a desk."""
    made: list[Reader] = []

    def open_(desk: Desk) -> Reader:
        background, failures = Background(desk), []
        background.failed.connect(failures.append)
        page = LogPage(background, desk, state)
        qtbot.addWidget(page)
        page.resize(1090, 700)

        def settle() -> None:
            qtbot.waitUntil(lambda: not background._open, timeout=20_000)
            QCoreApplication.sendPostedEvents()  # what was just put into a layout shows
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

        background.changed.connect(page.take_changes)
        page.show()
        page.come_forward()
        settle()
        made.append(Reader(page, background, failures, settle))
        return made[-1]

    yield open_
    for reader in made:
        reader.background.stop()
        reader.background.wait()
        assert not reader.failures


@pytest.fixture
def reader(desk, reading) -> Reader:
    """The manager at the place of the log."""
    return reading(desk)
