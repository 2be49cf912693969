"""What waits today, against a count by hand of everything that there is."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from privdesk.domain import event as ev
from privdesk.domain.case import STATES, RequestQuery, Tab
from privdesk.domain.decision import Decision
from privdesk.domain.due import DueQuery, Tile
from privdesk.domain.errors import PurposeSuspended
from privdesk.domain.event import Wait
from privdesk.domain.office import ZONE
from privdesk.domain.user import Role
from privdesk.operations import (
    answers,
    backups,
    batches,
    cases,
    copies,
    letters,
    messages,
    purposes,
    requests,
    retention,
)
from privdesk.operations.desk import Desk
from privdesk.operations.letters import Wanted
from privdesk.operations.preview import read_file
from privdesk.operations.today import DAYS, Need, Today, today
from tests.office import DATA
from tests.operations.requesting import asked, case, joined, step, taken, verified, yumiko

MAIL = b"From: hana@example.jp\r\nTo: desk@example.jp\r\nSubject: =?utf-8?b?6ZaL56S6?=\r\n\r\nhello\r\n"


def on(desk: Desk, day: date) -> Desk:
    """The same desk on another day."""
    return replace(desk, clock=lambda: datetime(day.year, day.month, day.day, 10, tzinfo=ZONE))


def counted(found: Today) -> dict[Need, int]:
    return {one.need: one.count for one in found.waiting}


def test_uses_that_a_suspension_refused_wait_for_the_manager_for_a_week(desk: Desk):
    id_ = yumiko(desk)
    purposes.suspend(desk, id_, ["billing"], ground="35-1")
    assert Need.ATTEMPTS not in counted(today(desk))
    with pytest.raises(PurposeSuspended):
        purposes.use(desk, id_, "billing")
    assert counted(today(desk))[Need.ATTEMPTS] == 1
    assert Need.ATTEMPTS not in counted(today(joined(desk, "mori", Role.SUPPORT)))
    assert counted(today(on(desk, desk.today + timedelta(days=6))))[Need.ATTEMPTS] == 1
    assert Need.ATTEMPTS not in counted(today(on(desk, desk.today + timedelta(days=8))))


@pytest.fixture
def busy(desk: Desk) -> Desk:
    """Requests that arrived on four days, one of them paused, one closed."""
    for day in (9, 11, 16, 16, 20):
        taken(desk, arrived=date(2026, 11, day))
    paused = taken(desk, arrived=date(2026, 11, 9))
    step(desk, paused, ev.Paused(wait=Wait.DETAILS))
    withdrawn = taken(desk, arrived=date(2026, 11, 9))
    step(desk, withdrawn, ev.Withdrawn(reason="本人が取り下げた"))
    return desk


def test_an_empty_desk_waits_for_nothing(desk: Desk):
    found = today(desk)
    assert found.waiting == ()
    assert not any(day.due for day in found.days)
    assert set(found.counts.values()) == {0}


@pytest.mark.parametrize("ahead", range(0, 20, 3))
def test_deadlines_are_those_of_the_list(busy: Desk, ahead: int):
    desk = on(busy, busy.today + timedelta(days=ahead))
    running = [row for row in requests.page(desk, RequestQuery()).rows if row.next_step is not None and not row.paused]
    left = [row.days_left(desk.today) for row in running]
    found = today(desk)
    by_hand = {
        Need.LATE: sum(days < 0 for days in left),
        Need.TODAY: sum(days == 0 for days in left),
        Need.WEEK: sum(0 < days <= 7 for days in left),
    }
    assert counted(found) == {need: count for need, count in by_hand.items() if count}
    assert [day.due for day in found.days] == [sum(days == n for days in left) for n in range(DAYS)]
    assert found.counts["due"] == by_hand[Need.LATE] + by_hand[Need.TODAY]


def test_the_first_of_each_are_the_nearest(busy: Desk):
    desk = on(busy, date(2026, 12, 1))
    rows = {row.id: row for row in requests.page(desk, RequestQuery()).rows}
    for waiting in today(desk).waiting:
        assert len(waiting.first) == waiting.count
        assert [piece.day for piece in waiting.first] == sorted(piece.day for piece in waiting.first)
        for piece in waiting.first:
            row = rows[piece.id]
            assert (piece.title, piece.name, piece.day, piece.kinds) == (row.number, row.name, row.due, row.kinds)


def test_days_on_which_the_office_is_closed(desk: Desk):
    closing = replace(desk, office=replace(desk.office, closing_days=(date(2026, 11, 25),)))
    closed = [day.date.day for day in today(closing).days if not day.is_open and day.date.month == 11]
    # Sunday, 勤労感謝の日, the office's own day, the next weekend
    assert closed == [22, 23, 25, 28, 29]


def refused(desk: Desk, person: int | None = None) -> int:
    """A request whose one item the actor refused, and that waits for approval."""
    id_ = verified(desk, person=person)
    answers.decide(
        desk, id_, case(desk, id_).version, 1, Decision.WITHHELD, ground="33-2-1", facts="第三者の権利を害する。"
    )
    answers.ask_approval(desk, id_, case(desk, id_).version)
    return id_


def approvals(desk: Desk) -> list[int]:
    """The requests that wait for the actor's approval."""
    return [piece.id for one in today(desk).waiting if one.need is Need.APPROVAL for piece in one.first]


