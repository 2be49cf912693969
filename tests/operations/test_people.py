"""Customers at a real desk: entered, opened, changed, revealed; each act is in the log, and nothing without it."""

from dataclasses import replace
from datetime import date

import pytest

from privdesk.domain.errors import (
    BirthAhead,
    EndBeforeStart,
    EndMissing,
    NameMissing,
    NoSuchNumber,
    NoSuchPerson,
    NotAllowed,
    NumberInText,
    NumberTaken,
    PersonNeeded,
    ReasonMissing,
    SecurityCodeRefused,
    StaleSave,
)
from privdesk.domain.newnumber import bank_number
from privdesk.domain.person import (
    NameKind,
    NewNumber,
    NewPerson,
    NumberKind,
    Origin,
    PeopleQuery,
    Profile,
    Source,
    Status,
    profile,
)
from privdesk.domain.purpose import Stand
from privdesk.operations import people, people_list
from privdesk.operations.desk import Desk
from tests.operations.looking import log, log_text, stored

BANK = NewNumber(NumberKind.BANK, "0001-110", "1", "0133", "0001-110-普通-9880133")
CARD = NewNumber(NumberKind.CARD, "Visa", "2027-12", "1111", "4111111111111111")
HANAKO = NewPerson(
    Profile(
        name="髙橋 花子",
        kana="タカハシ ハナコ",
        number="A000001",
        birth=date(1980, 2, 29),
        postal="100-0005",
        address="東京都千代田区丸の内1-2-3",
        phones=("03-1234-5678", "090-1234-5678"),
        mails=("hanako@example.jp",),
        notes="電話は午後のみ",
    ),
    (BANK, CARD),
    wants_mail=False,
)
REASON = "口座確認の電話のため"


def test_what_was_entered_is_what_is_opened(desk: Desk):
    id_ = people.add(desk, HANAKO).value
    record = people.open_person(desk, id_)
    assert profile(record.person) == HANAKO.profile
    assert [(one.kind, one.issuer, one.last4) for one in record.person.numbers] == [
        (NumberKind.BANK, "0001-110", "0133"),
        (NumberKind.CARD, "Visa", "1111"),
    ]
    assert [(one.purpose, one.stand, one.end) for one in record.purposes] == [("news", Stand.OPTED_OUT, None)]
    assert log(desk) == [("person.add", f"person:{id_}"), ("person.open", f"person:{id_}")]
    assert people.history(desk, id_) == ()


@pytest.mark.parametrize(
    "typed", ["高橋花子", "タカハシ", "はなこ", "a000001", "03-1234", "09012345678", "HANAKO@", "丸の内", "1000005"]
)
def test_a_new_customer_is_found_at_once(desk: Desk, typed: str):
    id_ = people.add(desk, HANAKO).value
    assert [row.id for row in people_list.page(desk, PeopleQuery(text=typed)).rows] == [id_]
    assert people_list.count(desk, PeopleQuery(text=typed)) == 1
    assert people_list.page(desk, PeopleQuery(text="該当なし")).rows == ()


def test_adding_is_undone_without_a_trace_but_in_the_log(desk: Desk):
    before = stored(desk)
    done = people.add(desk, HANAKO)
    assert stored(desk) != before
    done.undo(desk)
    assert stored(desk) == before
    assert [act for act, _ in log(desk)] == ["person.add", "person.remove"]


def test_a_customer_with_later_work_is_not_taken_back(desk: Desk):
    done = people.add(desk, HANAKO)
    people.add_number(desk, done.value, BANK, Origin(Source.SELF, desk.today))
    before = stored(desk, frozenset())
    with pytest.raises(PersonNeeded):
        done.undo(desk)
    assert stored(desk, frozenset()) == before


