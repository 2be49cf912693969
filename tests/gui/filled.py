"""A small office at work: a customer, her request that is due next week, its acknowledgement to print, two mails."""

import shutil
from datetime import date
from pathlib import Path

from privdesk.operations import desks, letters, messages
from privdesk.operations.letter_facts import Wanted
from tests.office import DATA, Founded, found
from tests.operations.requesting import case, taken, yumiko

REQUEST, PERSON, LETTER, MAIL = 1, 1, 1, 2
_MAILS = DATA.parent / "intake/data/mail"


def filled(folder: Path) -> Founded:
    """Found the desk that tests of the whole window copy."""
    founded = found(folder / "office.privdesk")
    desk = founded.copied(folder / "filled.privdesk")
    id_ = taken(desk, person=yumiko(desk), arrived=date(2026, 11, 10))
    letters.issue(desk, id_, case(desk, id_).version, Wanted("acknowledgement", "ja"))
    for name in ("02-correction-utf8.eml", "07-agent.eml"):
        messages.take_mail(desk, (_MAILS / name).read_bytes())
    desks.lock(desk)
    shutil.rmtree(founded.folder)
    shutil.move(folder / "filled.privdesk", founded.folder)
    return founded
