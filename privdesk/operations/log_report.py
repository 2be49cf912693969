"""The report of a month of the log on paper."""

from datetime import date

from privdesk.domain.log import Month
from privdesk.letters.facts import Language
from privdesk.letters.log_report import log_report

_LANGUAGES: dict[str, Language] = {"ja": "ja", "en": "en"}


def drawn(month: Month, office_name: str, made_on: date, made_by: str, language: str) -> bytes:
    """The report as PDF, in "ja" or "en"; `log.month` gives what it says, and logs that somebody wanted it."""
    return log_report(month, office_name, made_on, made_by, _LANGUAGES[language])
