"""Same person? What is suggested, what a human decides, and that a merge goes back exactly as it was."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privdesk.domain.errors import (
    MergedLater,
    MergeUsed,
    MergeUsedName,
    MergeUsedPurpose,
    NoSuchPerson,
    NotMerged,
    NumberTaken,
    ReasonMissing,
    SameRecord,
    StaleSave,
)
from privdesk.domain.link import LinkKind
from privdesk.domain.person import (
    ContactKind,
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
from privdesk.domain.resemblance import Decision
from privdesk.operations import holds, links, people, purposes, sameness
from privdesk.storage import erasure, merges, parting, transaction
from privdesk.storage.tables import METADATA, partner_transaction, person, person_merge, tombstone
from tests.domain.made_pairs import Made, made_pairs
from tests.operations.requesting import case, taken, yumiko

TODAY = date(2026, 11, 22)
REASON = "電話で本人に確認した"
ONE = Profile(
    name="髙橋 花子",
    kana="タカハシ ハナコ",
    number="A000010",
    birth=date(1980, 5, 1),
    postal="100-0005",
    address="東京都千代田区丸の内1-1-1",
    phones=("090-1234-5678",),
    mails=("hanako@example.jp",),
    since=date(2015, 4, 1),
    notes="窓口で受付",
)
OTHER = replace(
    ONE,
    name="佐藤 花子",
    kana="サトウ ハナコ",
    number="B77",
    address="東京都千代田区丸の内1丁目1番1号",
    notes="",
    mails=(),
)
# what a merge and its way back may leave behind: what is said of them, and counters
TOLD = {"audit", "counter", "person_resemblance"}


@pytest.fixture
def two(desk):
    return people.add(desk, NewPerson(ONE)).value, people.add(desk, NewPerson(OTHER)).value


def versions(desk, *ids):
    with desk.reading() as conn:
        found = {row.id: row.version for row in conn.execute(sa.select(person.c.id, person.c.version))}
    return tuple(found[id_] for id_ in ids)


def merge(desk, kept, gone, taken=()):
    return sameness.merge(desk, kept, gone, versions(desk, kept, gone), taken)


def state(desk):
    """Every row of every table but the log; versions only grow, and what is derived is numbered anew."""
    with desk.reading() as conn:
        return {
            name: sorted(
                repr(
                    {
                        key: value
                        for key, value in row.items()
                        if key != "version" and (key, name) != ("id", "retention")
                    }
                )
                for row in conn.execute(sa.select(table)).mappings()
            )
            for name, table in METADATA.tables.items()
            if name not in TOLD
        }


def found(desk, text):
    return [row.id for row in people.page(desk, PeopleQuery(text=text)).rows]


def test_a_married_customer_is_suggested_with_the_grounds(desk, two):
    (alike,) = sameness.of_person(desk, two[0]).alike
    assert alike.row.id == two[1]
    assert {one.value for one in alike.verdict.pro} >= {"same_birth", "same_mobile", "same_given_name"}


def test_what_a_human_said_is_remembered_and_can_be_taken_back(desk, two):
    with pytest.raises(ReasonMissing):
        sameness.tell_apart(desk, *two, "x")
    done = sameness.tell_apart(desk, *two, REASON)
    assert sameness.of_person(desk, two[0]).alike == sameness.of_person(desk, two[1]).alike == ()
    assert sameness.compare(desk, *two).said.state is Decision.DIFFERENT
    assert sameness.compare(desk, *two).said.reason == REASON
    done.undo(desk)
    assert len(sameness.of_person(desk, two[1]).alike) == 1


def test_linked_as_one_person_both_stay_and_show_each_other(desk, two):
    done = sameness.link(desk, *two)
    assert [one.other for one in links.of_person(desk, two[0])] == [two[1]]
    assert [one.kind for one in links.of_person(desk, two[1])] == [LinkKind.SAME]
    assert sameness.of_person(desk, two[0]).alike == ()
    done.undo(desk)
    assert links.of_person(desk, two[0])[0].until == TODAY
    assert len(sameness.of_person(desk, two[0]).alike) == 1


def test_a_look_at_both_is_logged(desk, two):
    sameness.compare(desk, *two)
    for one in two:
        assert [look.act for look in people.who_looked(desk, one)][0] == "person.open"
    with pytest.raises(SameRecord):
        sameness.compare(desk, two[0], two[0])


def test_the_merged_record_loses_nothing(desk, two):
    kept, gone = two
    merge(desk, kept, gone, {"name"})
    record = people.open_person(desk, kept).person
    assert (record.name, record.kana) == ("佐藤 花子", "サトウ ハナコ")
    assert "髙橋 花子" in {one.text for one in record.names}
    assert record.number == "A000010"
    assert record.reached_by(ContactKind.PHONE) == ("090-1234-5678",)
    assert len(record.addresses) == 2
    assert record.address.text == ONE.address
    assert people.open_person(desk, gone).person.id == kept
    assert [one.id for one in sameness.of_person(desk, kept).merged] == [gone]


def test_list_and_search_show_only_the_kept_one_by_either_number(desk, two):
    kept, gone = two
    merge(desk, kept, gone)
    assert found(desk, "") == [kept]
    assert found(desk, "B77") == found(desk, "A000010") == found(desk, "佐藤") == [kept]
    with pytest.raises(NumberTaken):
        people.add(desk, NewPerson(replace(OTHER, number="B77")))


def test_the_other_number_can_be_the_one_in_use(desk, two):
    kept, gone = two
    before = state(desk)
    done = merge(desk, kept, gone, {"number"})
    assert people.open_person(desk, kept).person.number == "B77"
    assert found(desk, "A000010") == [kept]
    done.undo(desk)
    assert state(desk) == before


@pytest.mark.parametrize("kept", [0, 1])
@pytest.mark.parametrize("proposed", [True, False])
def test_the_day_of_leaving_goes_with_the_status(desk, kept, proposed):
    day = date(2018, 3, 1)
    profiles = ONE, replace(OTHER, status=Status.LEFT, left_on=day)
    ids = [people.add(desk, NewPerson(one)).value for one in profiles]
    ids = ids if not kept else ids[::-1]
    fields = sameness.compare(desk, *ids).fields
    taken = {one.name for one in fields if one.takes}
    assert {"status", "left_on"} & taken == ({"status", "left_on"} if kept else set())
    assert not next(one for one in fields if one.name == "left_on").differs
    before = state(desk)
    merge(desk, *ids, taken if proposed else taken ^ {"status"})
    found = people.open_person(desk, ids[0]).person
    expected = (Status.ACTIVE, None) if proposed else (Status.LEFT, day)
    assert (found.status, found.left_on) == expected
    sameness.take_apart(desk, ids[1])
    assert state(desk) == before


def test_of_two_who_left_the_later_day_is_proposed(desk):
    days = date(2018, 3, 1), date(2019, 3, 1)
    profiles = (replace(one, status=Status.LEFT, left_on=day) for one, day in zip((ONE, OTHER), days, strict=True))
    ids = [people.add(desk, NewPerson(one)).value for one in profiles]
    left = next(one for one in sameness.compare(desk, *ids).fields if one.name == "left_on")
    assert (left.differs, left.takes) == (True, True)
    merge(desk, *ids, {"left_on"})
    assert people.open_person(desk, ids[0]).person.left_on == days[1]


def test_a_suspension_on_either_holds(desk, two):
    kept, gone = two
    code = next(iter(purposes.office(desk)))
    purposes.consent(desk, kept, [code])
    purposes.suspend(desk, gone, [code], ground=REASON)
    merge(desk, kept, gone)
    assert purposes.blocked_today(desk) == {kept: (code,)}


def test_a_hold_and_the_log_follow(desk, two):
    kept, gone = two
    holds.place(desk, gone, "係争", REASON)
    people.open_person(desk, gone)
    merge(desk, kept, gone)
    assert [one.hold.name for one in holds.of_person(desk, kept)] == ["係争"]
    assert len([look for look in people.who_looked(desk, kept) if look.act == "hold.place"]) == 1
    fields = [one.field for one in people.history(desk, kept)]
    assert fields.count("merged") == 1


def test_an_open_request_follows_and_goes_on(desk):
    gone, kept = yumiko(desk), people.add(desk, NewPerson(ONE)).value
    id_ = taken(desk, person=gone)
    done = merge(desk, kept, gone)
    assert case(desk, id_).request.person == kept
    assert [one.id for one in people.open_person(desk, kept).requests] == [id_]
    done.undo(desk)
    assert case(desk, id_).request.person == gone


def test_stale_and_strange_merges_are_refused(desk, two):
    kept, gone = two
    with pytest.raises(StaleSave):
        sameness.merge(desk, kept, gone, (9, 1), ())
    with pytest.raises(SameRecord):
        sameness.merge(desk, kept, kept, (1, 1), ())
    merge(desk, kept, gone)
    with pytest.raises(NoSuchPerson):
        sameness.merge(desk, kept, gone, versions(desk, kept, gone), ())
    sameness.take_apart(desk, gone)
    with pytest.raises(NotMerged):
        sameness.take_apart(desk, gone)


def test_a_save_of_what_stood_there_before_is_refused(desk, two):
    kept, gone = two
    done = merge(desk, kept, gone)
    with pytest.raises(StaleSave):
        people.edit(desk, kept, 1, replace(ONE, notes="x"))
    done.undo(desk)
    with pytest.raises(StaleSave):
        people.edit(desk, kept, 2, replace(ONE, notes="x"))


def test_what_was_changed_since_makes_the_way_back_impossible(desk, two):
    kept, gone = two
    done = merge(desk, kept, gone)
    (version,) = versions(desk, kept)
    edited = people.edit(desk, kept, version, replace(profile(people.open_person(desk, kept).person), former_names=()))
    with pytest.raises(MergeUsedName):
        done.undo(desk)
    edited.undo(desk)
    with pytest.raises(MergeUsed):
        done.undo(desk)


def test_a_suspension_since_keeps_them_merged_until_it_is_taken_back(desk, two):
    kept, gone = two
    done = merge(desk, kept, gone)
    code = next(iter(purposes.office(desk)))
    stopped = purposes.suspend(desk, kept, [code], ground=REASON)
    with pytest.raises(MergeUsedPurpose):
        done.undo(desk)
    stopped.undo(desk)
    done.undo(desk)


def test_merges_are_taken_apart_in_the_opposite_order(desk, two):
    first, second = two
    third = people.add(desk, NewPerson(replace(ONE, number="C3"))).value
    before = state(desk)
    inner = merge(desk, second, first)
    between = state(desk)
    outer = merge(desk, third, second)
    assert people.open_person(desk, first).person.id == third
    assert found(desk, "A000010") == [third]
    with pytest.raises(MergedLater):
        inner.undo(desk)
    outer.undo(desk)
    assert state(desk) == between
    inner.undo(desk)
    assert state(desk) == before


def test_erasing_the_kept_one_erases_the_merged_one(desk, two):
    kept, gone = two
    merge(desk, kept, gone)
    with desk.reading() as conn:
        uids = conn.execute(sa.select(person.c.uid).where(person.c.id.in_(two))).scalars().all()
    with transaction.writing(desk.vault.writer) as conn:
        erasure.dispose(conn, [kept], TODAY, "保存期間満了", 7)
    with desk.reading() as conn:
        assert conn.execute(sa.select(person.c.id)).all() == []
        assert conn.execute(sa.select(person_merge.c.id)).all() == []
        up = set(conn.execute(sa.select(tombstone.c.digest)).scalars())
        assert up == {erasure.digest(uid) for uid in uids}
        assert not conn.exec_driver_sql("PRAGMA foreign_key_check").fetchall()


def test_of_every_column_that_points_at_a_person_it_is_known_what_a_merge_does():
    every = {key.parent for one in METADATA.tables.values() for key in one.foreign_keys if key.column.table is person}
    assert set(merges.STAYS) <= every
    assert {column.table.name for column in every - set(merges.moving()) - set(merges.STAYS)} <= {"person_list"}
    assert {table.name for table in merges.OWN} <= {str(column.table) for column in merges.moving()}


# the way back


def made(one: Made, number: str, status: Status, notes: str) -> NewPerson:
    account = NewNumber(NumberKind.BANK, "0001-110", "普通", "4567", "1234567")
    return NewPerson(
        Profile(
            name=one.text,
            kana=one.kana,
            number=number,
            birth=one.birth if one.birth and one.birth <= TODAY else None,  # a slip may lead into the future
            postal=one.postal,
            address=one.address,
            phones=one.phones,
            mails=one.mails,
            status=status,
            left_on=TODAY if status is Status.LEFT else None,
            notes=notes,
        ),
        (account,) if len(notes) % 2 else (),
        wants_mail=None if not notes else len(notes) % 3 == 0,
    )


FIELDS = ["name", "address", "mailing_address", "number", "birth", "status", "since", "left_on", "language"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    seed=st.integers(0, 10_000),
    taken=st.sets(st.sampled_from(FIELDS)),
    numbers=st.sampled_from([("A1", "B1"), ("", "B1"), ("A1", ""), ("", "")]),
    statuses=st.tuples(st.sampled_from([Status.ACTIVE, Status.LEFT]), st.sampled_from([Status.ACTIVE, Status.LEFT])),
    notes=st.tuples(st.sampled_from(["", "あ", "いい"]), st.sampled_from(["", "あ", "ううう"])),
    linked=st.booleans(),
    business=st.booleans(),
)
def test_a_merge_goes_back_exactly_as_it_was(desk, seed, taken, numbers, statuses, notes, linked, business):
    pair = made_pairs(9, seed)[seed % 9]
    both = zip((pair.one, pair.other), numbers, statuses, notes, strict=True)
    with transaction.writing(desk.vault.writer) as conn:
        mark = conn.begin_nested()
        try:
            again = replace(desk)
            ids = [enter(again, conn, made(*one)) for one in both]
            if linked:
                row = {"person_id": ids[1], "other_id": ids[0], "kind": "household", "note": "", "since": TODAY}
                origin = {"source": "self", "source_on": TODAY}
                conn.execute(METADATA.tables["person_link"].insert().values(**row, **origin))
                conn.execute(
                    METADATA.tables["person_link"].insert().values(**row | {"other_id": None}, name="兄", **origin)
                )
            if business:
                trade(conn, ids[1])
            people.renew(conn, ids)
            before = rows(conn)
            now, user = desk.now, desk.actor.id
            merges.merge(conn, merges.Two(*ids), (1, 1), taken, user=user, now=now, today=TODAY)
            people.renew(conn, ids)
            assert before != rows(conn)
            parting.take_apart(conn, ids[1])
            people.renew(conn, ids)
            assert rows(conn) == before
        finally:
            mark.rollback()


def enter(desk, conn, new):
    return people.enter(desk, conn, new, Origin(Source.SELF, TODAY))


def trade(conn, id_):
    partner = conn.execute(
        METADATA.tables["partner"]
        .insert()
        .values(name="青空", folded="青空", kind="", address="", representative="", acquired_how="")
    ).inserted_primary_key[0]
    fixed = {
        "customer_number": "",
        "kind": "購入",
        "amount": 100,
        "note": "",
        "matched_by": "hand",
        "source": "partner",
    }
    for place in range(3):
        on = TODAY - timedelta(days=place)
        values = {"external_id": str(place), "on": on, "source_on": on, **fixed}
        conn.execute(partner_transaction.insert().values(person_id=id_, partner_id=partner, **values))


def rows(conn):
    """As `state`, on one connection."""
    return {
        name: sorted(
            json.dumps({k: str(v) for k, v in row.items() if k != "version" and (k, name) != ("id", "retention")})
            for row in conn.execute(sa.select(table)).mappings()
        )
        for name, table in METADATA.tables.items()
        if name not in TOLD
    }
