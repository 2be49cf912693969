"""What stands in the log, in the office's words: one table for every screen that shows entries."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from privdesk.domain.law import Law
from privdesk.domain.law import Text as Words
from privdesk.domain.log_words import LogWords, parsed, things_in
from privdesk.domain.office import ZONE
from privdesk.domain.purpose import Purposes
from privdesk.domain.text import visible
from privdesk.gui.translation import language
from privdesk.resources import resource

# what the log notes for machines, or by numbers of the desk that nobody knows
HIDDEN = frozenset({"backup", "digest", "hold", "note", "place", "row", "version", "warning"})
# a zero that says something
_TOLD_AS_ZERO = frozenset({"hits", "imported", "keyed", "people"})
_MOMENTS = frozenset({"before", "last", "made_at", "now", "times"})
_COUNTED = frozenset({"transactions"})
# details whose codes stand under another key
_CODES_OF = {"field": "fields", "before": "role"}


@cache
def log_words() -> LogWords:
    """The table."""
    return parsed(resource("log.toml").read_bytes())


def act_said(act: str) -> str:
    """What somebody did."""
    return log_words().act(act, language())


class Telling:
    """Says entries of a desk's log; `names` are the things that are called something, as they become known."""

    def __init__(self, law: Law, purposes: Purposes) -> None:
        self.names: dict[str, str] = {}
        self._law = law
        self._purposes = purposes

    def thing(self, thing: str) -> str:
        """What an entry is about: by its name where it has one, empty where the log names no single thing."""
        if thing in self.names:
            return visible(self.names[thing])
        noun, _, id_ = thing.partition(":")
        if noun == "purpose" and id_ in self._purposes.purposes:
            return self._purposes.purposes[id_].short.in_(language())
        known = log_words().things.get(noun)
        text = known.in_(language()) if known else ""
        return text.format(id=id_) if id_ or "{id}" not in text else ""

    def details(self, detail: Mapping[str, Any]) -> tuple[str, ...]:
        """The details of an entry, one phrase for each."""
        return tuple(filter(None, (self._detail(key, value) for key, value in detail.items())))

    def _detail(self, key: str, value: object) -> str:
        wanted = f"not_{key}" if value is False else key
        known = log_words().details.get(wanted)
        if known is None or key in HIDDEN or not _tells(key, value):
            return ""
        return known.in_(language()).format(value=self._value(key, value))

    def _value(self, key: str, value: object) -> str:
        if key in _COUNTED and isinstance(value, list):
            return f"{len(value):,}"
        comma = "、" if language() == "ja" else ", "
        said = (self._one(key, one) for one in (value if isinstance(value, list) else [value]))
        return comma.join(dict.fromkeys(said))

    def _one(self, key: str, value: object) -> str:
        for thing in things_in(key, value):
            return self.thing(thing)
        if isinstance(value, int):
            return f"{value:,}"
        text = str(value)
        known = log_words().codes.get(_CODES_OF.get(key, key), {}).get(text) or self._elsewhere(key, text)
        if known:
            return known.in_(language())
        if key == "act":
            return act_said(text)
        return _moment(text) if key in _MOMENTS else visible(text)

    def _elsewhere(self, key: str, code: str) -> Words | None:
        """The word for a code that the law or the office's purposes have."""
        look = _ELSEWHERE.get(key)
        return look(self._law, self._purposes, code) if look else None


_ELSEWHERE: dict[str, Callable[[Law, Purposes, str], Words | None]] = {
    "events": lambda law, _purposes, code: law.words["eventkind"].get(code),
    "decision": lambda law, _purposes, code: law.words["decision"].get(code),
    "ground": lambda law, _purposes, code: _article(law, code),
    "kinds": lambda law, _purposes, code: law.kinds[code].chip if code in law.kinds else None,
    "template": lambda law, _purposes, code: law.letters[code].name if code in law.letters else None,
    "purpose": lambda _law, purposes, code: _purpose(purposes, code),
    "purposes": lambda _law, purposes, code: _purpose(purposes, code),
    "stand": lambda _law, purposes, code: purposes.words["stand"].get(code),
    "category": lambda _law, purposes, code: {str(one): text for one, text in purposes.categories.items()}.get(code),
}


def _article(law: Law, code: str) -> Words | None:
    """The article of a ground of refusal, whatever kind of request it belongs to."""
    return next((kind.grounds[code].article for kind in law.kinds.values() if code in kind.grounds), None)


def _purpose(purposes: Purposes, code: str) -> Words | None:
    return purposes.purposes[code].short if code in purposes.purposes else None


def _tells(key: str, value: object) -> bool:
    """Whether a detail says anything; the number of a sealed number in the desk does not."""
    if key == "number" and isinstance(value, int):
        return False
    return bool(value) or value is False or (value == 0 and key in _TOLD_AS_ZERO)


def _moment(text: str) -> str:
    """An instant of the log in the office's zone; what is none stays."""
    try:
        return datetime.fromisoformat(text).astimezone(ZONE).strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return visible(text)
