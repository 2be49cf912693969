"""The recovery sheet on paper: drawn, and written where the founder of a desk wants it."""

from datetime import date
from pathlib import Path

from privdesk.letters.facts import Language
from privdesk.letters.recovery_sheet import recovery_sheet
from privdesk.operations.desks import Sheet
from privdesk.storage import files

_LANGUAGES: dict[str, Language] = {"ja": "ja", "en": "en"}


def drawn(sheet: Sheet, office_name: str, language: str, made_on: date) -> bytes:
    """The sheet as one A4 page in PDF; the bytes hold the secret in clear."""
    return recovery_sheet(office_name, "", sheet.groups, made_on, _LANGUAGES[language])


def save(content: bytes, path: Path) -> Path:
    """Write a drawn sheet for its owner's eyes only, whole or not at all.

    Raises ReadOnlyFolder, DiskFull or DiskTrouble.
    """
    with files.told():
        files.replace(path, content)
    return path
