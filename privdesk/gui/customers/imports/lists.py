"""The imports so far, and the rows that wait in them."""

from collections.abc import Mapping

from privdesk.domain.batch import Batch, BatchKind, WaitingRow
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.customers.imports.match_pane import Alone
from privdesk.gui.customers.words import day_text, fault_text, moment_text, said
from privdesk.gui.widgets.chip import ChipFace
from privdesk.gui.widgets.rows import Column

KIND = {
    BatchKind.PEOPLE: shown("customers", "Customers"),
    BatchKind.TRANSACTIONS: shown("customers", "Transactions"),
}
_UNDONE = shown("customers", "undone")
_RUNNING = shown("customers", "running")


def batch_columns(users: Mapping[int, str]) -> tuple[Column[Batch], ...]:
    """The imports; `users` are the names by id, filled in as they come."""
    return (
        Column("id", shown("columns", "No."), lambda row: f"{row.id:,}", 52, right=True),
        Column(
            "file",
            shown("columns", "File"),
            lambda row: visible(row.file_name),
            140,
            stretch=True,
            tone=lambda row: "dim" if row.undone_at else "",
        ),
        Column("kind", shown("columns", "Contents"), lambda row: said(KIND[row.kind]), 100, minor=True),
        Column("at", shown("columns", "When"), lambda row: moment_text(row.at), 168),
        Column("user", shown("columns", "Who"), lambda row: visible(users.get(row.user, "")), 90, minor=True),
        Column("imported", shown("columns", "Imported"), lambda row: f"{row.imported:,}", 82, right=True),
        Column("warned", shown("columns", "Warned"), lambda row: f"{row.warned:,}", 70, right=True, minor=True),
        Column("waiting", shown("columns", "Waiting"), lambda row: f"{row.waiting:,}", 76, right=True),
        Column(
            "undone",
            shown("columns", "State"),
            lambda row: " ".join(face.text for face in _state(row)),
            96,
            chips=_state,
        ),
    )


def _state(row: Batch) -> list[ChipFace]:
    if row.running:
        return [ChipFace(said(_RUNNING), "soon", "hourglass")]
    return [ChipFace(said(_UNDONE), "neutral", "undo-2")] if row.undone_at else []


def contents(row: WaitingRow) -> str:
    """The cells of a row that hold anything, in one line."""
    return " · ".join(visible(" ".join(cell.split())) for cell in row.raw.values() if cell.strip())


ALONE: tuple[Column[Alone], ...] = (
    Column("number", shown("columns", "Customer number"), lambda row: visible(row.number) or "–", 140),
    Column("partner", shown("columns", "Partner"), lambda row: visible(row.partner), 140, stretch=True),
    Column("count", shown("columns", "Transactions"), lambda row: f"{len(row.transactions):,}", 116, right=True),
    Column("last", shown("columns", "Newest"), lambda row: day_text(row.transactions[0].on), 120, minor=True),
)
WAITING: tuple[Column[WaitingRow], ...] = (
    Column("batch", shown("columns", "Import"), lambda row: f"{row.batch:,}", 64, right=True, minor=True),
    Column("row", shown("columns", "Row"), lambda row: f"{row.row:,}", 64, right=True),
    Column("fault", shown("columns", "Why it waits"), lambda row: fault_text(row.fault), 200, stretch=True),
    Column("raw", shown("columns", "In the file"), contents, 160, stretch=True, minor=True),
)
