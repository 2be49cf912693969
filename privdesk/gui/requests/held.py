"""What the office holds about the customer of a case, in a few words for each item and in a list by category."""

from datetime import date

from PySide6.QtWidgets import QWidget

from privdesk.domain.category import Category
from privdesk.domain.correction import NUMBERS
from privdesk.domain.person import profile
from privdesk.domain.purpose import Purposes, blocked
from privdesk.domain.record import KeptLine
from privdesk.domain.request import Item
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.requests.columns import room
from privdesk.gui.requests.words import field_word, local
from privdesk.gui.translation import words
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.operations.people import Record


def kept_until(record: Record | None) -> date | None:
    """The last day on which anything of a customer is kept, as far as it is known."""
    return max((line.keep_until for line in record.kept if line.keep_until), default=None) if record else None


def held_said(item: Item, record: Record | None) -> str:
    """What is held of what an item asks for."""
    if record is None:
        return "–"
    if item.proposed:
        return "  ".join(f"{field_word(one.field)}: {_value(one.field, record)}" for one in item.proposed)
    stopped = [state for state in record.purposes if blocked([state], state.purpose, date.max)]
    if item.purposes:
        text = words("requests", shown("requests", "{stopped} of {count} uses are stopped already"))
        return text.format(count=len(item.purposes), stopped=len(stopped))
    records = sum(line.records for line in record.kept)
    text = words("requests", shown("requests", "{kinds} kinds of data, {records} records"))
    return text.format(kinds=len(record.kept), records=records)


def _value(field: str, record: Record) -> str:
    if field in NUMBERS:
        return "、".join(f"…{one.last4}" for one in record.person.numbers if one.kind == field and not one.until) or "–"
    value = getattr(profile(record.person), field, "")
    return visible("、".join(value) if isinstance(value, tuple) else str(value or "")) or "–"


class HeldTable(Table):
    """The categories that are held, how many records of each, and until when."""

    def __init__(self, purposes: Purposes, parent: QWidget | None = None) -> None:
        columns: tuple[Column[KeptLine], ...] = (
            Column(
                "category",
                shown("columns", "What we hold"),
                lambda row: local(purposes.categories[Category(row.category)]),
                150,
                stretch=True,
                tooltip=lambda row: local(purposes.categories[Category(row.category)]),
            ),
            Column("records", shown("columns", "Records"), lambda row: f"{row.records:,}", 74, right=True),
            Column(
                "until",
                shown("columns", "Kept until"),
                lambda row: row.keep_until.isoformat() if row.keep_until else "–",
                room("0000-00-00", sign=True),
                sign=lambda row: "lock" if row.held else "",
            ),
        )
        self.model_rows: RowsModel[KeptLine] = RowsModel(columns)
        super().__init__("heldTable", self.model_rows)
        self.model_rows.setParent(self)

    def show_record(self, record: Record | None) -> None:
        """Show another customer's lines."""
        self.model_rows.set_rows(record.kept if record else ())
