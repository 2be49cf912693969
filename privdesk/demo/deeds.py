"""What is done to a made-up request, one function for each step: as staff would, through operations."""

from datetime import timedelta

from privdesk.demo.story import Story
from privdesk.domain import event as ev
from privdesk.domain.event import Outcome, Wait
from privdesk.domain.identity import IdentityCheck, Paper, Seen, Shows
from privdesk.domain.law import ACKNOWLEDGEMENT, Channel, Law, Method, Requester
from privdesk.domain.letter import LetterQuery, LetterState, due_letters
from privdesk.operations import answers, execution, identity, letters, requests, steps
from privdesk.operations.letter_facts import Wanted
from privdesk.operations.requests import Case

_METHODS = {
    Channel.VISIT: Method.ORIGINALS,
    Channel.POST: Method.COPIES,
    Channel.MAIL: Method.CALLBACK,
    Channel.PHONE: Method.CALLBACK,
}


def acknowledge(story: Story, case: Case) -> None:
    """The requester is told that the request is in hand, and which papers are wanted."""
    if any(item.kind.acknowledge for item in case.items):
        letters.issue(story.desk, case.id, case.version, Wanted(ACKNOWLEDGEMENT))
        send(story, case)


def ask_papers(story: Story, case: Case) -> None:
    """It is settled which papers are wanted."""
    authority = [code for group in case.law.authority[case.request.requester] for code in group]
    identity.ask_papers(story.desk, case.id, case.version, ("licence", "residence_card", *authority))


def check_identity(story: Story, case: Case) -> None:
    """Identity is shown and recorded."""
    identity.record_check(story.desk, case.id, case.version, _check(story, case.law))


def decide(story: Story, case: Case) -> None:
    """Each item is decided."""
    version = case.version
    for asked, answer in zip(case.items, story.plot.answers, strict=False):
        facts = story.said(answer.facts)
        version = answers.decide(
            story.desk, case.id, version, asked.item.number, answer.decision, ground=answer.ground, facts=facts
        ).value


def ask_approval(story: Story, case: Case) -> None:
    """A manager is asked for what needs a second person."""
    answers.ask_approval(story.desk, case.id, case.version)


def approve(story: Story, case: Case) -> None:
    """The second person approves."""
    answers.approve(story.desk.with_approver(story.approver), case.id, case.version)


def execute(story: Story, case: Case) -> None:
    """What was decided is carried out."""
    for item in case.request.items:
        if item.waits_for_execution:
            execution.execute(story.desk, case.id, story.case().version, item.number)


def answer(story: Story, case: Case) -> None:
    """The answers are issued and printed."""
    for due in due_letters(case.request, case.law, story.desk.today):
        letters.issue(story.desk, case.id, story.case().version, Wanted(due.template))
    for row in letters.page(story.desk, LetterQuery(request=case.id)).rows:
        if row.state is LetterState.ISSUED:
            letters.mark_printed(story.desk, row.id, row.version)


def send(story: Story, case: Case) -> None:
    """What is printed is sent."""
    for row in letters.page(story.desk, LetterQuery(request=case.id)).rows:
        if row.state in (LetterState.ISSUED, LetterState.PRINTED):
            registered = row.template != ACKNOWLEDGEMENT
            tracking = f"000-26-{row.id:05}-{row.id % 7}" if registered else ""
            service = "simplified_registered" if registered else "post"
            letters.mark_sent(story.desk, row.id, row.version, service, tracking, story.desk.today)


def close(story: Story, case: Case) -> None:
    """The case is closed."""
    requests.enter(story.desk, case.id, case.version, ev.Closed())


def withdraw(story: Story, case: Case) -> None:
    """The requester no longer asks."""
    steps.withdraw(story.desk, case.id, case.version, "本人から電話で取下げの申出があったため")


def wait_for_fee(story: Story, case: Case) -> None:
    """The fee is asked for."""
    steps.pause(story.desk, case.id, case.version, Wait.FEE)


def end_unverified(story: Story, case: Case) -> None:
    """The papers never came."""
    _end(story, case, Outcome.UNVERIFIED, "本人確認書類のご提出がなかったため")


def refer(story: Story, case: Case) -> None:
    """The data belong to a client, who is named."""
    _end(story, case, Outcome.REFERRED, "当社が委託を受けて取り扱う情報のため、委託元へのご請求をお願いいたします。")


def convert(story: Story, case: Case) -> None:
    """It turned out to be something else."""
    requests.enter(
        story.desk,
        case.id,
        case.version,
        ev.Closed(outcome=Outcome.CONVERTED, reason="解約の申出であったため", into="解約の手続"),
    )


def _end(story: Story, case: Case, outcome: Outcome, reason: str) -> None:
    letters.issue(story.desk, case.id, case.version, Wanted("closing", reason=reason))
    send(story, story.case())
    now = story.case()
    requests.enter(story.desk, now.id, now.version, ev.Closed(outcome=outcome, reason=reason))


def _check(story: Story, law: Law) -> IdentityCheck:
    today, by_post = story.desk.today, story.plot.channel is Channel.POST
    calls = story.plot.channel in (Channel.MAIL, Channel.PHONE)
    licence = Paper(
        code="licence",
        seen=Seen.COPY if by_post else Seen.ORIGINAL,
        blacked_out=law.papers["licence"].masks if by_post else (),
        valid_until=today + timedelta(days=600),
    )
    authority = tuple(
        Paper(code=code, seen=Seen.ORIGINAL, shows=Shows.AUTHORITY, issued_on=today - timedelta(days=20))
        for code in ("mandate", "seal_certificate")
        if story.plot.requester is Requester.AGENT
    )
    return IdentityCheck(
        party=story.plot.requester,
        channel=story.plot.channel,
        method=_METHODS[story.plot.channel],
        checked_by=story.desk.actor.login,
        on=today,
        papers=() if calls else (licence, *authority),
        facts=("birth", "address", "phones") if calls else (),
        reference="登録の電話番号に折り返し" if calls else "",
    )
