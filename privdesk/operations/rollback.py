"""An older copy that is opened all the same: by a manager with a reason, and by two of them where there are two."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from privdesk.domain.errors import NotAllowed, SecondManagerNeeded, SecondManagerWrong, WrongPassword
from privdesk.operations import sitting
from privdesk.operations.people import needed_reason
from privdesk.storage import header, slots
from privdesk.storage.header import Header
from privdesk.storage.opening import Terms
from privdesk.storage.slots import Unlocked


@dataclass(frozen=True)
class Acceptance:
    """Why an older copy counts from now on, and the login and password of the second manager who says so too."""

    reason: str
    login: str = ""
    password: str = field(default="", repr=False)


def managers(folder: Path, login: str) -> int:
    """How many managers a desk's copy knows, 0 if `login` is none of them; for a question, and proven by nothing.

    Raises what `storage.header.read` raises.
    """
    found = header.read(folder).headers[-1]
    slot = found.slot_of(login)
    known = _managers(found)
    return len(known) if slot and slot.id in known else 0


class Accepting:
    """Asks the one who unlocks, and the second, before a byte of the copy is changed."""

    def __init__(self, acceptance: Acceptance, folder: Path, now: datetime, terms: Terms) -> None:
        """Raises ReasonMissing, NumberInText or SecurityCodeRefused."""
        self.reason = needed_reason(acceptance.reason)
        self.second = ""  # the slot of the second manager, once he has proved himself
        self._acceptance = acceptance
        self._noting = folder, now, terms

    def ask(self, unlocked: Unlocked) -> None:
        """Let only managers go on, and two of them where there are two.

        Raises NotAllowed, SecondManagerNeeded, or SecondManagerWrong, which is noted like any wrong password.
        """
        known = _managers(unlocked.header)
        if unlocked.slot.id not in known:
            raise NotAllowed
        if len(known) > 1:
            self.second = self._second(unlocked.header, unlocked.slot.id, known)

    def _second(self, found: Header, first: str, known: frozenset[str]) -> str:
        login, (folder, now, terms) = self._acceptance.login.strip(), self._noting
        if not login:
            raise SecondManagerNeeded
        try:
            slot = slots.knows_password(found, login, self._acceptance.password)
        except WrongPassword as error:
            sitting.note_failure(folder, lambda noted: noted.slot_of(login), now, terms)
            raise SecondManagerWrong from error
        if slot.id == first or slot.id not in known:
            raise SecondManagerNeeded
        return slot.id


def _managers(found: Header) -> frozenset[str]:
    """The slots of those who work as managers; who is still joining does not count."""
    return frozenset(slot.id for slot in found.slots if slot.role == "manager" and not slot.is_joining)
