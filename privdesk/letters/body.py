"""The text of the first pages: greeting, main text, the numbered points of the 記, enclosure and contact."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from privdesk.letters.address import ORGANISATION
from privdesk.letters.facts import ItemFact, LetterFacts
from privdesk.letters.filling import Filling, listed, written
from privdesk.letters.layout.fonts import text_width
from privdesk.letters.layout.page import MARGIN, MEASURE
from privdesk.letters.layout.strips import MM, Column, Rule, Strip, beside, gap, kept, one_line, paragraph
from privdesk.letters.look import LOOKS, Look
from privdesk.letters.wording import Frame, Passage, Wording

_WIDEST_TITLE = 9  # em
_SIGNATURE = 12 * MM


def body(facts: LetterFacts, words: Wording, frame: Frame, filling: Filling, look: Look, enclosure: str) -> list[Strip]:
    """The letter's text as strips, in the order of a letter of its language; `enclosure` names the annex, or is empty.

    The end of the text stays with enclosure and contact: no page holds these alone.
    """
    order = _japanese if facts.language == "ja" else _english
    *text, last = order(facts, words, frame, filling, look)
    foot = [gap(look.leading / 2), *paragraph(enclosure, look.column())] if enclosure else []
    return [*text, *kept([last, *foot, gap(look.leading), *_contact(facts, frame, look)])]


def _japanese(facts: LetterFacts, words: Wording, frame: Frame, filling: Filling, look: Look) -> Iterator[Strip]:
    yield from kept(paragraph(words.subject, look.column("centre", look.subject)), with_next=True)
    yield Strip(look.leading * 0.8, keep=True)
    yield from kept(paragraph(words.opening or _opening(facts, frame), look.column()), with_next=True)
    texts = [*_main(words, filling), words.closing]
    for text in filter(None, texts):
        yield from paragraph(text, look.column(look.align))
    yield from paragraph(words.ending or frame.ending, look.column("right"))
    yield gap(look.leading * 0.4)
    yield from kept(paragraph(frame.notes, look.column("centre")), with_next=True)
    yield Strip(look.leading * 0.4, keep=True)
    points = _points(facts, words, frame, filling, look)
    yield from [*points[:-1], replace(points[-1], keep=True)]
    yield from paragraph(frame.end, look.column("right"))


def _english(facts: LetterFacts, words: Wording, frame: Frame, filling: Filling, look: Look) -> Iterator[Strip]:
    space = look.leading * 0.55
    yield from kept(paragraph(words.opening or _opening(facts, frame), look.column()), with_next=True)
    yield Strip(space, keep=True)
    yield from kept(paragraph(words.subject, look.column("left", look.subject)), with_next=True)
    yield Strip(space, keep=True)
    for text in _main(words, filling):
        yield from paragraph(text, look.column(look.align))
        yield gap(space)
    yield from _points(facts, words, frame, filling, look)
    yield gap(space)
    yield from kept(paragraph(words.closing, look.column(look.align)), with_next=True)
    yield Strip(space, keep=True)
    office = facts.office
    yield from kept(paragraph(words.ending or frame.ending, look.column()), with_next=True)
    yield Strip(_SIGNATURE, keep=True)
    signed = "\n".join(filter(None, (office.representative, office.representative_title, office.name)))
    yield from kept(paragraph(signed, look.column()))


def _opening(facts: LetterFacts, frame: Frame) -> str:
    addressee = facts.addressee
    if addressee.honorific == ORGANISATION:
        return frame.opening_organisation
    name = " ".join(filter(None, (addressee.honorific, addressee.name)))
    return frame.opening_person.format(name=name)


def _main(words: Wording, filling: Filling) -> Iterator[str]:
    return (filling.fill(passage) for passage in words.main if filling.holds(passage))


def _points(facts: LetterFacts, words: Wording, frame: Frame, filling: Filling, look: Look) -> list[Strip]:
    """The numbered points, their texts set off to one column behind the longest title."""
    points = [point for point in (*frame.points, *words.points) if filling.holds(point)]
    em = look.body.size
    titled = look.column().inset(2 * em)
    title_width = min(max(text_width(point.title, look.body) for point in points), _WIDEST_TITLE * em)
    strips: list[Strip] = []
    for number, point in enumerate(points, 1):
        label = [Strip(look.leading, (one_line(frame.digits[number] + frame.point_mark, look.column()),))]
        title = paragraph(point.title, replace(titled, width=title_width + 1))
        lines = _point_text(
            point, facts, frame, filling, replace(titled.inset(title_width + 1.2 * em), align=look.align)
        )
        strips += beside([label, title, lines])
        strips.append(gap(look.leading * 0.15))
    return strips[:-1]


def _point_text(point: Passage, facts: LetterFacts, frame: Frame, filling: Filling, column: Column) -> list[Strip]:
    if point.text != "{items}" or not facts.items:
        return paragraph(filling.fill(point), column)
    strips: list[Strip] = []
    used = {name for item in facts.items for name, text in _said(item, facts, frame) if text}
    label_width = max(text_width(frame.item_labels[name], column.style) for name in used) if used else 0.0
    for number, item in enumerate(facts.items, 1):
        shown_number = f"({number})" if len(facts.items) > 1 else ""
        strips += _item(item, facts, frame, column, shown_number, label_width)
    return strips


def _item(
    item: ItemFact, facts: LetterFacts, frame: Frame, column: Column, number: str, label_width: float
) -> list[Strip]:
    """One asked thing, and below it what was decided and why, each with its label."""
    strong = LOOKS[facts.language].strong
    inside = column.inset(2.2 * column.style.size) if number else column
    label = [Strip(column.leading, (one_line(number, replace(column, align="left")),))]
    asked = kept(paragraph(item.asked, replace(inside, style=strong, align="left")), with_next=True)
    strips = beside([label, asked])
    rows = [(frame.item_labels[name], text) for name, text in _said(item, facts, frame) if text]
    return [*strips, *_labelled(rows, inside, label_width)]


def _said(item: ItemFact, facts: LetterFacts, frame: Frame) -> Iterator[tuple[str, str]]:
    yield "decision", item.decision_word
    yield "old", item.old
    yield "new", item.new
    yield "ground", item.ground
    yield "reason", item.reason
    yield "purposes", listed(item.purposes, frame)
    yield "kept_until", written(item.kept_until, facts.language)
    yield "kept_because", item.kept_because


def _labelled(rows: Sequence[tuple[str, str]], column: Column, label_width: float) -> list[Strip]:
    """Label and text side by side, the texts in one column."""
    texts = column.inset(label_width + column.style.size)
    strips: list[Strip] = []
    for label, text in rows:
        marked = [Strip(column.leading, (one_line(label, replace(column, align="left")),))]
        strips += beside([marked, paragraph(text, texts)])
    return strips


def _contact(facts: LetterFacts, frame: Frame, look: Look) -> list[Strip]:
    """The box with the desk to ask and the desk for complaints, never parted."""
    office, labels = facts.office, frame.contact_labels
    said = {
        "desk": " ".join(filter(None, (office.name, office.department))),
        "phone": office.phone,
        "hours": office.hours,
        "mail": office.mail,
        "complaints": office.complaints,
    }
    padding = 2.5 * MM
    column = Column(MARGIN + padding, MEASURE - 2 * padding, look.small, look.table_leading + 1)
    rows = [(labels[name], " ".join(text.split("\n"))) for name, text in said.items() if text]
    label_width = max((text_width(label, column.style) for label, _ in rows), default=0.0)
    strips = [*paragraph(frame.contact, column), *_labelled(rows, column, label_width)]
    height = sum(strip.height for strip in strips) + 2 * padding * 0.7
    box = Strip(padding * 0.7, (Rule(MARGIN, 0, MARGIN + MEASURE, height, 0.4, boxed=True),))
    return kept([box, *strips, Strip(padding * 0.7)])
