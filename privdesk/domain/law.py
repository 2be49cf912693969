"""The law as dated data, decoded from `resources/law/*.toml`: kinds, grounds, letters, days, papers and words."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Literal

import msgspec

from privdesk.domain.decision import Decision
from privdesk.domain.errors import LawMissing


class Channel(StrEnum):
    """The way on which a request, or a proof of identity, comes in."""

    VISIT = "visit"
    POST = "post"
    MAIL = "mail"
    PHONE = "phone"


class Requester(StrEnum):
    """In what right the requester asks (Art. 37(3); heirs are served as a courtesy)."""

    PRINCIPAL = "principal"
    GUARDIAN = "guardian"
    ADULT_GUARDIAN = "adult_guardian"
    AGENT = "agent"
    HEIR = "heir"


class Method(StrEnum):
    """How identity was shown."""

    ORIGINALS = "originals"
    COPIES = "copies"
    CALLBACK = "callback"
    LOGIN = "login"
    SIGNATURE = "signature"


class Medium(StrEnum):
    """How the requester wants to get what is disclosed (Art. 33(1), (5)); the office may ask for another way."""

    PAPER = "paper"
    ELECTRONIC = "electronic"


class Text(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wording in both languages."""

    ja: str
    en: str

    def in_(self, language: str) -> str:
        """The wording in `language` ("ja" or "en")."""
        return {"ja": self.ja, "en": self.en}[language]


Mark = Literal["src", "own"]

# the letters that are no answers: the request is in hand, papers are wanted after all, it ends without an answer
ACKNOWLEDGEMENT = "acknowledgement"
PAPERS = "papers"
CLOSING = "closing"


class Ground(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A lawful reason to refuse, with a sentence to start the facts from."""

    article: Text
    name: Text
    fact: Text
    mark: Mark


class Kind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the law says about one kind of request; `decisions` maps each possible decision to its letter.

    `medium`: the requester may say how he wants to get what he asks for.
    """

    name: Text
    chip: Text
    article: Text
    fee: bool
    identity: bool
    reason: bool
    acknowledge: bool
    answer: bool
    lawsuit: bool
    decisions: dict[Decision, str]
    medium: bool = False
    grounds: dict[str, Ground] = {}


class Letter(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A letter of the procedure; `answer` says that it tells the decision on items."""

    name: Text
    answer: bool


class PaperKind(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A paper that offices accept, and what makes one good."""

    name: Text
    mark: Mark
    identity: bool = True
    photo: bool = False
    address: bool = False
    original: bool = False
    expires: bool = False
    months: int | None = None
    masks: tuple[str, ...] = ()
    valid_from: date = date.min
    valid_to: date = date.max


class Proof(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The least that shows identity on one channel by one method."""

    channel: Channel
    method: Method
    photo: int = 0
    other: int = 0
    address: bool = False
    facts: int = 0
    reference: bool = False


class Days(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lengths of the periods; the data file says which are business days."""

    acknowledge: int
    papers: int
    answer: int
    target: int
    limit: int
    lawsuit: int
    abandon: int


class Law(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The law from one date on."""

    valid_from: date
    name: Text
    days: Days
    kinds: dict[str, Kind] = msgspec.field(name="kind")
    letters: dict[str, Letter] = msgspec.field(name="letter")
    papers: dict[str, PaperKind] = msgspec.field(name="paper")
    masks: dict[str, Text] = msgspec.field(name="mask")
    proofs: tuple[Proof, ...] = msgspec.field(name="proof")
    authority: dict[Requester, tuple[tuple[str, ...], ...]]
    words: dict[str, dict[str, Text]] = msgspec.field(name="word")

    @property
    def version(self) -> str:
        """The name under which a request remembers its law."""
        return self.valid_from.isoformat()

    def word(self, member: StrEnum) -> Text:
        """The wording of a member of one of the procedure's closed lists (`State`, `Step`, `Decision`, ...)."""
        return self.words[type(member).__name__.lower()][member.value]

    def letters_of(self, kind: str) -> tuple[str, ...]:
        """The letters that a request of this kind can need, each once, in the order of the procedure."""
        needed = {*self.kinds[kind].decisions.values(), CLOSING}
        if self.kinds[kind].acknowledge:
            needed.add(ACKNOWLEDGEMENT)
        if self.kinds[kind].identity:
            needed.add(PAPERS)
        return tuple(name for name in self.letters if name in needed)


def parsed(data: bytes) -> Law:
    """Decode one law file; an unknown or missing key is a defect of the file and raises `msgspec.ValidationError`."""
    return msgspec.toml.decode(data, type=Law)


def law_on(laws: Iterable[Law], day: date) -> Law:
    """The law in force on `day`; for a request this is the day of its arrival. Raises `LawMissing`."""
    in_force = [law for law in laws if law.valid_from <= day]
    if not in_force:
        raise LawMissing(day=day.isoformat())
    return max(in_force, key=lambda law: law.valid_from)
