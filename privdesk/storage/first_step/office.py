"""Step 1: who works here, what the office is, its purposes of use, its incidents, and where its copies lie."""

import sqlalchemy as sa
from alembic.operations import Operations


def make(op: Operations) -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "user",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("login", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("slot", sa.String, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.UniqueConstraint("login", name="uq_user_login"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.JSON, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("last", sa.Integer, nullable=False),
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("user_id", "place", name="uq_draft_user_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "saved_filter",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("shared", sa.Boolean, nullable=False),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_saved_filter_user_id", "saved_filter", ["user_id"])
    op.create_table(
        "purpose",
        sa.Column("code", sa.String, primary_key=True),
        sa.Column("ja", sa.String, nullable=False),
        sa.Column("en", sa.String, nullable=False),
        sa.Column("short_ja", sa.String, nullable=False),
        sa.Column("short_en", sa.String, nullable=False),
        sa.Column("marketing", sa.Boolean, nullable=False),
        sa.Column("categories", sa.JSON, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
    )
    op.create_table(
        "incident",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("known_on", sa.Date, nullable=False),
        sa.Column("happened_on", sa.Date),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("summary", sa.Text, nullable=False),
        sa.Column("people", sa.Integer),
        sa.Column("encrypted", sa.Boolean, nullable=False),
        sa.Column("closed_on", sa.Date),
        sa.Column("keep_until", sa.Date),
        sa.Column("keep_rule", sa.String, nullable=False, server_default=""),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "backup_copy",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("uid", sa.String, nullable=False),
        sa.Column("place", sa.String, nullable=False),
        sa.Column("file", sa.String, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("log_seq", sa.Integer, nullable=False),
        sa.Column("destroy_by", sa.Date, nullable=False),
        sa.Column("destroyed_on", sa.Date),
        sa.Column("proven_on", sa.Date),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.UniqueConstraint("uid", name="uq_backup_copy_uid"),
        sqlite_autoincrement=True,
    )
