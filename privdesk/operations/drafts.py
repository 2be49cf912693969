"""Drafts: what a user typed and has not saved waits in the vault, for nobody but him.

A place names what a form is about, by ids alone, such as "person:12"; the log says the place and nothing of the words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from privdesk.operations.desk import Desk
from privdesk.storage import drafts, log_names


@dataclass(frozen=True)
class Kept:
    """A draft that waits: its place, the customer's name or the request's number where it is about one, and when."""

    place: str
    name: str
    at: datetime


def keep(desk: Desk, place: str, body: Mapping[str, Any]) -> None:
    """Keep what was typed, as plain values; numbers that are sealed in the record are never among them."""
    with desk.change("draft.keep", about="draft", place=place) as change:
        drafts.put(change.conn, desk.actor.id, place, body, desk.now)


def kept(desk: Desk, place: str) -> dict[str, Any]:
    """What the user typed here and has not saved; empty where nothing waits."""
    with desk.reading() as conn:
        return drafts.get(conn, desk.actor.id, place)


def drop(desk: Desk, place: str) -> None:
    """Let a draft go: it was saved, or thrown away."""
    with desk.change("draft.drop", about="draft", place=place) as change:
        drafts.drop(change.conn, desk.actor.id, place)


def waiting(desk: Desk) -> tuple[Kept, ...]:
    """What the user typed anywhere and has not saved, the newest first."""
    with desk.reading() as conn:
        found = drafts.of_user(conn, desk.actor.id)
        names = log_names.names(conn, (_thing(place) for place, _ in found))
    return tuple(Kept(place, names.get(_thing(place), ""), at) for place, at in found)


def _thing(place: str) -> str:
    """What a place is about, as noun:id."""
    return ":".join(place.split(":")[:2])
