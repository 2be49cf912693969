"""Step 1: customers and all that is known about them."""

import sqlalchemy as sa
from alembic.operations import Operations


def make(op: Operations) -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "person",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("number", sa.String),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("birth", sa.Date),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("since", sa.Date),
        sa.Column("left_on", sa.Date),
        sa.Column("last_activity", sa.Date),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("entrusted", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("existence_sensitive", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("source_on", sa.Date, nullable=False),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id")),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sa.Column("keep_until", sa.Date),
        sa.Column("keep_rule", sa.String, nullable=False, server_default=""),
        sa.Column("created_at", sa.DateTime, nullable=False),
        sa.Column("merged_into", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.UniqueConstraint("uid", name="uq_person_uid"),
        sa.UniqueConstraint("number", name="uq_person_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_batch_id", "person", ["batch_id"])
    op.create_index("ix_person_merged_into", "person", ["merged_into"])
    op.create_table(
        "person_name",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("kana", sa.String, nullable=False),
        sa.Column("until", sa.Date),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("source_on", sa.Date, nullable=False),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id")),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_name_batch_id", "person_name", ["batch_id"])
    op.create_index("ix_person_name_person_id", "person_name", ["person_id"])
    op.create_table(
        "person_address",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("postal", sa.String, nullable=False),
        sa.Column("text", sa.String, nullable=False),
        sa.Column("until", sa.Date),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("source_on", sa.Date, nullable=False),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id")),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_address_batch_id", "person_address", ["batch_id"])
    op.create_index("ix_person_address_person_id", "person_address", ["person_id"])
    op.create_table(
        "person_contact",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("value", sa.String, nullable=False),
        sa.Column("folded", sa.String, nullable=False),
        sa.Column("until", sa.Date),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("source_on", sa.Date, nullable=False),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id")),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_contact_batch_id", "person_contact", ["batch_id"])
    op.create_index("ix_person_contact_folded", "person_contact", ["folded"])
    op.create_index("ix_person_contact_person_id", "person_contact", ["person_id"])
    op.create_table(
        "person_number",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("issuer", sa.String, nullable=False),
        sa.Column("detail", sa.String, nullable=False),
        sa.Column("holder", sa.String, nullable=False),
        sa.Column("last4", sa.String, nullable=False),
        sa.Column("sealed", sa.LargeBinary),
        sa.Column("blind", sa.LargeBinary),
        sa.Column("sound", sa.Boolean, nullable=False),
        sa.Column("until", sa.Date),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("source_on", sa.Date, nullable=False),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id")),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sa.Column("keep_until", sa.Date),
        sa.Column("keep_rule", sa.String, nullable=False, server_default=""),
        sa.UniqueConstraint("uid", name="uq_person_number_uid"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_number_batch_id", "person_number", ["batch_id"])
    op.create_index("ix_person_number_blind", "person_number", ["blind"])
    op.create_index("ix_person_number_person_id", "person_number", ["person_id"])
    op.create_table(
        "person_link",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("other_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False, server_default=""),
        sa.Column("reach", sa.String, nullable=False, server_default=""),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("since", sa.Date, nullable=False),
        sa.Column("until", sa.Date),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("source_on", sa.Date, nullable=False),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id")),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_link_batch_id", "person_link", ["batch_id"])
    op.create_index("ix_person_link_other_id", "person_link", ["other_id"])
    op.create_index("ix_person_link_person_id", "person_link", ["person_id"])
    op.create_table(
        "person_purpose",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("purpose", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("start", sa.Date, nullable=False),
        sa.Column("until", sa.Date),
        sa.Column("last_day", sa.Date),
        sa.Column("ground", sa.String, nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("source_on", sa.Date, nullable=False),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id")),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sa.Column("keep_until", sa.Date),
        sa.Column("keep_rule", sa.String, nullable=False, server_default=""),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_purpose_batch_id", "person_purpose", ["batch_id"])
    op.create_index(
        "ix_person_purpose_last_day", "person_purpose", ["last_day"], sqlite_where=sa.text("last_day IS NOT NULL")
    )
    op.create_index("ix_person_purpose_person_id", "person_purpose", ["person_id"])
    op.create_index(
        "ix_person_purpose_purpose",
        "person_purpose",
        ["purpose", "state", "person_id", "start", "until", "last_day"],
    )
    op.create_table(
        "history",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("field", sa.String, nullable=False),
        sa.Column("old", sa.Text, nullable=False),
        sa.Column("new", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("source_on", sa.Date, nullable=False),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id")),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_history_batch_id", "history", ["batch_id"])
    op.create_index("ix_history_person_id", "history", ["person_id"])
