"""Requests for the tests: customers, parties, a check that suffices, and letters without their pages."""

from dataclasses import replace
from datetime import date

import msgspec

from privdesk.domain import event as ev
from privdesk.domain.case import NewRequest
from privdesk.domain.decision import Decision
from privdesk.domain.event import Asked, Detail
from privdesk.domain.identity import IdentityCheck, Paper, Seen, Shows
from privdesk.domain.law import Channel, Method, Requester
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Profile
from privdesk.domain.procedure import Step
from privdesk.domain.request import Request
from privdesk.domain.user import Role
from privdesk.operations import answers, cases, execution, identity, people, requests, steps
from privdesk.operations.desk import Desk
from privdesk.operations.requests import Case
from privdesk.storage import transaction, users

TODAY = date(2026, 11, 22)
ARRIVED = date(2026, 11, 16)
YUMIKO = NewPerson(
    Profile(
        name="渡邉 由美子",
        kana="ワタナベ ユミコ",
        number="A000001",
        birth=date(1975, 3, 14),
        postal="100-0005",
        address="東京都千代田区丸の内3丁目18番18号",
        phones=("03-5550-0100", "090-5550-0100"),
        mails=("user001@example.jp",),
    ),
    numbers=(NewNumber(NumberKind.BANK, "0001-001", "1", "8133", "0008133"),),
)
CHECK = IdentityCheck(
    party=Requester.PRINCIPAL,
    channel=Channel.VISIT,
    method=Method.ORIGINALS,
    papers=(Paper(code="licence", seen=Seen.ORIGINAL, valid_until=date(2030, 1, 1)),),
    checked_by="sato",
    on=TODAY,
)
EMPOWERED = msgspec.structs.replace(
    CHECK,
    papers=(
        *CHECK.papers,
        *(
            Paper(code=code, seen=Seen.ORIGINAL, shows=Shows.AUTHORITY, issued_on=date(2026, 11, 1))
            for code in ("mandate", "seal_certificate")
        ),
    ),
)

KEPT = {"facts": "取引記録は税法により保存する。", "until": date(2033, 5, 31), "rule": "tax-transactions"}


def check(desk: Desk) -> IdentityCheck:
    """A check that suffices, by the one at the desk."""
    return msgspec.structs.replace(CHECK, checked_by=desk.actor.login)


def yumiko(desk: Desk) -> int:
    """Enter the customer whom the sample mails are about."""
    return people.add(desk, YUMIKO).value


def asked(*kinds: str, **more: object) -> tuple[Asked, ...]:
    return tuple(Asked(number=number, kind=kind, **more) for number, kind in enumerate(kinds, start=1))


def taken(desk: Desk, *items: Asked, person: int | None = None, **more: object) -> int:
    """A request by post that arrived on 2026-11-16."""
    party = Party(PartyRole.REQUESTER, "渡邉 由美子", mail="user001@example.jp")
    new = NewRequest(Channel.POST, ARRIVED, items or asked("DISCLOSE"), parties=(party,), person=person)
    return requests.take_in(desk, replace(new, **more)).value.id


def case(desk: Desk, id_: int) -> Case:
    return requests.open_request(desk, id_)


def step(desk: Desk, id_: int, detail: Detail, on: date | None = None) -> int:
    """Let something happen to the request as it stands now; returns its new version."""
    version = case(desk, id_).version
    if isinstance(detail, ev.LetterIssued | ev.LetterSent):
        return posted(desk, id_, version, detail)
    return requests.enter(desk, id_, version, detail, on).value


def posted(desk: Desk, id_: int, version: int, detail: ev.LetterIssued | ev.LetterSent) -> int:
    """Let a letter without pages be issued or leave; returns the request's new version."""
    with cases.changing(desk, "letter.issue", id_, version) as proceeding:
        proceeding.enter(detail)
    return version + 1


