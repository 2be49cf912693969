"""Who may do what and see what: every operation with its act, every field with the acts that show it.

`acts.py` says which role may do which act; here stands which operation is which act, so that nothing goes unasked. A
test calls each operation in each role, and finds operations that are missing here.
"""

from dataclasses import dataclass
from enum import StrEnum

from privdesk.domain.acts import ACTS
from privdesk.domain.user import Role

# who holds the key of the sealed numbers: what the program forbids the others is forbidden by cryptography too
NUMBER_KEY = frozenset({Role.SUPPORT, Role.MANAGER})

_READ = "desk.read"


class Sight(StrEnum):
    """How much of a field somebody sees."""

    WHOLE = "whole"
    REASON = "reason"  # masked, and whole for a reason that is logged
    MASKED = "masked"
    OWN = "own"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Field:
    """The act that shows a field; who may also do `more` sees it as `whole` says, the others as `less` says."""

    shown: str
    more: str = ""
    less: Sight = Sight.WHOLE
    whole: Sight = Sight.WHOLE
    keyed: bool = False


def roles_of(operation: str) -> frozenset[Role]:
    """Who may call an operation."""
    return ACTS[OPERATIONS[operation]].roles


def sight(role: Role, field: str) -> Sight:
    """How much of a field a role sees."""
    found = FIELDS[field]
    if role not in ACTS[found.shown].roles or (found.keyed and role not in NUMBER_KEY):
        return Sight.NOTHING
    if found.more and role in ACTS[found.more].roles:
        return found.whole
    return found.less


_LISTED, _RECORD = Field(_READ), Field("person.open")
FIELDS: dict[str, Field] = {
    "name": _LISTED,
    "kana": _LISTED,
    "number": _LISTED,
    "birth": _LISTED,
    "status": _LISTED,
    "suspended": _LISTED,
    "stands": _LISTED,
    "open_requests": _LISTED,
    "last_activity": _LISTED,
    "keep_until": _LISTED,
    "held": _LISTED,
    "warnings": _LISTED,
    "names": _RECORD,
    "addresses": _RECORD,
    "contacts": _RECORD,
    "language": _RECORD,
    "origin": _RECORD,
    "since": _RECORD,
    "left_on": _RECORD,
    "notes": _RECORD,
    "entrusted": _RECORD,
    "transactions": _RECORD,
    "purposes": _RECORD,
    "history": Field("person.history"),
    "numbers": Field("person.open", "person.reveal", Sight.MASKED, Sight.REASON),
    "waiting_rows": Field("batch.open", "person.reveal", Sight.MASKED, Sight.REASON),
    "looks": Field("person.looks"),
    "requests": _LISTED,
    "request": Field("request.open"),
    "messages": _LISTED,
    "message": Field("message.open"),
    "letters": _LISTED,
    "letter": Field("letter.open"),
    "letter_with_numbers": Field("letter.open", keyed=True),
    "retention": _LISTED,
    "office": _LISTED,
    "users": _LISTED,
    "log": Field("log.own", "log.open", Sight.OWN),
}

