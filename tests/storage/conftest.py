"""Real desks for the tests: one is made per run and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from privdesk.operations.desk import Desk
from tests.office import found
from tests.storage.made_desk import MadeDesk, make_desk


@pytest.fixture(scope="session")
def _made_once(tmp_path_factory) -> MadeDesk:
    return make_desk(tmp_path_factory.mktemp("once") / "office.privdesk")


@pytest.fixture
def desk(_made_once: MadeDesk, tmp_path: Path) -> MadeDesk:
    """A desk of the test's own."""
    folder = tmp_path / "office.privdesk"
    shutil.copytree(_made_once.folder, folder)
    return MadeDesk(folder, _made_once.secret)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An open desk with everything that an office begins with, for the tests of one module."""
    desk = found(tmp_path_factory.mktemp("founded") / "office.privdesk").copied(
        tmp_path_factory.mktemp("office") / "office.privdesk"
    )
    yield desk
    desk.vault.close()


@pytest.fixture
def conn(office: Desk) -> Iterator[sa.Connection]:
    """A transaction of the writer that leaves nothing, so that each test finds the same empty desk."""
    with office.vault.writer.connect() as conn, conn.begin() as change:
        yield conn
        change.rollback()
