"""The detail of an event as the text that is kept."""

import msgspec

from privdesk.domain.event import DETAILS, Detail, EventKind


def written(detail: Detail) -> str:
    """The detail as JSON, for keeping."""
    return msgspec.json.encode(detail).decode()


def read(kind: str, text: str) -> Detail:
    """The detail that `written` made of an event of this kind."""
    return msgspec.json.decode(text, type=DETAILS[EventKind(kind)])