def test_a_change_keeps_what_was_there_and_can_be_undone(desk: Desk):
    id_ = people.add(desk, HANAKO).value
    new = replace(HANAKO.profile, name="鈴木 花子", phones=("090-1234-5678",), address="大阪府大阪市北区1-1")
    done = people.edit(desk, id_, 1, new)
    record = people.open_person(desk, id_)
    assert profile(record.person) == replace(new, former_names=("髙橋 花子（タカハシ ハナコ）",))
    assert [one.text for one in record.person.names] == ["髙橋 花子", "鈴木 花子"]
    assert {one.field: (one.old, one.new, one.user) for one in people.history(desk, id_)} == {
        "name": ("髙橋 花子", "鈴木 花子", "佐藤 恵"),
        "former_names": ("", "髙橋 花子（タカハシ ハナコ）", "佐藤 恵"),
        "address": (HANAKO.profile.address, new.address, "佐藤 恵"),
        "phones": ("03-1234-5678、090-1234-5678", "090-1234-5678", "佐藤 恵"),
    }
    assert [row.name for row in people_list.page(desk, PeopleQuery(text="髙橋")).rows] == ["鈴木 花子"]
    done.undo(desk)
    assert profile(people.open_person(desk, id_).person) == HANAKO.profile
    assert len(people.history(desk, id_)) == 8


def test_nothing_to_change_is_no_change(desk: Desk):
    id_ = people.add(desk, HANAKO).value
    done = people.edit(desk, id_, 1, HANAKO.profile)
    assert done.value == ()
    assert done.undo is None
    assert people.open_person(desk, id_).person.version == 1


def test_a_stale_save_is_refused(desk: Desk):
    id_ = people.add(desk, HANAKO).value
    people.edit(desk, id_, 1, replace(HANAKO.profile, notes="一"))
    before = stored(desk, frozenset())
    with pytest.raises(StaleSave):
        people.edit(desk, id_, 1, replace(HANAKO.profile, notes="二"))
    assert stored(desk, frozenset()) == before


def test_names_and_numbers_are_needed_and_unique(desk: Desk):
    people.add(desk, HANAKO)
    with pytest.raises(NameMissing):
        people.add(desk, NewPerson(Profile(name="　")))
    with pytest.raises(NumberTaken):
        people.add(desk, NewPerson(Profile(name="別人", number="A000001")))
    other = people.add(desk, NewPerson(Profile(name="別人", number="A000002"))).value
    with pytest.raises(NumberTaken):
        people.edit(desk, other, 1, Profile(name="別人", number="A000001"))
    people.add(desk, NewPerson(Profile(name="番号なし")))
    people.add(desk, NewPerson(Profile(name="番号なし")))
    with pytest.raises(NoSuchPerson):
        people.open_person(desk, 999)


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"notes": "CVV 987 カード4111111111111111"}, SecurityCodeRefused),
        ({"notes": "セキュリティコード 987"}, SecurityCodeRefused),
        ({"notes": "普通預金 1234567"}, NumberInText),
        ({"address": "口座 4111-1111-1111-1111"}, NumberInText),
        ({"name": "4111111111111111"}, NumberInText),
        ({"number": "4111111111111111"}, NumberInText),
        ({"phones": ("4111111111111111",)}, NumberInText),
    ],
)
def test_no_number_comes_into_a_text(desk: Desk, typed: dict[str, object], error: type[Exception]):
    before = stored(desk, frozenset())
    with pytest.raises(error):
        people.add(desk, replace(HANAKO, profile=replace(HANAKO.profile, **typed)))
    assert stored(desk, frozenset()) == before
    id_ = people.add(desk, HANAKO).value
    with pytest.raises(error):
        people.edit(desk, id_, 1, replace(HANAKO.profile, **typed))
    assert profile(people.open_person(desk, id_).person) == HANAKO.profile
    assert not people_list.page(desk, PeopleQuery(text="4111")).rows


def test_a_reason_tells_no_number(desk: Desk):
    people.add(desk, HANAKO)
    with pytest.raises(NumberInText):
        people.reveal(desk, 1, "カード 4111 1111 1111 1111 の確認のため")
    assert "4111" not in log_text(desk)


