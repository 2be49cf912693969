"""Who may do what and see what: the roles of every operation, and every field with the acts that show it.

`acts.py` says which role may do which act, `operation_acts.py` which operation is which act, so that nothing goes
unasked. A test calls each operation in each role.
"""

from dataclasses import dataclass
from enum import StrEnum

from privdesk.domain.acts import ACTS
from privdesk.domain.operation_acts import OPERATIONS, READ
from privdesk.domain.user import Role

# who holds the key of the sealed numbers: what the program forbids the others is forbidden by cryptography too
NUMBER_KEY = frozenset({Role.SUPPORT, Role.MANAGER})


class Sight(StrEnum):
    """How much of a field somebody sees."""

    WHOLE = "whole"
    REASON = "reason"  # masked, and whole for a reason that is logged
    MASKED = "masked"
    OWN = "own"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Field:
    """The act that shows a field; who may also do `more` sees it as `whole` says, the others as `less` says."""

    shown: str
    more: str = ""
    less: Sight = Sight.WHOLE
    whole: Sight = Sight.WHOLE
    keyed: bool = False


def roles_of(operation: str) -> frozenset[Role]:
    """Who may call an operation."""
    return ACTS[OPERATIONS[operation]].roles


def sight(role: Role, field: str) -> Sight:
    """How much of a field a role sees."""
    found = FIELDS[field]
    if role not in ACTS[found.shown].roles or (found.keyed and role not in NUMBER_KEY):
        return Sight.NOTHING
    if found.more and role in ACTS[found.more].roles:
        return found.whole
    return found.less


_LISTED, _RECORD = Field(READ), Field("person.open")
FIELDS: dict[str, Field] = {
    "name": _LISTED,
    "kana": _LISTED,
    "number": _LISTED,
    "birth": _LISTED,
    "status": _LISTED,
    "suspended": _LISTED,
    "stands": _LISTED,
    "open_requests": _LISTED,
    "last_activity": _LISTED,
    "keep_until": _LISTED,
    "held": _LISTED,
    "warnings": _LISTED,
    "names": _RECORD,
    "addresses": _RECORD,
    "contacts": _RECORD,
    "language": _RECORD,
    "origin": _RECORD,
    "since": _RECORD,
    "left_on": _RECORD,
    "notes": _RECORD,
    "entrusted": _RECORD,
    "changed": _RECORD,
    "transactions": _RECORD,
    "purposes": _RECORD,
    "exemptions": _RECORD,
    "attempts": Field("attempt.list"),
    "history": Field("person.history"),
    "numbers": Field("person.open", "person.reveal", Sight.MASKED, Sight.REASON),
    "waiting_rows": Field("batch.open", "person.reveal", Sight.MASKED, Sight.REASON),
    "looks": Field("person.looks"),
    "links": _RECORD,
    "same_person": Field("person.same"),
    "requests": _LISTED,
    "request": Field("request.open"),
    "messages": _LISTED,
    "message": Field("message.open"),
    "letters": _LISTED,
    "letter": Field("letter.open"),
    "letter_with_numbers": Field("letter.open", keyed=True),
    "retention": _LISTED,
    "office": _LISTED,
    "users": _LISTED,
    "log": Field("log.own", "log.open", Sight.OWN),
}
