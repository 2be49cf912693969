"""The words of the log in both languages: acts by the noun they begin with, things, details, codes (resources)."""

import json
from collections.abc import Mapping
from typing import Any

import msgspec

from privdesk.domain.law import Text

# by which key the details of an entry name what thing, beside the one that it is about
_NAMED_BY = {
    "person": "person",
    "request": "request",
    "letter": "letter",
    "replaces": "letter",
    "message": "message",
    "approver": "user",
    "owner": "user",
    "users": "user",
}


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The acts of one noun: what they have in common, and each by its verb."""

    name: Text
    acts: dict[str, Text] = msgspec.field(name="act")


class Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Acts of several nouns that somebody who reads the log looks for together."""

    name: Text
    acts: frozenset[str]


class LogWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that an entry of the log can say; `codes` are values of a detail by its key."""

    groups: dict[str, Group] = msgspec.field(name="group")
    topics: dict[str, Topic] = msgspec.field(name="topic")
    things: dict[str, Text] = msgspec.field(name="thing")
    details: dict[str, Text] = msgspec.field(name="detail")
    codes: dict[str, dict[str, Text]] = msgspec.field(name="code")

    def acts(self) -> dict[str, Text]:
        """Every act in the order of the file, as the log writes it: "person.open"."""
        return {f"{noun}.{verb}": text for noun, group in self.groups.items() for verb, text in group.acts.items()}

    def act(self, act: str, language: str) -> str:
        """What was done; an act of a newer program is told as it is written."""
        noun, _, verb = act.partition(".")
        known = self.groups[noun].acts.get(verb) if noun in self.groups else None
        return known.in_(language) if known else act


def parsed(data: bytes) -> LogWords:
    """Decode the file; an unknown or missing key is a defect of the file and raises `msgspec.ValidationError`."""
    return msgspec.toml.decode(data, type=LogWords)


def detail_of(text: str) -> Mapping[str, Any]:
    """The details of an entry from the log's JSON; nothing where it holds none."""
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def things_of(about: str, detail: Mapping[str, Any]) -> tuple[str, ...]:
    """What an entry is about, and what its details name beside it, as noun:id."""
    more = (thing for key in _NAMED_BY for thing in things_in(key, detail.get(key)))
    return tuple(dict.fromkeys((about, *more)))


def things_in(key: str, value: object) -> tuple[str, ...]:
    """The things that one detail names as noun:id; none where it names no thing."""
    noun = _NAMED_BY.get(key)
    ids = value if isinstance(value, list) else [value]
    return tuple(f"{noun}:{one}" for one in ids if noun and isinstance(one, int) and not isinstance(one, bool))
