"""What the log must tell, kind by kind: each is done by its own operation, and its entry is looked at."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from privdesk.domain.acts import ACTS
from privdesk.domain.case import RequestQuery
from privdesk.domain.decision import Decision
from privdesk.domain.due import DueQuery
from privdesk.domain.errors import DeskError, NotAllowed, WrongPassword
from privdesk.domain.letter import LetterQuery
from privdesk.domain.log import LogQuery
from privdesk.domain.mailing import Output
from privdesk.domain.person import NewNumber, NumberKind, Origin, PeopleQuery, Source
from privdesk.domain.user import Role
from privdesk.operations import (
    answers,
    desks,
    execution,
    export,
    letters,
    log,
    mailings,
    messages,
    office,
    people,
    requests,
    retention,
    search,
)
from privdesk.operations.desk import Desk
from privdesk.operations.export import SheetFormat
from privdesk.storage import transaction
from privdesk.storage.tables import audit
from tests.operations.lettering import WAYS, at_office, decided, issue, row, sent
from tests.operations.requesting import case, joined, taken, verified, yumiko
from tests.operations.test_people import REASON

# the kinds that are asked for, each with the acts that are of it
KINDS = {
    "numbers": {"person.reveal", "person.copy"},
    "records": {
        *(
            "person.open",
            "person.history",
            "person.looks",
            "person.rehearse",
            "request.open",
            "message.open",
            "letter.open",
        ),
        *("letter.preview", "batch.open", "hold.list", "exemption.list", "attempt.list", "look.again", "desk.read"),
    },
    "searches": {"people.search", "people.compare"},
    "printing": {"letter.print", "person.print", "retention.print", "log.report"},
    "exports": {"people.export", "people.mailing_list", "desk.export", "desk.exported"},
    "sending": {"letter.issue", "letter.send"},
    "deciding": {"request.decide", "request.approve", "request.cosign", "request.execute"},
    "disposing": {
        *("hold.place", "hold.lift", "rule.change", "retention.recompute", "person.remove", "batch.undo"),
        *("copy.destroy", "copy.expire"),
    },
    "settings": {
        *("office.change", "purposes.change", "partner.add", "partner.change", "backup.plan", "clock.settle"),
    },
    "logins": {
        *(
            "desk.create",
            "desk.unlock",
            "desk.new_pc",
            "desk.lock",
            "desk.recover",
            "desk.rollback",
            "user.add",
            "user.invite",
        ),
        *("user.issue", "user.role", "user.disable", "user.accept", "user.countersign", "user.password"),
        *("keys.rotate", "sheet.replace"),
    },
    "copies": {"desk.backup", "backup.failed", "desk.drill", "desk.restore", "copy.enter", "copy.note"},
    "the log itself": {"log.own", "log.open", "log.compare", "log.verify", "log.hand_on", "desk.check"},
    "changes": {
        *("person.add", "person.edit", "person.number", "person.mend", "person.purpose", "person.use"),
        *("person.link", "person.same", "person.merge"),
        *("exemption.sign", "exemption.withdraw", "purposes.lapse"),
        *(
            "batch.begin",
            "batch.import",
            "batch.stopped",
            "batch.row",
            "batch.match",
            "request.add",
            "request.event",
            "request.items",
        ),
        *("request.identity", "request.owner", "message.take", "message.sort", "draft.keep", "draft.drop"),
        *("filter.save", "filter.change", "filter.remove"),
    },
}


def test_every_act_is_of_one_kind():
    named = [act for acts in KINDS.values() for act in acts]
    assert set(named) == set(ACTS)
    assert len(named) == len(set(named))


def newest(desk: Desk) -> tuple[str, str, dict[str, object]]:
    with desk.reading() as conn:
        last = conn.execute(sa.select(audit).order_by(audit.c.seq.desc()).limit(1)).one()
    return last.act, last.about, json.loads(last.detail)


def account(desk: Desk) -> int:
    new = NewNumber(NumberKind.BANK, "0001-110", "普通", "4567", "1234567")
    return people.add_number(desk, yumiko(desk), new, Origin(Source.SELF, desk.today)).value


def letter(desk: Desk) -> int:
    return issue(desk, decided(desk, WAYS["disclosure"]), "disclosure")


def printed(desk: Desk, id_: int) -> None:
    letters.mark_printed(desk, id_, row(desk, id_).version)


def waits(desk: Desk) -> int:
    """A refusal that a second person has to approve."""
    return decided(desk, WAYS["refusal"], approved=False, done=False)


def approve_beside(desk: Desk) -> None:
    id_ = waits(desk)
    clerk = joined(desk, "mori", Role.SUPPORT)
    answers.approve(clerk.with_approver(joined(desk, "ueda", Role.MANAGER).actor), id_, case(desk, id_).version)


def execute(desk: Desk) -> None:
    id_ = decided(desk, WAYS["suspension"], done=False)
    execution.execute(desk, id_, case(desk, id_).version, 1, ())


def decide(desk: Desk) -> None:
    id_ = verified(desk)
    answers.decide(desk, id_, case(desk, id_).version, 1, Decision.DISCLOSED)


def mail(desk: Desk) -> int:
    text = "From: 渡邉 <user001@example.jp>\nSubject: disclosure\nDate: Mon, 16 Nov 2026 10:00:00 +0900\n\n開示"
    return messages.take_mail(desk, text.encode(), "mail.eml").value.id


Drive = Callable[[Desk], object]
# what is done, the entry that tells of it, what it is about, and what its details must name
DRIVEN: dict[str, tuple[Drive, str, str, set[str]]] = {
    "a number shown": (lambda d: people.reveal(d, account(d), REASON), "person.reveal", "person:1", {"reason"}),
    "a number copied": (lambda d: people.copied(d, account(d)), "person.copy", "person:1", {"number"}),
    "a record": (lambda d: people.open_person(d, yumiko(d)), "person.open", "person:1", set()),
    "a history": (lambda d: people.history(d, yumiko(d)), "person.history", "person:1", set()),
    "a request": (lambda d: requests.open_request(d, taken(d)), "request.open", "request:1", set()),
    "a mail": (lambda d: messages.open_message(d, mail(d)), "message.open", "message:1", set()),
    "a mail as it came": (lambda d: messages.original(d, mail(d)), "message.open", "message:1", {"original"}),
    "a letter": (lambda d: letters.open_letter(d, letter(d)), "letter.open", "person:1", {"letter"}),
    "a search of customers": (
        lambda d: people.settled_search(d, PeopleQuery(text="渡邉"), 3),
        "people.search",
        "people",
        {"fields", "letters", "hits"},
    ),
    "a search of requests": (
        lambda d: requests.settled_search(d, RequestQuery(text="渡邉")),
        "people.search",
        "requests",
        {"filters", "letters", "hits"},
    ),
    "a search of letters": (
        lambda d: letters.settled_search(d, LetterQuery(text="渡邉")),
        "people.search",
        "letters",
        {"filters", "letters", "hits"},
    ),
    "a number looked up": (
        lambda d: people.find_number(d, "301234567810"),
        "people.search",
        "people",
        {"number", "hits"},
    ),
    "a search everywhere": (lambda d: search.settled(d, "渡邉", 2), "people.search", "desk", {"letters", "hits"}),
    "a letter printed": (lambda d: printed(d, letter(d)), "letter.print", "person:1", {"letter"}),
    "a due list": (lambda d: retention.due_as_table(d, DueQuery(), "ja"), "retention.print", "retention", {"lines"}),
    "a report": (lambda d: log.month(d, 2026, 11), "log.report", "log", {"month"}),
    "customers exported": (
        lambda d: export.export_people(d, PeopleQuery(), SheetFormat.CSV, purpose="account"),
        "people.export",
        "people",
        {"format", "people", "purpose", "left_out"},
    ),
    "a mailing list": (
        lambda d: mailings.begin(d, "news", Output.LABELS),
        "people.mailing_list",
        "people",
        {"format", "people", "purpose", "left_out"},
    ),
    "an export of everything begun": (export.begin, "desk.export", "desk", {"numbers", "reason"}),
    "everything exported": (
        lambda d: export.export_everything(d, d.vault.folder.with_name("all.zip")),
        "desk.exported",
        "desk",
        {"rows"},
    ),
    "a letter issued": (letter, "letter.issue", "person:1", {"letter", "template", "number"}),
    "a letter sent": (lambda d: sent(d, letter(d)), "letter.send", "person:1", {"letter"}),
    "a decision": (decide, "request.decide", "request:1", {"decision"}),
    "an approval beside": (approve_beside, "request.cosign", "request:1", {"approver"}),
    "a decision carried out": (execute, "request.execute", "request:1", {"item"}),
    "settings": (
        lambda d: office.save(d, replace(office.current(d), hours="平日")),
        "office.change",
        "office",
        {"fields"},
    ),
    "the log read": (lambda d: log.page(d, LogQuery()), "log.open", "log", {"filters"}),
}


@pytest.mark.parametrize("what", DRIVEN)
def test_what_is_done_is_in_the_log_before_anything_shows(desk: Desk, what: str):
    drive, act, about, detail = DRIVEN[what]
    drive(at_office(desk))
    found = newest(desk)
    assert found[:2] == (act, about)
    assert detail <= set(found[2])


def test_a_search_that_is_logged_says_how_many_it_found_and_never_what_was_typed(desk: Desk):
    taken(desk)
    requests.settled_search(desk, RequestQuery(text="渡邉"))
    assert newest(desk)[2] == {"filters": ["text"], "hits": 1, "letters": 2}


# Denials


@pytest.mark.parametrize(
    ("denied", "act", "error"),
    [
        (lambda d: people.open_person(d, 1), "person.open", NotAllowed),
        (lambda d: log.page(replace(d, actor=replace(d.actor, role=Role.SUPPORT)), LogQuery()), "log.open", NotAllowed),
        (lambda d: office.save(d, office.current(d)), "office.change", NotAllowed),
        (lambda d: letters.issue(d, 1, 1, letters.Wanted("disclosure")), "letter.issue", NotAllowed),
        (lambda d: desks.approver(d, "sato", "not the right one"), "desk.approver", WrongPassword),
    ],
)
def test_a_denial_is_in_the_log_with_what_was_wanted_and_by_whom(desk: Desk, auditor: Desk, denied, act, error):
    with pytest.raises(error):
        denied(auditor)
    found, _, detail = newest(desk)
    assert (found, detail["act"], detail["why"]) == ("desk.refused", act, error.__name__)


def test_what_the_files_guard_forbids_is_in_the_log(desk: Desk):
    yumiko(desk)
    before = log.code(desk).seq
    with pytest.raises(transaction.Denied), desk.change("person.edit", about="person:1") as change:
        change.conn.exec_driver_sql("UPDATE audit SET act = 'person.open'")
    assert newest(desk) == ("desk.refused", "person:1", {"act": "person.edit", "why": "Denied"})
    assert log.code(desk).seq == before + 1
    assert not isinstance(transaction.Denied(), DeskError), "it is a bug or an attack, and nothing that a user mends"
