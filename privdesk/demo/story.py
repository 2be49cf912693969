"""Leads one made-up request through the desk, step by step, as staff would and on the days they would."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from privdesk.domain import event as ev
from privdesk.domain.case import NewRequest, Party, PartyRole
from privdesk.domain.decision import Decision
from privdesk.domain.event import Asked, Outcome, Wait
from privdesk.domain.identity import IdentityCheck, Paper, Seen, Shows
from privdesk.domain.law import Channel, Law, Method, Requester
from privdesk.domain.letter import ACKNOWLEDGEMENT, LetterQuery, LetterState, due_letters
from privdesk.domain.person import Person
from privdesk.domain.procedure import ENDED
from privdesk.domain.user import User
from privdesk.operations import answers, execution, identity, letters, requests, steps
from privdesk.operations.desk import Desk
from privdesk.operations.letter_facts import Wanted
from privdesk.operations.requests import Case

_METHODS = {
    Channel.VISIT: Method.ORIGINALS,
    Channel.POST: Method.COPIES,
    Channel.MAIL: Method.CALLBACK,
    Channel.PHONE: Method.CALLBACK,
}


@dataclass(frozen=True)
class Answer:
    """How an item is decided: with the ground and the words where it is refused."""

    decision: Decision
    ground: str | None = None
    facts: str = ""


@dataclass(frozen=True)
class Step:
    """What is done so many days after arrival."""

    days: int
    do: "Callable[[Story, Case], None]"


@dataclass(frozen=True)
class Plot:
    """One way of a request: what is asked and answered, how it comes in, the steps it takes; `old` ones are over."""

    items: tuple[Asked, ...]
    answers: tuple[Answer, ...]
    way: tuple[Step, ...]
    channel: Channel = Channel.POST
    requester: Requester = Requester.PRINCIPAL
    old: bool = False


@dataclass
class Story:
    """One request under way: the desk with whoever works on it, the manager who approves, the customer."""

    desk: Desk
    approver: User
    plot: Plot
    customer: Person
    arrived: date
    request: int = 0

    def take_in(self) -> None:
        """The request arrives."""
        principal = Party(PartyRole.REQUESTER, self.customer.name, person=self.customer.id)
        agent = Party(
            PartyRole.REQUESTER, f"{self.customer.name[:2]}　明子", "460-0008", "愛知県名古屋市中区栄9丁目1番2号"
        )
        party = agent if self.plot.requester is Requester.AGENT else principal
        self.request = requests.take_in(
            self.desk,
            NewRequest(
                channel=self.plot.channel,
                arrived=self.arrived,
                items=self.plot.items,
                requester=self.plot.requester,
                parties=(party,),
                language=self.customer.language,
                person=self.customer.id,
            ),
        ).value.id

    def go(self, step: Step) -> None:
        """Take a step, if the case is still open."""
        case = self._case()
        if case.state not in ENDED:
            step.do(self, case)

    def _case(self) -> Case:
        return requests.open_request(self.desk, self.request)

    def acknowledge(self, case: Case) -> None:
        """The requester is told that the request is in hand."""
        if any(item.kind.acknowledge for item in case.items):
            letters.issue(self.desk, case.id, case.version, Wanted(ACKNOWLEDGEMENT))
            self.send(case)

    def ask_papers(self, case: Case) -> None:
        """Papers are asked for."""
        if _needs_identity(case) and self.plot.channel is Channel.POST:
            identity.ask_papers(self.desk, case.id, case.version, ("licence",))

    def check_identity(self, case: Case) -> None:
        """Identity is shown and recorded."""
        if _needs_identity(case):
            identity.record_check(self.desk, case.id, case.version, self._check(case.law))

    def decide(self, case: Case) -> None:
        """Each item is decided."""
        for asked, answer in zip(case.items, self.plot.answers, strict=False):
            answers.decide(
                self.desk,
                case.id,
                self._case().version,
                asked.item.number,
                answer.decision,
                ground=answer.ground,
                facts=answer.facts,
            )

    def ask_approval(self, case: Case) -> None:
        """A manager is asked for what needs a second person."""
        if any(item.waits_for_approval for item in case.request.items):
            answers.ask_approval(self.desk, case.id, case.version)

    def approve(self, case: Case) -> None:
        """The second person approves."""
        if any(item.waits_for_approval for item in case.request.items):
            answers.approve(replace(self.desk, actor=self.approver), case.id, case.version)

    def execute(self, case: Case) -> None:
        """What was decided is carried out."""
        for item in case.request.items:
            if item.waits_for_execution:
                execution.execute(self.desk, case.id, self._case().version, item.number)

    def answer(self, case: Case) -> None:
        """The answers are issued and printed."""
        for due in due_letters(case.request, case.law, self.desk.today):
            letters.issue(self.desk, case.id, self._case().version, Wanted(due.template))
        for row in letters.page(self.desk, LetterQuery(request=case.id)).rows:
            if row.state is LetterState.ISSUED:
                letters.mark_printed(self.desk, row.id, row.version)

    def send(self, case: Case) -> None:
        """What is printed is sent."""
        for row in letters.page(self.desk, LetterQuery(request=case.id)).rows:
            if row.state in (LetterState.ISSUED, LetterState.PRINTED):
                service = "普通郵便" if row.template == ACKNOWLEDGEMENT else "簡易書留"
                letters.mark_sent(self.desk, row.id, row.version, service, "", self.desk.today)

    def close(self, case: Case) -> None:
        """The case is closed."""
        requests.enter(self.desk, case.id, case.version, ev.Closed())

    def withdraw(self, case: Case) -> None:
        """The requester no longer asks."""
        steps.withdraw(self.desk, case.id, case.version, "本人から電話で取下げの申出があったため")

    def wait_for_fee(self, case: Case) -> None:
        """The fee is asked for."""
        steps.pause(self.desk, case.id, case.version, Wait.FEE)

    def end_unverified(self, case: Case) -> None:
        """The papers never came."""
        self._end(case, Outcome.UNVERIFIED, "本人確認書類のご提出がなかったため")

    def refer(self, case: Case) -> None:
        """The data belong to a client, who is named."""
        self._end(case, Outcome.REFERRED, "当社が委託を受けて取り扱う情報のため、委託元へのご請求をお願いいたします。")

    def convert(self, case: Case) -> None:
        """It turned out to be something else."""
        requests.enter(
            self.desk,
            case.id,
            case.version,
            ev.Closed(outcome=Outcome.CONVERTED, reason="解約の申出であったため", into="解約の手続"),
        )

    def _end(self, case: Case, outcome: Outcome, reason: str) -> None:
        letters.issue(self.desk, case.id, case.version, Wanted("closing", reason=reason))
        self.send(self._case())
        now = self._case()
        requests.enter(self.desk, now.id, now.version, ev.Closed(outcome=outcome, reason=reason))

    def _check(self, law: Law) -> IdentityCheck:
        today, by_post = self.desk.today, self.plot.channel is Channel.POST
        calls = self.plot.channel in (Channel.MAIL, Channel.PHONE)
        licence = Paper(
            code="licence",
            seen=Seen.COPY if by_post else Seen.ORIGINAL,
            blacked_out=law.papers["licence"].masks if by_post else (),
            valid_until=today + timedelta(days=600),
        )
        authority = tuple(
            Paper(code=code, seen=Seen.ORIGINAL, shows=Shows.AUTHORITY, issued_on=today - timedelta(days=20))
            for code in ("mandate", "seal_certificate")
            if self.plot.requester is Requester.AGENT
        )
        return IdentityCheck(
            party=self.plot.requester,
            channel=self.plot.channel,
            method=_METHODS[self.plot.channel],
            checked_by=self.desk.actor.login,
            on=today,
            papers=() if calls else (licence, *authority),
            facts=("birth", "address", "phone") if calls else (),
            reference="登録の電話番号に折り返し" if calls else "",
        )


def _needs_identity(case: Case) -> bool:
    return any(item.kind.identity for item in case.items)
