"""The schema, declared once. What is not portable (search index, triggers, pragmas) stands in its own module."""

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, LargeBinary, String, Text, UniqueConstraint

from privdesk.domain.person import FILTERS, SORTS

METADATA = sa.MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s"}
)


class Instant(sa.TypeDecorator[datetime]):
    """An instant, always aware and always UTC; SQLite itself would lose the zone."""

    impl = sa.DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Store UTC without a zone."""
        return None if value is None else value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        """Read UTC with its zone."""
        return None if value is None else value.replace(tzinfo=UTC)


def _table(name: str, *rest: Any) -> sa.Table:  # noqa: ANN401  # SQLAlchemy takes columns and constraints alike
    return sa.Table(name, METADATA, Column("id", Integer, primary_key=True), *rest, sqlite_autoincrement=True)


def _person() -> Column[int]:
    return Column("person_id", ForeignKey("person.id"), nullable=False, index=True)


def _origin() -> tuple[Column[Any], ...]:
    """Where a row came from: every stored item can say it on disclosure."""
    return (
        Column("source", String, nullable=False),
        Column("source_on", Date, nullable=False),
        Column("batch_id", ForeignKey("batch.id"), index=True),
        Column("request_id", ForeignKey("request.id")),
    )


def _kept() -> tuple[Column[Any], ...]:
    """Until when a record is kept and by which rule; an empty date never means that it may go."""
    return Column("keep_until", Date), Column("keep_rule", String, nullable=False, server_default="")


def _version() -> Column[int]:
    return Column("version", Integer, nullable=False, server_default="1")


# Who works here, and what the office is

user = _table(
    "user",
    Column("login", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("slot", String, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("language", String, nullable=False),
    _version(),
)

setting = sa.Table(
    "setting",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", sa.JSON, nullable=False),
    _version(),
)

# Numbers given out and never given again, also after their rows are gone: the log and the paper refer to them
counter = sa.Table(
    "counter", METADATA, Column("name", String, primary_key=True), Column("last", Integer, nullable=False)
)

draft = _table(
    "draft",
    Column("user_id", ForeignKey("user.id"), nullable=False),
    Column("place", String, nullable=False),
    Column("body", sa.JSON, nullable=False),
    Column("at", Instant, nullable=False),
    UniqueConstraint("user_id", "place"),
)

audit = sa.Table(
    "audit",
    METADATA,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False, index=True),
    Column("zone", String, nullable=False),
    Column("user_id", Integer),
    Column("session", String, nullable=False),
    Column("act", String, nullable=False, index=True),
    Column("about", String, nullable=False, index=True),
    Column("detail", Text, nullable=False),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("segment", Integer, nullable=False),
    Column("mac", LargeBinary, nullable=False),
    Column("signature", LargeBinary),
)

# A stretch of the log under one seed: its note says who could sign in it and holds the seed for those who verify
log_segment = sa.Table(
    "log_segment",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("first", Integer, nullable=False),
    Column("note", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)

# Where copies of the desk lie, and by when each is to be gone
backup_copy = _table(
    "backup_copy",
    Column("uid", String, nullable=False, unique=True),
    Column("place", String, nullable=False),
    Column("file", String, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("size", Integer, nullable=False),
    Column("log_seq", Integer, nullable=False),
    Column("destroy_by", Date, nullable=False),
    Column("destroyed_on", Date),
    Column("proven_on", Date),
    _version(),
)

# People and what is held about them

batch = _table(
    "batch",
    Column("kind", String, nullable=False),
    Column("file_name", String, nullable=False),
    Column("digest", String, nullable=False),
    Column("encoding", String, nullable=False),
    Column("mapping", sa.JSON, nullable=False),
    Column("headers", String, nullable=False, server_default=""),
    Column("rows", Integer, nullable=False),
    Column("imported", Integer, nullable=False),
    Column("warned", Integer, nullable=False),
    Column("waiting", Integer, nullable=False),
    Column("partner_id", ForeignKey("partner.id")),
    Column("received", sa.JSON, nullable=False, server_default="{}"),
    Column("running", Boolean, nullable=False, server_default="0"),
    Column("at", Instant, nullable=False),
    Column("user_id", ForeignKey("user.id"), nullable=False),
    Column("undone_at", Instant),
    Column("undone_by", ForeignKey("user.id")),
    _version(),
)

batch_row = _table(
    "batch_row",
    Column("batch_id", ForeignKey("batch.id"), nullable=False, index=True),
    Column("row", Integer, nullable=False),
    Column("raw", sa.JSON, nullable=False),
    Column("sealed", LargeBinary),
    Column("reason", String, nullable=False),
    Column("details", sa.JSON, nullable=False),
    Column("state", String, nullable=False),
    Column("settled_why", String, nullable=False, server_default=""),
    Column("person_id", ForeignKey("person.id"), index=True),
)

batch_problem = _table(
    "batch_problem",
    Column("batch_id", ForeignKey("batch.id"), nullable=False, index=True),
    Column("row", Integer, nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("field", String, nullable=False),
    Column("raw", Text, nullable=False),
    Column("sealed", LargeBinary),
    Column("problem", String, nullable=False),
    Column("details", sa.JSON, nullable=False),
    Column("mended_at", Instant),
)

person = _table(
    "person",
    Column("uid", String, nullable=False, unique=True),
    Column("number", String, unique=True),
    Column("status", String, nullable=False),
    Column("birth", Date),
    Column("language", String, nullable=False),
    Column("since", Date),
    Column("left_on", Date),
    Column("last_activity", Date),
    Column("notes", Text, nullable=False),
    Column("entrusted", Boolean, nullable=False, server_default=sa.false()),
    Column("existence_sensitive", Boolean, nullable=False, server_default=sa.false()),
    *_origin(),
    *_kept(),
    Column("created_at", Instant, nullable=False),
    # the record that this one was merged into, always one that was itself merged into none
    Column("merged_into", ForeignKey("person.id"), index=True),
    _version(),
)

person_name = _table(
    "person_name",
    _person(),
    Column("kind", String, nullable=False),
    Column("text", String, nullable=False),
    Column("kana", String, nullable=False),
    Column("until", Date),
    *_origin(),
)

person_address = _table(
    "person_address",
    _person(),
    Column("kind", String, nullable=False),
    Column("postal", String, nullable=False),
    Column("text", String, nullable=False),
    Column("until", Date),
    *_origin(),
)

person_contact = _table(
    "person_contact",
    _person(),
    Column("kind", String, nullable=False),
    Column("value", String, nullable=False),
    Column("folded", String, nullable=False, index=True),
    Column("until", Date),
    *_origin(),
)

person_number = _table(
    "person_number",
    _person(),
    Column("uid", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("issuer", String, nullable=False),
    Column("detail", String, nullable=False),
    Column("holder", String, nullable=False),
    Column("last4", String, nullable=False),
    Column("sealed", LargeBinary),
    Column("blind", LargeBinary, index=True),
    Column("sound", Boolean, nullable=False),
    Column("until", Date),
    *_origin(),
    *_kept(),
)

person_link = _table(
    "person_link",
    _person(),
    Column("other_id", ForeignKey("person.id"), index=True),  # empty where the other is no customer, but has a name
    Column("kind", String, nullable=False),
    Column("name", String, nullable=False, server_default=""),
    Column("reach", String, nullable=False, server_default=""),
    Column("note", String, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    *_origin(),
)

# Two records that may be one person's, the lower id first: to be looked at, or what a human said of them
person_resemblance = _table(
    "person_resemblance",
    _person(),
    Column("other_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("weight", Integer, nullable=False),
    Column("state", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("user_id", ForeignKey("user.id")),
    Column("at", Instant, nullable=False),
    UniqueConstraint("person_id", "other_id"),
    Index("ix_person_resemblance_open", "state", "weight", "id"),
)

# A record that was merged into another, with all that is needed to take them apart again
person_merge = _table(
    "person_merge",
    _person(),
    Column("other_id", ForeignKey("person.id"), nullable=False, index=True),
    Column("note", sa.JSON, nullable=False),
    Column("at", Instant, nullable=False),
    Column("user_id", ForeignKey("user.id"), nullable=False),
)

person_purpose = _table(
    "person_purpose",
    _person(),
    Column("purpose", String, nullable=False),
    Column("state", String, nullable=False),
    Column("start", Date, nullable=False),
    Column("until", Date),
    Column("last_day", Date),
    Column("ground", String, nullable=False),
    *_origin(),
    *_kept(),
    _version(),
    Index("ix_person_purpose_purpose", "purpose", "state", "person_id", "start", "until", "last_day"),
)
_lapsing = person_purpose.c.last_day.is_not(None)
Index(
    "ix_person_purpose_last_day",
    person_purpose.c.last_day,
    sqlite_where=_lapsing,
    postgresql_where=_lapsing,
)

# a signed use in spite of suspensions; `stands` has their ids, each between blanks: another one is not covered
exemption = _table(
    "exemption",
    _person(),
    Column("purpose", String, nullable=False),
    Column("stands", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("asked_by", ForeignKey("user.id"), nullable=False),
    Column("signed_by", ForeignKey("user.id"), nullable=False),
    Column("signed_on", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("once", Boolean, nullable=False),
    Column("used_on", Date),
    Column("withdrawn_on", Date),
    Column("withdrawn_by", ForeignKey("user.id")),
    Column("withdrawn_why", Text, nullable=False),
    _version(),
)

# what a suspension refused: a single use, or a list that left people out; whom it concerned stands in the log alone
use_attempt = _table(
    "use_attempt",
    Column("month", Date, nullable=False),
    Column("at", Instant, nullable=False, index=True),
    Column("user_id", ForeignKey("user.id"), nullable=False),
    Column("purpose", String, nullable=False),
    Column("act", String, nullable=False),
    Column("people", Integer, nullable=False),
    Index("ix_use_attempt_month", "month", "purpose", "user_id", "people"),
)

history = _table(
    "history",
    _person(),
    Column("field", String, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("at", Instant, nullable=False),
    Column("user_id", ForeignKey("user.id"), nullable=False),
    *_origin(),
)

person_list = sa.Table(
    "person_list",
    METADATA,
    Column("person_id", ForeignKey("person.id"), primary_key=True),
    Column("number", String, nullable=False),
    Column("name", String, nullable=False),
    Column("kana", String, nullable=False),
    Column("stretch", Integer, nullable=False),
    Column("sort_name", String, nullable=False),
    Column("birth", Date),
    Column("status", String, nullable=False),
    Column("suspended", Integer, nullable=False),
    Column("open_requests", Integer, nullable=False),
    Column("last_activity", Date),
    Column("keep_until", Date),
    Column("held", Integer, nullable=False),
    Column("warnings", Integer, nullable=False),
    Column("text", Text, nullable=False),
)
# with what the list is filtered by, so that walking an index looks at no row that a filter leaves out
Index("ix_person_list_sort_name", *(person_list.c[name] for name in ("stretch", "sort_name", "person_id", *FILTERS)))
for _sort in SORTS[:1] + SORTS[2:]:
    _rest = (name for name in FILTERS if name != _sort)
    Index(f"ix_person_list_{_sort}", *(person_list.c[name] for name in (_sort, "person_id", *_rest)))
for _few in (person_list.c.warnings, person_list.c.held):
    _any = _few > sa.literal_column("0")
    Index(f"ix_person_list_{_few.name}", _few, person_list.c.person_id, sqlite_where=_any, postgresql_where=_any)

# Those who give us data, get data, or work for us

partner = _table(
    "partner",
    Column("name", String, nullable=False),
    Column("folded", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("address", String, nullable=False),
    Column("representative", String, nullable=False),
    Column("acquired_how", String, nullable=False),
    Column("contract_on", Date),
    Column("ended_on", Date),
    Column("batch_id", Integer),  # the import that made him; no foreign key, because a batch points at its partner
    _version(),
)

recipient = _table(
    "recipient",
    Column("name", String, nullable=False),
    Column("address", String, nullable=False),
    Column("representative", String, nullable=False),
    Column("country", String, nullable=False),
    Column("ended_on", Date),
    _version(),
)

contractor = _table(
    "contractor",
    Column("name", String, nullable=False),
    Column("address", String, nullable=False),
    Column("service", String, nullable=False),
    Column("data", String, nullable=False),
    Column("country", String, nullable=False),
    Column("contract_on", Date),
    Column("checked_on", Date),
    Column("ended_on", Date),
    _version(),
)

provision = _table(
    "provision",
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("direction", String, nullable=False),
    Column("partner_id", ForeignKey("partner.id")),
    Column("recipient_id", ForeignKey("recipient.id")),
    Column("on", Date, nullable=False),
    Column("last_on", Date),
    Column("items", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("acquired_how", String, nullable=False),
    Column("contract", Boolean, nullable=False),
    *_kept(),
    _version(),
)

partner_transaction = _table(
    "partner_transaction",
    Column("person_id", ForeignKey("person.id")),
    Column("partner_id", ForeignKey("partner.id"), nullable=False),
    Column("external_id", String, nullable=False),
    Column("customer_number", String, nullable=False),
    Column("on", Date, nullable=False),
    Column("kind", String, nullable=False),
    Column("amount", Integer),
    Column("note", String, nullable=False),
    Column("matched_by", String, nullable=False),
    Column("given", sa.JSON, nullable=False, server_default="{}"),
    *_origin(),
    *_kept(),
    UniqueConstraint("partner_id", "external_id"),
    Index("ix_partner_transaction_person_id", "person_id", "on"),
    Index("ix_partner_transaction_partner_id", "partner_id", "person_id"),
)

incident = _table(
    "incident",
    Column("known_on", Date, nullable=False),
    Column("happened_on", Date),
    Column("kind", String, nullable=False),
    Column("summary", Text, nullable=False),
    Column("people", Integer),
    Column("encrypted", Boolean, nullable=False),
    Column("closed_on", Date),
    *_kept(),
    _version(),
)

# The office's purposes of use

purpose = sa.Table(
    "purpose",
    METADATA,
    Column("code", String, primary_key=True),
    Column("ja", String, nullable=False),
    Column("en", String, nullable=False),
    Column("short_ja", String, nullable=False),
    Column("short_en", String, nullable=False),
    Column("marketing", Boolean, nullable=False),
    Column("categories", sa.JSON, nullable=False),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
    _version(),
)

# What somebody narrowed the list of customers to; its body may hold what he searched for
saved_filter = _table(
    "saved_filter",
    Column("user_id", ForeignKey("user.id"), nullable=False, index=True),
    Column("name", String, nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("body", sa.JSON, nullable=False),
    _version(),
)

# Requests

request = _table(
    "request",
    Column("number", String, nullable=False, unique=True),
    Column("law", Date, nullable=False),
    Column("regime", String, nullable=False, server_default="JP-APPI"),
    Column("channel", String, nullable=False),
    Column("language", String, nullable=False),
    Column("letter_on", Date),
    Column("arrived", Date, nullable=False),
    Column("entered_at", Instant, nullable=False),
    Column("owner_id", ForeignKey("user.id")),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("person_name", String, nullable=False),
    Column("kinds", String, nullable=False),
    Column("folded", Text, nullable=False),
    Column("state", String, nullable=False),
    Column("next_step", String, nullable=False),
    Column("due", Date, nullable=False),
    Column("day14", Date),
    Column("target", Date, nullable=False),
    Column("clocks", Text, nullable=False),
    Column("paused", Boolean, nullable=False),
    Column("closed_on", Date),
    Column("notes", Text, nullable=False),
    *_kept(),
    _version(),
    *(Index(f"ix_request_state_{name}", "state", name, "id") for name in ("arrived", "due", "day14", "number")),
)

request_party = _table(
    "request_party",
    Column("request_id", ForeignKey("request.id"), nullable=False, index=True),
    Column("role", String, nullable=False),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("name", String, nullable=False),
    Column("postal", String, nullable=False),
    Column("address", String, nullable=False),
    Column("phone", String, nullable=False),
    Column("mail", String, nullable=False),
    Column("relation", String, nullable=False),
    UniqueConstraint("request_id", "role"),
)

# What the events add up to, written anew after each of them
request_item = _table(
    "request_item",
    Column("request_id", ForeignKey("request.id"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("kind", String, nullable=False),
    Column("what", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("decision", String, nullable=False),
    Column("ground", String, nullable=False),
    Column("facts", Text, nullable=False),
    Column("changes", sa.JSON, nullable=False),
    Column("purposes", sa.JSON, nullable=False),
    Column("kept_until", Date),
    Column("kept_rule", String, nullable=False),
    Column("executed_on", Date),
    Column("told_on", Date),
    UniqueConstraint("request_id", "number"),
)

# The truth about a request: append-only, `detail` is the JSON of the event
request_event = _table(
    "request_event",
    Column("request_id", ForeignKey("request.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("at", Instant, nullable=False),
    Column("on", Date, nullable=False),
    Column("kind", String, nullable=False),
    Column("user_id", ForeignKey("user.id"), nullable=False),
    Column("detail", Text, nullable=False),
    UniqueConstraint("request_id", "seq"),
)

message = _table(
    "message",
    Column("request_id", ForeignKey("request.id"), index=True),
    Column("direction", String, nullable=False),
    Column("message_id", String, nullable=False, index=True),
    Column("digest", String, nullable=False, unique=True),
    Column("file_name", String, nullable=False),
    Column("sender_name", String, nullable=False),
    Column("sender", String, nullable=False),
    Column("subject", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("problems", sa.JSON, nullable=False),
    Column("sent_at", Instant),
    Column("taken_at", Instant, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("proposal", sa.JSON, nullable=False),
    Column("reason", String, nullable=False),
    *_kept(),
    _version(),
)

attachment = _table(
    "attachment",
    Column("message_id", ForeignKey("message.id"), index=True),
    Column("request_id", ForeignKey("request.id"), index=True),
    Column("name", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("category", String, nullable=False, server_default="attachments"),
    Column("size", Integer, nullable=False),
    Column("digest", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
    *_kept(),
)

# Letters

letter = _table(
    "letter",
    Column("number", String, unique=True),
    Column("request_id", ForeignKey("request.id"), index=True),
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("recipient", String, nullable=False),
    Column("template", String, nullable=False),
    Column("template_version", Integer, nullable=False),
    Column("language", String, nullable=False),
    Column("state", String, nullable=False, index=True),
    Column("pdf", LargeBinary),
    Column("sealed", LargeBinary),  # in place of the PDF where it shows whole numbers
    Column("digest", String, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("made_by", ForeignKey("user.id"), nullable=False),
    Column("issued_on", Date),
    Column("sent_on", Date),
    Column("replaces_id", ForeignKey("letter.id")),
    *_kept(),
    _version(),
)

mailing = _table(
    "mailing",
    Column("letter_id", ForeignKey("letter.id"), nullable=False, index=True),
    Column("service", String, nullable=False),
    Column("tracking", String, nullable=False),
    Column("sent_on", Date, nullable=False),
    Column("user_id", ForeignKey("user.id"), nullable=False),
    Column("returned_on", Date),
    Column("note", String, nullable=False),
)

# Retention

rule = _table(
    "rule",
    Column("code", String, nullable=False),
    Column("category", String, nullable=False, index=True),
    Column("body", Text, nullable=False),
    Column("valid_from", Date, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("user_id", ForeignKey("user.id")),
    _version(),
    UniqueConstraint("code", "version"),
)

retention = _table(
    "retention",
    Column("person_id", ForeignKey("person.id"), index=True),
    Column("request_id", ForeignKey("request.id"), index=True),
    Column("category", String, nullable=False),
    Column("records", Integer, nullable=False),
    Column("keep_until", Date),
    Column("rule", String, nullable=False),
    Column("rule_version", Integer, nullable=False),
    Column("ending", String, nullable=False),
    Column("started", Date),
    Column("held", Integer, nullable=False),
    Index("ix_retention_due", "held", "ending", "keep_until", "category", "id"),
)

hold = _table(
    "hold",
    _person(),
    Column("request_id", ForeignKey("request.id")),
    Column("name", String, nullable=False),
    Column("reason", Text, nullable=False),
    Column("owner_id", ForeignKey("user.id"), nullable=False),
    Column("placed_on", Date, nullable=False),
    Column("review_on", Date),
    Column("lifted_on", Date),
    Column("lifted_by", ForeignKey("user.id")),
    Column("lifted_why", Text, nullable=False),
    _version(),
)

tombstone = _table(
    "tombstone",
    Column("digest", LargeBinary, nullable=False, unique=True),
    Column("on", Date, nullable=False),
    Column("reason", String, nullable=False),
    Column("audit_seq", Integer, nullable=False),
)
