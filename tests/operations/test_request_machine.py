"""Random steps by random people on one real request: the guards hold, and the rows agree with the events."""

from contextlib import suppress
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from privdesk.domain import event as ev
from privdesk.domain.clock import clocks
from privdesk.domain.decision import Decision
from privdesk.domain.errors import DeskError
from privdesk.domain.event import Outcome, Proposed, Wait
from privdesk.domain.identity import Paper, Seen
from privdesk.domain.person import profile
from privdesk.domain.procedure import ENDED, State, next_step, state
from privdesk.domain.purpose import Stand
from privdesk.domain.user import Role
from privdesk.operations import answers, cases, execution, identity, people, purposes, steps
from privdesk.storage import audit
from tests.office import Founded
from tests.operations.requesting import CHECK, asked, case, go_on, joined, posted, taken, yumiko

ITEMS = (*asked("DISCLOSE"), *asked("CORRECT"), *asked("STOP"), *asked("OPTOUT"))
KINDS = tuple(
    msgspec.structs.replace(one, number=number, proposed=(Proposed(field="address", value="大阪市北区1-1"),))
    for number, one in enumerate(ITEMS, start=1)
)
WHO = st.sampled_from(["sato", "mori", "tanaka", "kato"])
NUMBER = st.integers(1, 4)
BAD_CHECK = msgspec.structs.replace(CHECK, papers=(Paper(code="licence", seen=Seen.COPY),))


