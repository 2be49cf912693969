"""Drafts: what a user typed and has not saved waits in the vault, for nobody but him.

A place names what a form is about, by ids alone, such as "person:12"; the log says the place and nothing of the words.
"""

from collections.abc import Mapping
from typing import Any

from privdesk.operations.desk import Desk
from privdesk.storage import drafts


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
