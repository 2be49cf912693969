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
        sa.Column("sort_name", sa.String, nullable=False),
        sa.Column("birth", sa.Date),
        sa.Column("status", sa.String, nullable=False),
        sa.Column("suspended", sa.Integer, nullable=False),
        sa.Column("open_requests", sa.Integer, nullable=False),
        sa.Column("last_activity", sa.Date),
        sa.Column("keep_until", sa.Date),
        sa.Column("held", sa.Integer, nullable=False),
        sa.Column("warnings", sa.Integer, nullable=False),
    )
    # each with what the list is filtered by
    op.create_index(
        "ix_person_list_birth",
        "person_list",
        ["birth", "person_id", "status", "suspended", "open_requests", "warnings"],
    )
    op.create_index(
        "ix_person_list_keep_until",
        "person_list",
        ["keep_until", "person_id", "status", "suspended", "open_requests", "warnings"],
    )
    op.create_index(
        "ix_person_list_last_activity",
        "person_list",
        ["last_activity", "person_id", "status", "suspended", "open_requests", "warnings"],
    )
    op.create_index(
        "ix_person_list_number",
        "person_list",
        ["number", "person_id", "status", "suspended", "open_requests", "warnings"],
    )
    op.create_index(
        "ix_person_list_open_requests", "person_list", ["open_requests", "person_id", "status", "suspended", "warnings"]
    )
    op.create_index(
        "ix_person_list_sort_name",
        "person_list",
        ["sort_name", "person_id", "status", "suspended", "open_requests", "warnings"],
    )
    op.create_index(
        "ix_person_list_status", "person_list", ["status", "person_id", "suspended", "open_requests", "warnings"]
    )
    op.create_index(
        "ix_person_list_suspended", "person_list", ["suspended", "person_id", "status", "open_requests", "warnings"]
    )
    op.create_index(
        "ix_person_list_warnings", "person_list", ["warnings", "person_id", "status", "suspended", "open_requests"]
    )
