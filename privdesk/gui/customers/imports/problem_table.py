"""The rows of a file that have a problem, to look through and to save."""

from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.customers.words import fault_text, field_name, said
from privdesk.gui.translation import words
from privdesk.gui.widgets.chip import ChipFace
from privdesk.gui.widgets.rows import Column
from privdesk.operations.sheets import SheetFormat, written
from privdesk.operations.trial import RowProblem

_WAITS = shown("customers", "waits")
_WARNED = shown("customers", "taken with a warning")


def _outcome(row: RowProblem) -> ChipFace:
    return ChipFace(said(_WAITS), "late", "pause") if row.waits else ChipFace(said(_WARNED), "soon", "triangle-alert")


PROBLEMS: tuple[Column[RowProblem], ...] = (
    Column("row", shown("columns", "Row"), lambda row: f"{row.row:,}", 64, right=True),
    Column("field", shown("columns", "Field"), lambda row: field_name(row.field), 144),
    Column("text", shown("columns", "In the file"), lambda row: visible(" ".join(row.text.split())), 130),
    Column("fault", shown("columns", "Problem"), lambda row: fault_text(row.fault), 260, stretch=True),
    Column(
        "outcome",
        shown("columns", "What happens"),
        lambda row: _outcome(row).text,
        172,
        chips=lambda row: [_outcome(row)],
    ),
)


def whole(row: RowProblem) -> str:
    """What is wrong with a row and what stands there, uncut."""
    return "  ·  ".join(filter(None, (field_name(row.field), fault_text(row.fault), visible(row.text))))


def as_file(problems: tuple[RowProblem, ...]) -> bytes:
    """The table of problems as CSV, numbers masked as on the screen."""
    headers = [words("columns", column.title) for column in PROBLEMS]
    return written(SheetFormat.CSV, headers, ([column.text(row) for column in PROBLEMS] for row in problems))
