"""A desk with customers and one made-up office for all tests of the command line, and a way to type commands."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from privdesk import app
from privdesk.cli import main
from privdesk.demo.folder import written
from privdesk.demo.office import Wish
from privdesk.operations import desks
from tests.cli.running import Ran
from tests.office import PASSWORD, TERMS, Founded, found

Typed = Callable[..., Ran]


@dataclass(frozen=True)
class Made:
    """The made-up office in its folder, and the line that told of it."""

    out: Path
    line: dict

    @property
    def desk(self) -> Path:
        """The desk's folder."""
        return Path(self.line["desk"])


@pytest.fixture(autouse=True)
def _own_profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program notes on this PC goes to the test's folder: copies of a desk must not look like old ones."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("profile")))


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """A desk of one user that nobody has worked with."""
    return found(tmp_path_factory.mktemp("cli") / "office.privdesk")


@pytest.fixture
def desk(founded: Founded, tmp_path: Path) -> Path:
    """The test's own copy of it."""
    return Path(shutil.copytree(founded.folder, tmp_path / "office.privdesk"))


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A small made-up office of 2026-11-22, without its pictures, which take long to draw."""
    out = tmp_path_factory.mktemp("made") / "demo"
    desk, line = written(out, Wish(20, 1, date(2026, 11, 22)), app.reference(), TERMS)
    desks.lock(desk)
    return Made(out, line)


@pytest.fixture
def typed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Typed:
    """Types a command in this process, with the password in the environment."""

    def type_(*arguments: str | Path, password: str = PASSWORD) -> Ran:
        monkeypatch.setenv("PRIVDESK_PASSWORD", password)
        status = main(list(map(str, arguments)))
        return Ran(status, *capsys.readouterr())

    return type_
