"""Two records that become one: which value each field may have, and what is proposed."""

from collections.abc import Iterator
from dataclasses import dataclass

from privdesk.domain.person import Person, Status, profile

# the fields of the record itself, of which one value stays; names, addresses and contacts are rows that all stay
FIELDS = ("number", "birth", "status", "language", "since", "left_on", "last_activity")
# further fields in which one of both is the one in use
IN_USE = ("name", "address", "mailing_address")
# of two values the one that holds the office to more
_STRICTEST = (Status.DISPOSED, Status.REFUSED, Status.ACTIVE, Status.LEFT)


@dataclass(frozen=True)
class FieldPair:
    """A field in both records; `takes` proposes the value of the one that goes, `follows` one that another decides."""

    name: str
    kept: object
    gone: object
    takes: bool = False
    follows: bool = False

    @property
    def differs(self) -> bool:
        """Whether a human has to choose."""
        return (
            not self.follows and self.kept != self.gone and self.kept not in (None, "") and self.gone not in (None, "")
        )


def pairs(kept: Person, gone: Person) -> tuple[FieldPair, ...]:
    """Every field of the form in both records, in its order, with what is proposed."""
    return tuple(_pairs(kept, gone))


def joined_notes(kept: str, gone: str) -> str:
    """Both notes, each once."""
    return kept if gone in kept else "\n".join(filter(None, (kept, gone)))


def _pairs(kept: Person, gone: Person) -> Iterator[FieldPair]:
    mine, theirs = profile(kept), profile(gone)
    for name in mine.__dataclass_fields__:
        if name != "source":
            one, other = getattr(mine, name), getattr(theirs, name)
            # the day of leaving belongs to the status that stays
            follows = name == "left_on" and kept.status is not gone.status
            takes = _takes("status", kept.status, gone.status) if follows else _takes(name, one, other)
            yield FieldPair(name, one, other, takes, follows)


def _takes(name: str, kept: object, gone: object) -> bool:
    """The first day of both as a customer, the last of all business, the stricter status."""
    if kept in (None, "") or gone in (None, ""):
        return bool(gone)
    if name == "since":
        return bool(gone < kept)  # type: ignore[operator]
    if name in ("last_activity", "left_on"):
        return bool(gone > kept)  # type: ignore[operator]
    if name == "status":
        return _STRICTEST.index(Status(str(gone))) < _STRICTEST.index(Status(str(kept)))
    return False
