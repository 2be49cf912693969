"""A clerk who does what the desk says next; the tests of requests lead their cases with it."""

from datetime import UTC, date, datetime, timedelta

import msgspec

from privdesk.domain import event as ev
from privdesk.domain.calendar import Calendar
from privdesk.domain.decision import Decision
from privdesk.domain.event import Detail, Wait
from privdesk.domain.identity import IdentityCheck, Paper, Seen, Shows
from privdesk.domain.law import Channel, Method, Requester, parsed
from privdesk.domain.procedure import Step, enter, next_step, receive
from privdesk.domain.request import Request
from privdesk.resources import resource

LAW = parsed(resource("law/2022-04-01.toml").read_bytes())
CALENDAR = Calendar()
AT = datetime(2026, 11, 2, 3, tzinfo=UTC)
ARRIVED = date(2026, 11, 2)
CHECK = IdentityCheck(
    party=Requester.PRINCIPAL,
    channel=Channel.VISIT,
    method=Method.ORIGINALS,
    papers=(Paper(code="licence", seen=Seen.ORIGINAL, valid_until=date(2030, 1, 1)),),
    checked_by="sato",
    on=ARRIVED,
)
POWERS = tuple(
    Paper(code=code, seen=Seen.ORIGINAL, shows=Shows.AUTHORITY, issued_on=ARRIVED)
    for code in ("mandate", "seal_certificate")
)
EMPOWERED = msgspec.structs.replace(CHECK, papers=(*CHECK.papers, *POWERS))
EVERY_DECISION = [(code, decision) for code, kind in LAW.kinds.items() for decision in kind.decisions]


def arrived(*kinds: str, channel: Channel = Channel.POST, elsewhere: bool = False) -> Request:
    items = tuple(ev.Asked(number=n, kind=kind) for n, kind in enumerate(kinds, start=1))
    detail = ev.Received(channel=channel, items=items, elsewhere=elsewhere)
    return receive(detail, at=AT, on=ARRIVED, by="sato", law=LAW)


def after(request: Request, *details: Detail, by: str = "sato", days: int = 1) -> Request:
    for detail in details:
        on = ARRIVED + timedelta(days=days)
        request = enter(request, detail, at=AT, on=on, by=by, law=LAW, calendar=CALENDAR)
    return request


def decided(code: str, item: int, decision: Decision) -> ev.Decided:
    """A decision with all it needs."""
    return ev.Decided(
        item=item,
        decision=decision,
        ground=next(iter(LAW.kinds[code].grounds), None) if decision.needs_ground else None,
        facts="顧客名簿を氏名と電話番号で検索した。" if decision.needs_facts else "",
        until=date(2033, 5, 31) if decision is Decision.KEPT_UNTIL else None,
        rule="tax-transactions" if decision is Decision.KEPT_UNTIL else None,
    )


def letter(request: Request) -> ev.LetterIssued:
    item = next(item for item in request.items if item.told_on is None)
    assert item.decision
    number = max(request.letters, default=0) + 1
    told = tuple(item.number for item in request.items)
    return ev.LetterIssued(letter=number, template=LAW.kinds[item.kind].decisions[item.decision], items=told)


def done(request: Request, step: Step, wanted: dict[int, Decision]) -> tuple[str, Detail]:
    """Who does what when the step is taken."""
    open_items = [item for item in request.items if item.decision is None]
    undone = [item.number for item in request.items if item.waits_for_execution]
    acts = {
        Step.ACKNOWLEDGE: lambda: ev.Acknowledged(),
        Step.TELL_PAPERS: lambda: ev.Acknowledged(),
        Step.LINK_PERSON: lambda: ev.PersonLinked(person=12),
        Step.ASK_IDENTITY: lambda: ev.IdentityAsked(papers=("licence",)),
        Step.CHECK_IDENTITY: lambda: ev.IdentityChecked(check=EMPOWERED if request.elsewhere else CHECK),
        Step.AWAIT_FEE: lambda: ev.Resumed(wait=Wait.FEE),
        Step.DECIDE: lambda: decided(open_items[0].kind, open_items[0].number, wanted[open_items[0].number]),
        Step.ASK_APPROVAL: lambda: ev.ApprovalAsked(),
        Step.APPROVE: lambda: ev.Approved(),
        Step.EXECUTE: lambda: ev.Executed(item=undone[0]),
        Step.ISSUE_LETTER: lambda: letter(request),
        Step.SEND_LETTER: lambda: ev.LetterSent(letter=max(request.letters)),
        Step.CLOSE: lambda: ev.Closed(),
        Step.NAME_ITEMS: lambda: ev.ItemsChanged(items=(ev.Asked(number=1, kind="DISCLOSE"),)),
    }
    return "tanaka" if step is Step.APPROVE else "sato", acts[step]()


def led(request: Request, until: Step | None, wanted: dict[int, Decision]) -> Request:
    """The request after the clerk did what it said, up to the step `until`."""
    for _ in range(30):
        step = next_step(request, LAW)
        if step is None or step is until:
            return request
        by, detail = done(request, step, wanted)
        request = after(request, detail, by=by)
    raise AssertionError(f"the steps turn in a circle at {next_step(request, LAW)}")
