"""The holds that stand: on whom, why, whose they are and when they are looked at again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from privdesk.domain.due import PlacedHold
from privdesk.domain.person import PersonRow
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.retention.detail import Detail
from privdesk.gui.retention.words import dated
from privdesk.gui.state import WindowState
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import OneLine
from privdesk.operations import holds, search
from privdesk.operations.desk import Desk

_SIGNS = {"late": "octagon-alert", "soon": "clock"}
_SOON_DAYS = 14


@dataclass(frozen=True)
class HeldPerson:
    """A hold with the customer whom it is on."""

    placed: PlacedHold
    person: PersonRow | None

    def who(self) -> str:
        """The customer in one line."""
        return f"{visible(self.person.number)} {visible(self.person.name)}".strip() if self.person else "–"


class HoldsPane(Translated, Card):
    """Lists the holds; `place_wanted` and `lift_wanted(HeldPerson)` ask for the dialogs, `counted` with how many."""

    place_wanted = Signal()
    lift_wanted = Signal(object)
    person_wanted = Signal(int)
    counted = Signal(int)

    def __init__(self, background: Background, desk: Desk, state: WindowState) -> None:
        super().__init__(margin=8, spacing=4)
        self.setObjectName("holdsPane")
        self._background = background
        self._placed: tuple[PlacedHold, ...] = ()
        self._title = OneLine(role="strong")
        self._place = Button("placeHoldButton", "primary", "lock")
        self._lift = Button("liftHoldButton", "plain", "lock-open")
        self._open = Button("holdOpen", "plain", "user")
        self._model: RowsModel[HeldPerson] = RowsModel(_columns(lambda: desk.today), self)
        self.table = Table("holdsTable", self._model, Empty("lock"))
        self.table.remember(state)
        self.detail = Detail("holdDetail", (self._open, self._lift))
        head = line(self._title, self._place)
        head.setContentsMargins(8, 0, 0, 0)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.table, 1)
        both.addWidget(self.detail)
        self.column.addLayout(head)
        self.column.addLayout(both, 1)
        self._connect()
        self.retranslate()

    def reload(self) -> None:
        """Read the holds again."""
        self._background.read(self, holds.in_force, then=self._take, key="holds")

    def retranslate(self) -> None:
        """Set all words."""
        self._title.setText(self.tr("What stops disposal"))
        self._place.setText(self.tr("Place a hold…"))
        self._lift.setText(self.tr("Lift the hold…"))
        self._open.setText(self.tr("Open the customer"))
        self.table.setAccessibleName(self.tr("Holds"))
        self.table.empty.say(
            self.tr("No hold stands"),
            self.tr("A dispute, an inquiry or an incident holds what is kept of a customer until it is settled."),
            self.tr("Place a hold…"),
        )
        self._say_detail()

    def _connect(self) -> None:
        self._place.clicked.connect(self.place_wanted)
        self.table.empty.step_wanted.connect(self.place_wanted)
        self._lift.clicked.connect(self._lift_selected)
        self._open.clicked.connect(self._open_selected)
        self.table.row_opened.connect(lambda row: self.person_wanted.emit(row.placed.person))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._say_detail())

    def _take(self, placed: tuple[PlacedHold, ...]) -> None:
        self._placed = placed
        people = tuple(hold.person for hold in placed)
        self._background.read(self, search.lines, people, then=self._take_names, key="names")

    def _take_names(self, people: Mapping[int, PersonRow]) -> None:
        chosen = {row.placed.id for row in self.table.selected()}
        self._model.set_rows([HeldPerson(hold, people.get(hold.person)) for hold in self._placed])
        for place, hold in enumerate(self._placed):
            if hold.id in chosen:
                self.table.select(place)
        self._say_detail()
        self.counted.emit(len(self._placed))

    def _selected(self) -> list[HeldPerson]:
        rows: list[HeldPerson] = self.table.selected()
        return rows if len(rows) == 1 else []

    def _lift_selected(self) -> None:
        for row in self._selected():
            self.lift_wanted.emit(row)

    def _open_selected(self) -> None:
        for row in self._selected():
            self.person_wanted.emit(row.placed.person)

    def _say_detail(self) -> None:
        rows = self._selected()
        if not rows:
            self.detail.say("", self.tr("Select a hold to see its reason."))
            return
        hold = rows[0].placed.hold
        since = self.tr("Placed on {day} by {owner}; review on {review}.")
        more = since.format(day=dated(hold.placed_on), owner=visible(hold.owner), review=dated(hold.review_on))
        self.detail.say(visible(hold.name), "\n".join(map(visible, hold.reason.splitlines())), more)


def _columns(today: Callable[[], date]) -> tuple[Column[HeldPerson], ...]:
    return (
        Column("who", shown("columns", "Customer"), HeldPerson.who, 170, stretch=True),
        Column("name", shown("columns", "Hold"), lambda row: visible(row.placed.hold.name), 150, stretch=True),
        Column(
            "reason",
            shown("columns", "Reason"),
            lambda row: visible(" ".join(row.placed.hold.reason.split())),
            170,
            stretch=True,
            minor=True,
        ),
        Column("owner", shown("columns", "Owner"), lambda row: visible(row.placed.hold.owner), 100),
        Column("since", shown("columns", "Since"), lambda row: row.placed.hold.placed_on.isoformat(), 112, minor=True),
        Column(
            "review",
            shown("columns", "Review"),
            lambda row: row.placed.hold.review_on.isoformat() if row.placed.hold.review_on else "–",
            138,
            tone=lambda row: _review_tone(row, today()),
            sign=lambda row: _SIGNS.get(_review_tone(row, today()), ""),
        ),
    )


def _review_tone(row: HeldPerson, today: date) -> str:
    day = row.placed.hold.review_on
    if day is None:
        return "dim"
    days = (day - today).days
    return "late" if days < 0 else "soon" if days <= _SOON_DAYS else ""
