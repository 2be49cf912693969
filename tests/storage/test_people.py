"""A person is read as he was entered, keeps what he was, and is compared and counted by what he has."""

from dataclasses import replace
from datetime import date

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privdesk.domain.errors import NoSuchNumber, NoSuchPerson, NumberDamaged, StaleSave
from privdesk.domain.formats.name import name_line
from privdesk.domain.particular import AddressKind
from privdesk.domain.person import (
    ContactKind,
    NameKind,
    NewNumber,
    NewPerson,
    NumberKind,
    Origin,
    Profile,
    Source,
    Status,
    profile,
)
from privdesk.storage import numbers, people, people_profiles, people_removal, person_history
from privdesk.storage.tables import person_contact, person_number
from tests.storage.people_desk import NOW, ORIGIN, TODAY, enter

ONE = Profile(
    name="髙橋 花子",
    kana="タカハシ ハナコ",
    number="A1",
    postal="100-0005",
    address="千代田区1",
    phones=("03-1234-5678", "090-1234-5678"),
    mails=("a@example.jp",),
)
LICENCE = NewNumber(NumberKind.LICENCE, "", "", "5671", "301234567811")
REACHED = st.lists(st.sampled_from(("03-1111-1111", "03-2222-2222", "090-3333-3333", "x")), unique=True).map(tuple)
LINES = st.lists(st.sampled_from(("金田 太郎（カネダ タロウ）", "Taro Kim", "一")), unique=True, max_size=2).map(tuple)
HOUSES = st.lists(st.sampled_from(("100-0005 千代田区9", "100-0005", "港区1")), unique=True, max_size=2).map(tuple)
PROFILES = st.builds(
    Profile,
    name=st.sampled_from(("一", "二")),
    kana=st.sampled_from(("", "イチ")),
    aliases=LINES,
    former_names=LINES,
    mailing_postal=st.sampled_from(("", "530-0001")),
    mailing_address=st.sampled_from(("", "大阪市北区1")),
    further_addresses=HOUSES,
    number=st.sampled_from(("", "A1", "A2")),
    birth=st.sampled_from((None, date(1980, 2, 29))),
    postal=st.sampled_from(("", "100-0005")),
    address=st.sampled_from(("", "千代田区1", "千代田区2")),
    phones=REACHED,
    mails=REACHED,
    status=st.sampled_from(Status),
    left_on=st.sampled_from((None, TODAY)),
    notes=st.sampled_from(("", "電話は午後のみ")),
)


def save(conn, id_: int, version: int, new: Profile, origin: Origin = ORIGIN):
    return people.change(conn, id_, version, new, origin, user=1, now=NOW)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(PROFILES, min_size=1, max_size=5))
def test_a_record_says_what_was_saved_last_and_its_history_all_of_it(office, conn, said: list[Profile]):
    with conn.begin_nested() as change:
        (id_,) = enter(conn, office, said[0])
        now = profile(people.get(conn, id_))
        for new in said[1:]:
            wanted = replace(new, former_names=called_before(now, new))
            changed = save(conn, id_, people.get(conn, id_).version, new)
            assert {one.field for one in changed} == {
                name for name in Profile.__dataclass_fields__ if getattr(now, name) != getattr(wanted, name)
            }
            assert by_set(profile(people.get(conn, id_))) == by_set(wanted)
            now = profile(people.get(conn, id_))
        assert list(people_profiles.profiles(conn, [id_])) == [now]
        told = {(line.field, line.new) for line in person_history.of_person(conn, id_)}
        assert {("name", one.name) for one in said[1:] if one.name != said[0].name} <= told
        change.rollback()


def called_before(old: Profile, new: Profile) -> tuple[str, ...]:
    """The former names after a save by which somebody may have got another name."""
    was, now = name_line(old.name, old.kana), name_line(new.name, new.kana)
    before = (*new.former_names, *([was] if old.name != new.name else ()))
    return tuple(one for one in dict.fromkeys(before) if one != now)


def by_set(one: Profile) -> tuple[Profile, set[str]]:
    """A profile whose former names have no order."""
    return replace(one, former_names=()), set(one.former_names)