def test_a_number_is_shown_only_for_a_reason_that_is_logged_first(desk: Desk):
    id_ = people.add(desk, HANAKO).value
    bank, card = people.open_person(desk, id_).person.numbers
    assert people.reveal(desk, bank.id, REASON) == "0001-110-普通-9880133"
    assert log(desk)[-1] == ("person.reveal", f"person:{id_}")
    assert REASON in log_text(desk)
    entries = len(log(desk))
    with pytest.raises(ReasonMissing):
        people.reveal(desk, bank.id, " 電話   ")
    with pytest.raises(NoSuchNumber):
        people.reveal(desk, card.id, REASON)
    assert len(log(desk)) == entries


@pytest.mark.parametrize(
    "said", ["", " " * 50, "\u200b" * 20, ".........." * 2, "・ー・" * 3, "確認のため", "refund 1!…"]
)
def test_a_reason_has_ten_letters_or_digits(desk: Desk, said: str):
    id_ = people.add(desk, HANAKO).value
    number = people.open_person(desk, id_).person.numbers[0]
    before = log(desk)
    with pytest.raises(ReasonMissing):
        people.reveal(desk, number.id, said)
    assert log(desk) == before


@pytest.mark.parametrize(
    "said", ["顧客からの電話での照会", "refund of an order", "ﾃﾞﾝﾜｼｮｳｶｲﾉﾀﾒ", "확인을 위해 필요합니다"]
)
def test_a_reason_may_be_in_any_script(said: str):
    assert people.needed_reason(f" {said} ") == said


def test_a_card_is_kept_whole_only_where_the_office_says_so(desk: Desk):
    keeping = replace(desk, office=replace(desk.office, keeps_card_numbers=True))
    id_ = people.add(keeping, replace(HANAKO, numbers=(CARD,))).value
    (card,) = people.open_person(desk, id_).person.numbers
    assert people.reveal(desk, card.id, REASON) == CARD.full


def test_numbers_are_added_ended_and_taken_back(desk: Desk):
    id_ = people.add(desk, NewPerson(Profile(name="番号"))).value
    before = stored(desk)
    added = people.add_number(desk, id_, BANK, Origin(Source.SELF, desk.today))
    held = stored(desk)
    ended = people.end_number(desk, added.value)
    assert people.open_person(desk, id_).person.numbers[0].until == desk.today
    ended.undo(desk)
    assert stored(desk) == held
    added.undo(desk)
    assert stored(desk) == before


def test_the_log_holds_no_values(desk: Desk):
    id_ = people.add(desk, HANAKO).value
    people.edit(desk, id_, 1, replace(HANAKO.profile, name="鈴木 花子"))
    people.settled_search(desk, PeopleQuery(text="鈴木"), 1)
    people.reveal(desk, people.open_person(desk, id_).person.numbers[0].id, REASON)
    text = log_text(desk)
    for value in ("髙橋", "鈴木", "ハナコ", "A000001", "丸の内", "1234", "hanako", "9880133", "1980"):
        assert value not in text
    assert '"fields":["name","former_names"]' in text
    assert '"hits":1,"letters":2' in text


@pytest.mark.parametrize(
    "act",
    [
        lambda desk, id_: people.add(desk, NewPerson(Profile(name="新人"))),
        lambda desk, id_: people.open_person(desk, id_),
        lambda desk, id_: people.edit(desk, id_, 1, replace(HANAKO.profile, name="別名")),
        lambda desk, id_: people.add_number(desk, id_, BANK, Origin(Source.SELF, desk.today)),
        lambda desk, id_: people.end_number(desk, 1),
        lambda desk, id_: people.reveal(desk, 1, REASON),
        lambda desk, id_: people.history(desk, id_),
    ],
)
def test_an_auditor_may_not_and_each_act_is_one_entry(desk: Desk, auditor: Desk, act):
    id_ = people.add(desk, HANAKO).value
    before = stored(desk)
    with pytest.raises(NotAllowed):
        act(auditor, id_)
    assert stored(desk) == before
    act(desk, id_)
    acts = [act for act, _ in log(desk)]
    assert (len(acts), acts[1]) == (3, "desk.refused")


