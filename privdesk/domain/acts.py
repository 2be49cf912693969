"""Every act the desk knows: who may do it, and which nouns the screens must read again after it.

To add an act: a line here, and the operation that names it; a test finds acts without an operation and the reverse.
"""

from dataclasses import dataclass

from privdesk.domain.errors import NotAllowed
from privdesk.domain.user import Role, User

_STAFF = frozenset({Role.SUPPORT, Role.MANAGER})
_MANAGER = frozenset({Role.MANAGER})
_AUDITOR = frozenset({Role.AUDITOR})
_OVERSEERS = frozenset({Role.MANAGER, Role.AUDITOR})
_EVERYONE = frozenset(Role)


@dataclass(frozen=True)
class Act:
    """Who may do something, and what it changes; a look changes nothing and is logged all the same.

    `is_look` of what somebody comes back to while he works: repeated at once it is counted, not entered anew.
    """

    roles: frozenset[Role]
    nouns: frozenset[str] = frozenset()
    is_look: bool = False


def _act(roles: frozenset[Role], *nouns: str) -> Act:
    return Act(roles, frozenset(nouns))


def _look(roles: frozenset[Role]) -> Act:
    return Act(roles, is_look=True)


ACTS: dict[str, Act] = {
    "desk.create": _act(_MANAGER, "office", "users"),
    "desk.unlock": _act(_EVERYONE),
    "desk.new_pc": _act(_EVERYONE),
    "desk.lock": _act(_EVERYONE),
    "desk.check": _act(_EVERYONE),
    "desk.read": _act(_EVERYONE),
    "desk.export": _act(_MANAGER),
    "desk.exported": _act(_MANAGER),
    "desk.rollback": _act(_MANAGER),
    "desk.backup": _act(_EVERYONE, "office"),
    "desk.drill": _act(_EVERYONE, "office"),
    "desk.restore": _act(_MANAGER),
    "backup.plan": _act(_MANAGER, "office"),
    "backup.failed": _act(_EVERYONE, "office"),
    "copy.enter": _act(_EVERYONE, "office"),
    "copy.note": _act(_MANAGER, "office"),
    "copy.expire": _act(_EVERYONE, "office"),
    "copy.destroy": _act(_MANAGER, "office"),
    "clock.settle": _act(_MANAGER, "retention"),
    "look.again": _act(_EVERYONE),
    "log.own": _act(_EVERYONE),
    "log.open": _act(_OVERSEERS),
    "log.compare": _act(_OVERSEERS),
    "log.report": _act(_OVERSEERS),
    "log.verify": _act(_EVERYONE),
    "log.hand_on": _act(_AUDITOR),
    "office.change": _act(_MANAGER, "office"),
    "purposes.change": _act(_MANAGER, "office", "people"),
    "partner.add": _act(_MANAGER, "office"),
    "partner.change": _act(_MANAGER, "office"),
    "user.add": _act(_MANAGER, "users"),
    "user.invite": _act(_MANAGER, "users"),
    "user.issue": _act(_MANAGER, "users"),
    "user.role": _act(_MANAGER, "users"),
    "user.disable": _act(_MANAGER, "users"),
    "user.accept": _act(_EVERYONE, "users"),
    "user.countersign": _act(_MANAGER, "users"),
    "user.password": _act(_EVERYONE),
    "keys.rotate": _act(_MANAGER),
    "sheet.replace": _act(_MANAGER),
    "desk.recover": _act(_MANAGER, "users"),
    "draft.keep": _act(_STAFF, "drafts"),
    "draft.drop": _act(_STAFF, "drafts"),
    "person.add": _act(_STAFF, "people", "retention"),
    "person.edit": _act(_STAFF, "people", "retention"),
    "person.open": _look(_STAFF),
    "person.history": _look(_STAFF),
    "person.looks": _look(_OVERSEERS),
    "person.rehearse": _look(_STAFF),
    "person.print": _act(_EVERYONE),
    "person.reveal": _act(_STAFF),
    "person.copy": _act(_STAFF),
    "person.remove": _act(_STAFF, "people", "retention"),
    "person.use": _act(_STAFF, "office"),
    "person.mend": _act(_STAFF, "people"),
    "person.purpose": _act(_STAFF, "people"),
    "person.number": _act(_STAFF, "people", "retention"),
    "person.link": _act(_STAFF, "people"),
    "person.same": _act(_STAFF, "people"),
    "person.merge": _act(_STAFF, "people", "requests", "letters", "retention"),
    "people.compare": _act(_STAFF, "people"),
    "people.search": _act(_EVERYONE),
    "filter.save": _act(_EVERYONE),
    "filter.change": _act(_EVERYONE),
    "filter.remove": _act(_EVERYONE),
    "exemption.sign": _act(_STAFF, "people", "office"),
    "exemption.withdraw": _act(_STAFF, "people", "office"),
    "exemption.list": _act(_MANAGER),
    "attempt.list": _act(_MANAGER),
    "purposes.lapse": _act(_EVERYONE, "people"),
    "people.export": _act(_STAFF, "office"),
    "people.mailing_list": _act(_STAFF, "office"),
    "batch.begin": _act(_STAFF),
    "batch.stopped": _act(_EVERYONE, "people", "batches", "retention"),
    "batch.import": _act(_STAFF, "people", "batches", "retention"),
    "batch.undo": _act(_STAFF, "people", "batches", "retention"),
    "batch.row": _act(_STAFF, "people", "batches", "retention"),
    "batch.open": _look(_STAFF),
    "batch.match": _act(_STAFF, "people", "batches", "retention"),
    "request.add": _act(_STAFF, "requests", "people", "retention"),
    "request.open": _look(_EVERYONE),
    "request.event": _act(_STAFF, "requests", "people", "retention"),
    "request.items": _act(_STAFF, "requests"),
    "request.identity": _act(_STAFF, "requests"),
    "request.owner": _act(_STAFF, "requests"),
    "request.decide": _act(_STAFF, "requests"),
    "request.approve": _act(_MANAGER, "requests"),
    "request.cosign": _act(_STAFF, "requests"),
    "request.execute": _act(_STAFF, "requests", "people", "retention"),
    "message.take": _act(_STAFF, "requests"),
    "message.open": _look(_STAFF),
    "message.sort": _act(_STAFF, "requests"),
    "letter.preview": _look(_STAFF),
    "letter.open": _look(_EVERYONE),
    "letter.issue": _act(_STAFF, "letters", "requests", "retention"),
    "letter.print": _act(_STAFF, "letters"),
    "letter.send": _act(_STAFF, "letters", "requests", "retention"),
    "hold.list": _act(_STAFF),
    "hold.place": _act(_STAFF, "retention", "people"),
    "hold.lift": _act(_MANAGER, "retention", "people"),
    "rule.change": _act(_MANAGER, "retention", "people"),
    "retention.recompute": _act(_MANAGER, "retention", "people"),
    "retention.print": _act(_MANAGER),
}


def permit(user: User, act: str) -> Act:
    """The act, if `user` may do it.

    Raises NotAllowed.
    """
    found = ACTS[act]
    if not user.active or user.role not in found.roles:
        raise NotAllowed
    return found
