"""Step 1: signed exemptions from suspensions, and what a suspension refused."""

import sqlalchemy as sa
from alembic.operations import Operations


def make(op: Operations) -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "exemption",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("purpose", sa.String, nullable=False),
        sa.Column("stands", sa.String, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("asked_by", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sa.Column("signed_by", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sa.Column("signed_on", sa.Date, nullable=False),
        sa.Column("last_day", sa.Date, nullable=False),
        sa.Column("once", sa.Boolean, nullable=False),
        sa.Column("used_on", sa.Date),
        sa.Column("withdrawn_on", sa.Date),
        sa.Column("withdrawn_by", sa.Integer, sa.ForeignKey("user.id")),
        sa.Column("withdrawn_why", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_exemption_person_id", "exemption", ["person_id"])
    op.create_table(
        "use_attempt",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("month", sa.Date, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sa.Column("purpose", sa.String, nullable=False),
        sa.Column("act", sa.String, nullable=False),
        sa.Column("people", sa.Integer, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_use_attempt_at", "use_attempt", ["at"])
    op.create_index("ix_use_attempt_month", "use_attempt", ["month", "purpose", "user_id", "people"])
