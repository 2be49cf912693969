"""What the list of customers can be narrowed by, in words: for the popover, for the chips, for saved filters."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from privdesk.domain.partner import Partner
from privdesk.domain.person import Kept, PeopleQuery, Status
from privdesk.domain.purpose import Purpose
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.customers.words import STATUS, said
from privdesk.gui.translation import language, words

# with what a field of a query is labelled, and how its chip says what was chosen
LABELS = {
    "status": shown("filters", "Status"),
    "kept": shown("filters", "Retention"),
    "blocked_for": shown("filters", "May not be used for"),
    "consented_to": shown("filters", "Consented to"),
    "partner": shown("filters", "Transactions from"),
}
TOGGLES = {
    "suspended": shown("filters", "Use limited"),
    "with_requests": shown("filters", "Open requests"),
    "with_warnings": shown("filters", "Warnings"),
}
KEPT = {
    Kept.OVERDUE: shown("filters", "Period over"),
    Kept.SOON: shown("filters", "Ends within 90 days"),
    Kept.HELD: shown("filters", "Held"),
    Kept.OPEN: shown("filters", "No date"),
}
_CHIPS = {
    "status": "{value}",
    "kept": shown("filters", "Retention: {value}"),
    "blocked_for": shown("filters", "Not for: {value}"),
    "consented_to": shown("filters", "Consented: {value}"),
    "partner": shown("filters", "From: {value}"),
}
_UNKNOWN = shown("filters", "gone")
FIELDS = (*LABELS, *TOGGLES)


@dataclass
class Offered:
    """What the office can filter by today: its purposes by code, and its partners."""

    purposes: Mapping[str, Purpose]
    partners: Iterable[Partner] = field(default_factory=tuple)

    def choices(self, name: str) -> dict[object, str]:
        """What can be chosen for a field, with its words."""
        if name == "status":
            return {one: said(STATUS[one]) for one in Status if one is not Status.DISPOSED}
        if name == "kept":
            return {one: words("filters", text) for one, text in KEPT.items()}
        if name == "partner":
            return {one.id: visible(one.name) for one in self.partners}
        return {code: purpose.short.in_(language()) for code, purpose in self.purposes.items()}

    def chip(self, name: str, value: object) -> str:
        """What the chip of a field says."""
        if name in TOGGLES:
            return words("filters", TOGGLES[name])
        chosen = self.choices(name).get(value) or words("filters", _UNKNOWN)
        return words("filters", _CHIPS[name]).format(value=chosen)


def asked(query: PeopleQuery) -> dict[str, object]:
    """What a query is narrowed by beside its text: the value of each field that is set."""
    return {name: value for name in FIELDS if (value := getattr(query, name))}


def nothing() -> dict[str, object]:
    """The fields as they are in a query that leaves nobody out."""
    plain = PeopleQuery()
    return {name: getattr(plain, name) for name in FIELDS}
