"""What a test looks at below the operations: the log, and everything that is stored."""

import re
from typing import Any

import sqlalchemy as sa

from privdesk.operations.desk import Desk
from privdesk.storage.tables import METADATA, audit

# what a counter-operation adds to instead of taking back
LASTING = frozenset({"audit", "counter", "log_segment"})

# whose values the log never says; one or two characters stand by chance in many places
PERSONAL = {
    "person": ("number", "birth", "notes"),
    "person_name": ("text", "kana"),
    "person_address": ("postal", "text"),
    "person_contact": ("value", "folded"),
    "person_number": ("issuer", "detail"),
    "history": ("old", "new"),
    "request_party": ("name", "address", "phone", "mail"),
    "request": ("person_name", "notes"),
    "request_item": ("what", "reason", "facts"),
    "message": ("sender_name", "sender", "subject", "text"),
    "letter": ("recipient",),
    "batch_problem": ("raw",),
    "partner_transaction": ("external_id", "customer_number", "note"),
}
LEAST = 3
# a code of ours among the values, like the status "left"
CODE = re.compile("[a-z_]+")


def log(desk: Desk) -> list[tuple[str, str]]:
    """Act and thing of every entry of the log, but for those by which it begins a new segment."""
    with desk.reading() as conn:
        rows = conn.execute(sa.select(audit.c.act, audit.c.about).order_by(audit.c.seq))
        return [(row.act, row.about) for row in rows if row.act != "log.segment"]


def log_text(desk: Desk) -> str:
    """Everything that the log says."""
    with desk.reading() as conn:
        return "\n".join(str(tuple(row)) for row in conn.execute(sa.select(audit)))


def values_in_log(desk: Desk) -> list[str]:
    """The values of people that stand in the log, where only ids and names of fields belong."""
    with desk.reading() as conn:
        told = conn.execute(sa.select(audit.c.about + " " + audit.c.detail)).scalars().all()
        kept = {
            str(value)
            for name, columns in PERSONAL.items()
            for row in conn.execute(sa.select(*(METADATA.tables[name].c[column] for column in columns)))
            for value in row
            if value and len(str(value)) >= LEAST and not CODE.fullmatch(str(value))
        }
    return sorted(value for value in kept if any(value in text for text in told))


def stored(desk: Desk, but: frozenset[str] = LASTING) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, except of those named in `but`, and who is in the search index.

    Lines of retention are told without their ids: they are derived, and written anew as often as they change.
    """
    with desk.reading() as conn:
        rows = {
            name: sorted((tuple(row)[name == "retention" :] for row in conn.execute(sa.select(table))), key=repr)
            for name, table in METADATA.tables.items()
            if name not in but
        }
        for index in ("person_gram",):
            rows[index] = [tuple(row) for row in conn.exec_driver_sql(f"SELECT rowid FROM {index} ORDER BY rowid")]
        return rows
