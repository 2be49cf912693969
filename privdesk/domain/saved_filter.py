"""What the list of customers was narrowed to, saved under a name for oneself or for the whole office."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from privdesk.domain.person import PeopleQuery

_NOTHING = PeopleQuery()


@dataclass(frozen=True)
class SavedFilter:
    """A query under a name; a `shared` one is offered to everybody, `owner` is the id of whoever saved it."""

    id: int
    name: str
    query: PeopleQuery
    shared: bool
    owner: int
    version: int = 1


def body(query: PeopleQuery) -> dict[str, Any]:
    """What a query asks for as plain values by name; what it leaves as it is anyway is not among it."""
    plain: dict[str, Any] = msgspec.to_builtins(query)
    return {name: value for name, value in plain.items() if getattr(query, name) != getattr(_NOTHING, name)}


def query_of(plain: Mapping[str, Any]) -> PeopleQuery:
    """The query of such values; names that no query has are left out.

    Raises msgspec.ValidationError for a value that its field does not have.
    """
    return msgspec.convert(plain, PeopleQuery)
