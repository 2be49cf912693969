"""Real desks for the tests: one is made per run and copied for each test."""

import shutil
from pathlib import Path

import pytest

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
