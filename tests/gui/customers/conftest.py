"""A real desk behind the place of the customers: a real vault, the real road to it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from privdesk.domain.errors import DeskError
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Profile
from privdesk.gui.background import Background
from privdesk.gui.customers.screen import CustomersPage
from privdesk.operations import people
from privdesk.operations.desk import Desk
from tests.office import Founded, found

HANA = NewPerson(
    Profile(
        name="山田 花子",
        kana="ヤマダ ハナコ",
        number="A001",
        postal="100-0005",
        address="東京都千代田区丸の内1-1",
        phones=("03-1234-5678",),
        mails=("hana@example.jp",),
    ),
    (NewNumber(NumberKind.BANK, "0001-110", "1", "0133", "0001-110-普通-9880133"),),
)
KEN = NewPerson(Profile(name="髙橋 健", kana="タカハシ ケン", number="A002"))


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """The desk that all tests copy."""
    return found(tmp_path_factory.mktemp("founded") / "office.privdesk")


@pytest.fixture
def desk(founded: Founded, tmp_path) -> Iterator[Desk]:
    """An open desk of the test's own with the manager "sato" at it, on 2026-11-22."""
    opened = founded.copied(tmp_path / "office.privdesk")
    yield opened
    opened.vault.close()


@pytest.fixture
def hana(desk) -> int:
    """Somebody with a bank account."""
    return people.add(desk, HANA).value


@pytest.fixture
def ken(desk) -> int:
    """Somebody else."""
    return people.add(desk, KEN).value


@pytest.fixture
def background(qapp, desk) -> Iterator[Background]:
    """The road to the vault; what went wrong on it and was not expected fails the test."""
    desk.take_changes()
    background = Background(desk)
    failures: list[DeskError] = []
    background.failed.connect(failures.append)
    yield background
    background.stop()
    background.wait()
    assert not failures


@pytest.fixture
def page(qtbot, theme, background, desk, state) -> CustomersPage:
    """The page as the shell shows it, with everything read."""
    made = CustomersPage(background, desk, state)
    qtbot.addWidget(made)
    made.resize(1090, 700)
    background.changed.connect(made.take_changes)
    made.show()
    made.come_forward()
    return made


@pytest.fixture
def settled(qtbot, page) -> Callable[[], None]:
    """Waits until the page has read everything that it asked for."""

    def wait() -> None:
        background = page._background
        qtbot.waitUntil(lambda: not background._open and not page.bench._settled.isActive(), timeout=20_000)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    wait()
    return wait
