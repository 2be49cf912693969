"""Step 1: requests and the mails that bring them."""

import sqlalchemy as sa
from alembic.operations import Operations


def make(op: Operations) -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "request",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.String, nullable=False),
        sa.Column("law", sa.Date, nullable=False),
        sa.Column("regime", sa.String, nullable=False, server_default="JP-APPI"),
        sa.Column("channel", sa.String, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("letter_on", sa.Date),
        sa.Column("arrived", sa.Date, nullable=False),
        sa.Column("entered_at", sa.DateTime, nullable=False),
        sa.Column("owner_id", sa.Integer, sa.ForeignKey("user.id")),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("person_name", sa.String, nullable=False),
        sa.Column("kinds", sa.String, nullable=False),
        sa.Column("folded", sa.Text, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("next_step", sa.String, nullable=False),
        sa.Column("due", sa.Date, nullable=False),
        sa.Column("day14", sa.Date),
        sa.Column("target", sa.Date, nullable=False),
        sa.Column("clocks", sa.Text, nullable=False),
        sa.Column("paused", sa.Boolean, nullable=False),
        sa.Column("closed_on", sa.Date),
        sa.Column("notes", sa.Text, nullable=False),
        sa.Column("keep_until", sa.Date),
        sa.Column("keep_rule", sa.String, nullable=False, server_default=""),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.UniqueConstraint("number", name="uq_request_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_request_person_id", "request", ["person_id"])
    op.create_index("ix_request_state_arrived", "request", ["state", "arrived", "id"])
    op.create_index("ix_request_state_day14", "request", ["state", "day14", "id"])
    op.create_index("ix_request_state_due", "request", ["state", "due", "id"])
    op.create_index("ix_request_state_number", "request", ["state", "number", "id"])
    op.create_table(
        "request_party",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id"), nullable=False),
        sa.Column("role", sa.String, nullable=False),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("postal", sa.String, nullable=False),
        sa.Column("address", sa.String, nullable=False),
        sa.Column("phone", sa.String, nullable=False),
        sa.Column("mail", sa.String, nullable=False),
        sa.Column("relation", sa.String, nullable=False),
        sa.UniqueConstraint("request_id", "role", name="uq_request_party_request_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_request_party_person_id", "request_party", ["person_id"])
    op.create_index("ix_request_party_request_id", "request_party", ["request_id"])
    op.create_table(
        "request_item",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("decision", sa.String, nullable=False),
        sa.Column("ground", sa.String, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("changes", sa.JSON, nullable=False),
        sa.Column("purposes", sa.JSON, nullable=False),
        sa.Column("kept_until", sa.Date),
        sa.Column("kept_rule", sa.String, nullable=False),
        sa.Column("executed_on", sa.Date),
        sa.Column("told_on", sa.Date),
        sa.UniqueConstraint("request_id", "number", name="uq_request_item_request_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_request_item_request_id", "request_item", ["request_id"])
    op.create_table(
        "request_event",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id"), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("on", sa.Date, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.UniqueConstraint("request_id", "seq", name="uq_request_event_request_id"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "message",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sa.Column("direction", sa.String, nullable=False),
        sa.Column("message_id", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("file_name", sa.String, nullable=False),
        sa.Column("sender_name", sa.String, nullable=False),
        sa.Column("sender", sa.String, nullable=False),
        sa.Column("subject", sa.String, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("problems", sa.JSON, nullable=False),
        sa.Column("sent_at", sa.DateTime),
        sa.Column("taken_at", sa.DateTime, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("proposal", sa.JSON, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.Column("keep_until", sa.Date),
        sa.Column("keep_rule", sa.String, nullable=False, server_default=""),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.UniqueConstraint("digest", name="uq_message_digest"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_message_message_id", "message", ["message_id"])
    op.create_index("ix_message_request_id", "message", ["request_id"])
    op.create_index("ix_message_state", "message", ["state"])
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("message_id", sa.Integer, sa.ForeignKey("message.id")),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("category", sa.String, nullable=False, server_default="attachments"),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.Column("keep_until", sa.Date),
        sa.Column("keep_rule", sa.String, nullable=False, server_default=""),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_attachment_message_id", "attachment", ["message_id"])
    op.create_index("ix_attachment_request_id", "attachment", ["request_id"])
