"""The upper part of the first page: number, date, the address in the window, the sender with its seal, fold marks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from privdesk.letters.address import address
from privdesk.letters.envelopes import Envelope
from privdesk.letters.facts import LetterFacts, Office
from privdesk.letters.filling import written
from privdesk.letters.layout.fonts import Style, text_width
from privdesk.letters.layout.page import A4_WIDTH, MARGIN
from privdesk.letters.layout.strips import MM, Align, Column, Mark, Picture, Rule, Strip, Text, paragraph, stacked
from privdesk.letters.look import LOOKS
from privdesk.letters.wording import Frame

_TOP = 13 * MM
_SIZE, _LEADING = 10.0, 14.5
_NAME_SIZE = 11.5
_SEAL = 21 * MM
_SEAL_RIGHT = A4_WIDTH - 12 * MM
_BELOW_WINDOW = 7 * MM
_BELOW_SENDER = 7 * MM
_FOLD_X, _FOLD_LENGTH = 5 * MM, 4 * MM


@dataclass(frozen=True, slots=True)
class Head:
    """The marks of the head, and where the letter's text may begin, in points below the sheet's upper edge."""

    marks: tuple[Mark, ...]
    bottom: float


def head(facts: LetterFacts, frame: Frame, envelope: Envelope) -> Head:
    """Set the head; raises AddressTooLong when the address of an issued letter does not fit into the window."""
    number = frame.number.format(number=facts.number) if facts.number is not None else frame.draft
    lines = [number, written(facts.date, facts.language)]
    dated = stacked([strip for line in lines for strip in paragraph(line, _column(facts, envelope, "right"))], _TOP)
    sender = _sender(facts, frame, envelope)
    top = _TOP + (len(lines) + 1.2) * _LEADING
    marks = (
        *address(facts, frame, envelope),
        *dated,
        *stacked(sender, top),
        *_seal(facts.office, sender, top),
        *(Rule(_FOLD_X, fold * MM, _FOLD_X + _FOLD_LENGTH, fold * MM, 0.3) for fold in envelope.folds),
    )
    bottom = top + sum(strip.height for strip in sender)
    return Head(marks, max(envelope.seen.bottom * MM + _BELOW_WINDOW, bottom + _BELOW_SENDER))


def _column(facts: LetterFacts, envelope: Envelope, align: Align = "left") -> Column:
    """The column of number, date and sender: right of what the window can show."""
    x = (envelope.seen.right + 3) * MM
    return Column(x, A4_WIDTH - MARGIN - x, Style(LOOKS[facts.language].body.face, _SIZE), _LEADING, align)


def _sender(facts: LetterFacts, frame: Frame, envelope: Envelope) -> list[Strip]:
    """Address, name and representative of the office; the seal is put on the last two lines."""
    office, column = facts.office, _column(facts, envelope)
    name = Column(column.x, column.width, Style(LOOKS[facts.language].strong.face, _NAME_SIZE), 17.0)
    postal = [frame.postal.format(postal=office.postal)] if office.postal else []
    if facts.language == "en":
        return [*paragraph(office.name, name), *_lines((*office.address, *postal), column)]
    where = _lines((*postal, *office.address), column)
    who = _lines(["　".join(filter(None, (office.representative_title, office.representative)))], column)
    if not office.seal:
        who += paragraph(frame.seal_omitted, replace(column, align="right"))
    return [*where, *paragraph(office.name, name), *who]


def _lines(texts: Iterable[str], column: Column) -> list[Strip]:
    return [strip for text in texts if text for strip in paragraph(text, column)]


def _seal(office: Office, sender: Sequence[Strip], top: float) -> tuple[Mark, ...]:
    """The seal covers half of the character where the lines of name and representative end, as offices put it."""
    if not office.seal:
        return ()
    lines = [mark for strip in sender[-2:] for mark in strip.marks if isinstance(mark, Text)]
    end = max(line.x + text_width(line.text, line.style) for line in lines)
    x = min(end - _SIZE / 2, _SEAL_RIGHT - _SEAL)
    middle = top + sum(strip.height for strip in sender[:-1])
    return (Picture(x, middle - _SEAL / 2, _SEAL, office.seal),)
