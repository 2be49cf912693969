"""A real desk behind Today, reached by the real road."""

from collections.abc import Callable, Iterator

import pytest

from privdesk.domain.errors import DeskError
from privdesk.gui.background import Background
from privdesk.operations.desk import Desk
from tests.office import Founded, found


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
def background(qapp, desk) -> Iterator[Background]:
    """The road to the vault; what goes wrong on it fails the test."""
    background = Background(desk)
    failures: list[DeskError] = []
    background.failed.connect(failures.append)
    yield background
    background.stop()
    background.wait()
    assert not failures


@pytest.fixture
def settled(qtbot, background) -> Callable[[], None]:
    """Waits until everything that was asked for has come home."""
    return lambda: qtbot.waitUntil(lambda: not background._open, timeout=20_000)
