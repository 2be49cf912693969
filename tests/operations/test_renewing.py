"""Whatever happens to requests, what is stored of retention is what working out everything anew would store."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from privdesk.domain import event as ev
from privdesk.domain.decision import Decision
from privdesk.domain.errors import DeskError
from privdesk.domain.letter import LetterQuery, due_letters
from privdesk.domain.person import NewPerson, Profile
from privdesk.operations import answers, execution, holds, identity, letters, messages, people, requests, steps
from privdesk.operations.desk import Desk
from privdesk.operations.letter_facts import Wanted
from privdesk.operations.requests import Case
from privdesk.storage import people_line, retention, transaction
from privdesk.storage.tables import METADATA
from privdesk.storage.transaction import Connection
from tests.office import Founded
from tests.operations.lettering import at_office
from tests.operations.requesting import CHECK, TODAY, asked, case, taken, yumiko

KINDS = ("DISCLOSE", "STOP", "OPTOUT", "COMPLAINT")
CASE = st.integers(0, 2)
WHO = st.integers(0, 2)
MAIL = (
    "From: user001@example.jp\r\nSubject: {subject}\r\nMessage-ID: <{number}@example.jp>\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n添付いたします。\r\n"
)


class Stories(RuleBasedStateMachine):
    """Three requests and two customers at a real desk; most of what is tried is lawful, the rest is refused."""

    founded: Founded

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.desk = at_office(self.founded.copied(Path(self.folder.name) / "office.privdesk"))
        other = NewPerson(Profile(name="青木 進", number="B1", address="京都市下京区1"))
        self.people = (None, yumiko(self.desk), people.add(self.desk, other).value)
        self.mails: list[int] = []

    def teardown(self) -> None:
        self.desk.vault.close()
        self.folder.cleanup()

    @initialize(first=WHO, second=WHO)
    def begin(self, first: int, second: int) -> None:
        whom = (first, second, 0)
        self.requests = [
            taken(self.desk, *asked(kind), person=self.people[who])
            for kind, who in zip((KINDS[0], KINDS[1], KINDS[2]), whom, strict=True)
        ]

    def at(self, place: int) -> Case:
        return case(self.desk, self.requests[place])

    def attempt(self, operation: Callable[..., object], place: int, *args: object, **more: object) -> None:
        now = self.at(place)
        with suppress(DeskError):
            operation(self.desk, now.id, now.version, *args, **more)

    @rule(kind=st.sampled_from(KINDS), who=WHO, place=CASE)
    def take_in(self, kind: str, who: int, place: int) -> None:
        self.requests[place] = taken(self.desk, *asked(kind), person=self.people[who])

    @rule(place=CASE, who=WHO)
    def link(self, place: int, who: int) -> None:
        self.attempt(steps.link_person, place, self.people[who])

    @rule(place=CASE)
    def name_papers(self, place: int) -> None:
        self.attempt(identity.ask_papers, place, ("licence",))

    @rule(place=CASE)
    def check_identity(self, place: int) -> None:
        self.attempt(identity.record_check, place, CHECK)

    @rule(place=CASE)
    def answer(self, place: int) -> None:
        """Decide, approve, carry out and write, as far as the procedure lets it."""
        now = self.at(place)
        for found in now.items:
            self.attempt(answers.decide, place, found.item.number, found.decisions[0], facts="名簿を検索した。")
            self.attempt(execution.execute, place, found.item.number)
        self.write(place)

    @rule(place=CASE)
    def undo(self, place: int) -> None:
        self.attempt(execution.undo_execution, place, 1, "対象の誤り")

    @rule(place=CASE)
    def refuse(self, place: int) -> None:
        self.attempt(answers.decide, place, 1, Decision.NOT_HELD, facts="名簿を検索した。")
        self.attempt(answers.approve, place)

    @rule(place=CASE)
    def write(self, place: int) -> None:
        for due in due_letters(self.at(place).request, self.at(place).law, TODAY):
            self.attempt(letters.issue, place, Wanted(due.template))

    @rule()
    def send(self) -> None:
        for row in letters.page(self.desk, LetterQuery()).rows:
            with suppress(DeskError):
                letters.mark_sent(self.desk, row.id, row.version, "post", "", TODAY)

    @rule(place=CASE)
    def withdraw(self, place: int) -> None:
        self.attempt(steps.withdraw, place, "電話で取下げ")

    @rule(place=CASE)
    def close(self, place: int) -> None:
        self.attempt(steps.close, place)

    @rule(place=CASE)
    def reopen(self, place: int) -> None:
        self.attempt(steps.reopen, place, "追加の申出")

    @rule(place=CASE, kind=st.sampled_from(KINDS))
    def change_items(self, place: int, kind: str) -> None:
        self.attempt(steps.change_items, place, asked(kind))

    @rule(place=CASE)
    def pause(self, place: int) -> None:
        self.attempt(steps.pause, place, ev.Wait.DETAILS)

    @rule(place=CASE)
    def take_mail(self, place: int) -> None:
        """A mail that names its request and comes from its requester joins it by itself."""
        raw = MAIL.format(subject=self.at(place).number, number=len(self.mails)).encode()
        self.mails.append(messages.take_mail(self.desk, raw).value.id)

    @rule(place=CASE, join=st.sampled_from(["join", "aside", "again"]))
    def sort(self, place: int, join: str) -> None:
        for id_ in self.mails[-1:]:
            version = messages.open_message(self.desk, id_).row.version
            with suppress(DeskError):
                if join == "join":
                    messages.join(self.desk, id_, self.requests[place])
                elif join == "aside":
                    messages.not_request(self.desk, id_, version, "広告")
                else:
                    messages.sort_again(self.desk, id_, version)

    @rule(place=CASE, who=WHO)
    def start_from_mail(self, place: int, who: int) -> None:
        with suppress(DeskError):
            for id_ in self.mails[-1:]:
                new = messages.start_request(self.desk, messages.open_message(self.desk, id_), self.people[who])
                self.requests[place] = requests.take_in(self.desk, new).value.id

    @rule(who=st.integers(1, 2))
    def hold(self, who: int) -> None:
        holds.place(self.desk, self.people[who] or 0, "紛争", "訴訟の準備のため保存する")

    @invariant()
    def what_is_stored_is_what_would_be_worked_out(self) -> None:
        assert stored(self.desk) == recomputed(self.desk)


def stored(desk: Desk) -> dict[str, list[tuple]]:
    with desk.reading() as conn:
        return derived(conn)


def recomputed(desk: Desk) -> dict[str, list[tuple]]:
    """What would be stored if everything were worked out anew; nothing of it is kept."""
    with suppress(_NotKept), transaction.writing(desk.vault.writer) as conn:
        everybody = conn.execute(sa.select(METADATA.tables["person"].c.id)).scalars().all()
        conn.execute(sa.delete(METADATA.tables["retention"]))
        people_line.renew(conn, everybody)
        retention.renew_all(conn, desk.office, lambda *_: None)
        found = derived(conn)
        raise _NotKept
    return found


def derived(conn: Connection) -> dict[str, list[tuple]]:
    """The lines of retention and of the list of customers, and the end beside each record; ids are not compared."""
    found = {name: sorted(map(repr, rows(conn, name))) for name in ("retention", "person_list")}
    for name, table in METADATA.tables.items():
        if {"keep_until", "keep_rule"} <= set(table.c.keys()):
            chosen = sa.select(table.c.id, table.c.keep_until, table.c.keep_rule).order_by(table.c.id)
            found[name] = [tuple(row) for row in conn.execute(chosen)]
    return found


def rows(conn: Connection, name: str) -> list[tuple]:
    return [tuple(row)[name == "retention" :] for row in conn.execute(sa.select(METADATA.tables[name]))]


class _NotKept(Exception):
    """Rolls the recomputation back."""


def test_the_stored_ends_are_those_of_a_full_recompute(founded: Founded):
    Stories.founded = founded
    run_state_machine_as_test(Stories, settings=settings(max_examples=6, stateful_step_count=15, deadline=None))