def test_approvals_wait_for_a_manager_who_did_not_decide(desk: Desk):
    second = joined(desk, "mori", Role.MANAGER)
    own, other = refused(desk), refused(second, person=1)
    assert (approvals(desk), approvals(second)) == ([other], [own])
    assert counted(today(desk))[Need.APPROVAL] == 1
    assert today(desk).counts["requests"] == 2
    assert approvals(joined(desk, "tanaka", Role.SUPPORT)) == []


def test_the_only_one_of_an_office_approves_what_is_no_erasure(desk: Desk):
    id_ = refused(desk)
    assert approvals(desk) == [id_]
    erasing = verified(desk, *asked("STOP"), person=1)
    with cases.changing(desk, "request.decide", erasing, case(desk, erasing).version) as proceeding:
        proceeding.enter(ev.Decided(item=1, decision=Decision.ERASED))
        proceeding.enter(ev.ApprovalAsked())
    assert requests.counts(desk, RequestQuery())[Tab.APPROVAL] == 2
    assert approvals(desk) == [id_]


def test_mails_and_answers(desk: Desk):
    id_ = taken(desk, person=yumiko(desk))
    number = case(desk, id_).number
    messages.take_mail(desk, MAIL)
    reply = f"From: user001@example.jp\r\nSubject: Re: {number}\r\n\r\nok\r\n".encode()
    messages.take_mail(desk, reply)
    found = {one.need: one for one in today(desk).waiting}
    assert (found[Need.MAILS].count, found[Need.ANSWERS].count) == (1, 1)
    assert [(piece.title, piece.name) for piece in found[Need.MAILS].first] == [("開示", "hana@example.jp")]
    assert today(desk).counts["requests"] == 3


def test_letters_go_from_the_printer_to_the_post(desk: Desk):
    id_ = taken(desk, person=yumiko(desk))
    letter = letters.issue(desk, id_, case(desk, id_).version, Wanted("acknowledgement")).value
    assert counted(today(desk))[Need.TO_PRINT] == 1
    letters.mark_printed(desk, letter, 1)
    found = today(desk)
    assert (Need.TO_PRINT in counted(found), counted(found)[Need.TO_SEND]) == (False, 1)
    letters.mark_sent(desk, letter, 2, "simple_registered", "123-45-67890-1", desk.today)
    assert today(desk).counts["letters"] == 0
    letters.mark_returned(desk, letter, 3, desk.today)
    assert counted(today(desk))[Need.RETURNED] == 1


def test_rows_of_an_import_and_retention(desk: Desk):
    batch = batches.import_people(desk, read_file(DATA / "customers_cp932.csv"), keep_cards=False).value
    found = today(desk)
    assert counted(found)[Need.ROWS] == found.counts["customers"] == batch.waiting > 0
    assert found.overdue == retention.due_count(desk, DueQuery(Tile.OVERDUE)) == found.counts["retention"] > 0
    assert found.ending == retention.due_count(desk, DueQuery(Tile.DAYS_30))
    support = today(joined(desk, "tanaka", Role.SUPPORT))
    assert (support.overdue, support.ending, support.counts["retention"]) == (None, None, 0)


def test_an_auditor_has_no_work_of_the_desk(desk: Desk, auditor: Desk):
    taken(desk, arrived=date(2026, 11, 20))
    messages.take_mail(desk, MAIL)
    assert {one.need for one in today(auditor).waiting} <= {Need.LATE, Need.TODAY, Need.WEEK}


def test_the_count_of_requests_leaves_out_those_that_wait_for_others(busy: Desk):
    states = [row.state for row in requests.page(busy, RequestQuery()).rows]
    ours = [state for state in states if any(state in STATES[tab] for tab in Tab if tab not in (Tab.WAITING, Tab.DONE))]
    assert today(busy).counts["requests"] == len(ours)


def test_the_last_backup_is_the_newest_that_is_still_there(desk: Desk, tmp_path):
    assert today(desk).backed_up is None
    first = backups.run(desk, tmp_path).value
    later = replace(desk, clock=lambda: first.made_at + timedelta(days=1))
    second = backups.run(later, tmp_path).value
    copies.add(later, "safe", later.today + timedelta(days=1), later.today + timedelta(days=90))
    assert today(later).backed_up == second.made_at
    copies.destroy(later, second.id)
    assert today(later).backed_up == first.made_at
