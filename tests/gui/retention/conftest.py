"""A real desk with the sample customers and transactions behind the place of retention, reached by the real road."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from privdesk.gui.retention.screen import RetentionPage
from privdesk.operations import batches
from privdesk.operations.preview import read_file
from tests.office import DATA, Founded, found


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Founded:
    """The desk that all tests copy, with 300 customers and 2,000 transactions."""
    folder = tmp_path_factory.mktemp("founded")
    empty = found(folder / "office.privdesk")
    filled = empty.copied(folder / "filled.privdesk")
    batches.import_people(filled, read_file(DATA / "customers_cp932.csv"), keep_cards=False)
    batches.import_transactions(filled, read_file(DATA / "partner_transactions.csv"))
    filled.vault.close()
    return replace(empty, folder=folder / "filled.privdesk")


@pytest.fixture
def settled(qtbot, background) -> Callable[[], None]:
    """Waits until everything that was asked for has come home and closed dialogs are gone."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not background._open, timeout=30_000)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    return wait


@pytest.fixture
def page(qtbot, theme, background, desk, state, settled) -> RetentionPage:
    """The page as the shell shows it, with everything read."""
    made = RetentionPage(background, desk, state)
    background.changed.connect(made.take_changes)
    qtbot.addWidget(made)
    made.resize(1090, 700)
    made.show()
    made.come_forward()
    settled()
    return made
