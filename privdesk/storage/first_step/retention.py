"""Step 1: until when everything is kept, by which rule, and what was disposed of."""

import sqlalchemy as sa
from alembic.operations import Operations


def make(op: Operations) -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "rule",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("category", sa.String, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("valid_from", sa.Date, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id")),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.UniqueConstraint("code", "version", name="uq_rule_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_rule_category", "rule", ["category"])
    op.create_table(
        "retention",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sa.Column("category", sa.String, nullable=False),
        sa.Column("records", sa.Integer, nullable=False),
        sa.Column("keep_until", sa.Date),
        sa.Column("rule", sa.String, nullable=False),
        sa.Column("rule_version", sa.Integer, nullable=False),
        sa.Column("ending", sa.String, nullable=False),
        sa.Column("started", sa.Date),
        sa.Column("held", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_retention_due", "retention", ["held", "ending", "keep_until", "category", "id"])
    op.create_index("ix_retention_person_id", "retention", ["person_id"])
    op.create_index("ix_retention_request_id", "retention", ["request_id"])
    op.create_table(
        "hold",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("owner_id", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sa.Column("placed_on", sa.Date, nullable=False),
        sa.Column("review_on", sa.Date),
        sa.Column("lifted_on", sa.Date),
        sa.Column("lifted_by", sa.Integer, sa.ForeignKey("user.id")),
        sa.Column("lifted_why", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_hold_person_id", "hold", ["person_id"])
    op.create_table(
        "tombstone",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("audit_seq", sa.Integer, nullable=False),
        sa.UniqueConstraint("digest", name="uq_tombstone_digest"),
        sqlite_autoincrement=True,
    )
