"""What a mailing is made as, and what became of its labels."""

from dataclasses import dataclass
from enum import StrEnum


class Output(StrEnum):
    """What a mailing is made as."""

    XLSX = "xlsx"
    CSV = "csv"
    LABELS = "labels"


class LabelStock(StrEnum):
    """The label sheets that can be bought and are known here."""

    A4_21 = "a4_21"
    A4_12 = "a4_12"


@dataclass(frozen=True)
class Labels:
    """Drawn label sheets: how many labels on how many sheets, and whose address fits on none."""

    pdf: bytes
    count: int
    sheets: int
    too_long: tuple[str, ...]