def test_another_name_makes_the_old_one_a_former_name_with_its_end(office, conn):
    (id_,) = enter(conn, office, ONE)
    married = Origin(Source.COUNTER, date(2026, 12, 1))
    save(conn, id_, 1, replace(ONE, name="佐藤 花子", kana="サトウ ハナコ"), married)
    old, new = people.get(conn, id_).names
    assert (old.kind, old.text, old.until, old.origin) == (NameKind.FORMER, "髙橋 花子", married.on, ORIGIN)
    assert (new.kind, new.text, new.until, new.origin.on) == (NameKind.CURRENT, "佐藤 花子", None, married.on)
    before = replace(profile(people.get(conn, id_)), name="髙橋 花子", kana="タカハシ ハナコ", former_names=())
    people.change(conn, id_, 2, before, married, user=1, now=NOW, renamed=False)
    person = people.get(conn, id_)
    assert (person.name, person.kana, person.also_called(NameKind.FORMER)) == ("髙橋 花子", "タカハシ ハナコ", ())
    assert next(one for one in person.names if not one.until).origin == ORIGIN


def test_a_name_that_was_written_wrong_is_no_former_name(office, conn):
    (id_,) = enter(conn, office, ONE)
    people.change(conn, id_, 1, replace(ONE, name="高橋 花子"), ORIGIN, user=1, now=NOW, renamed=False)
    person = people.get(conn, id_)
    assert [(one.kind, one.text, one.until) for one in person.names] == [
        (NameKind.CURRENT, "髙橋 花子", TODAY),
        (NameKind.CURRENT, "高橋 花子", None),
    ]
    assert (person.name, person.also_called(NameKind.FORMER)) == ("高橋 花子", ())


def test_an_alias_that_is_not_used_any_more_ends_and_a_former_name_that_was_none_goes(office, conn):
    (id_,) = enter(
        conn, office, replace(ONE, aliases=("Hana", "花"), former_names=("田中 花子（タナカ ハナコ）", "誤記"))
    )
    save(conn, id_, 1, replace(ONE, aliases=("花",), former_names=("田中 花子（タナカ ハナコ）",)))
    names = [(one.kind, one.text, one.kana, one.until) for one in people.get(conn, id_).names[1:]]
    assert names[:1] == [(NameKind.ALIAS, "Hana", "", TODAY)]
    assert (NameKind.FORMER, "田中 花子", "タナカ ハナコ", None) in names
    assert (NameKind.ALIAS, "花", "", None) in names
    assert not any(text == "誤記" for _, text, _, _ in names)


def test_letters_go_to_the_mailing_address_where_there_is_one(office, conn):
    (id_,) = enter(conn, office, replace(ONE, further_addresses=("530-0001 大阪市北区1",)))
    assert people.get(conn, id_).letters_to == people.get(conn, id_).address
    save(conn, id_, 1, replace(ONE, mailing_postal="105-0011", mailing_address="港区1"))
    person = people.get(conn, id_)
    assert (person.letters_to.text, person.address.text) == ("港区1", "千代田区1")
    assert [(one.kind, one.until) for one in person.addresses] == [
        (AddressKind.HOME, None),
        (AddressKind.FURTHER, TODAY),
        (AddressKind.MAILING, None),
    ]
    save(conn, id_, 2, ONE)
    assert people.get(conn, id_).letters_to.text == "千代田区1"


def test_each_field_of_the_record_has_the_origin_of_its_last_change(office, conn):
    (id_,) = enter(conn, office, ONE)
    assert people.get(conn, id_).origin_of("birth") == ORIGIN
    told = Origin(Source.PARTNER, date(2026, 12, 1))
    save(conn, id_, 1, replace(ONE, birth=date(1980, 1, 1)), told)
    person = people.get(conn, id_)
    assert (person.origin_of("birth"), person.origin_of("notes")) == (told, ORIGIN)


