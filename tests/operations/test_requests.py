"""Requests at a real desk: taken in, listed, found, opened, and moved through what simply happens to them."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from privdesk.domain import errors
from privdesk.domain import event as ev
from privdesk.domain.case import NewRequest, RequestQuery, Tab
from privdesk.domain.clock import said
from privdesk.domain.decision import Decision
from privdesk.domain.errors import NumberInText, SecurityCodeRefused
from privdesk.domain.event import Asked, EventKind, Outcome, Proposed, Wait
from privdesk.domain.law import Channel, Requester
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.person import PeopleQuery
from privdesk.domain.procedure import State, Step
from privdesk.domain.user import Role
from privdesk.operations import people, requests, steps
from privdesk.operations.desk import Desk
from privdesk.storage import requests_list
from privdesk.storage.tables import audit
from tests.operations.looking import log, log_text, stored
from tests.operations.requesting import ARRIVED, TODAY, asked, case, joined, step, taken, verified, yumiko


def numbers(desk: Desk, **query: object) -> list[str]:
    return [row.number for row in requests.page(desk, RequestQuery(**query)).rows]


def test_a_request_is_taken_in_under_its_number_and_the_log_says_so(desk: Desk):
    person = yumiko(desk)
    done = requests.take_in(
        desk,
        NewRequest(
            Channel.POST,
            ARRIVED,
            asked("DISCLOSE", "STOP5"),
            parties=(
                Party(PartyRole.REQUESTER, "渡邉 由美子", "100-0005", "東京都千代田区", "03-5550-0100", "a@example.jp"),
                Party(PartyRole.RECIPIENT, "渡邉 由美子"),
            ),
            letter_on=date(2026, 11, 14),
            person=person,
            notes="電話で急ぎとの連絡あり",
        ),
    )
    assert (done.value.number, done.values) == ("R8-0001", {"number": "R8-0001"})
    assert log(desk)[-1] == ("request.add", f"request:{done.value.id}")
    assert "渡邉" not in log_text(desk)
    found = case(desk, done.value.id)
    assert log(desk)[-1] == ("request.open", f"request:{done.value.id}")
    assert (found.number, found.version, found.row.number) == ("R8-0001", 2, "R8-0001")
    assert (found.state, found.next_step) == (State.RECEIVED, Step.ASK_IDENTITY)
    assert (found.letter_on, found.request.arrived, found.entered_at) == (date(2026, 11, 14), ARRIVED, desk.now)
    assert (found.owner, found.notes) == (desk.actor, "電話で急ぎとの連絡あり")
    assert found.person
    assert (found.person.id, found.person.open_requests) == (person, 1)
    assert [(party.role, party.person) for party in found.parties] == [
        (PartyRole.REQUESTER, None),
        (PartyRole.PERSON, person),
        (PartyRole.RECIPIENT, None),
    ]
    requester = found.party(PartyRole.REQUESTER)
    assert requester
    assert (requester.phone, requester.mail) == ("03-5550-0100", "a@example.jp")
    assert [(one.item.kind, one.item.decision) for one in found.items] == [("DISCLOSE", None), ("STOP5", None)]
    assert [(entry.event.kind, entry.user) for entry in found.timeline] == [
        (EventKind.RECEIVED, "佐藤 恵"),
        (EventKind.PERSON_LINKED, "佐藤 恵"),
    ]


def test_numbers_count_within_the_year_of_arrival(desk: Desk):
    def number(arrived: date) -> str:
        return requests.take_in(desk, NewRequest(Channel.VISIT, arrived, asked("DISCLOSE"))).value.number

    days = (date(2026, 1, 5), date(2025, 12, 29), date(2026, 11, 22), date(2025, 12, 30))
    assert [number(day) for day in days] == ["R8-0001", "R7-0001", "R8-0002", "R7-0002"]


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"arrived": TODAY + timedelta(days=1)}, errors.DayAhead),
        ({"letter_on": TODAY + timedelta(days=1)}, errors.DayAhead),
        ({"arrived": date(2021, 1, 1)}, errors.LawMissing),
        ({"person": 999}, errors.NoSuchPerson),
        ({"message": 999}, errors.NoSuchMessage),
        ({"items": asked("STOP", purposes=("astrology",))}, errors.NoSuchPurpose),
        ({"items": asked("CORRECT", proposed=(Proposed(field="version", value="2"),))}, errors.FieldNotCorrectable),
        ({"items": asked("CORRECT", proposed=(Proposed(field="name", value=" "),))}, errors.NameMissing),
        ({"items": asked("CORRECT", proposed=(Proposed(field="birth", value="31.2.1975"),))}, errors.BadDate),
        ({"items": (*asked("STOP"), *asked("DISCLOSE"))}, ValueError),
        ({"items": asked("PARDON")}, ValueError),
    ],
)
def test_what_cannot_be_taken_in_leaves_nothing(desk: Desk, more: dict, error: type[Exception]):
    before = log(desk)
    with pytest.raises(error):
        taken(desk, **more)
    assert log(desk) == before
    assert numbers(desk) == []


def test_the_clocks_are_kept_with_their_explanation_in_both_languages(desk: Desk):
    desk.office = replace(desk.office, closing_days=(date(2026, 11, 30),))
    found = case(desk, taken(desk))
    assert (found.clocks.policy.due, found.row.due) == (date(2026, 12, 1), date(2026, 12, 1))
    assert found.clocks.lawsuit
    assert found.clocks.lawsuit.due == found.row.day14 == date(2026, 11, 30)
    assert found.clocks.target.due == date(2026, 11, 25)
    assert found.row.days_left(TODAY) == 9
    for language, moved in (("ja", "末日が休業日のため1日繰り下げて"), ("en", "the last day is no business day")):
        lines = [said(leg, found.law, language, date.isoformat) for leg in found.clocks.policy.legs]
        assert len(lines) == 3
        assert lines[-1].startswith(moved)


def test_a_new_closing_day_moves_no_open_deadline_behind_the_back(desk: Desk):
    id_ = taken(desk)
    assert case(desk, id_).clocks.policy.due == date(2026, 11, 30)
    desk.office = replace(desk.office, closing_days=(date(2026, 11, 30),))
    assert case(desk, id_).clocks.policy.due == date(2026, 11, 30)
    step(desk, id_, ev.Note(text="営業日を変更"))
    assert case(desk, id_).clocks.policy.due == date(2026, 12, 1)


def test_the_list_has_tabs_filters_text_and_keys(desk: Desk):
    person = yumiko(desk)
    ids = [
        taken(desk, *asked("DISCLOSE"), person=person),
        taken(desk, *asked("OPTOUT"), arrived=date(2026, 11, 2)),
        taken(desk, *asked("CORRECT", "STOP"), parties=(Party(PartyRole.REQUESTER, "髙橋 結衣"),)),
    ]
    step(desk, ids[0], ev.IdentityAsked(papers=("licence",)))
    step(desk, ids[0], ev.Acknowledged())
    step(desk, ids[2], ev.Withdrawn(reason="解決したため"))
    assert requests.counts(desk, RequestQuery()) == {
        Tab.NEW: 1,
        Tab.WAITING: 1,
        Tab.WORKING: 0,
        Tab.APPROVAL: 0,
        Tab.SENDING: 0,
        Tab.DONE: 1,
    }
    assert numbers(desk, tab=Tab.WAITING) == ["R8-0001"]
    assert numbers(desk, tab=Tab.DONE) == ["R8-0003"]
    assert requests.counts(desk, RequestQuery(tab=Tab.DONE, text="高橋"))[Tab.DONE] == 1
    for text, found in (
        ("R8-0002", ["R8-0002"]),
        ("r80002", ["R8-0002"]),
        ("高橋", ["R8-0003"]),
        ("わたなべ", ["R8-0001"]),
        ("%", []),
        ("渡辺 R8-0001", ["R8-0001"]),
    ):
        assert numbers(desk, text=text) == found, text
    assert numbers(desk, kind="STOP") == ["R8-0003"]
    assert numbers(desk, kind="STOP5") == []
    assert numbers(desk, person=person) == ["R8-0001"]
    assert numbers(desk, owner=desk.actor.id, sort="number") == ["R8-0001", "R8-0002", "R8-0003"]
    assert numbers(desk, owner=99) == []
    # the first one stands still and the third is over
    assert numbers(desk, due_by=date(2027, 1, 1)) == ["R8-0002"]
    with desk.reading() as conn:
        assert requests_list.due_days(conn, date(2026, 11, 1), date(2026, 12, 31)) == {date(2026, 11, 16): 1}
    assert requests.find(desk, "R8-0002") == ids[1]
    assert requests.find(desk, "R8-9999") is None
    row = requests.page(desk, RequestQuery(text="R8-0001")).rows[0]
    assert (row.name, row.kinds, row.owner, row.paused) == ("渡邉 由美子", ("DISCLOSE",), "佐藤 恵", True)


@pytest.mark.parametrize("sort", ["number", "kinds", "name", "arrived", "due", "day14", "owner", "state"])
@pytest.mark.parametrize("descending", [False, True])
def test_pages_by_key_show_every_line_once_in_order(desk: Desk, sort: str, descending: bool):
    for number in range(7):
        kinds = ("OPTOUT",) if number % 3 else ("DISCLOSE",)
        taken(desk, *asked(*kinds), arrived=ARRIVED - timedelta(days=number % 2))
    whole = requests.page(desk, RequestQuery(sort=sort, descending=descending)).rows
    found, key = [], None
    while True:
        part = requests.page(desk, RequestQuery(sort=sort, descending=descending), key, 2)
        found += part.rows
        key = part.next
        if key is None:
            break
    assert tuple(found) == whole
    assert len({row.id for row in found}) == 7
    values = [row.day14 or date.max if sort == "day14" else getattr(row, sort) for row in found]
    assert values == sorted(values, reverse=descending)


def test_the_list_shows_the_customers_name_as_it_is_now(desk: Desk):
    person = yumiko(desk)
    taken(desk, person=person)
    record = people.open_person(desk, person).person
    new = replace(people.profile(record), name="山田 由美子", kana="ヤマダ ユミコ")
    people.edit(desk, person, record.version, new)
    assert [row.name for row in requests.page(desk, RequestQuery(text="やまだ")).rows] == ["山田 由美子"]


def test_a_stale_save_and_a_missing_request_are_told(desk: Desk):
    id_ = taken(desk)
    version = case(desk, id_).version
    requests.enter(desk, id_, version, ev.Note(text="一"))
    with pytest.raises(errors.StaleSave):
        requests.enter(desk, id_, version, ev.Note(text="二"))
    for operation in (steps.set_owner, steps.set_notes):
        with pytest.raises(errors.StaleSave):
            operation(desk, id_, version, None if operation is steps.set_owner else "")
    with pytest.raises(errors.NoSuchRequest):
        requests.enter(desk, 99, 1, ev.Note(text="三"))
    with pytest.raises(errors.NoSuchRequest):
        case(desk, 99)
    assert [entry.event.kind for entry in case(desk, id_).timeline] == [EventKind.RECEIVED, EventKind.NOTE]


@pytest.mark.parametrize(
    "detail",
    [
        ev.Received(channel=Channel.POST),
        ev.PersonLinked(person=1),
        ev.PartiesChanged(parties=(PartyRole.RECIPIENT,)),
        ev.ItemsChanged(items=asked("OPTOUT")),
        ev.IdentityChecked(check=None),
        ev.Decided(item=1, decision=Decision.DISCLOSED),
        ev.DecisionWithdrawn(item=1, reason="x"),
        ev.ApprovalAsked(),
        ev.Approved(lone=True),
        ev.SentBack(reason="x"),
        ev.Executed(item=1),
        ev.ExecutionUndone(item=1, reason="x"),
        ev.LetterIssued(letter=1, template="disclosure", items=(1,)),
        ev.LetterSent(letter=1),
    ],
    ids=lambda detail: detail.kind,
)
def test_the_general_door_lets_nothing_in_that_asks_more(desk: Desk, detail: ev.Detail):
    id_ = verified(desk)
    before = case(desk, id_).request
    with pytest.raises(ValueError, match="own operation"):
        requests.enter(desk, id_, case(desk, id_).version, detail)
    assert case(desk, id_).request == before


def test_every_kind_of_event_has_one_door(desk: Desk):
    doors = {kind for kind in requests._ACTS}
    own = {
        *(ev.Received, ev.PersonLinked, ev.PartiesChanged, ev.ItemsChanged, ev.IdentityChecked),
        *(ev.Decided, ev.DecisionWithdrawn),
        *(ev.ApprovalAsked, ev.Approved, ev.SentBack, ev.Executed, ev.ExecutionUndone),
        *(ev.LetterIssued, ev.LetterSent),
    }
    assert doors | own == set(ev.DETAILS.values())
    assert not doors & own


def test_what_has_not_come_yet_has_not_happened(desk: Desk):
    id_ = taken(desk)
    with pytest.raises(errors.DayAhead):
        step(desk, id_, ev.Acknowledged(), TODAY + timedelta(days=1))
    step(desk, id_, ev.Acknowledged(), date(2026, 11, 18))
    assert case(desk, id_).request.acknowledged_on == date(2026, 11, 18)


def test_an_auditor_reads_a_case_and_changes_nothing(desk: Desk, auditor: Desk):
    id_ = taken(desk)
    assert case(auditor, id_).number == "R8-0001"
    for forbidden in (
        lambda: step(auditor, id_, ev.Note(text="x")),
        lambda: taken(auditor),
        lambda: steps.set_owner(auditor, id_, 1, None),
        lambda: steps.change_items(auditor, id_, 1, asked("STOP")),
    ):
        with pytest.raises(errors.NotAllowed):
            forbidden()


def test_support_takes_in_as_well(desk: Desk):
    support = joined(desk, "tanaka", Role.SUPPORT)
    found = case(support, taken(support))
    assert found.owner
    assert found.owner.login == "tanaka"
    assert found.timeline[0].user == "tanaka さん"


def undone(desk: Desk, id_: int, done) -> None:
    done.undo(desk)
    assert case(desk, id_).version == done.value + 1


def test_linking_another_customer_asks_for_identity_again_and_can_be_undone(desk: Desk):
    id_ = verified(desk)
    one = case(desk, id_)
    other = people.add(
        desk, people.NewPerson(replace(people.profile(people.open_person(desk, 1).person), number="B1"))
    ).value
    done = steps.link_person(desk, id_, one.version, other)
    now = case(desk, id_)
    assert (now.request.person, now.request.identity, now.person.id) == (other, None, other)
    counted = {row.id: row.open_requests for row in people.page(desk, PeopleQuery()).rows}
    assert counted == {1: 0, other: 1}
    undone(desk, id_, done)
    assert case(desk, id_).request.person == 1
    assert case(desk, id_).request.identity is None
    # acknowledged, linked, taken back
    assert log(desk).count(("request.event", f"request:{id_}")) == 3


def test_items_parties_owner_and_notes_change_and_come_back(desk: Desk):
    id_ = taken(desk)
    done = steps.change_items(desk, id_, 1, asked("DISCLOSE", "TPREC"))
    assert case(desk, id_).row.kinds == ("DISCLOSE", "TPREC")
    assert ("request.items", f"request:{id_}") in log(desk)
    undone(desk, id_, done)
    assert case(desk, id_).row.kinds == ("DISCLOSE",)
    done = steps.change_parties(desk, id_, 3, (Party(PartyRole.REQUESTER, "金城 一"),))
    assert case(desk, id_).row.name == "金城 一"
    undone(desk, id_, done)
    assert case(desk, id_).row.name == "渡邉 由美子"
    done = steps.set_owner(desk, id_, 5, None)
    assert case(desk, id_).owner is None
    undone(desk, id_, done)
    assert case(desk, id_).owner == desk.actor
    done = steps.set_notes(desk, id_, 7, "午後に電話")
    assert case(desk, id_).notes == "午後に電話"
    undone(desk, id_, done)
    assert case(desk, id_).notes == ""
    assert log(desk).count(("request.owner", f"request:{id_}")) == 2


def test_parties_change_and_the_link_stays(desk: Desk):
    person = yumiko(desk)
    id_ = taken(desk, person=person)
    steps.change_parties(desk, id_, 2, (Party(PartyRole.REQUESTER, "弁護士 東", relation="代理人"),))
    assert [(one.role, one.person) for one in case(desk, id_).parties] == [
        (PartyRole.REQUESTER, None),
        (PartyRole.PERSON, person),
    ]


def test_a_change_of_the_parties_is_told_which_but_not_how_and_ends_with_the_case(desk: Desk):
    id_ = verified(desk)
    version = case(desk, id_).version
    new = (Party(PartyRole.REQUESTER, "渡邉 由美子", mail="user001@example.jp"), Party(PartyRole.RECIPIENT, "青木 進"))
    steps.change_parties(desk, id_, version, new)
    with desk.reading() as conn:
        detail = conn.execute(sa.select(audit.c.detail).order_by(audit.c.seq.desc()).limit(1)).scalar_one()
    assert json.loads(detail) == {"parties": ["recipient"], "events": ["parties_changed"]}
    now = case(desk, id_)
    assert now.timeline[-1].event.detail == ev.PartiesChanged(parties=(PartyRole.RECIPIENT,), elsewhere=True)
    assert (now.request.identity, now.next_step) == (None, Step.ASK_IDENTITY)
    with pytest.raises(errors.StaleSave):
        steps.change_parties(desk, id_, version, ())
    steps.withdraw(desk, id_, version + 1, "電話で取下げ")
    for forbidden in ((), new):
        with pytest.raises(errors.RequestEnded):
            steps.change_parties(desk, id_, version + 2, forbidden)
    assert [party.name for party in case(desk, id_).parties if party.name] == ["渡邉 由美子", "青木 進"]


def test_the_clock_stands_and_runs_again(desk: Desk):
    id_ = taken(desk)
    done = steps.pause(desk, id_, 1, Wait.DETAILS, date(2026, 11, 18))
    assert case(desk, id_).row.paused
    undone(desk, id_, done)
    assert case(desk, id_).clocks.policy.due == date(2026, 11, 30)
    steps.pause(desk, id_, 3, Wait.DETAILS, date(2026, 11, 18))
    steps.resume(desk, id_, 4, Wait.DETAILS, date(2026, 11, 20))
    now = case(desk, id_)
    assert (now.clocks.policy.due, now.row.day14) == (date(2026, 12, 2), date(2026, 11, 30))
    with pytest.raises(errors.NotWaiting):
        steps.resume(desk, id_, 5, Wait.DETAILS)


@pytest.mark.parametrize("kind", ["CORRECT", "STOP", "STOP3P", "STOP5", "OPTOUT", "COMPLAINT"])
def test_no_fee_where_the_law_allows_none(desk: Desk, kind: str):
    id_ = taken(desk, *asked(kind))
    with pytest.raises(errors.FeeForbidden):
        steps.pause(desk, id_, 1, Wait.FEE)


def test_an_extension_has_a_reason_and_a_limit(desk: Desk):
    id_ = taken(desk)
    with pytest.raises(errors.ReasonNeeded):
        steps.extend(desk, id_, 1, date(2026, 12, 10), " ")
    with pytest.raises(errors.ExtensionTooLong):
        steps.extend(desk, id_, 1, date(2027, 2, 1), "照会先の回答待ち")
    steps.extend(desk, id_, 1, date(2026, 12, 10), "照会先の回答待ち")
    assert case(desk, id_).row.due == date(2026, 12, 10)
    assert case(desk, id_).limit.due == date(2026, 12, 16)


def test_ended_requests_are_reopened_with_a_reason(desk: Desk):
    person = yumiko(desk)
    id_ = taken(desk, person=person)
    done = steps.withdraw(desk, id_, 2, "本人より取下げの連絡")
    assert case(desk, id_).state is State.WITHDRAWN
    assert people.page(desk, PeopleQuery()).rows[0].open_requests == 0
    with pytest.raises(errors.RequestEnded):
        steps.pause(desk, id_, 3, Wait.PAPERS)
    undone(desk, id_, done)
    assert case(desk, id_).state is State.RECEIVED
    assert people.page(desk, PeopleQuery()).rows[0].open_requests == 1
    with pytest.raises(errors.ItemOpen):
        steps.close(desk, id_, 4)
    with pytest.raises(errors.RequestOpen):
        steps.reopen(desk, id_, 4, "再度の請求")
    done = steps.close(desk, id_, 4, Outcome.CONVERTED, "配信停止の申出だったため", "R8-0009")
    assert case(desk, id_).state is State.CONVERTED
    undone(desk, id_, done)


def test_a_minors_guardian_is_another_requester(desk: Desk):
    id_ = taken(desk, requester=Requester.GUARDIAN)
    person = yumiko(desk)
    done = steps.link_person(desk, id_, 1, person, Requester.PRINCIPAL)
    assert case(desk, id_).request.requester is Requester.PRINCIPAL
    undone(desk, id_, done)
    assert case(desk, id_).request.requester is Requester.GUARDIAN


def test_an_item_keeps_what_a_correction_proposes(desk: Desk):
    item = Asked(number=1, kind="CORRECT", reason="転居", proposed=(Proposed(field="address", value="大阪市北区1"),))
    assert case(desk, taken(desk, item)).items[0].item.asked == item


@pytest.mark.parametrize(
    ("text", "error"), [("CVV 987 4111111111111111", SecurityCodeRefused), ("4111 1111 1111 1111", NumberInText)]
)
def test_no_number_comes_into_a_text_of_a_request(desk: Desk, text: str, error: type[Exception]):
    before = stored(desk, frozenset())
    with pytest.raises(error):
        taken(desk, *asked("DISCLOSE", what=text))
    with pytest.raises(error):
        taken(desk, notes=text)
    with pytest.raises(error):
        taken(desk, parties=(Party(PartyRole.REQUESTER, "渡邉 由美子", address=text),))
    assert stored(desk, frozenset()) == before
    id_ = taken(desk)
    for act in (
        lambda: steps.set_notes(desk, id_, 1, text),
        lambda: steps.note(desk, id_, 1, text),
        lambda: steps.withdraw(desk, id_, 1, text),
        lambda: steps.change_items(desk, id_, 1, asked("DISCLOSE", reason=text)),
        lambda: steps.change_parties(desk, id_, 1, (Party(PartyRole.PERSON, text),)),
    ):
        with pytest.raises(error):
            act()
    assert requests.open_request(desk, id_).version == 1
