"""Step 1 of the schema, written out: what every desk holds from its first day. Frozen with the first release."""

from alembic.operations import Operations

from privdesk.storage.first_step import (
    alike,
    imports,
    letters,
    log,
    office,
    people,
    people_list,
    purposes,
    requests,
    retention,
    search,
)


def first(op: Operations) -> None:
    """Make everything that the first version of the program needs."""
    for part in (office, log, imports, people, alike, purposes, people_list, requests, letters, retention, search):
        part.make(op)
