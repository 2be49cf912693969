"""One sitting at a desk for the length of a command."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from privdesk import app
from privdesk.cli.streams import password
from privdesk.domain.text import visible
from privdesk.operations import desks
from privdesk.operations.desk import Desk


@contextmanager
def opened(chosen: Namespace) -> Iterator[Desk]:
    """The desk of the arguments, unlocked, and locked again whatever happens."""
    desk = app.unlocked(chosen.desk, chosen.user, password())
    try:
        for news in desk.news:
            print(visible(news.said.format(**news.values)), file=sys.stderr)
        yield desk
    finally:
        desks.lock(desk)
