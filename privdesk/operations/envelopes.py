"""The office's window envelopes: which ones letters know, and the test page for one of them."""

from datetime import date

from privdesk.domain.office import Office
from privdesk.letters import envelopes
from privdesk.letters.envelope_page import envelope_page
from privdesk.letters.facts import Language

_LANGUAGES: dict[str, Language] = {"ja": "ja", "en": "en"}


def choices(language: str) -> dict[str, str]:
    """The profiles by code, in words."""
    return {code: one.name[language] for code, one in envelopes.envelopes().items()}


def drawn(office: Office, today: date, language: str) -> bytes:
    """The test page for the envelopes of an office, as a PDF of one A4 page; it holds nobody's data."""
    moved = office.window_right, office.window_down
    fitted = envelopes.envelope(office.envelope, *moved)
    return envelope_page(office.name, fitted, moved, today, _LANGUAGES[language])
