"""The columns of the list of letters."""

from privdesk.domain.law import Law
from privdesk.domain.letter import LetterRow
from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.posting import letter_face, service_said, template_said
from privdesk.gui.widgets.rows import Column


def letter_columns(law: Law) -> tuple[Column[LetterRow], ...]:
    """What the list tells of a letter."""
    return (
        Column(
            "number",
            shown("columns", "Number"),
            lambda row: row.number,
            160,
            sign=lambda row: "lock" if row.has_numbers else "",
        ),
        Column("kind", shown("columns", "Letter"), lambda row: template_said(law, row.template), 148, stretch=True),
        Column("to", shown("columns", "To"), lambda row: visible(row.recipient), 112, stretch=True),
        Column("request", shown("columns", "Request"), lambda row: row.request_number, 94, minor=True),
        Column("issued", shown("columns", "Issued"), lambda row: row.issued_on.isoformat(), 104, minor=True),
        Column(
            "state",
            shown("columns", "State"),
            lambda row: letter_face(row.state).text,
            96,
            chips=lambda row: (letter_face(row.state),),
        ),
        Column(
            "sent",
            shown("columns", "Sent"),
            lambda row: row.sent_on.isoformat() if row.sent_on else "",
            104,
            minor=True,
            tooltip=lambda row: "  ".join(filter(None, (service_said(row.service), row.tracking))),
        ),
    )