class Casework(RuleBasedStateMachine):
    """One customer, one request of four items, two managers, a clerk and an auditor."""

    founded: Founded

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        desk = self.founded.copied(Path(self.folder.name) / "office.privdesk")
        self.desk = desk
        self.desks = {
            "sato": desk,
            "mori": joined(desk, "mori", Role.MANAGER),
            "tanaka": joined(desk, "tanaka", Role.SUPPORT),
            "kato": joined(desk, "kato", Role.AUDITOR),
        }
        self.person = yumiko(desk)
        self.id = taken(desk, *KINDS, person=self.person)
        self.address = self.held()

    def teardown(self) -> None:
        self.desk.vault.close()
        self.folder.cleanup()

    def held(self) -> str:
        return profile(people.open_person(self.desk, self.person).person).address

    def attempt(self, who: str, operation, *args: object, **more: object) -> None:
        with suppress(DeskError):
            operation(self.desks[who], self.id, case(self.desk, self.id).version, *args, **more)

    @initialize(good=st.booleans())
    def begin(self, good: bool) -> None:
        self.check_identity("sato", good)

    @rule(times=st.integers(1, 6), choice=st.sampled_from(Decision))
    def go_on(self, times: int, choice: Decision) -> None:
        for _ in range(times):
            with suppress(DeskError):
                go_on(self.desks["tanaka"], self.desks["mori"], case(self.desk, self.id), choice)

    @rule(who=WHO, good=st.booleans())
    def check_identity(self, who: str, good: bool) -> None:
        seen = CHECK if good else BAD_CHECK
        self.attempt(who, identity.record_check, msgspec.structs.replace(seen, checked_by=who))

    @rule(who=WHO)
    def lose_identity(self, who: str) -> None:
        self.attempt(who, identity.record_failure, "照合できない")

    @rule(who=WHO, item=NUMBER, choice=st.integers(0, 7), with_ground=st.booleans())
    def decide(self, who: str, item: int, choice: int, with_ground: bool) -> None:
        kind = case(self.desk, self.id).law.kinds[KINDS[item - 1].kind]
        decision = [*kind.decisions, Decision.ANSWERED][choice % (len(kind.decisions) + 1)]
        ground = next(iter(kind.grounds), None) if with_ground else None
        facts = "名簿を検索した。" if with_ground else ""
        more = {"ground": ground, "facts": facts, "until": date(2033, 5, 31), "rule": "tax"}
        self.attempt(who, answers.decide, item, decision, **more)

    @rule(who=WHO, item=NUMBER)
    def withdraw_decision(self, who: str, item: int) -> None:
        self.attempt(who, answers.withdraw_decision, item, "誤り")

    @rule(who=WHO)
    def approve(self, who: str) -> None:
        self.attempt(who, answers.approve)

    @rule(who=st.sampled_from(["sato", "mori"]), item=NUMBER)
    def approve_own(self, who: str, item: int) -> None:
        self.check_identity(who, good=True)
        self.attempt(who, answers.decide, item, Decision.NOT_HELD, facts="名簿を検索した。")
        self.approve(who)
        self.write_letters(who)

    @rule(who=st.sampled_from(["sato", "mori"]), item=NUMBER)
    def execute(self, who: str, item: int) -> None:
        self.attempt(who, execution.execute, item)

    @rule(who=WHO, item=NUMBER)
    def undo(self, who: str, item: int) -> None:
        self.attempt(who, execution.undo_execution, item, "対象の誤り")

    @rule(who=WHO, wait=st.sampled_from(Wait), stop=st.booleans())
    def wait(self, who: str, wait: Wait, stop: bool) -> None:
        self.attempt(who, steps.pause if stop else steps.resume, wait)

    @rule(who=WHO)
    def write_letters(self, who: str) -> None:
        now = case(self.desk, self.id)
        for found in now.items:
            if found.item.decision and not found.item.told_on:
                letter = max(case(self.desk, self.id).request.letters, default=0) + 1
                template = found.kind.decisions[found.item.decision]
                issued = ev.LetterIssued(letter=letter, template=template, items=(found.item.number,))
                self.attempt(who, posted, issued)
                self.attempt(who, posted, ev.LetterSent(letter=letter))

    @rule(who=WHO, outcome=st.sampled_from(Outcome))
    def close(self, who: str, outcome: Outcome) -> None:
        self.attempt(who, steps.close, outcome, "終結", "他の手続")

    @precondition(lambda self: case(self.desk, self.id).state in ENDED)
    @rule(who=WHO)
    def reopen(self, who: str) -> None:
        self.attempt(who, steps.reopen, "追加の申出")

    @invariant()
    def the_rows_agree_with_the_events(self) -> None:
        now = case(self.desk, self.id)
        calendar = cases.calendar(self.desk)
        assert now.clocks == clocks(now.request, now.law, calendar)
        assert (now.row.state, now.row.next_step) == (state(now.request, now.law), next_step(now.request, now.law))
        assert [event.seq for event in now.request.events] == list(range(1, len(now.request.events) + 1))

    @invariant()
    def the_guards_held(self) -> None:
        now = case(self.desk, self.id)
        known = False
        for event in now.request.events:
            known = known or isinstance(event.detail, ev.IdentityChecked)
            if isinstance(event.detail, ev.IdentityFailed):
                known = False
            if isinstance(event.detail, ev.Decided | ev.Executed):
                assert known or not now.law.kinds[KINDS[event.detail.item - 1].kind].identity
            assert event.by != "kato"
            assert event.detail != ev.Paused(wait=Wait.FEE) or now.law.kinds["DISCLOSE"].fee
        for found in now.items:
            item = found.item
            if item.decision and item.decision.needs_approval and (item.executed_on or item.told_on):
                assert item.approved_by in {"sato", "mori"}
                assert item.approved_by != item.decided_by
            assert item.decision is None or not item.decision.needs_ground or item.ground in found.kind.grounds
        if now.state is State.CLOSED:
            assert all(found.item.decision for found in now.items)

    @invariant()
    def the_record_says_what_was_carried_out(self) -> None:
        items = {found.item.number: found.item for found in case(self.desk, self.id).items}
        corrected = items[2].executed_on is not None and items[2].decision is Decision.CORRECTED
        deleted = items[2].executed_on is not None and items[2].decision is Decision.DELETED
        assert self.held() == ("大阪市北区1-1" if corrected else "" if deleted else self.address)
        stands = {one.stand for one in purposes.states(self.desk, self.person) if one.end is None}
        assert (Stand.SUSPENDED in stands) == (items[3].executed_on is not None)
        assert (Stand.OPTED_OUT in stands) == (items[4].executed_on is not None)

    @invariant()
    def the_log_is_whole(self) -> None:
        with self.desk.reading() as conn:
            assert audit.broken_at(conn) is None


def test_no_way_leads_around_the_guards(founded: Founded):
    Casework.founded = founded
    run_state_machine_as_test(Casework, settings=settings(max_examples=8, stateful_step_count=20, deadline=None))
