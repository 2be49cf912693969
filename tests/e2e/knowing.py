"""A desk with what must not stay in memory, and a sitting in which the program comes to know all of it."""

import re
from dataclasses import dataclass
from pathlib import Path

from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Profile
from privdesk.operations import desks
from privdesk.operations import people as customers
from privdesk.operations.desk import Desk
from privdesk.storage import keys
from tests.e2e.memory import forms
from tests.e2e.remote import Remote
from tests.office import PASSWORD, found

LOGIN = "sato"
# in memory for a moment only; SQLCipher keeps its own copy scrambled
FLEETING = {"database key", "header key"}
NOTE = "昨夜窓口で伺った蒼鷺の件"
_NUMBER = "7351948"
_FAMILIES = ("蕗谷", "雁屋", "鶉野", "鵜殿", "鴫原")
_GIVEN = ("朔太郎", "紬希", "瑛磨", "凪沙")


@dataclass(frozen=True)
class Known:
    """The folder of a closed desk, and in which forms its secrets could lie in memory."""

    folder: Path
    sought: dict[str, set[bytes]]


def prepared(folder: Path, people: int = 20) -> Known:
    """A desk with some customers, each of whom has a bank account."""
    founded = found(folder / "founded.privdesk")
    desk = founded.copied(folder / "office.privdesk")
    names = [f"{family} {given}" for family in _FAMILIES for given in _GIVEN][:people]
    for name in names:
        number = NewNumber(NumberKind.BANK, "0001-001", "1", _NUMBER[-4:], _NUMBER)
        customers.add(desk, NewPerson(Profile(name=name), numbers=(number,)))
    sought = {
        "password": forms(PASSWORD),
        **_keys(desk),
        **{name: forms(name) for name in names},
        "number": forms(_NUMBER),
        "note": forms(NOTE),
    }
    desks.lock(desk)
    return Known(desk.vault.folder, sought)


def _keys(desk: Desk) -> dict[str, set[bytes]]:
    rings = desk.vault.rings
    opening, number = (rings.get(name, desk.vault.header.epoch) for name in ("opening", "number"))
    assert opening
    assert number
    secrets = {
        "opening ring": opening,
        "number ring": number,
        "database key": bytes.fromhex(keys.database_key(opening)[2:-1].decode()),
        "header key": keys.derived(opening, "header"),
        "number key": keys.derived(number, "number"),
        "blind index key": keys.derived(number, "blind index"),
    }
    return {name: {bytes(key), key.hex().encode(), key.hex().upper().encode()} for name, key in secrets.items()}


def type_password(remote: Remote) -> None:
    """The password stands in its field on the unlock page."""
    remote.do("see", "unlock")
    remote.do("type", "password", PASSWORD)


def unlock(remote: Remote) -> None:
    """Go on from there to the open desk."""
    remote.do("click", "unlockDesk")
    remote.do("see", "shell")


def learn(remote: Remote) -> None:
    """See all customers, one of them in full with the number, which is copied; type a note and do not save it."""
    remote.do("press_keys", "Alt+3")
    remote.do("click_row", "customersTable")
    remote.do("turn_to", "customerTabs", 1)
    number = next(name.removesuffix("Reveal") for name in remote.do("names") if re.fullmatch(r"number_\d+Reveal", name))
    ask = number.replace("number", "reveal")
    remote.do("click", f"{number}Reveal")
    remote.do("type", f"{ask}Reason", "refund of order 1234")
    remote.do("click", f"{ask}Give")
    remote.do("click", f"{number}Copy")
    remote.do("press_keys", "Alt+2")
    remote.do("press_keys", "Ctrl+N")
    remote.do("type", "intakeNotes", NOTE)
