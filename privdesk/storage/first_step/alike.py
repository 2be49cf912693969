"""Step 1: records that may be one person's, and those that were merged."""

import sqlalchemy as sa
from alembic.operations import Operations


def make(op: Operations) -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "person_resemblance",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("other_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("weight", sa.Integer, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id")),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.UniqueConstraint("person_id", "other_id", name="uq_person_resemblance_person_id_other_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_resemblance_open", "person_resemblance", ["state", "weight", "id"])
    op.create_index("ix_person_resemblance_other_id", "person_resemblance", ["other_id"])
    op.create_index("ix_person_resemblance_person_id", "person_resemblance", ["person_id"])
    op.create_table(
        "person_merge",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("other_id", sa.Integer, sa.ForeignKey("person.id"), nullable=False),
        sa.Column("note", sa.JSON, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_person_merge_other_id", "person_merge", ["other_id"])
    op.create_index("ix_person_merge_person_id", "person_merge", ["person_id"])
