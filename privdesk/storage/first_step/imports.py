"""Step 1: imported files, the companies that give or get data, and what came from them or went to them."""

import sqlalchemy as sa
from alembic.operations import Operations


def make(op: Operations) -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "batch",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("file_name", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("encoding", sa.String, nullable=False),
        sa.Column("mapping", sa.JSON, nullable=False),
        sa.Column("headers", sa.String, nullable=False, server_default=""),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("imported", sa.Integer, nullable=False),
        sa.Column("warned", sa.Integer, nullable=False),
        sa.Column("waiting", sa.Integer, nullable=False),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("received", sa.JSON, nullable=False, server_default="{}"),
        sa.Column("running", sa.Boolean, nullable=False, server_default="0"),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sa.Column("undone_at", sa.DateTime),
        sa.Column("undone_by", sa.Integer, sa.ForeignKey("user.id")),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "batch_row",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id"), nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("raw", sa.JSON, nullable=False),
        sa.Column("sealed", sa.LargeBinary),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("details", sa.JSON, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("settled_why", sa.String, nullable=False, server_default=""),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_batch_row_batch_id", "batch_row", ["batch_id"])
    op.create_index("ix_batch_row_person_id", "batch_row", ["person_id"])
    op.create_table(
        "batch_problem",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id"), nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("field", sa.String, nullable=False),
        sa.Column("raw", sa.Text, nullable=False),
        sa.Column("sealed", sa.LargeBinary),
        sa.Column("problem", sa.String, nullable=False),
        sa.Column("details", sa.JSON, nullable=False),
        sa.Column("mended_at", sa.DateTime),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_batch_problem_batch_id", "batch_problem", ["batch_id"])
    op.create_index("ix_batch_problem_person_id", "batch_problem", ["person_id"])
    op.create_table(
        "partner",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("folded", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("address", sa.String, nullable=False),
        sa.Column("representative", sa.String, nullable=False),
        sa.Column("acquired_how", sa.String, nullable=False),
        sa.Column("contract_on", sa.Date),
        sa.Column("ended_on", sa.Date),
        sa.Column("batch_id", sa.Integer),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.UniqueConstraint("folded", name="uq_partner_folded"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "recipient",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("address", sa.String, nullable=False),
        sa.Column("representative", sa.String, nullable=False),
        sa.Column("country", sa.String, nullable=False),
        sa.Column("ended_on", sa.Date),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contractor",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("address", sa.String, nullable=False),
        sa.Column("service", sa.String, nullable=False),
        sa.Column("data", sa.String, nullable=False),
        sa.Column("country", sa.String, nullable=False),
        sa.Column("contract_on", sa.Date),
        sa.Column("checked_on", sa.Date),
        sa.Column("ended_on", sa.Date),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "provision",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("direction", sa.String, nullable=False),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id")),
        sa.Column("recipient_id", sa.Integer, sa.ForeignKey("recipient.id")),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("last_on", sa.Date),
        sa.Column("items", sa.String, nullable=False),
        sa.Column("basis", sa.String, nullable=False),
        sa.Column("acquired_how", sa.String, nullable=False),
        sa.Column("contract", sa.Boolean, nullable=False),
        sa.Column("keep_until", sa.Date),
        sa.Column("keep_rule", sa.String, nullable=False, server_default=""),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_provision_person_id", "provision", ["person_id"])
    op.create_table(
        "partner_transaction",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("partner_id", sa.Integer, sa.ForeignKey("partner.id"), nullable=False),
        sa.Column("external_id", sa.String, nullable=False),
        sa.Column("customer_number", sa.String, nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("amount", sa.Integer),
        sa.Column("note", sa.String, nullable=False),
        sa.Column("matched_by", sa.String, nullable=False),
        sa.Column("given", sa.JSON, nullable=False, server_default="{}"),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("source_on", sa.Date, nullable=False),
        sa.Column("batch_id", sa.Integer, sa.ForeignKey("batch.id")),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sa.Column("keep_until", sa.Date),
        sa.Column("keep_rule", sa.String, nullable=False, server_default=""),
        sa.UniqueConstraint("partner_id", "external_id", name="uq_partner_transaction_partner_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_partner_transaction_batch_id", "partner_transaction", ["batch_id"])
    op.create_index("ix_partner_transaction_partner_id", "partner_transaction", ["partner_id", "person_id"])
    op.create_index("ix_partner_transaction_person_id", "partner_transaction", ["person_id", "on"])
