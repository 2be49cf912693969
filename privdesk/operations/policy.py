"""The office's own purposes of use: enter one, reword it, switch it off and on again."""

from privdesk.domain.errors import CategoryMissing, NameMissing
from privdesk.domain.purpose import KeptPurpose, Purpose
from privdesk.domain.shown import shown
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import policy


def purposes(desk: Desk) -> tuple[KeptPurpose, ...]:
    """Every purpose that the office has or had, in the order of its policy."""
    with desk.reading() as conn:
        return policy.kept(conn)


def purpose(desk: Desk, code: str) -> KeptPurpose:
    """One purpose as it is saved now.

    Raises NoSuchPurpose.
    """
    with desk.reading() as conn:
        return policy.get(conn, code)


def add(desk: Desk, new: Purpose) -> Done[KeptPurpose]:
    """Enter a purpose; everybody's data of its categories may be used for it from now on.

    Raises NameMissing, CategoryMissing.
    """
    _need_whole(new)
    with desk.change("purposes.change", about="purpose") as change:
        entered = policy.add(change.conn, new)
        change.about = f"purpose:{entered.code}"
    said = shown("done", "The purpose “{name}” was entered.")
    return Done(entered, said, {"name": new.short.in_(desk.actor.language)}, undo=lambda later: _remove(later, entered))


def save(desk: Desk, changed: KeptPurpose) -> Done[KeptPurpose]:
    """Save a reworded purpose, or one that is switched on or off; what refers to it goes on to do so.

    Raises NameMissing, CategoryMissing, NoSuchPurpose, StaleSave.
    """
    _need_whole(changed.purpose)
    with desk.change("purposes.change", about=f"purpose:{changed.code}", active=changed.active) as change:
        before = policy.get(change.conn, changed.code)
        saved = policy.save(change.conn, changed)
    back = KeptPurpose(before.code, before.purpose, before.active, saved.version)
    said = shown("done", "The purpose “{name}” was saved.")
    values = {"name": changed.purpose.short.in_(desk.actor.language)}
    return Done(saved, said, values, undo=lambda later: save(later, back))


def _remove(desk: Desk, entered: KeptPurpose) -> Done[None]:
    """Take an entered purpose back; raises PurposeInUse."""
    with desk.change("purposes.change", about=f"purpose:{entered.code}", undone=True) as change:
        policy.remove(change.conn, entered.code)
    values = {"name": entered.purpose.short.in_(desk.actor.language)}
    return Done(None, shown("done", "The purpose “{name}” was taken back."), values)


def _need_whole(one: Purpose) -> None:
    """Letters go out in both languages, so both are needed."""
    if not all(text.strip() for words in (one.name, one.short) for text in (words.ja, words.en)):
        raise NameMissing
    if not one.categories:
        raise CategoryMissing
