"""Changes of who may open the desk: at once where somebody gains a key, with new keys where somebody loses one."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace

from privdesk.domain.errors import NotCountersigned, WrongPassword
from privdesk.domain.shown import shown
from privdesk.operations.desk import Change, Desk
from privdesk.operations.done import Done
from privdesk.storage import roster, rotation, vault
from privdesk.storage.copying import Progress
from privdesk.storage.header import Header

Edit = Callable[[Header], Header]


def rotate(desk: Desk, password: str, progress: Progress | None = None) -> Done[None]:
    """Put the desk under new keys, once a year or when a password may have become known; the screens go on as before.

    Raises WrongPassword, Cancelled, DiskFull, FileInUse.
    """
    need_own_password(desk, "keys.rotate", "desk", password)
    with rotated(desk, "keys.rotate", "desk", lambda header: header, progress):
        pass
    return Done(None, shown("done", "The desk lies under new keys now. Old backups still open with the old ones."))


def need_own_password(desk: Desk, act: str, about: str, password: str) -> None:
    """The actor proves once more that it is he who sits at the desk, before he changes who may open it.

    Raises NotAllowed, NotCountersigned, WrongPassword; all are in the log.
    """
    desk.need(act, about)
    with desk.refusals(act, about):
        if desk.vault.is_joining:
            raise NotCountersigned
        if vault.verify_password(desk.vault, desk.actor.login, password) != desk.actor.slot:
            raise WrongPassword


def roster_changed(
    desk: Desk, act: str, about: str, edit: Edit, progress: Progress | None = None, **detail: object
) -> AbstractContextManager[Change]:
    """One act that changes who may open the desk; whoever loses a key loses it by a rotation in the same step.

    Raises what `edit` raises, KeyNotHeld, Cancelled, DiskFull, FileInUse.
    """
    before = desk.vault.header
    if roster.lost(before, edit(before)):
        return rotated(desk, act, about, edit, progress, **detail)
    return _at_once(desk, act, about, edit, **detail)


@contextmanager
def rotated(
    desk: Desk, act: str, about: str, edit: Edit, progress: Progress | None = None, **detail: object
) -> Iterator[Change]:
    """One act whose changes and log entry stand in a new data file, which takes the place of the old one at the end."""
    with (
        desk.looks.kept_on_failure(),
        rotation.rotating(desk.vault, edit, progress) as fresh,
        replace(desk, vault=fresh).change(act, about, **detail) as change,
    ):
        yield change
    desk.leave_anchor()


@contextmanager
def _at_once(desk: Desk, act: str, about: str, edit: Edit, **detail: object) -> Iterator[Change]:
    with desk.change(act, about, **detail) as change:
        vault.change_roster(desk.vault, change.conn, edit)
        yield change
