"""A real desk for each test, and what a test may want to look at below the operations."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from privdesk.domain.user import Role
from privdesk.operations.desk import Desk
from privdesk.storage import transaction, users
from tests.office import Founded, found
from tests.operations.looking import values_in_log


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """The desk that all tests copy."""
    return found(tmp_path_factory.mktemp("founded") / "office.privdesk")


@pytest.fixture
def desk(founded: Founded, tmp_path: Path) -> Iterator[Desk]:
    """An open desk of the test's own with the manager "sato" at it, on 2026-11-22 at 10:00 in the office.

    Whatever the test did, no value of anybody's record may stand in the log afterwards.
    """
    opened = founded.copied(tmp_path / "office.privdesk")
    yield opened
    if opened.vault._is_open:
        assert not values_in_log(opened)
    opened.vault.close()


@pytest.fixture
def auditor(desk: Desk) -> Desk:
    """The same desk with an auditor at it."""
    with transaction.writing(desk.vault.writer) as conn:
        new = users.add(conn, login="kato", name="加藤 学", role=Role.AUDITOR, slot="none", language="ja")
    return replace(desk, actor=new)
