"""The office that keeps the desk: what its letters say of it and how its calendar runs."""

from dataclasses import dataclass, field
from datetime import date, timedelta, timezone

# Japan keeps no summer time; a fixed offset needs no zone files on any system
ZONE = timezone(timedelta(hours=9), "JST")


@dataclass(frozen=True)
class Office:
    """The office's profile; kept in the vault as one versioned setting, the defaults are those of a new desk.

    `window_right` and `window_down` say how many millimetres the window of its envelopes lies off the usual place.
    """

    name: str
    postal: str = ""
    address: tuple[str, ...] = ()
    representative_title: str = ""
    representative: str = ""
    department: str = ""
    phone: str = ""
    hours: str = ""
    mail: str = ""
    complaints: str = ""
    name_en: str = ""
    address_en: tuple[str, ...] = ()
    representative_title_en: str = ""
    representative_en: str = ""
    department_en: str = ""
    hours_en: str = ""
    complaints_en: str = ""
    seal: bytes = b""
    letter_series: str = "個情発第"
    envelope: str = "naga3_left"
    window_right: int = 0
    window_down: int = 0
    fiscal_year_end_month: int = 3
    closing_days: tuple[date, ...] = ()
    fees: dict[str, int] = field(default_factory=dict)
    keeps_card_numbers: bool = False
    idle_minutes: int = 5
    version: int = 1
