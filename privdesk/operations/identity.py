"""Who asks: papers wanted, what was seen of them, by whom, when and how; and what did not suffice."""

from privdesk.domain import event as ev
from privdesk.domain.errors import CheckerOther
from privdesk.domain.identity import IdentityCheck
from privdesk.domain.shown import shown
from privdesk.operations import cases
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.requests import enter


def ask_papers(desk: Desk, id_: int, version: int, papers: tuple[str, ...]) -> Done[int]:
    """Settle which papers (codes of the law's data) are wanted; the acknowledgement, or the next letter, names them.

    The policy deadline stands from the day on which that letter leaves, until they are here.
    Raises PapersNotNeeded, PapersUnnamed.
    """
    enter(desk, id_, version, ev.IdentityAsked(papers=papers))
    return Done(version + 1, shown("done", "The papers were noted; the next letter names them."))


def record_check(desk: Desk, id_: int, version: int, check: IdentityCheck) -> Done[int]:
    """Record what the actor saw: the papers with what was blacked out on copies, on which day, by which method.

    The least that the law's data ask for must be there. Raises CheckerOther, DayAhead, PartyDiffers, CheckIncomplete,
    MethodNotAccepted, PaperNotAccepted, PaperNotOriginal, PaperNotMasked, PaperNotValid, PaperTooOld, PapersMissing,
    AuthorityMissing or RecipientUnproved; each says what is missing.
    """
    with cases.changing(desk, "request.identity", id_, version, checked_by=check.checked_by) as case:
        if check.checked_by != desk.actor.login:
            raise CheckerOther
        case.enter(ev.IdentityChecked(check=check), on=check.on)
    return Done(version + 1, shown("done", "The identity check was recorded."))


def record_failure(desk: Desk, id_: int, version: int, reason: str) -> Done[int]:
    """Note that what was shown does not suffice; nothing is refused by that.

    Raises ReasonNeeded.
    """
    enter(desk, id_, version, ev.IdentityFailed(reason=reason))
    return Done(version + 1, shown("done", "It was recorded that identity is not shown."))
