"""Somebody with a value in every column of every table that hangs on a person, each standing nowhere else."""

from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.domain.dates import long_date
from privdesk.domain.office import ZONE
from privdesk.letters.held import held
from privdesk.operations.desk import Desk
from privdesk.storage import held as stored_held
from privdesk.storage import transaction
from privdesk.storage.tables import METADATA, Instant, partner, recipient, request

# where every row says itself where it came from
ORIGIN = {"source", "source_on"}


class Canaries:
    """Fills rows with values that stand nowhere else, and knows what each listed one looks like on the paper."""

    def __init__(self, desk: Desk, conn: sa.Connection, language: str) -> None:
        self.desk, self.conn, self.language = desk, conn, language
        self.numbers = count(1)
        self.expected: dict[tuple[str, str], str] = {}
        self.known = {"partner_id": 1, "recipient_id": 1, "user_id": 1, "owner_id": 1, "made_by": 1, "lifted_by": 1}
        self.known |= {"asked_by": 1, "signed_by": 1, "withdrawn_by": 1}

    def fill(self, table: sa.Table, **given: object) -> int:
        row: dict[str, Any] = {}
        for column in table.c:
            row[column.name] = given.get(column.name, self.value(table, column))
        if "sealed" in row and table.name != "letter":
            number = f"N{next(self.numbers):06}"
            row["sealed"] = self.desk.seal.seal(number, stored_held._BOUND[table.name](row))
            self.expected[table.name, "sealed"] = number
        self.conn.execute(table.insert().values(**row))
        return int(row["id"])

    def value(self, table: sa.Table, column: sa.Column[Any]) -> Any:  # noqa: ANN401
        number = next(self.numbers)
        if column.name == "id":
            return 900 + number
        if column.foreign_keys:
            return self.known.get(column.name)
        spec = held().tables[table.name].columns.get(column.name)
        value, looks = self.made(column, number, spec.words if spec else "", bool(spec and spec.json))
        if spec or column.name in ORIGIN:
            self.expected[table.name, column.name] = looks
        return value

    def made(self, column: sa.Column[Any], number: int, words: str, is_json: bool) -> tuple[Any, str]:
        """A value for a column, and how it is printed."""
        canary = f"羽{number:04}"
        kind = column.type
        if is_json:
            return f'{{"{canary}": 1, "reason": "{canary}"}}', canary
        if isinstance(kind, sa.JSON):
            return [{"value": canary}], canary
        if isinstance(kind, Instant):
            at = datetime(2001, 1, 1, tzinfo=UTC) + timedelta(days=number)
            return at, long_date(at.astimezone(ZONE).date(), self.language)
        if isinstance(kind, sa.Date):
            day = date(1991, 1, 1) + timedelta(days=number)
            return day, long_date(day, self.language)
        if isinstance(kind, sa.Boolean):
            return True, held().words["yes"].in_(self.language)
        if isinstance(kind, sa.Integer):
            return 700_000 + number, str(700_000 + number)
        if isinstance(kind, sa.LargeBinary):
            return b"\0", ""
        code, looks = self.coded(column.name, words)
        return (code, looks) if code else (canary, canary)

    def coded(self, name: str, words: str) -> tuple[str, str]:
        """The first code of a group with its word."""
        if name == "source":
            words = "source"
        if words == "category" or name == "category":
            return "bank", self.desk.reference.purposes.categories[Category.BANK].in_(self.language)
        codes = held().codes.get(words, {})
        return next(((code, text.in_(self.language)) for code, text in codes.items()), ("", ""))


def filled(desk: Desk, language: str) -> Canaries:
    """Somebody with a value in every column of every table that hangs on a person."""
    with transaction.writing(desk.vault.writer) as conn:
        for table in (partner, recipient):
            blank = {one.name: 1 if isinstance(one.type, sa.Integer) else "" for one in table.c if not one.nullable}
            conn.execute(table.insert().values(**blank | {"id": 1, "name": f"会社{table.name}"}))
        canaries = Canaries(desk, conn, language)
        person = canaries.fill(METADATA.tables["person"])
        canaries.known |= {"person_id": person, "other_id": person}
        request_id = canaries.fill(request)
        canaries.known["request_id"] = request_id
        canaries.known["message_id"] = canaries.fill(METADATA.tables["message"])
        canaries.known["letter_id"] = canaries.fill(METADATA.tables["letter"], replaces_id=None)
        canaries.known["batch_id"] = batch(conn)
        done = {"person", "request", "message", "letter"}
        for name in sorted(held().tables.keys() - done):
            canaries.fill(METADATA.tables[name], **({"kind": "bank"} if name == "person_number" else {}))
        canaries.expected["partner_transaction", "partner_id"] = "会社partner"
        canaries.expected["provision", "partner_id"] = "会社partner"
        canaries.expected["provision", "recipient_id"] = "会社recipient"
    return canaries


def batch(conn: sa.Connection) -> int:
    table = METADATA.tables["batch"]
    kinds = ((sa.Integer, 1), (sa.Boolean, False), (object, ""))
    blank = {
        one.name: next(value for kind, value in kinds if isinstance(one.type, kind))
        for one in table.c
        if not one.nullable
    }
    conn.execute(table.insert().values(**blank | {"mapping": {}, "at": datetime(2026, 1, 1, tzinfo=UTC)}))
    return 1
