"""Imported batches: the file each came from, the rows that wait for a human, the fields taken with a warning."""

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sa

from privdesk.domain.batch import NOT_SAID, Batch, BatchKind, Fault, FieldWarning, Received, RowState, WaitingRow
from privdesk.domain.errors import NoSuchBatch, NoSuchNumber, NoSuchRow
from privdesk.storage import bulk
from privdesk.storage.seal import Seal
from privdesk.storage.tables import batch, batch_problem, batch_row

_ROW = ("batch_id", "row", "raw", "sealed", "reason", "details", "state")
_PROBLEM = ("batch_id", "row", "person_id", "field", "raw", "sealed", "problem", "details")


@dataclass(frozen=True)
class NewWaiting:
    """A row to keep for a human: its cells with numbers masked, and its numbers as text to seal."""

    row: int
    raw: Mapping[str, str]
    fault: Fault
    secret: str = dataclasses.field(repr=False, default="")


@dataclass(frozen=True)
class NewWarning:
    """A faulty field to keep: its text, or the masked text and the whole to seal where it is a number."""

    row: int
    person: int | None
    field: str
    raw: str
    fault: Fault
    secret: str = dataclasses.field(repr=False, default="")


def add(
    conn: sa.Connection,
    *,
    kind: BatchKind,
    file_name: str,
    digest: str,
    encoding: str,
    mapping: Mapping[str, str],
    headers: Iterable[str] = (),
    at: datetime,
    user: int,
    received: Received = NOT_SAID,
) -> int:
    """Open a batch, which is running until `finish`; of the table's `headers` only a digest is kept."""
    values = {"kind": kind, "file_name": file_name, "digest": digest, "encoding": encoding, "mapping": dict(mapping)}
    values["headers"] = _known_by(headers)
    begun = {"rows": 0, "imported": 0, "warned": 0, "waiting": 0, "running": True, "received": _as_json(received)}
    made = conn.execute(batch.insert().values(**values, **begun, at=at, user_id=user)).inserted_primary_key
    return made.id if made else 0


def count(conn: sa.Connection, id_: int, **counts: int | None) -> None:
    """Write what became of the rows so far: rows, imported, warned, waiting, and the partner if all came from one."""
    conn.execute(sa.update(batch).where(batch.c.id == id_).values(**counts))


def finish(conn: sa.Connection, id_: int, **counts: int | None) -> Batch:
    """Write what became of the file; it runs no longer."""
    count(conn, id_, **counts, running=False)
    return get(conn, id_)


def running(conn: sa.Connection) -> tuple[Batch, ...]:
    """The batches that are not at their end; after an unlock those are what a sitting broke off."""
    return tuple(_batch(row) for row in conn.execute(sa.select(batch).where(batch.c.running)))


def mapping_before(
    conn: sa.Connection, kind: BatchKind, headers: Iterable[str]
) -> tuple[Mapping[str, str], int | None]:
    """By which mapping, and from which partner, the newest table of the same headers came; empty if there is none."""
    chosen = batch.c.kind == kind, ~batch.c.running, batch.c.headers == _known_by(headers)
    query = sa.select(batch.c.mapping, batch.c.partner_id).where(*chosen).order_by(batch.c.id.desc())
    row = conn.execute(query.limit(1)).first()
    return (row.mapping, row.partner_id) if row else ({}, None)


def get(conn: sa.Connection, id_: int) -> Batch:
    """One batch.

    Raises NoSuchBatch.
    """
    row = conn.execute(sa.select(batch).where(batch.c.id == id_)).first()
    if row is None:
        raise NoSuchBatch
    return _batch(row)


def everything(conn: sa.Connection) -> tuple[Batch, ...]:
    """All batches, newest first."""
    return tuple(_batch(row) for row in conn.execute(sa.select(batch).order_by(batch.c.id.desc())))


def of_file(conn: sa.Connection, digest: str) -> Batch | None:
    """The batch that this very file has brought already and that still stands."""
    query = sa.select(batch).where(batch.c.digest == digest, batch.c.undone_at.is_(None)).order_by(batch.c.id.desc())
    row = conn.execute(query).first()
    return _batch(row) if row else None


def clear(conn: sa.Connection, id_: int) -> None:
    """Delete a batch's warnings and waiting rows, and let go of its partner and of how its columns were mapped."""
    conn.execute(sa.update(batch).where(batch.c.id == id_).values(partner_id=None, mapping={}, headers=""))
    conn.execute(sa.delete(batch_problem).where(batch_problem.c.batch_id == id_))
    conn.execute(sa.delete(batch_row).where(batch_row.c.batch_id == id_))


def take_back(conn: sa.Connection, id_: int, at: datetime, user: int) -> Batch:
    """Mark a batch as undone; the note of the file stays."""
    conn.execute(sa.update(batch).where(batch.c.id == id_).values(undone_at=at, undone_by=user))
    return get(conn, id_)


def wait(conn: sa.Connection, seal: Seal, id_: int, rows: Iterable[NewWaiting]) -> None:
    """Keep rows for a human."""
    bulk.insert(
        conn,
        batch_row,
        _ROW,
        (
            (
                *(id_, one.row, dict(one.raw), _sealed(seal, one.secret, bound_row({"batch_id": id_, "row": one.row}))),
                *(one.fault.code, dict(one.fault.values), RowState.WAITING),
            )
            for one in rows
        ),
    )


