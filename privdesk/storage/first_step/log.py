"""Step 1: the log, which only grows, also past REPLACE, which the authorizer cannot see."""

import sqlalchemy as sa
from alembic.operations import Operations


def make(op: Operations) -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "audit",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("zone", sa.String, nullable=False),
        sa.Column("user_id", sa.Integer),
        sa.Column("session", sa.String, nullable=False),
        sa.Column("act", sa.String, nullable=False),
        sa.Column("about", sa.String, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("previous", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("segment", sa.Integer, nullable=False),
        sa.Column("mac", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary),
    )
    op.create_index("ix_audit_about", "audit", ["about"])
    op.create_index("ix_audit_act", "audit", ["act"])
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_table(
        "log_segment",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("first", sa.Integer, nullable=False),
        sa.Column("note", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "log_seed",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("slot", sa.String, primary_key=True),
        sa.Column("box_key", sa.LargeBinary, primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "log_state",
        sa.Column("segment", sa.Integer, nullable=False),
        sa.Column("roster", sa.Integer, nullable=False),
        sa.Column("key", sa.LargeBinary, nullable=False),
        sa.Column("latest", sa.DateTime, nullable=False),
    )
    for table, number in (("audit", "seq"), ("log_segment", "number")):
        refuse = "BEGIN SELECT RAISE(ABORT, 'the log only grows'); END"
        follows = f"new.{number} IS NOT (SELECT coalesce(max({number}), 0) + 1 FROM {table})"  # noqa: S608
        op.execute(f"CREATE TRIGGER {table}_grows BEFORE INSERT ON {table} WHEN {follows} {refuse}")
        op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}")
        op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}")
