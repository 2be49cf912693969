"""The desk of the size that is asked for, so that a benchmark runs at 10,000 people as well as at 1,000,000.

PRIVDESK_BENCH_PEOPLE says how many come into a new one; PRIVDESK_BENCH_DESK names the folder of one that is there, made
by `privdesk demo --people N --out DIR`; that one is written to.
"""

import os
from datetime import date
from pathlib import Path

from privdesk import app
from privdesk.demo.crowd import newcomers
from privdesk.demo.office import CROWD, LOGINS, OFFICE, PASSWORD, TRANSACTIONS_EACH
from privdesk.operations import crowd, desks
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Founder
from privdesk.storage.keys import FLOOR
from privdesk.storage.opening import Terms

LOGIN = LOGINS[0]
TERMS = Terms(cost=FLOOR, ballast=4096)
_THERE, _PEOPLE = os.environ.get("PRIVDESK_BENCH_DESK"), int(os.environ.get("PRIVDESK_BENCH_PEOPLE", "10000"))
_FOUNDED = date(2026, 6, 1)


def office(folder: Path) -> Path:
    """The folder of the desk, locked; a new one is made below `folder`."""
    if _THERE:
        return Path(_THERE)
    path = folder / "large.privdesk"
    founder = Founder(LOGIN, "佐藤 恵", PASSWORD)
    desk = desks.create(path, OFFICE, founder, desks.new_sheet(), app.reference(), app.now, TERMS)
    for first in range(1, _PEOPLE + 1, CROWD):
        those = range(first, min(first + CROWD, _PEOPLE + 1))
        crowd.enter(desk, "crowd.csv", newcomers(those, TRANSACTIONS_EACH, 1, _FOUNDED))
    desks.lock(desk)
    return path


def unlocked(path: Path) -> Desk:
    """The desk, open."""
    return desks.unlock(path, LOGIN, PASSWORD, app.reference(), app.now, TERMS)
