"""Step 1: letters; one that has its number is never changed, none takes another's place, and only disposal ends it."""

import sqlalchemy as sa
from alembic.operations import Operations


def make(op: Operations) -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("number", sa.String),
        sa.Column("request_id", sa.Integer, sa.ForeignKey("request.id")),
        sa.Column("person_id", sa.Integer, sa.ForeignKey("person.id")),
        sa.Column("recipient", sa.String, nullable=False),
        sa.Column("template", sa.String, nullable=False),
        sa.Column("template_version", sa.Integer, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("pdf", sa.LargeBinary),
        sa.Column("sealed", sa.LargeBinary),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("made_at", sa.DateTime, nullable=False),
        sa.Column("made_by", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sa.Column("issued_on", sa.Date),
        sa.Column("sent_on", sa.Date),
        sa.Column("replaces_id", sa.Integer, sa.ForeignKey("letter.id")),
        sa.Column("keep_until", sa.Date),
        sa.Column("keep_rule", sa.String, nullable=False, server_default=""),
        sa.Column("version", sa.Integer, nullable=False, server_default="1"),
        sa.UniqueConstraint("number", name="uq_letter_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_letter_person_id", "letter", ["person_id"])
    op.create_index("ix_letter_request_id", "letter", ["request_id"])
    op.create_index("ix_letter_state", "letter", ["state"])
    op.create_table(
        "mailing",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("letter_id", sa.Integer, sa.ForeignKey("letter.id"), nullable=False),
        sa.Column("service", sa.String, nullable=False),
        sa.Column("tracking", sa.String, nullable=False),
        sa.Column("sent_on", sa.Date, nullable=False),
        sa.Column("user_id", sa.Integer, sa.ForeignKey("user.id"), nullable=False),
        sa.Column("returned_on", sa.Date),
        sa.Column("note", sa.String, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_mailing_letter_id", "mailing", ["letter_id"])
    frozen = (
        "id, number, request_id, recipient, template, template_version, language, pdf, digest, pages, made_at, "
        "made_by, issued_on, replaces_id"
    )
    said = "SELECT RAISE(ABORT, 'an issued letter is never changed');"
    taken = "SELECT 1 FROM letter WHERE (id = NEW.id OR number = NEW.number) AND number IS NOT NULL"
    for name, event, when in (
        ("letter_kept", "DELETE", "OLD.number IS NOT NULL AND OLD.state <> 'disposed'"),
        ("letter_frozen", f"UPDATE OF {frozen}", "OLD.number IS NOT NULL"),
        ("letter_single", "INSERT", f"EXISTS ({taken})"),  # OR REPLACE would remove a letter without another trigger
        ("letter_alone", "UPDATE OF id, number", f"EXISTS ({taken})"),
    ):
        op.execute(f"CREATE TRIGGER {name} BEFORE {event} ON letter WHEN {when} BEGIN {said} END")
