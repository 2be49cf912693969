"""Whom a record is compared with: found by indexes, and enough to find who is the same."""

import pytest

from privdesk.domain.errors import Cancelled
from privdesk.domain.person import NewPerson, Origin, Profile, Source
from privdesk.storage import resemblances, sameness
from privdesk.storage.people_entry import PeopleEntry
from tests.domain.made_pairs import FAMILIES, Made, made_pairs
from tests.domain.test_sameness import PAIRS, SEED
from tests.office import NOW, OFFICE


def person(one: Made) -> NewPerson:
    former = (f"{one.former[0]}（{one.former[1]}）",) if one.former else ()
    return NewPerson(
        Profile(
            name=one.text,
            kana=one.kana,
            former_names=former,
            birth=one.birth,
            postal=one.postal if one.address else "",
            address=one.address,
            phones=one.phones,
            mails=one.mails,
        )
    )


def enter(office, conn, people):
    entry = PeopleEntry(conn, office.seal, OFFICE, Origin(Source.SELF, NOW.date()), NOW)
    return list(entry.add(people, [0] * len(people)))


def no_end(_done, _total):
    pass


def test_one_thousand_pairs_in_one_file_are_found(office, conn, record_property):
    """All records in one file, where each also meets everybody else."""
    pairs = made_pairs(PAIRS, SEED)
    ids = enter(office, conn, [person(one) for pair in pairs for one in (pair.one, pair.other)])
    same = {(ids[2 * place], ids[2 * place + 1]) for place, pair in enumerate(pairs) if pair.is_same}
    found = {pair for pair, _ in sameness.pairs(conn, len(ids), no_end)}
    recall, precision = len(found & same) / len(same), len(found & same) / len(found)
    record_property("recall", recall)
    record_property("precision", precision)
    assert recall >= 0.95
    assert precision >= 0.80
    some = sorted(same)[::10]
    alike = {pair for pair in some if pair[1] in sameness.alike(conn, pair[0], len(ids))}
    assert len(alike) / len(some) >= 0.95


def test_one_record_asks_indexes_only(office, conn):
    """No question reads a table from end to end, whatever the record has."""
    (id_,) = enter(office, conn, [person(made_pairs(1, 1)[0].one)])
    asked = []
    raw = conn.connection.driver_connection
    raw.set_trace_callback(asked.append)
    sameness.alike(conn, id_, 2)
    raw.set_trace_callback(None)
    queries = [query for query in asked if query.startswith("SELECT")]
    plans = [row[3] for query in queries for row in raw.execute(f"EXPLAIN QUERY PLAN {query}")]
    assert len(queries) > 5
    assert [plan for plan in plans if plan.startswith("SCAN") and "VIRTUAL TABLE INDEX" not in plan] == []


def test_what_many_share_tells_nothing(office, conn):
    """The number of an office stands in many records; people of one given name are met by it, if few share it."""
    shared = [NewPerson(Profile(name=f"{one[0]} 花子", phones=("090-0000-0000",))) for one in FAMILIES]
    assert [one for one, _ in sameness.pairs(conn, 30, no_end)] == []
    few = enter(office, conn, shared[:3])
    assert len(sameness.alike(conn, few[0], 3)) == 2
    enter(office, conn, shared[3:])
    assert sameness.alike(conn, few[0], 30) == {}
    assert list(sameness.pairs(conn, 30, no_end)) == []


def test_it_can_be_stopped(office, conn):
    enter(office, conn, [person(pair.one) for pair in made_pairs(20, 1)])

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        list(sameness.pairs(conn, 20, stop))


def test_only_those_of_an_import(office, conn):
    pairs = [pair for pair in made_pairs(9, 3) if pair.is_same]
    enter(office, conn, [person(one) for pair in pairs for one in (pair.one, pair.other)])
    assert list(sameness.pairs(conn, 10, no_end, batch=7)) == []
    assert list(sameness.pairs(conn, 10, no_end))


def test_the_worklist_keeps_what_was_decided(office, conn):
    one, other, third = enter(office, conn, [NewPerson(Profile(name=name)) for name in "甲乙丙"])
    two = resemblances.pair(other, one)
    assert two == (one, other)
    assert resemblances.replace_open(conn, [(two, 20), ((other, third), 15)], NOW) == 2
    assert resemblances.waiting(conn, None, 0, 10) == (two, (other, third))
    resemblances.say(conn, two, resemblances.Said(resemblances.Decision.DIFFERENT, "別人"), 20, NOW)
    assert resemblances.replace_open(conn, [(two, 20), ((other, third), 15)], NOW) == 1
    assert resemblances.said(conn, two).reason == "別人"
    assert resemblances.settled(conn, one) == {other}