def test_without_the_log_nothing_is_done_and_nothing_is_shown(desk: Desk):
    """A sitting whose name cannot be written makes every entry fail, at the very end of its act."""
    id_ = people.add(desk, HANAKO).value
    unlogged = replace(desk, session=object())
    before = stored(desk, frozenset())
    for act in (
        lambda: people.open_person(unlogged, id_),
        lambda: people.reveal(unlogged, 1, REASON),
        lambda: people.add(unlogged, NewPerson(Profile(name="新人"))),
        lambda: people.edit(unlogged, id_, 1, replace(HANAKO.profile, name="別名")),
    ):
        with pytest.raises(TypeError, match="Encoding"):
            act()
    assert stored(desk, frozenset()) == before
    assert [row.id for row in people_list.page(unlogged, PeopleQuery()).rows] == [id_]


def test_who_looked_is_told_to_manager_and_auditor(desk: Desk, auditor: Desk):
    id_ = people.add(desk, HANAKO).value
    people.open_person(desk, id_)
    looks = people.who_looked(auditor, id_)
    assert [(one.user, one.act) for one in looks] == [("佐藤 恵", "person.open"), ("佐藤 恵", "person.add")]
    assert people.who_looked(desk, id_)[0].user == "加藤 学"


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"birth": date(2026, 11, 23)}, BirthAhead),
        ({"since": date(2026, 4, 1), "left_on": date(2026, 3, 31)}, EndBeforeStart),
        ({"status": Status.LEFT}, EndMissing),
    ],
)
def test_days_that_cannot_be_are_refused_with_nothing_written(desk: Desk, changed: dict[str, object], error):
    id_ = people.add(desk, HANAKO).value
    before = stored(desk, frozenset())
    with pytest.raises(error):
        people.edit(desk, id_, 1, replace(HANAKO.profile, **changed))
    with pytest.raises(error):
        people.add(desk, NewPerson(replace(HANAKO.profile, number="A2", **changed)))
    assert stored(desk, frozenset()) == before


def test_days_that_were_held_so_are_in_nobodys_way(desk: Desk):
    id_ = people.add(desk, HANAKO).value
    with desk.change("person.edit", about=f"person:{id_}") as change:
        change.conn.exec_driver_sql("UPDATE person SET status = 'left', since = '2026-04-01', left_on = '2020-01-01'")
    held = profile(people.open_person(desk, id_).person)
    people.edit(desk, id_, 1, replace(held, notes="電話希望"))
    mended = people.edit(desk, id_, 2, replace(held, since=date(2019, 4, 1)))
    mended.undo(desk)
    assert profile(people.open_person(desk, id_).person).since == date(2026, 4, 1)


def test_undone_the_name_until_then_is_no_former_name(desk: Desk):
    id_ = people.add(desk, HANAKO).value
    done = people.edit(desk, id_, 1, replace(HANAKO.profile, name="鈴木 花子", kana="スズキ ハナコ"))
    assert [row.id for row in people_list.page(desk, PeopleQuery(text="髙橋花子")).rows] == [id_]
    done.undo(desk)
    assert people.open_person(desk, id_).person.also_called(NameKind.FORMER) == ()


def test_a_replaced_number_stays_with_its_end_until_that_is_undone(desk: Desk):
    id_ = people.add(desk, NewPerson(HANAKO.profile, (BANK,))).value
    (old,) = people.open_person(desk, id_).person.numbers
    new = bank_number("10530-12345671", "タカハシ　ハナコ")
    done = people.add_number(desk, id_, new, Origin(Source.COUNTER, desk.today), old.id)
    ended, added = people.open_person(desk, id_).person.numbers
    assert (ended.id, ended.until) == (old.id, desk.today)
    assert (added.issuer, added.last4, added.holder) == ("9900-058", "4567", "ﾀｶﾊｼ ﾊﾅｺ")
    assert (added.origin.source, added.until) == (Source.COUNTER, None)
    done.undo(desk)
    assert [(one.id, one.until) for one in people.open_person(desk, id_).person.numbers] == [(old.id, None)]
