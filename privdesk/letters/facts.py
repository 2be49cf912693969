"""Everything a letter can say, as plain values: whoever fills these needs no database to try a letter."""

import datetime
from dataclasses import dataclass
from typing import Literal

Language = Literal["ja", "en"]


@dataclass(frozen=True)
class Office:
    """The sender, in the language of the letter; `seal` is a PNG with transparent ground, or None for （公印省略）.

    `envelope` is a profile of resources/letters/envelopes.toml, whose window lies so many millimetres right and down.
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
    seal: bytes | None = None
    envelope: str = "naga3_left"
    window_right: int = 0
    window_down: int = 0


@dataclass(frozen=True)
class Addressee:
    """Who opens the envelope; an agent acts for the person `agent_for`.

    `honorific` follows a Japanese name and stands before an English one (Ms, Mr); 御中 marks an organisation in both.
    """

    name: str
    honorific: str = ""
    agent_for: str = ""
    postal: str = ""
    address: tuple[str, ...] = ()


@dataclass(frozen=True)
class KindFact:
    """What was asked, in the words of the law, with its article."""

    name: str
    article: str = ""


@dataclass(frozen=True)
class ItemFact:
    """One asked thing with its decision: a code for the wording's outcome and the word that is printed."""

    asked: str
    decision: str
    decision_word: str
    ground: str = ""
    reason: str = ""
    old: str = ""
    new: str = ""
    kept_until: datetime.date | None = None
    kept_because: str = ""
    purposes: tuple[str, ...] = ()


@dataclass(frozen=True)
class DataRow:
    """One stored field with its origin and purposes of use."""

    item: str
    value: str
    source: str = ""
    acquired: datetime.date | None = None
    purposes: tuple[str, ...] = ()


@dataclass(frozen=True)
class DataSection:
    """The stored fields of one category."""

    title: str
    rows: tuple[DataRow, ...]


@dataclass(frozen=True)
class DataSheet:
    """All that is held about a person on a day; goes out as an annex of the disclosure."""

    as_of: datetime.date
    person: str
    sections: tuple[DataSection, ...]


@dataclass(frozen=True)
class ProvisionFact:
    """One giving to or receiving from a third party, with the fields of APPI articles 29 and 30."""

    on: datetime.date
    direction: str
    party: str
    data: str
    party_address: str = ""
    party_representative: str = ""
    consent: str = ""
    obtained: str = ""


@dataclass(frozen=True)
class LetterFacts:
    """One letter; without a `number` it is a draft.

    `provisions` is None where no record was asked for, and () where there is none; `replaces` is the number of the
    letter that this one corrects.
    """

    template: str
    language: Language
    number: str | None
    date: datetime.date
    addressee: Addressee
    office: Office
    request_number: str = ""
    request_date: datetime.date | None = None
    kinds: tuple[KindFact, ...] = ()
    items: tuple[ItemFact, ...] = ()
    papers: tuple[str, ...] = ()
    authority: tuple[str, ...] = ()
    papers_by: datetime.date | None = None
    expected: datetime.date | None = None
    method: str = ""
    done_on: datetime.date | None = None
    told: tuple[str, ...] = ()
    search_scope: str = ""
    reason: str = ""
    replaces: str = ""
    sheet: DataSheet | None = None
    provisions: tuple[ProvisionFact, ...] | None = None
