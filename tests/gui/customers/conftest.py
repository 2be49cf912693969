"""A real desk behind the place of the customers: a real vault, the real road to it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Profile
from privdesk.gui.customers.screen import CustomersPage
from privdesk.operations import people

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


@pytest.fixture
def hana(desk) -> int:
    """Somebody with a bank account."""
    return people.add(desk, HANA).value


@pytest.fixture
def ken(desk) -> int:
    """Somebody else."""
    return people.add(desk, KEN).value


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
