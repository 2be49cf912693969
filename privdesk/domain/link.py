"""Links between people: who acts for a person, who lives with him, which other record is his too."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from privdesk.domain.dates import age_on
from privdesk.domain.person import Origin, Source

# the age of majority: 民法4条, as in force since 2022-04-01
OF_AGE = 18


class LinkKind(StrEnum):
    """What the other one is to a person.

    Who may ask for somebody else: a statutory representative, or an agent delegated for it (法37条3項, 令13条).
    """

    GUARDIAN = "guardian"  # of a minor: 親権者, 未成年後見人
    ADULT_GUARDIAN = "adult_guardian"  # 成年後見人
    AGENT = "agent"
    HOUSEHOLD = "household"
    SAME = "same"


# kinds in which both are the same to each other
MUTUAL = frozenset({LinkKind.HOUSEHOLD, LinkKind.SAME})
# that two records are one person's is decided beside each other, not typed
TYPED = tuple(kind for kind in LinkKind if kind is not LinkKind.SAME)
# who may ask for the person
ACTING = frozenset({LinkKind.GUARDIAN, LinkKind.ADULT_GUARDIAN, LinkKind.AGENT})


@dataclass(frozen=True)
class NewLink:
    """A link about to be entered: `other` acts for the person, or has no record and is told by `name` and `reach`."""

    kind: LinkKind
    since: date
    other: int | None = None
    name: str = ""
    reach: str = ""
    note: str = ""
    source: Source = Source.SELF


@dataclass(frozen=True)
class Link:
    """A link as one of both sees it: `other` acts for him, or he for `other` where `reverse`.

    `birth` is that of whoever is acted for.
    """

    id: int
    kind: LinkKind
    reverse: bool
    other: int | None
    name: str
    number: str
    reach: str
    note: str
    since: date
    until: date | None
    birth: date | None
    origin: Origin

    def is_outgrown(self, today: date) -> bool:
        """Whether this is the guardian of a minor who is of age by now."""
        return (
            self.kind is LinkKind.GUARDIAN
            and self.until is None
            and self.birth is not None
            and self.birth <= today
            and age_on(self.birth, today) >= OF_AGE
        )