OPERATIONS: dict[str, str] = {
    "answers.decide": "request.decide",
    "answers.withdraw_decision": "request.decide",
    "answers.ask_approval": "request.decide",
    "answers.approve": "request.approve",
    "answers.send_back": "request.approve",
    "backups.overview": _READ,
    "backups.save_plan": "backup.plan",
    "backups.begin": "desk.backup",
    "backups.make": "desk.backup",
    "backups.enter": "copy.enter",
    "backups.run": "desk.backup",
    "backups.due": _READ,
    "backups.note_failure": "backup.failed",
    "batches.everything": _READ,
    "batches.dry_run": "batch.import",
    "batches.import_people": "batch.import",
    "batches.import_transactions": "batch.import",
    "batches.undo_batch": "batch.undo",
    "crowd.enter": "batch.import",
    "copies.register": _READ,
    "copies.add": "copy.note",
    "copies.destroy": "copy.destroy",
    "copies.note_destroyed": "copy.destroy",
    "copies.expire": "copy.expire",
    "desks.lock": "desk.lock",
    "desks.approver": _READ,
    "desks.faults": "desk.check",
    "desks.everybody": _READ,
    "drafts.keep": "draft.keep",
    "drafts.kept": _READ,
    "drafts.drop": "draft.drop",
    "execution.preview_execution": "person.open",
    "execution.execute": "request.execute",
    "execution.undo_execution": "request.execute",
    "export.export_people": "people.export",
    "export.export_mailing_list": "people.mailing_list",
    "export.export_everything": "desk.export",
    "export.begin": "desk.export",
    "export.gather": "desk.export",
    "export.hand_over": "desk.exported",
    "holds.place": "hold.place",
    "holds.lift": "hold.lift",
    "holds.of_person": "person.open",
    "holds.in_force": "hold.list",
    "identity.ask_papers": "request.identity",
    "identity.record_check": "request.identity",
    "identity.record_failure": "request.identity",
    "letters.page": _READ,
    "letters.counts": _READ,
    "letters.settled_search": "people.search",
    "letters.preview": "letter.preview",
    "letters.issue": "letter.issue",
    "letters.open_letter": "letter.open",
    "letters.latest_pdf": "letter.open",
    "letters.mark_printed": "letter.print",
    "letters.mark_sent": "letter.send",
    "letters.mark_returned": "letter.send",
    "log.page": "log.open",
    "log.count": "log.open",
    "log.code": _READ,
    "log.failed_before": _READ,
    "log.verify": "log.verify",
    "log.compare": "log.compare",
    "log.month": "log.report",
    "log.settle_clock": "clock.settle",
    "log_entries.code_at": "log.compare",
    "log_entries.named": _READ,
    "messages.take_mail": "message.take",
    "messages.inbox": _READ,
    "messages.open_message": "message.open",
    "messages.open_attachment": "message.open",
    "messages.original": "message.open",
    "messages.suggest": "request.event",
    "messages.join": "message.sort",
    "messages.not_request": "message.sort",
    "messages.sort_again": "message.sort",
    "office.current": _READ,
    "office.save": "office.change",
    "office.partners": _READ,
    "office.partner": _READ,
    "office.add_partner": "partner.add",
    "office.change_partner": "partner.change",
    "people.page": _READ,
    "people.count": _READ,
    "people.settled_search": "people.search",
    "people.open_person": "person.open",
    "people.history": "person.history",
    "people.who_looked": "person.looks",
    "people.add": "person.add",
    "people.remove_entered": "person.remove",
    "people.edit": "person.edit",
    "people.add_number": "person.number",
    "people.remove_number": "person.number",
    "people.end_number": "person.number",
    "people.reveal": "person.reveal",
    "people.copied": "person.copy",
    "waiting.copied": "person.copy",
    "policy.purposes": _READ,
    "policy.purpose": _READ,
    "policy.add": "purposes.change",
    "policy.save": "purposes.change",
    "purposes.office": _READ,
    "purposes.blocked_today": _READ,
    "purposes.states": "person.open",
    "purposes.consent": "person.purpose",
    "purposes.opt_out": "person.purpose",
    "purposes.suspend": "person.purpose",
    "purposes.lift": "person.purpose",
    "purposes.turn_back": "person.purpose",
    "purposes.use": "person.use",
    "purposes.recipients": "people.mailing_list",
    "recovery.replace_sheet": "sheet.replace",
    "requests.page": _READ,
    "requests.counts": _READ,
    "requests.settled_search": "people.search",
    "requests.due_days": _READ,
    "requests.find": _READ,
    "requests.open_request": "request.open",
    "requests.take_in": "request.add",
    "requests.enter": "request.event",
    "restores.note_drill": "desk.drill",
    "restores.note_failure": "desk.drill",
    "retention.dashboard": _READ,
    "retention.is_stale": _READ,
    "retention.due": _READ,
    "retention.due_count": _READ,
    "retention.due_as_table": "retention.print",
    "retention.as_json": "retention.print",
    "retention.kept_because": "person.open",
    "retention.recompute": "retention.recompute",
    "rotation.rotate": "keys.rotate",
    "rules.versions": _READ,
    "rules.in_force": _READ,
    "rules.practice": _READ,
    "rules.what_if": _READ,
    "rules.change_rule": "rule.change",
    "rules.switch": "rule.change",
    "rules.save_practice": "rule.change",
    "search.everywhere": _READ,
    "search.settled": "people.search",
    "search.lines": _READ,
    "steps.link_person": "request.event",
    "steps.change_items": "request.items",
    "steps.change_parties": "request.items",
    "steps.set_owner": "request.owner",
    "steps.set_notes": "request.event",
    "steps.note": "request.event",
    "steps.pause": "request.event",
    "steps.resume": "request.event",
    "steps.extend": "request.event",
    "steps.withdraw": "request.event",
    "steps.close": "request.event",
    "steps.reopen": "request.event",
    "today.today": _READ,
    "users.colleagues": _READ,
    "users.add": "user.add",
    "users.invite": "user.invite",
    "users.issue_anew": "user.issue",
    "users.change_role": "user.role",
    "users.disable": "user.disable",
    "users.accept": "user.accept",
    "users.change_password": "user.password",
    "waiting.waiting_rows": "batch.open",
    "waiting.enter_waiting_row": "batch.row",
    "waiting.drop_waiting_row": "batch.row",
    "waiting.mend_warning": "person.mend",
    "waiting.reveal_warning": "person.reveal",
    "waiting.reveal_row": "person.reveal",
    "waiting.count": _READ,
    "waiting.unmatched": "batch.open",
    "waiting.suggested": "batch.match",
    "waiting.match": "batch.match",
    "waiting.match_all": "batch.match",
}