def warn(conn: sa.Connection, seal: Seal, id_: int, warnings: Iterable[NewWarning]) -> None:
    """Keep faulty fields as they came."""
    bulk.insert(
        conn,
        batch_problem,
        _PROBLEM,
        (
            (
                *(id_, one.row, one.person, one.field, one.raw),
                _sealed(seal, one.secret, bound_field({"batch_id": id_, "row": one.row, "field": one.field})),
                *(one.fault.code, dict(one.fault.values)),
            )
            for one in warnings
        ),
    )


def waiting(conn: sa.Connection, id_: int | None = None) -> tuple[WaitingRow, ...]:
    """The rows that wait for a human, of one batch or of all, in the order of their files."""
    query = sa.select(batch_row).where(batch_row.c.state == RowState.WAITING)
    if id_ is not None:
        query = query.where(batch_row.c.batch_id == id_)
    return tuple(_waiting(row) for row in conn.execute(query.order_by(batch_row.c.batch_id, batch_row.c.row)))


def count_waiting(conn: sa.Connection) -> int:
    """How many rows wait for a human."""
    chosen = batch_row.c.state == RowState.WAITING
    return conn.execute(sa.select(sa.func.count()).select_from(batch_row).where(chosen)).scalar_one()


def row(conn: sa.Connection, seal: Seal, id_: int) -> tuple[WaitingRow, str]:
    """One kept row and what was sealed with it.

    Raises NoSuchRow.
    """
    found = conn.execute(sa.select(batch_row).where(batch_row.c.id == id_)).first()
    if found is None:
        raise NoSuchRow
    secret = seal.open(found.sealed, bound_row(found._asdict())) if found.sealed else ""
    return _waiting(found), secret


def settle(conn: sa.Connection, id_: int, state: RowState, *, why: str = "", person: int | None = None) -> None:
    """Say what became of a kept row."""
    values = {"state": state, "settled_why": why, "person_id": person}
    conn.execute(sa.update(batch_row).where(batch_row.c.id == id_).values(**values))


def warnings_of(conn: sa.Connection, person_id: int) -> tuple[FieldWarning, ...]:
    """What still has to be looked at in a person's record."""
    chosen = batch_problem.c.person_id == person_id, batch_problem.c.mended_at.is_(None)
    return tuple(
        _warning(one) for one in conn.execute(sa.select(batch_problem).where(*chosen).order_by(batch_problem.c.id))
    )


def warning(conn: sa.Connection, id_: int) -> FieldWarning:
    """One faulty field.

    Raises NoSuchRow.
    """
    return _warning(_problem(conn, id_))


def reveal(conn: sa.Connection, seal: Seal, id_: int) -> str:
    """The whole text of a faulty number. The caller has logged the look before he shows it.

    Raises NoSuchRow, NoSuchNumber if nothing is sealed there, NumberDamaged.
    """
    found = _problem(conn, id_)
    if found.sealed is None:
        raise NoSuchNumber
    return seal.open(found.sealed, bound_field(found._asdict()))


def mend(conn: sa.Connection, id_: int, at: datetime | None) -> None:
    """Say when a faulty field was dealt with; None takes that back."""
    conn.execute(sa.update(batch_problem).where(batch_problem.c.id == id_).values(mended_at=at))


def _known_by(headers: Iterable[str]) -> str:
    """A digest of a table's headers in any order: where a header line is missing they are somebody's data."""
    return sha256("\0".join(sorted(set(headers))).encode(errors="surrogatepass")).hexdigest()


def _problem(conn: sa.Connection, id_: int) -> sa.Row[Any]:
    found = conn.execute(sa.select(batch_problem).where(batch_problem.c.id == id_)).first()
    if found is None:
        raise NoSuchRow
    return found


def _sealed(seal: Seal, secret: str, bound: str) -> bytes | None:
    return seal.seal(secret, bound) if secret else None


def bound_row(row: Mapping[str, Any]) -> str:
    """The place to which the numbers of a waiting row are bound."""
    return f"batch_row|{row['batch_id']}|{row['row']}|sealed"


def bound_field(row: Mapping[str, Any]) -> str:
    """The place to which a faulty number is bound."""
    return f"batch_problem|{row['batch_id']}|{row['row']}|{row['field']}|sealed"


def _batch(row: sa.Row[Any]) -> Batch:
    return Batch(
        row.id,
        BatchKind(row.kind),
        row.file_name,
        row.digest,
        row.encoding,
        row.mapping,
        row.rows,
        row.imported,
        row.warned,
        row.waiting,
        row.at,
        row.user_id,
        row.partner_id,
        row.undone_at,
        row.undone_by,
        _received(row.received),
        row.running,
    )


def _as_json(received: Received) -> dict[str, str]:
    return {name: str(value) for name, value in dataclasses.asdict(received).items() if value}


def _received(values: Mapping[str, str]) -> Received:
    on = values.get("on")
    return Received(**{**values, "on": date.fromisoformat(on) if on else None})  # type: ignore[arg-type]


def _waiting(row: sa.Row[Any]) -> WaitingRow:
    fault = Fault(row.reason, row.details)
    return WaitingRow(
        row.id, row.batch_id, row.row, row.raw, fault, RowState(row.state), row.settled_why, row.person_id
    )


def _warning(row: sa.Row[Any]) -> FieldWarning:
    return FieldWarning(
        row.id,
        row.batch_id,
        row.row,
        row.person_id,
        row.field,
        row.raw,
        row.sealed is not None,
        Fault(row.problem, row.details),
        row.mended_at,
    )
