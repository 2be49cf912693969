"""All rows of any table that hang on a person, with plain values: what a disclosure has to tell."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.storage import batches, merged, numbers
from privdesk.storage.retention_facts import transaction_category
from privdesk.storage.seal import Seal
from privdesk.storage.tables import METADATA, partner, recipient

Row = Mapping[str, Any]
Companies = dict[str, dict[str, Row]]

# tables whose rows belong to a person also through a row of another table
_THROUGH = {
    "request_party": ("request",),
    "request_item": ("request",),
    "request_event": ("request",),
    "message": ("request",),
    "attachment": ("request", "message"),
    "letter": ("request",),
    "mailing": ("letter",),
    "retention": ("request",),
    "hold": ("request",),
}
_BOUND = {"person_number": numbers.bound, "batch_row": batches.bound_row, "batch_problem": batches.bound_field}
_SEALED = "sealed"


def rows(conn: sa.Connection, person_id: int, table: str) -> tuple[Row, ...]:
    """The rows of a table that hang on a person, in the order of entry.

    Papers (PDF, mail, attachment) and keys of the search are left out; a sealed number comes as it is sealed.
    """
    source = METADATA.tables[table]
    is_sealed = table in _BOUND
    wanted = [one for one in source.c if not _is_blob(one) or (is_sealed and one.name == _SEALED)]
    query = sa.select(*wanted).where(_hangs(source, person_id)).order_by(source.c.id)
    return tuple(dict(row) for row in conn.execute(query).mappings())


def opened(seal: Seal, table: str, row: Row) -> str:
    """The number that is sealed in a row. The caller has logged the look before he shows it.

    Raises NumberDamaged.
    """
    return seal.open(row[_SEALED], _BOUND[table](row))


def category(table: str, row: Row) -> Category:
    """The category of a row whose table holds several."""
    if table == "partner_transaction":
        return transaction_category(row["kind"])
    return Category(row["kind" if table == "person_number" else "category"])


def companies(conn: sa.Connection) -> Companies:
    """The partners and the recipients, each by id as text."""
    return {
        table.name: {str(row["id"]): dict(row) for row in conn.execute(sa.select(table)).mappings()}
        for table in (partner, recipient)
    }


def _hangs(table: sa.Table, person_id: int) -> sa.ColumnElement[bool]:
    his = merged.ids_of(person_id)
    ways = [table.c[name].in_(his) for name in ("person_id", "other_id") if name in table.c]
    if table.name == "person":
        ways.append(table.c.id.in_(his))
    for name in _THROUGH.get(table.name, ()):
        parent = METADATA.tables[name]
        ways.append(table.c[f"{name}_id"].in_(sa.select(parent.c.id).where(_hangs(parent, person_id))))
    return sa.or_(*ways)


def _is_blob(column: sa.Column[Any]) -> bool:
    return isinstance(column.type, sa.LargeBinary)
