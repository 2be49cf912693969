"""The office's papers about one customer: every change of his record, and who looked at it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

import msgspec

from privdesk.domain.dates import long_date
from privdesk.domain.log_words import parsed
from privdesk.domain.office import ZONE
from privdesk.domain.record import ENDED, IN_USE, PURPOSE, HistoryLine, Look
from privdesk.letters.facts import Language
from privdesk.letters.held import field_said, held
from privdesk.letters.layout.paint import Step
from privdesk.letters.listing import Listing, listing
from privdesk.resources import resource


class _List(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one of the papers."""

    title: str
    columns: tuple[tuple[str, int], ...]
    nothing: str
    note: str


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The text of both papers in one language."""

    office: str
    person: str
    numbered: str
    unnumbered: str
    days: str
    span: str
    made: str
    made_by: str
    count: str
    counted: str
    empty: str
    of: str
    request: str
    batch: str
    in_use: str
    ended: str
    purpose: str
    more: str
    history: _List
    looks: _List


class About(msgspec.Struct, frozen=True):
    """Whom a paper is about and of which days it tells, who made it in which office, and when."""

    name: str
    number: str
    first: date
    last: date
    office: str
    made_on: date
    made_by: str


def history_paper(
    about: About, lines: Sequence[HistoryLine], stands: Callable[[str, str], str], language: Language, step: Step
) -> bytes:
    """Every change; `stands` says the short name of a purpose, or under "" a stand, for its code."""
    words = _words(language)
    return _drawn(about, words, words.history, [_change(one, words, stands, language) for one in lines], language, step)


def looks_paper(about: About, looks: Sequence[Look], language: Language, step: Step) -> bytes:
    """Every look and act; it holds the names of users and of this customer alone."""
    words, known = _words(language), parsed(resource("log.toml").read_bytes())
    rows = []
    for one in looks:
        act = known.act(one.act, language)
        said = words.more.format(act=act, times=one.more) if one.more else act
        rows.append((_moment(one.at), one.user, said, one.why))
    return _drawn(about, words, words.looks, rows, language, step)


def _words(language: Language) -> _Words:
    return msgspec.toml.decode(resource(f"letters/{language}/person_papers.toml").read_bytes(), type=_Words)


def _drawn(
    about: About, words: _Words, paper: _List, rows: Sequence[Sequence[str]], language: Language, step: Step
) -> bytes:
    name = words.numbered if about.number else words.unnumbered
    span = words.span.format(first=long_date(about.first, language), last=long_date(about.last, language))
    stated = (
        (words.office, about.office),
        (words.person, name.format(name=about.name, number=about.number)),
        (words.days, span),
        (words.count, words.counted.format(count=f"{len(rows):,}")),
        (words.made, words.made_by.format(day=long_date(about.made_on, language), name=about.made_by)),
    )
    content = Listing(paper.title, about.office, stated, paper.columns, _shown(rows), paper.nothing, paper.note)
    return listing(content, language, step)


def _shown(rows: Iterable[Sequence[str]]) -> Iterable[Sequence[str]]:
    return (tuple(cell or "―" for cell in row) for row in rows)


def _change(line: HistoryLine, words: _Words, said: Callable[[str, str], str], language: Language) -> Sequence[str]:
    known = held().codes["field"].get(line.field)
    field = known.in_(language) if known else line.field
    old, new = line.old, line.new
    if line.field == PURPOSE:
        field = words.of.format(what=words.purpose, of=said("purpose", line.of))
        old, new = (said("stand", stand) if stand else "" for stand in (old, new))
    elif line.of:
        field = words.of.format(what=field, of=line.of)
        old, new = ({IN_USE: words.in_use, ENDED: words.ended}.get(state, state) for state in (old, new))
    else:
        old, new = (field_said(line.field, text, language) for text in (old, new))
    through = words.request.format(number=line.request) if line.request else ""
    through = through or (words.batch.format(number=line.batch) if line.batch else "")
    return (
        _moment(line.at),
        field,
        old or words.empty,
        new or words.empty,
        line.user,
        "\n".join(filter(None, (through, line.why))),
    )


def _moment(at: datetime) -> str:
    return f"{at.astimezone(ZONE):%Y-%m-%d %H:%M}"