def test_what_stays_keeps_its_origin(office, conn):
    (id_,) = enter(conn, office, ONE)
    save(
        conn,
        id_,
        1,
        replace(ONE, phones=(*ONE.phones, "080-1-1"), source=Source.COUNTER),
        Origin(Source.COUNTER, date(2026, 12, 1)),
    )
    contacts = people.get(conn, id_).contacts
    assert [(one.value, one.origin.source, one.until) for one in contacts] == [
        ("03-1234-5678", Source.SELF, None),
        ("090-1234-5678", Source.SELF, None),
        ("a@example.jp", Source.SELF, None),
        ("080-1-1", Source.COUNTER, None),
    ]


def test_a_stale_version_and_a_missing_person_are_refused(office, conn):
    (id_,) = enter(conn, office, ONE)
    save(conn, id_, 1, replace(ONE, notes="一"))
    with pytest.raises(StaleSave):
        save(conn, id_, 1, replace(ONE, notes="二"))
    with pytest.raises(NoSuchPerson):
        save(conn, 999, 1, ONE)
    assert people.get(conn, id_).notes == "一"


def test_ids_are_never_given_again(office, conn):
    first = enter(conn, office, ONE, replace(ONE, number="A2"))
    people_removal.remove(conn, people_removal.one(first[1]))
    assert enter(conn, office, replace(ONE, number="A2"))[0] == first[1] + 1
    assert enter(conn, office) == range(0)


def test_numbers_in_use_are_known_also_in_long_lists(office, conn):
    ids = enter(conn, office, *(replace(ONE, number=f"A{n}") for n in range(1200)))
    taken = people.taken(conn, [f"A{n}" for n in range(1100, 1300)] + [f"B{n}" for n in range(1000)])
    assert taken == {f"A{n}": ids[n] for n in range(1100, 1200)}
    assert people.id_of_number(conn, "A7") == ids[7]
    assert people.id_of_number(conn, "a7") is None


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (ContactKind.PHONE, "０３（１２３４）５６７８"),
        (ContactKind.PHONE, "0312345678"),
        (ContactKind.MAIL, "A@EXAMPLE.JP"),
    ],
)
def test_people_are_known_by_how_they_are_and_were_reached(office, conn, kind: ContactKind, typed: str):
    id_, _ = enter(conn, office, ONE, Profile(name="別", phones=("03-9999-9999",), mails=("b@example.jp",)))
    save(conn, id_, 1, replace(ONE, phones=(), mails=()))
    assert people.ids_reached_by(conn, kind, typed) == (id_,)


def test_a_number_opens_only_where_it_stands(office, conn):
    one, two = enter(conn, office, NewPerson(ONE, (LICENCE,)), NewPerson(Profile(name="別"), (LICENCE,)))
    (first,), (second,) = people.get(conn, one).numbers, people.get(conn, two).numbers
    assert numbers.reveal(conn, office.seal, first.id) == LICENCE.full
    assert numbers.holder(conn, second.id) == two
    assert numbers.holders(conn, office.seal, NumberKind.LICENCE, LICENCE.full) == (one, two)
    assert numbers.holders(conn, office.seal, NumberKind.BANK, LICENCE.full) == ()
    moved = sa.select(person_number.c.sealed).where(person_number.c.id == first.id).scalar_subquery()
    conn.execute(sa.update(person_number).where(person_number.c.id == second.id).values(sealed=moved))
    with pytest.raises(NumberDamaged):
        numbers.reveal(conn, office.seal, second.id)
    with pytest.raises(NoSuchNumber):
        numbers.reveal(conn, office.seal, 999)


def test_who_is_needed_elsewhere_is_known(office, conn):
    one, two = enter(conn, office, ONE, Profile(name="代理人"))
    link = {
        "person_id": one,
        "other_id": two,
        "kind": "agent",
        "note": "",
        "since": TODAY,
        "source": "self",
        "source_on": TODAY,
    }
    conn.execute(sa.insert(people_removal.METADATA.tables["person_link"]).values(**link))
    assert people_removal.needed_by(conn, people_removal.one(two)) == {"person_link": 1}
    assert people_removal.own_rows(conn, people_removal.one(one)) == 5
    assert people_removal.edited(conn, people_removal.one(one)) == 0
    assert conn.execute(sa.select(sa.func.count()).select_from(person_contact)).scalar_one() == 3
