"""The fields of a relationship: how it stands, since when and until when, each checked with the others."""

from collections.abc import Mapping
from datetime import date

from privdesk.domain.errors import BadDate, DeskError
from privdesk.domain.person import Status
from privdesk.domain.relationship import ensure_span
from privdesk.domain.shown import shown
from privdesk.gui.translation import translated, words
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field

_STILL_ACTIVE = shown("customers", "The status is still “Active”.")


class Span:
    """Whoever leaves gets today as his last day to begin with; what is wrong with the days stands at the last one."""

    def __init__(self, today: date) -> None:
        self._today = today
        self._held: Mapping[str, str] = {}
        box = Choice()
        self.status = Field("status", box)
        self.since = DateField("since", today, self._fits_since)
        self.left_on = DateField("left_on", today, self._fits_end)
        self.days = {"since": self.since, "left_on": self.left_on}
        box.activated.connect(self._offer_end)

    def hold(self, texts: Mapping[str, str]) -> None:
        """Know what the record says already: of days that do not fit it is only warned."""
        self._held = texts

    def _offer_end(self) -> None:
        if self.status.text() == Status.LEFT and not self.left_on.text().strip():
            self.left_on.set_day(self._today)
        else:
            self.left_on.check()

    def _fits_since(self, _day: date | None) -> str:
        self.left_on.check()
        return ""

    def _fits_end(self, day: date | None) -> str:
        try:
            ensure_span(Status(self.status.text()), self._begun_on(), day)
        except DeskError as error:
            fields = {"status": self.status, **self.days}
            if any(field.text() != self._held.get(name) for name, field in fields.items()):
                raise
            return translated(error)
        is_over = day is not None and day <= self._today and self.status.text() == Status.ACTIVE
        return words("customers", _STILL_ACTIVE) if is_over else ""

    def _begun_on(self) -> date | None:
        try:
            return self.since.day()
        except BadDate:
            return None
