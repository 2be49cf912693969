"""What is asked in a request, thing by thing, and what a correction should make of a field."""

import msgspec

from privdesk.domain.law import Medium


class Proposed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a field should say after a correction, as text; the value is empty where it should say nothing."""

    field: str
    value: str = ""


class Changed(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a field said before and after a correction; of a sealed number only its last digits."""

    field: str
    old: str
    new: str


class Asked(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One asked thing: its lasting number, its kind's code, a correction's values, purposes to stop (none: all).

    `medium` is how the requester wants what is disclosed, None where he did not say.
    """

    number: int
    kind: str
    what: str = ""
    reason: str = ""
    proposed: tuple[Proposed, ...] = ()
    purposes: tuple[str, ...] = ()
    medium: Medium | None = None
