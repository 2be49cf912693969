"""The test page: shows on paper whether address and folds fit the office's window envelopes."""

from collections.abc import Iterator
from datetime import date

import msgspec

from privdesk.domain.law import Text as Words
from privdesk.letters.address import address
from privdesk.letters.envelopes import Box, Envelope
from privdesk.letters.facts import Addressee, Language, LetterFacts, Office
from privdesk.letters.layout.fonts import Style
from privdesk.letters.layout.page import A4_WIDTH
from privdesk.letters.layout.paint import About, pdf
from privdesk.letters.layout.strips import MM, Column, Mark, Rule, Strip, beside, gap, one_line, paragraph, stacked
from privdesk.letters.look import LOOKS, Look
from privdesk.letters.wording import frame
from privdesk.resources import resource

_BELOW_WINDOW = 8.0
_TICKS_BEYOND = 12
_EVERY = 5
_SCALE = 100.0
_THICK, _THIN, _FAINT = 1.2, 0.3, 0.15


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The page's text in both languages."""

    title: Words
    profile: Words
    scale: Words
    fold: Words
    postal: str
    name: Words
    honorific: Words
    address: dict[str, tuple[str, ...]]
    steps: tuple[Words, ...] = msgspec.field(name="step")


def envelope_page(
    office_name: str, envelope: Envelope, moved: tuple[int, int], today: date, language: Language
) -> bytes:
    """One A4 page with a sample address where letters have it, the window's limits, the folds, and how to check them.

    `moved` says how far right and down the window was moved from the profile's usual place, in millimetres.
    """
    words = msgspec.toml.decode(resource("letters/envelope_page.toml").read_bytes(), type=_Words)
    addressee = Addressee(
        words.name.in_(language), words.honorific.in_(language), "", words.postal, words.address[language]
    )
    facts = LetterFacts("acknowledgement", language, None, today, addressee, Office(office_name))
    look = LOOKS[language]
    marks = [
        *address(facts, frame(language), envelope),
        *_window(envelope),
        *_folds(envelope, words, look, language),
        *stacked(_said(envelope, moved, words, look, language), (envelope.seen.bottom + _BELOW_WINDOW) * MM),
    ]
    return pdf([marks], About(words.title.in_(language), office_name, language))


def _window(envelope: Envelope) -> Iterator[Mark]:
    """What always shows, thick; what can show at all, thin; a scale in millimetres along the former."""
    always = envelope.safe
    yield _boxed(always, _THICK)
    yield _boxed(envelope.seen, _THIN)
    for tick in range(-_TICKS_BEYOND, round(always.width) + _TICKS_BEYOND + 1):
        x = (always.x + tick) * MM
        yield Rule(x, always.bottom * MM, x, (always.bottom + _tick(tick)) * MM, _FAINT)
    for tick in range(-_TICKS_BEYOND, round(always.height) + _TICKS_BEYOND + 1):
        y = (always.y + tick) * MM
        yield Rule(always.right * MM, y, (always.right + _tick(tick)) * MM, y, _FAINT)


def _tick(place: int) -> float:
    return 1.0 if place % _EVERY else 2.0


def _boxed(box: Box, weight: float) -> Rule:
    return Rule(box.x * MM, box.y * MM, box.right * MM, box.bottom * MM, weight, boxed=True)


def _folds(envelope: Envelope, words: _Words, look: Look, language: Language) -> Iterator[Mark]:
    for fold in envelope.folds:
        yield Rule(0, fold * MM, A4_WIDTH, fold * MM, _THIN)
        label = Column(A4_WIDTH - 40 * MM, 34 * MM, look.small, 10, "right")
        yield from stacked([Strip(10, (one_line(words.fold.in_(language), label),))], fold * MM + 1)


def _said(envelope: Envelope, moved: tuple[int, int], words: _Words, look: Look, language: Language) -> Iterator[Strip]:
    right, down = moved
    stated = words.profile.in_(language).format(
        name=envelope.name[language],
        width=f"{envelope.width:g}",
        height=f"{envelope.height:g}",
        right=right,
        down=down,
    )
    yield from paragraph(words.title.in_(language), look.column("left", Style(look.subject.face, 16)))
    yield gap(2 * MM)
    yield from paragraph(stated, look.column())
    yield gap(6 * MM)
    for number, step in enumerate(words.steps, 1):
        label = [Strip(look.leading, (one_line(f"{number}.", look.column()),))]
        yield from beside([label, paragraph(step.in_(language), look.column().inset(1.6 * look.body.size))])
        yield gap(2 * MM)
    yield gap(6 * MM)
    x = look.column().x
    ends = (Rule(x + at * MM, 0, x + at * MM, 3 * MM, _THIN) for at in (0, _SCALE))
    yield Strip(5 * MM, (Rule(x, 1.5 * MM, x + _SCALE * MM, 1.5 * MM, _THICK), *ends))
    yield from paragraph(words.scale.in_(language), look.column("left", look.small))
