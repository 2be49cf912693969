"""Facts and wording become a letter: `compose` is the door of this room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from privdesk.domain.errors import GlyphsMissing
from privdesk.letters.annex import annex, annex_title
from privdesk.letters.body import body
from privdesk.letters.envelopes import envelope
from privdesk.letters.facts import LetterFacts
from privdesk.letters.filling import filled
from privdesk.letters.guard import missing_glyphs
from privdesk.letters.head import head
from privdesk.letters.layout.fonts import Style
from privdesk.letters.layout.page import A4_HEIGHT, MARGIN, MEASURE, Page, paginated
from privdesk.letters.layout.paint import About, Step, pdf, unwatched
from privdesk.letters.layout.strips import MM, Column, Strip, Text, moved, one_line
from privdesk.letters.look import LOOKS
from privdesk.letters.wording import Frame, frame, wording

_LEADINGS = (1.0, 0.94, 0.88, 0.84)  # a line or two too many for a page are made to fit
_FOOT = A4_HEIGHT - 15 * MM
_FOOT_LEADING = 10.0


@dataclass(frozen=True)
class Composed:
    """A finished letter, and the template with its version that it was written from."""

    pdf: bytes
    pages: int
    template: str
    version: int


def compose(facts: LetterFacts, *further: LetterFacts, step: Step = unwatched) -> Composed:
    """Write the letter, and those that go with it in the same PDF; the same facts always give the same bytes.

    A letter without a number is a draft: it has a watermark, blanks where something is missing, and 〓 for what the
    fonts lack. For an issued letter these raise GlyphsMissing, LetterIncomplete or AddressTooLong; a broken picture of
    the seal raises SealUnreadable, a faulty template WordingFaulty. `step` is told how many of how many pages are
    painted, none of none before that is known, and stops the work with what it raises.
    """
    words, shared = wording(facts.template, facts.language), frame(facts.language)
    pages = [page for one in (facts, *further) for page in _pages(one, step)]
    about = About(f"{words.subject} {facts.number or shared.draft}", facts.office.name, facts.language)
    watermark = Text(0, 0, shared.draft, LOOKS[facts.language].watermark) if facts.number is None else None
    return Composed(pdf(pages, about, watermark, step), len(pages), facts.template, words.version)


def _pages(facts: LetterFacts, step: Step) -> list[Page]:
    """The pages of one letter with its annex."""
    if facts.number is not None and (lacking := missing_glyphs(facts)):
        raise GlyphsMissing(characters=", ".join(dict.fromkeys(glyph.named for glyph in lacking)))
    words, shared = wording(facts.template, facts.language), frame(facts.language)
    filling = filled(facts, words, shared)
    annexed = list(_watched(annex(facts, shared), step))
    annex_pages = paginated(annexed) if annexed else []
    enclosure = shared.enclosure.format(title=annex_title(facts, shared), pages=len(annex_pages)) if annexed else ""
    office = facts.office
    top = head(facts, shared, envelope(office.envelope, office.window_right, office.window_down))
    looks = (LOOKS[facts.language].tightened(share) for share in _LEADINGS)
    pages = _fitted((body(facts, words, shared, filling, look, enclosure) for look in looks), top.bottom)
    pages[0][:0] = top.marks
    pages += annex_pages
    _add_feet(pages, facts, shared)
    return pages


def _watched(strips: Iterable[Strip], step: Step) -> Iterator[Strip]:
    """The strips of an annex as they are set; how many pages they will fill nobody knows yet."""
    for strip in strips:
        step(0, 0)
        yield strip


def _fitted(bodies: Iterator[list[Strip]], first_top: float) -> list[Page]:
    """The first, looser body, or a tighter one if that saves the second page."""
    loosest = next(bodies)
    pages = paginated(loosest, first_top)
    excess = sum(strip.height for strip in loosest) / (A4_HEIGHT - MARGIN - first_top)
    if len(pages) == 1 or excess > 1 / _LEADINGS[-1]:
        return pages
    tighter = (paginated(strips, first_top) for strips in bodies)
    return next((found for found in tighter if len(found) == 1), pages)


def _add_feet(pages: Sequence[Page], facts: LetterFacts, shared: Frame) -> None:
    """Write the letter's number and page n/N below each page."""
    style = Style(LOOKS[facts.language].small.face, 8)
    left = Column(MARGIN, MEASURE, style, _FOOT_LEADING)
    right = Column(MARGIN, MEASURE, style, _FOOT_LEADING, "right")
    for number, page in enumerate(pages, 1):
        page.append(moved(one_line(facts.number or shared.draft, left), _FOOT))
        page.append(moved(one_line(f"{number}/{len(pages)}", right), _FOOT))
