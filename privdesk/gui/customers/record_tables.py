"""The lists inside a record: requests and letters, retention, who looked."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.due import DueRow, reason_text
from privdesk.domain.record import LetterLine, Look, RequestLine
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.customers.columns import held_chip
from privdesk.gui.customers.words import ROLE, day_text, moment_text, said
from privdesk.gui.logged import act_said
from privdesk.gui.translation import Translated, language
from privdesk.gui.widgets.chip import ChipFace, chip
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations.desk import Desk

# of a customer, and of those that wait for theirs
TRANSACTIONS: tuple[Column[Any], ...] = (
    Column("on", shown("columns", "Date"), lambda row: day_text(row.on), 116),
    Column("kind", shown("columns", "Kind"), lambda row: visible(row.kind), 96),
    Column(
        "amount",
        shown("columns", "Yen"),
        lambda row: "" if row.amount is None else f"{row.amount:,}",
        84,
        right=True,
    ),
    Column("partner", shown("columns", "Partner"), lambda row: visible(row.partner), 130, stretch=True),
    Column("number", shown("columns", "Number"), lambda row: visible(row.number), 110, minor=True),
    Column("note", shown("columns", "Note"), lambda row: visible(row.note), 130, stretch=True, minor=True),
)
LOOKS: tuple[Column[Look], ...] = (
    Column("at", shown("columns", "When"), lambda row: moment_text(row.at), 162),
    Column("user", shown("columns", "Who"), lambda row: visible(row.user), 84),
    Column("act", shown("columns", "What"), lambda row: _act(row), 180, stretch=True),
    Column("why", shown("columns", "Reason"), lambda row: visible(row.why), 130, stretch=True),
    Column("seq", shown("columns", "Log entry"), lambda row: f"{row.seq:,}", 84, right=True, minor=True),
)


_MORE = shown("customers", "{act}, {times} times more")


def request_columns(desk: Desk) -> tuple[Column[RequestLine], ...]:
    """The requests of a customer; kinds and states in the words of the law that leads each."""
    return (
        Column("number", shown("columns", "Number"), lambda row: row.number, 92),
        Column(
            "kinds",
            shown("columns", "Kinds"),
            lambda row: " ".join(one.text for one in _kinds(desk, row)),
            140,
            stretch=True,
            chips=lambda row: _kinds(desk, row),
        ),
        Column(
            "role",
            shown("columns", "Role"),
            lambda row: said(ROLE[row.role]) if row.role in ROLE else row.role,
            80,
            minor=True,
        ),
        Column("arrived", shown("columns", "Arrived"), lambda row: day_text(row.arrived), 116),
        Column(
            "due",
            shown("columns", "Due"),
            lambda row: "" if row.closed_on else day_text(row.due),
            104,
            tone=lambda row: _late(desk, row),
            sign=lambda row: "octagon-alert" if _late(desk, row) else "",
        ),
        Column(
            "state",
            shown("columns", "State"),
            lambda row: _state(desk, row).text,
            130,
            chips=lambda row: [_state(desk, row)],
        ),
    )


def letter_columns(desk: Desk) -> tuple[Column[LetterLine], ...]:
    """The letters about a customer."""
    return (
        Column("number", shown("columns", "Number"), lambda row: row.number or said(_DRAFT), 130),
        Column("template", shown("columns", "Letter"), lambda row: _letter(desk, row), 150, stretch=True),
        Column("issued", shown("columns", "Issued"), lambda row: day_text(row.issued_on), 116),
        Column("sent", shown("columns", "Sent"), lambda row: day_text(row.sent_on), 116),
    )


def kept_text(row: DueRow, desk: Desk) -> str:
    """Until when something is kept, and why."""
    name = desk.reference.purposes.categories[row.category].in_(language())
    return f"{name}: {reason_text(row.reason, desk.reference.rules, language())}"


def retention_columns(desk: Desk) -> tuple[Column[DueRow], ...]:
    """Until when each category is kept, and because of what."""

    def held(row: DueRow) -> list[ChipFace]:
        return [held_chip()] if row.held else []

    def name(row: DueRow) -> str:
        return desk.reference.purposes.categories[row.category].in_(language())

    def reason(row: DueRow) -> str:
        return reason_text(row.reason, desk.reference.rules, language())

    return (
        Column("category", shown("columns", "Data"), name, 150),
        Column("records", shown("columns", "Records"), lambda row: f"{row.records:,}", 84, right=True, minor=True),
        Column("until", shown("columns", "Kept until"), lambda row: day_text(row.keep_until) or "–", 116),
        Column("held", shown("columns", "Marks"), lambda row: held_chip().text if row.held else "", 84, chips=held),
        Column("reason", shown("columns", "Because"), reason, 200, stretch=True),
    )


class LinesTab(Translated, QWidget):
    """One list of a record; `opened` with the row on Enter or a double click."""

    opened = Signal(object)

    def __init__(self, name: str, columns: tuple[Column[Any], ...], sign: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}Tab")
        self._model: RowsModel[Any] = RowsModel(columns, self)
        self._empty = Empty(sign)
        self.table = Table(name, self._model, self._empty)
        self._whole_of: Callable[[Any], str] | None = None
        self._whole = Paragraph(role="small", tone="dim")
        self._whole.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.table, 1)
        column.addWidget(self._whole)
        self.table.row_opened.connect(self.opened)

    def say(self, title: str, empty: str) -> None:
        """Set the name of the list and what stands where it is empty."""
        self.table.setAccessibleName(title)
        self._empty.say(empty)

    def show_whole(self, whole: Callable[[Any], str]) -> None:
        """Say below the list what the selected row says, uncut."""
        self._whole_of = whole
        self.table.row_selected.connect(self._say_whole)
        self._model.modelReset.connect(lambda: self.table.select(0))

    def set_rows(self, rows: tuple[Any, ...]) -> None:
        """Show these rows."""
        self._whole.hide()
        self._model.set_rows(rows)

    def retranslate(self) -> None:
        """The cells are asked again when they are painted."""
        self.table.viewport().update()
        for row in self.table.selected()[:1]:
            self._say_whole(row)

    def _say_whole(self, row: object) -> None:
        text = self._whole_of(row) if self._whole_of else ""
        self._whole.setText(text)
        self._whole.setVisible(bool(text))


_DRAFT = shown("customers", "Draft")


def _act(row: Look) -> str:
    """What somebody did; looks that repeat it are counted."""
    act = act_said(row.act)
    return said(_MORE).format(act=act, times=f"{row.more:,}") if row.more else act


def look_text(row: Look) -> str:
    """A look in two lines: what and why, then when and by whom."""
    return f"{' · '.join(filter(None, (_act(row), visible(row.why))))}\n{moment_text(row.at)} · {visible(row.user)}"


def _kinds(desk: Desk, row: RequestLine) -> list[ChipFace]:
    kinds = desk.law_on(row.arrived).kinds
    return [chip(code, kinds[code].chip.in_(language()) if code in kinds else code) for code in row.kinds.split()]


def _state(desk: Desk, row: RequestLine) -> ChipFace:
    words = desk.law_on(row.arrived).words["state"]
    return chip(row.state, words[row.state].in_(language()) if row.state in words else row.state)


def _letter(desk: Desk, row: LetterLine) -> str:
    letters = desk.law_on(desk.today).letters
    return letters[row.template].name.in_(language()) if row.template in letters else row.template


def _late(desk: Desk, row: RequestLine) -> str:
    return "late" if row.due and not row.closed_on and row.due < desk.today else ""
