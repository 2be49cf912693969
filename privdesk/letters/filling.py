"""The facts of a letter as values for the placeholders of its wording."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from privdesk.domain.dates import long_date
from privdesk.domain.errors import LetterIncomplete
from privdesk.letters.facts import ItemFact, Language, LetterFacts
from privdesk.letters.wording import OUTCOMES, Frame, Passage, Wording, catalogue, placeholders


@dataclass(frozen=True)
class Filling:
    """Value of every placeholder, empty where there is none, and the conditions that hold."""

    values: dict[str, str]
    conditions: frozenset[str]

    def holds(self, passage: Passage) -> bool:
        """Whether the passage belongs in this letter."""
        is_wanted = not passage.when or passage.when in self.conditions or bool(self.values.get(passage.when))
        return is_wanted and all(self.values[name] for name in placeholders(passage))

    def fill(self, passage: Passage) -> str:
        """The passage's text with the values in place."""
        return passage.text.format_map(self.values)


def filled(facts: LetterFacts, words: Wording, frame: Frame) -> Filling:
    """The values of a letter; what it needs and lacks raises LetterIncomplete, or shows as a blank in a draft."""
    values = _values(facts, frame)
    for name in _needs(facts.template):
        if values[name]:
            continue
        if facts.number is not None:
            raise LetterIncomplete(entry=_title_of(name, (*frame.points, *words.points)))
        values[name] = frame.blank
    return Filling(values, _conditions(facts, words))


def outcome(items: tuple[ItemFact, ...]) -> str:
    """What the decisions come to: done, not_done, different or kept where all items share it, else partly."""
    meanings = {_meaning(item.decision) for item in items}
    if len(meanings) == 1:
        return meanings.pop()
    return "partly" if meanings else "done"


def written(day: date | None, language: Language) -> str:
    """The day as the letter writes it; empty for none."""
    return long_date(day, language) if day else ""


def _meaning(decision: str) -> str:
    return next(name for name, decisions in catalogue().outcomes.items() if decision in decisions)


def _conditions(facts: LetterFacts, words: Wording) -> frozenset[str]:
    result = outcome(facts.items)
    known = {passage.when for passage in words.main} & OUTCOMES
    conditions = {result if result in known else "partly"}
    if facts.provisions is not None:
        conditions.add("records" if facts.provisions else "no_records")
    return frozenset(conditions)


def _needs(template: str) -> Iterator[str]:
    yield from catalogue().common.needs
    yield from catalogue().letters[template].needs


def _values(facts: LetterFacts, frame: Frame) -> dict[str, str]:
    language = facts.language
    return {
        "request_number": facts.request_number,
        "request_date": written(facts.request_date, language),
        "person": facts.addressee.agent_for,
        "kinds": _kinds(facts, frame),
        "items": frame.joint.join(item.asked for item in facts.items),
        "papers": listed(facts.papers, frame),
        "authority": listed(facts.authority, frame),
        "papers_by": written(facts.papers_by, language),
        "expected": written(facts.expected, language),
        "method": facts.method,
        "as_of": written(facts.sheet.as_of, language) if facts.sheet else "",
        "done_on": written(facts.done_on, language),
        "told": listed(facts.told, frame),
        "search_scope": facts.search_scope,
        "reason": facts.reason,
        "replaces": facts.replaces,
    }


def _kinds(facts: LetterFacts, frame: Frame) -> str:
    """What was asked, one kind a line, and what the law's short name stands for where the letter uses it."""
    lines = [
        frame.kind.format(name=kind.name, article=kind.article) if kind.article else kind.name for kind in facts.kinds
    ]
    cited = (*(kind.article for kind in facts.kinds), *(item.ground for item in facts.items))
    if lines and any(words.startswith(frame.law_short) for words in cited):
        lines.append(frame.law_note)
    return "\n".join(lines)


def listed(entries: tuple[str, ...], frame: Frame) -> str:
    """The entries on a line each, with the list mark of the language."""
    return "\n".join(frame.list_mark + entry for entry in entries)


def _title_of(name: str, points: tuple[Passage, ...]) -> str:
    titles = (point.title for point in points if name in placeholders(point))
    return next(titles, name)
