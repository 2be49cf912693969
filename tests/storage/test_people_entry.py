"""What is written of new people is what a renewal from the tables would write."""

from datetime import date
from typing import Any

import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privdesk.domain.person import NewNumber, NewPerson, NumberKind, PeopleQuery, Profile, Status
from privdesk.storage import people_line, people_list, retention
from privdesk.storage import tables as t
from tests.storage.people_desk import NOW, ORIGIN, enter

SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
KEPT = (t.person, t.person_number, t.person_purpose, t.person_list, t.retention)
DAYS = st.none() | st.dates(date(2005, 1, 1), date(2026, 11, 22))
PROFILES = st.builds(
    Profile,
    name=st.sampled_from(("髙橋 花子", "Søren Åkesson")),
    kana=st.sampled_from(("", "タカハシ ハナコ")),
    number=st.just(""),
    birth=DAYS,
    postal=st.sampled_from(("", "100-0005")),
    address=st.sampled_from(("", "千代田区1-2")),
    aliases=st.sampled_from(((), ("Åkesson", "金田 太郎（カネダ タロウ）"))),
    former_names=st.sampled_from(((), ("高橋 花子",))),
    mailing_address=st.sampled_from(("", "港区1")),
    further_addresses=st.sampled_from(((), ("100-0005 千代田区1", "大阪市"))),
    phones=st.lists(st.sampled_from(("03-1234-5678", "+44 20 7946 0018")), max_size=3).map(tuple),
    mails=st.lists(st.sampled_from(("a@example.jp", "B@example.jp")), max_size=2).map(tuple),
    status=st.sampled_from((Status.ACTIVE, Status.LEFT, Status.REFUSED)),
    left_on=DAYS,
    last_activity=DAYS,
)
NUMBERS = st.builds(
    NewNumber,
    kind=st.sampled_from(NumberKind),
    issuer=st.just(""),
    detail=st.just(""),
    last4=st.just("5671"),
    full=st.sampled_from(("", "301234567811")),
)
PEOPLE = st.builds(NewPerson, PROFILES, st.lists(NUMBERS, max_size=3).map(tuple), st.sampled_from((None, True, False)))


def written(conn: sa.Connection) -> dict[str, set[tuple[Any, ...]]]:
    """What stands in the tables that a renewal may change, without the ids of derived lines."""
    return {
        table.name: {tuple(row)[table is t.retention :] for row in conn.execute(sa.select(table))} for table in KEPT
    }


def found(conn: sa.Connection, text: str) -> set[int]:
    return set(people_list.ids(conn, PeopleQuery(text=text), with_suspended=True))


@SHARED
@given(st.lists(PEOPLE, min_size=1, max_size=4))
def test_a_renewal_changes_nothing(office, conn, people: list[NewPerson]):
    with conn.begin_nested() as change:
        ids = enter(conn, office, *people)
        before, hits = written(conn), {text: found(conn, text) for text in ("橋", "akesson", "033", "0312", "千代田")}
        people_line.renew(conn, ids)
        retention.renew(conn, office.office, ids)
        assert written(conn) == before
        assert {text: found(conn, text) for text in hits} == hits
        change.rollback()


def test_ends_stand_beside_the_records_and_on_the_list(office, conn):
    left = Profile(name="退会", status=Status.LEFT, left_on=date(2020, 3, 31), last_activity=date(2020, 3, 1))
    licence = NewNumber(NumberKind.LICENCE, "", "", "5671", "301234567811")
    (id_,) = enter(conn, office, NewPerson(left, (licence,)))
    lines = {row.category: row for row in conn.execute(sa.select(t.retention))}
    assert set(lines) == {"profile", "licence"}
    person = conn.execute(sa.select(t.person)).one()
    number = conn.execute(sa.select(t.person_number)).one()
    assert (person.keep_until, person.keep_rule) == (lines["profile"].keep_until, lines["profile"].rule)
    assert (number.keep_until, number.keep_rule) == (lines["licence"].keep_until, lines["licence"].rule)
    assert person.keep_until is not None
    assert conn.execute(sa.select(t.person_list.c.keep_until)).scalar_one() == max(person.keep_until, number.keep_until)
    assert (person.id, person.created_at, person.source_on) == (id_, NOW, ORIGIN.on)


def test_nobody_is_entered_where_nobody_is_given(office, conn):
    before = written(conn)
    assert enter(conn, office) == range(0)
    assert written(conn) == before
