"""The dialogs of retention: place and lift a hold, change a rule, the facts that rules depend on."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.errors import DeskError, HoldUnnamed, ReviewPast
from privdesk.gui.background import Background
from privdesk.gui.personchooser import PersonChooser
from privdesk.gui.reasonfield import ReasonField
from privdesk.gui.translation import translated
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.text import Text


@dataclass(frozen=True)
class HoldAsked:
    """A hold as it was typed."""

    person: int
    name: str
    reason: str
    review_on: date | None


class PlaceHold(Dialog):
    """Asks whom to hold and why; `wanted` with a HoldAsked, who listens accepts the dialog or says what is wrong."""

    wanted = Signal(object)

    def __init__(
        self, parent: QWidget, background: Background, today: date, person: tuple[int, str] | None = None
    ) -> None:
        super().__init__("placeHold", parent)
        self._today = today
        self._person = person
        self._who = Text(role="strong")
        self.chooser = PersonChooser("holdPerson", background)
        self.name = Field("holdName", check=_named)
        self.reason = ReasonField("holdReason")
        self.review = DateField("holdReview", today)
        parts: list[QWidget] = [self._who if person else self.chooser, self.name, self.reason, self.review]
        for part in parts:
            self.column.addWidget(part)
        if person is None:
            self.setMinimumWidth(560)
        self._unused = self.chooser if person else self._who
        self._unused.setParent(self)
        self._unused.hide()
        self.retranslate()
        (self.name.editor if person else self.chooser.search).setFocus()

    def try_accept(self) -> None:
        """Ask for the hold if everything is there."""
        chosen = self.chooser.person()
        person = self._person[0] if self._person else chosen.id if chosen else None
        if person is None:
            self.show_wrong(self.tr("Choose the customer in the list first."))
            self.chooser.search.setFocus()
            return
        self.show_wrong("")
        if all([self.name.check(), self.reason.check(), self._review_is_ahead()]):
            day = self.review.day()
            self.wanted.emit(HoldAsked(person, self.name.text().strip(), self.reason.reason(), day))

    def retranslate(self) -> None:
        """Set all words."""
        self.say(
            self.tr("Place a hold"),
            self.tr("While a hold stands, nothing of this customer is due. A manager lifts it, with a reason."),
            self.tr("Place the hold"),
        )
        self._who.setText(self._person[1] if self._person else "")
        self.name.say(self.tr("Name of the hold"), "", self.tr("e.g. lawsuit 2026 wa 123"))
        self.review.say(self.tr("Review on"), self.tr("A day to come on which somebody asks if it is still needed."))

    def _review_is_ahead(self) -> bool:
        if not self.review.check():
            return False
        day = self.review.day()
        if day is not None and day <= self._today:
            self.review.show_wrong(translated(ReviewPast()))
            return False
        return True


class LiftHold(Dialog):
    """Asks for the reason to lift a hold; `wanted` with it."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget, about: str) -> None:
        super().__init__("liftHold", parent, danger=True)
        self._about = about
        self.reason = ReasonField("liftReason")
        self.column.addWidget(self.reason)
        self.retranslate()
        self.reason.editor.setFocus()

    def try_accept(self) -> None:
        """Ask for it to be lifted if there is a reason."""
        if self.reason.check():
            self.wanted.emit(self.reason.reason())

    def retranslate(self) -> None:
        """Set all words."""
        self.say(self.tr("Lift the hold"), self._about, self.tr("Lift the hold"))


def say_wrong(dialog: Dialog) -> Callable[[DeskError], None]:
    """What shows an expected error in a dialog that stays open."""
    return lambda error: dialog.show_wrong(translated(error))


def _named(text: str) -> str:
    if not text.strip():
        raise HoldUnnamed
    return ""
