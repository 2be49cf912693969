"""The decisions an item can get, and what each of them needs."""

from enum import StrEnum


class Decision(StrEnum):
    """The one answer to one asked item; which are possible for a kind says the law's data."""

    DISCLOSED = "disclosed"
    NOT_HELD = "not_held"
    WITHHELD = "withheld"
    PURPOSE_NOTIFIED = "purpose_notified"
    PURPOSE_NOT_NOTIFIED = "purpose_not_notified"
    CORRECTED = "corrected"
    DELETED = "deleted"
    NOT_CORRECTED = "not_corrected"
    SUSPENDED = "suspended"
    ERASED = "erased"
    PROVISION_STOPPED = "provision_stopped"
    KEPT_UNTIL = "kept_until"
    DIFFERENT_MEASURE = "different_measure"
    NOT_SUSPENDED = "not_suspended"
    OPTED_OUT = "opted_out"
    ANSWERED = "answered"

    @property
    def is_refusal(self) -> bool:
        """Whether the person does not get, or not fully, what was asked (the cases of Art. 36)."""
        return self in _REFUSALS

    @property
    def needs_ground(self) -> bool:
        """Whether a ground from the kind's closed list must be named; `KEPT_UNTIL` names a retention rule instead."""
        return self in _GROUNDED

    @property
    def needs_facts(self) -> bool:
        """Whether the facts must be told in words: of a refusal the reason, of `NOT_HELD` the scope of the search."""
        return self in _REFUSALS

    @property
    def needs_approval(self) -> bool:
        """Whether a second person must approve before it is carried out or told."""
        return self in _REFUSALS or self is Decision.ERASED

    @property
    def needs_execution(self) -> bool:
        """Whether something must be done to the person's data before the answer is written."""
        return self in _EXECUTED

    @property
    def needs_person(self) -> bool:
        """Whether it can only be given about a customer on file."""
        return self in _EXECUTED or self is Decision.DISCLOSED


_GROUNDED = frozenset(
    {
        Decision.WITHHELD,
        Decision.PURPOSE_NOT_NOTIFIED,
        Decision.NOT_CORRECTED,
        Decision.NOT_SUSPENDED,
        Decision.DIFFERENT_MEASURE,
    }
)
_REFUSALS = _GROUNDED | {Decision.NOT_HELD, Decision.KEPT_UNTIL}
_EXECUTED = frozenset(
    {
        Decision.CORRECTED,
        Decision.DELETED,
        Decision.SUSPENDED,
        Decision.ERASED,
        Decision.PROVISION_STOPPED,
        Decision.KEPT_UNTIL,
        Decision.DIFFERENT_MEASURE,
        Decision.OPTED_OUT,
    }
)
