"""Step 1: the narrow table that lists of customers are read from."""

import sqlalchemy as sa
from alembic.operations import Operations


def make(op: Operations) -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "person_list",
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id"), primary_key=True),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("kana", sa.String, nullable=False),
        sa.Column("stretch", sa.Integer, nullable=False),
        sa.Column("sort_name", sa.String, nullable=False),
        sa.Column("birth", sa.Date),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("suspended", sa.Integer, nullable=False),
        sa.Column("open_requests", sa.Integer, nullable=False),
        sa.Column("last_activity", sa.Date),
        sa.Column("keep_until", sa.Date),
        sa.Column("held", sa.Integer, nullable=False),
        sa.Column("warnings", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
    )
    # each with what the list is filtered by
    filters = ("status", "suspended", "open_requests", "warnings", "held")
    op.create_index("ix_person_list_sort_name", "person_list", ["stretch", "sort_name", "person_id", *filters])
    for name in ("number", "birth", "status", "suspended", "open_requests", "last_activity", "keep_until"):
        rest = [one for one in filters if one != name]
        op.create_index(f"ix_person_list_{name}", "person_list", [name, "person_id", *rest])
    for name in ("warnings", "held"):
        few = sa.text(f"{name} > 0")
        op.create_index(f"ix_person_list_{name}", "person_list", [name, "person_id"], sqlite_where=few)
