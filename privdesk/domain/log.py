"""The log as it is read: its lines, the code that stands for it on paper, and what a verification found, in words."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from privdesk.domain.errors import LogCodeUnreadable
from privdesk.domain.shown import shown

# who does one of these signs the log up to there with his own key
SIGNED = frozenset({"desk.unlock", "desk.lock", "desk.backup"})
# a clock that lags more than this behind the last entry was set back
CLOCK_SLACK = timedelta(minutes=2)

_CODE_DIGITS = 16
_EXAMPLE = "18 342 · 7F3A-91C2-0D44-5E18"
_LOOKALIKES = str.maketrans("OIL", "011")


@dataclass(frozen=True)
class LogQuery:
    """What the list of the log shows; `act` is an act, or with a full stop at its end every act of its noun.

    `person` takes in his requests and mails, `acts` are acts of whatever nouns. Both days count in, by the office's
    calendar.
    """

    person: int | None = None
    user: int | None = None
    act: str = ""
    acts: frozenset[str] = frozenset()
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class LogLine:
    """One entry: who did what to which thing (noun:id); `detail` is the log's own JSON, `at` in the office's zone."""

    seq: int
    at: datetime
    user: str
    act: str
    about: str
    detail: str


@dataclass(frozen=True)
class LogCode:
    """A place in the log and the beginning of its hash: on paper it binds everything up to there."""

    seq: int
    digits: str

    def __str__(self) -> str:
        """As it is printed: 18 342 · 7F3A-91C2-0D44-5E18."""
        groups = (self.digits[start : start + 4] for start in range(0, _CODE_DIGITS, 4))
        return f"{self.seq:,} · {'-'.join(groups)}".replace(",", " ")


def code_of(seq: int, digest: bytes) -> LogCode:
    """The code of the entry number `seq` with the hash `digest`."""
    return LogCode(seq, digest.hex().upper()[:_CODE_DIGITS])


def code_typed(typed: str) -> LogCode:
    """The code again from what somebody typed off a paper, whatever the case, width, spaces and signs between.

    Raises LogCodeUnreadable.
    """
    text = unicodedata.normalize("NFKC", typed).upper().translate(_LOOKALIKES)
    signs = "".join(re.findall(r"[^\W_]+", text))
    number, digits = signs[:-_CODE_DIGITS], signs[-_CODE_DIGITS:]
    if not re.fullmatch("[0-9]{1,15}", number) or not re.fullmatch("[0-9A-F]{16}", digits):
        raise LogCodeUnreadable(example=_EXAMPLE)
    return LogCode(int(number), digits)


@dataclass(frozen=True)
class ActCount:
    """How often somebody did something; `user` is empty for what nobody did who is known."""

    user: str
    act: str
    times: int


@dataclass(frozen=True)
class Month:
    """What the report of a month says of the log: its days, the counts, and the code of its last entry, if any."""

    first: date
    last: date
    counts: tuple[ActCount, ...]
    code: LogCode | None

    def times(self, act: str) -> int:
        """How often anybody did something."""
        return sum(one.times for one in self.counts if one.act == act)


class Match(StrEnum):
    """What the comparison of a code on paper with the log says."""

    SAME = shown("log", "The log is the one of this paper: up to that entry nothing was changed or left out since.")
    OTHER = shown("log", "The log is not the one of this paper: at that number another entry stands today.")
    SHORT = shown("log", "The log ends before that entry: this is an older copy, or its end was cut off.")


class Fault(StrEnum):
    """The ways in which a log is not what was written, each with its sentence; the entry is `at`."""

    MISSING = shown("log", "Entry {at} is missing.")
    ALTERED = shown("log", "Entry {at} was altered, or does not follow from the one before.")
    SEGMENT = shown("log", "The section of the log that begins with entry {at} was not opened by a manager.")
    KEY = shown("log", "Entry {at} was written by somebody who did not have the log's key of that moment.")
    SIGNATURE = shown("log", "The signature at entry {at} is not that of who is named there.")
    UNSIGNED = shown("log", "The signature that belongs to entry {at} is missing.")
    FOREIGN = shown("log", "Entry {at} was not written in a sitting of the person whom it names.")
    CUT = shown("log", "The end of the log is missing: more was written after entry {at}.")
    LOST = shown("log", "This PC has seen another entry {at}, or it is missing: an older copy, or a rewritten log.")


@dataclass(frozen=True)
class Said:
    """A marked sentence and what is filled in."""

    sentence: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True)
class Verdict:
    """What a verification looked at, and the first thing that is wrong, if any.

    `entries` follow one another up to `head`; `keyed` of them were checked with the log's key, which only auditors and
    the recovery sheet hold, `unkeyed` are the first and last ones of those that were not; `signatures` of `signers`
    people hold; `anchor` is the last entry that this PC has seen.
    """

    entries: int
    head: LogCode
    keyed: int = 0
    unkeyed: tuple[tuple[int, int], ...] = ()
    signatures: int = 0
    signers: int = 0
    anchor: int | None = None
    fault: Fault | None = None
    at: int = 0

    def said(self) -> tuple[Said, ...]:
        """What was found and what exactly was verified, sentence by sentence."""
        found = [Said(self.fault.value, {"at": self.at})] if self.fault else []
        return (*found, *self._looked_at())

    def _looked_at(self) -> tuple[Said, ...]:
        without = ", ".join(f"{first:,}–{last:,}" for first, last in self.unkeyed)
        counts: dict[str, str | int] = {"entries": self.entries, "keyed": self.keyed, "without": without}
        return (
            Said(shown("log", "{entries} entries follow one another without a gap or a change."), counts),
            Said(_KEYED[(self.keyed > 0) + (self.keyed == self.entries)], counts),
            Said(
                shown("log", "Signatures that hold: {signatures}, made with {signers} keys."),
                {"signatures": self.signatures, "signers": self.signers},
            ),
            Said(_OWN),
            Said(_NO_ANCHOR) if self.anchor is None else Said(_ANCHOR, {"anchor": self.anchor}),
        )


_KEYED = (
    shown("log", "The keyed check was not made: only an auditor or the recovery sheet holds the log's key."),
    shown(
        "log",
        "The keyed check was made for {keyed} of {entries} entries. You do not hold the key of the entries {without}: "
        "for these chain and signatures alone were proved.",
    ),
    shown("log", "The keyed check was made for all entries: nobody without the key of that moment wrote them."),
)
_OWN = shown(
    "log",
    "Each sitting names only the person who unlocked the desk for it. What that person wrote, and whom as approver, "
    "nobody else has signed.",
)
_ANCHOR = shown("log", "What this PC saw last, up to entry {anchor}, was compared.")
_NO_ANCHOR = shown("log", "This PC has seen nothing of this log before; compare a code from paper.")
