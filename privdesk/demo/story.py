"""Leads one made-up request through the desk, step by step, as staff would and on the days they would."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import msgspec

from privdesk.domain.case import NewRequest
from privdesk.domain.decision import Decision
from privdesk.domain.event import Asked
from privdesk.domain.law import Channel, Requester
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.person import Person
from privdesk.domain.procedure import ENDED
from privdesk.domain.user import User
from privdesk.operations import requests, steps
from privdesk.operations.desk import Desk
from privdesk.operations.requests import Case


@dataclass(frozen=True)
class Answer:
    """How an item is decided: with the ground and the words where it is refused."""

    decision: Decision
    ground: str | None = None
    facts: str = ""


@dataclass(frozen=True)
class Step:
    """What is done so many days after arrival, for the stories to which it applies."""

    days: int
    do: "Callable[[Story, Case], None]"
    applies: "Callable[[Story], bool]" = lambda _: True


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
    """One request under way: the desk, the manager whose request it is, the one who approves, the customer."""

    desk: Desk
    owner: User
    approver: User
    plot: Plot
    customer: Person
    arrived: date
    english: Mapping[str, str]
    request: int = 0

    def take_in(self) -> None:
        """The request arrives."""
        principal = Party(PartyRole.REQUESTER, self.customer.name, person=self.customer.id)
        agent = Party(
            PartyRole.REQUESTER,
            f"{self.customer.name.split()[0]}　明子",
            "460-0008",
            "愛知県名古屋市中区栄9丁目1番2号",
        )
        party = agent if self.plot.requester is Requester.AGENT else principal
        self.request = requests.take_in(
            self.desk,
            NewRequest(
                channel=self.plot.channel,
                arrived=self.arrived,
                items=tuple(
                    msgspec.structs.replace(item, what=self.said(item.what), reason=self.said(item.reason))
                    for item in self.plot.items
                ),
                requester=self.plot.requester,
                parties=(party,),
                language=self.customer.language,
                person=self.customer.id,
            ),
        ).value.id
        if self.owner.id != self.desk.actor.id:
            steps.set_owner(self.desk, self.request, self.case().version, self.owner.id)

    def go(self, step: Step) -> None:
        """Take a step, if it applies and the case is still open."""
        if not step.applies(self):
            return
        case = self.case()
        if case.state not in ENDED:
            step.do(self, case)

    def needs_identity(self) -> bool:
        """Whether the law asks for the requester's identity."""
        kinds = self.desk.law_on(self.arrived).kinds
        return any(kinds[item.kind].identity for item in self.plot.items)

    def asks_papers(self) -> bool:
        """Whether papers have to be asked for: who comes shows them, who writes a mail is called back."""
        return self.plot.channel is Channel.POST and self.needs_identity()

    def needs_approval(self) -> bool:
        """Whether a second person approves the answer."""
        return any(answer.decision.needs_approval for answer in self.plot.answers)

    def needs_execution(self) -> bool:
        """Whether the answer is carried out before it is told."""
        return any(answer.decision.needs_execution for answer in self.plot.answers)

    def case(self) -> Case:
        """The request as it stands."""
        return requests.open_request(self.desk, self.request)

    def said(self, text: str) -> str:
        """A text of the plot in the customer's language."""
        return self.english.get(text, text) if self.customer.language == "en" else text