def verified(desk: Desk, *items: Asked, person: int | None = None) -> int:
    """An acknowledged request of a known customer who has shown his licence."""
    id_ = taken(desk, *items, person=person if person is not None else yumiko(desk))
    kinds = [found.kind for found in case(desk, id_).items]
    if any(kind.identity for kind in kinds):
        identity.record_check(desk, id_, case(desk, id_).version, check(desk))
    if any(kind.acknowledge for kind in kinds):
        step(desk, id_, ev.Acknowledged())
    return id_


def told(desk: Desk, id_: int) -> None:
    """Issue and send the letters that the items still need."""
    for found in case(desk, id_).items:
        item = found.item
        if found.kind.answer and item.told_on is None and item.decision:
            letter = max(case(desk, id_).request.letters, default=0) + 1
            issued = ev.LetterIssued(letter=letter, template=found.kind.decisions[item.decision], items=(item.number,))
            step(desk, id_, issued)
            step(desk, id_, ev.LetterSent(letter=letter, method="simple_registered", tracking="123-45-67890-1"))


def joined(desk: Desk, login: str, role: Role, *, active: bool = True) -> Desk:
    """The same desk with a new colleague at it."""
    with transaction.writing(desk.vault.writer) as conn:
        new = users.add(conn, login=login, name=f"{login} さん", role=role, slot=f"slot-{login}", language="ja")
    return replace(desk, actor=replace(new, active=active))


def go_on(desk: Desk, second: Desk, now: Case, answer: Decision) -> None:
    """Do what the case says is next; what is not decided yet is decided as `answer` where that is possible."""
    id_, version, request = now.id, now.version, now.request
    acts = {
        Step.ACKNOWLEDGE: lambda: requests.enter(desk, id_, version, ev.Acknowledged()),
        Step.TELL_PAPERS: lambda: requests.enter(desk, id_, version, ev.Acknowledged()),
        Step.ASK_IDENTITY: lambda: identity.ask_papers(desk, id_, version, ("licence",)),
        Step.CHECK_IDENTITY: lambda: identity.record_check(desk, id_, version, check(desk)),
        Step.AWAIT_FEE: lambda: steps.resume(desk, id_, version, ev.Wait.FEE),
        Step.DECIDE: lambda: decided(desk, now, answer),
        Step.ASK_APPROVAL: lambda: answers.ask_approval(desk, id_, version),
        Step.APPROVE: lambda: answers.approve(second, id_, version),
        Step.EXECUTE: lambda: execution.execute(desk, id_, version, waiting(request)),
        Step.ISSUE_LETTER: lambda: posted(desk, id_, version, letter(now)),
        Step.SEND_LETTER: lambda: posted(desk, id_, version, ev.LetterSent(letter=unsent(request))),
        Step.CLOSE: lambda: steps.close(desk, id_, version),
    }
    if now.next_step:
        acts[now.next_step]()


def decided(desk: Desk, now: Case, answer: Decision) -> None:
    """Decide the first item that is open, with all that the decision needs."""
    found = next(one for one in now.items if one.item.decision is None)
    decision = answer if answer in found.decisions else found.decisions[0]
    more = KEPT if decision is Decision.KEPT_UNTIL else {"facts": "名簿を検索した。" if decision.needs_facts else ""}
    ground = next(iter(found.grounds)) if decision.needs_ground else None
    answers.decide(desk, now.id, now.version, found.item.number, decision, ground=ground, **more)


def waiting(request: Request) -> int:
    """The first item that is to be carried out."""
    return next(item.number for item in request.items if item.waits_for_execution)


def letter(now: Case) -> ev.LetterIssued:
    """The letter that tells the first item whose answer no letter tells."""
    found = next(one for one in now.items if one.kind.answer and one.item.letter is None)
    assert found.item.decision
    template = found.kind.decisions[found.item.decision]
    number = max(now.request.letters, default=0) + 1
    return ev.LetterIssued(letter=number, template=template, items=(found.item.number,))


def unsent(request: Request) -> int:
    """A letter that tells an answer and has not left."""
    return next(item.letter for item in request.items if item.letter and item.told_on is None)
