"""How a request is kept: the events are the truth, the rows follow, and two people never overwrite each other."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import msgspec
import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain import event as ev
from privdesk.domain import event_text, procedure
from privdesk.domain.calendar import Calendar
from privdesk.domain.case import NewRequest, RequestQuery, request_number
from privdesk.domain.clock import clocks
from privdesk.domain.decision import Decision
from privdesk.domain.errors import NoSuchRequest, StaleSave
from privdesk.domain.event import Asked, Changed, Proposed
from privdesk.domain.law import Channel, parsed
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.request import Request
from privdesk.resources import resource
from privdesk.storage import requests, requests_list
from privdesk.storage.tables import request, request_event, request_item, user
from tests.storage.kept_desk import founded, row

LAW = parsed(resource("law/2022-04-01.toml").read_bytes())
CALENDAR = Calendar()
AT = datetime(2026, 11, 22, 1, tzinfo=UTC)
ARRIVED = date(2026, 11, 16)
NEW = NewRequest(
    Channel.POST,
    ARRIVED,
    (
        Asked(number=1, kind="CORRECT", reason="転居", proposed=(Proposed(field="address", value="大阪市"),)),
        Asked(number=4, kind="OPTOUT", purposes=("news",)),
    ),
    parties=(Party(PartyRole.REQUESTER, "渡邉 由美子"),),
)


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sa.Engine]:
    """The writer of a real vault, where "sato" and "mori" work."""
    with founded(tmp_path_factory.mktemp("kept") / "office.privdesk") as writer:
        with writer.begin() as conn:
            row(conn, user, login="mori", name="森 亮", role="manager")
        yield writer


@pytest.fixture
def conn(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that leaves nothing behind."""
    with engine.connect() as found:
        yield found
        found.rollback()


def entered(conn: sa.Connection, new: NewRequest = NEW) -> tuple[int, Request]:
    detail = ev.Received(channel=new.channel, items=new.items)
    first = procedure.receive(detail, at=AT, on=new.arrived, by="sato", law=LAW)
    return requests.add(conn, new, first, LAW, CALENDAR, owner=1, now=AT)[0], first


def after(known: Request, *details: ev.Detail, by: str = "sato", on: date = date(2026, 11, 20)) -> Request:
    for detail in details:
        known = procedure.enter(known, detail, at=AT, on=on, by=by, law=LAW, calendar=CALENDAR)
    return known


def test_what_is_loaded_is_what_was_entered(conn: sa.Connection):
    id_, first = entered(conn)
    later = after(first, ev.IdentityAsked(papers=("licence",)), ev.Acknowledged(), by="mori")
    requests.append(conn, id_, 1, later, LAW, CALENDAR)
    found = requests.load(conn, id_)
    assert found.request == later
    assert found.clocks == clocks(later, LAW, CALENDAR)
    assert (found.number, found.version, found.law, found.owner) == ("R8-0001", 2, LAW.valid_from, 1)
    assert [event.by for event in found.request.events] == ["sato", "mori", "mori", "mori"]


def test_the_rows_of_the_items_follow_the_events(conn: sa.Connection):
    id_, first = entered(conn)
    linked = after(first, ev.Acknowledged())
    requests.append(conn, id_, 1, linked, LAW, CALENDAR)
    rows = conn.execute(sa.select(request_item).order_by(request_item.c.number)).all()
    assert [(one.number, one.kind, one.reason, one.decision) for one in rows] == [
        (1, "CORRECT", "転居", ""),
        (4, "OPTOUT", "", ""),
    ]
    done = ev.Executed(item=4, purposes=("news",), changes=(Changed(field="x", old="a", new="b"),), begun=(7,))
    decided = ev.Event(3, AT, ARRIVED, "sato", ev.Decided(item=4, decision=Decision.OPTED_OUT))
    executed = ev.Event(4, AT, ARRIVED, "sato", done)
    requests.append(conn, id_, 2, procedure.after(procedure.after(linked, decided), executed), LAW, CALENDAR)
    item = conn.execute(sa.select(request_item).where(request_item.c.number == 4)).one()
    assert (item.decision, item.executed_on, item.purposes) == ("opted_out", ARRIVED, ["news"])
    assert item.changes == [{"field": "x", "old": "a", "new": "b"}]
    assert requests.load(conn, id_).request.item(4).executed == done


def test_a_stale_append_writes_nothing(conn: sa.Connection):
    id_, first = entered(conn)
    requests.append(conn, id_, 1, after(first, ev.Note(text="一")), LAW, CALENDAR)
    before = conn.execute(sa.select(request_event)).all()
    with pytest.raises(StaleSave):
        requests.append(conn, id_, 1, after(first, ev.Note(text="二")), LAW, CALENDAR)
    with pytest.raises(StaleSave):
        requests.set_owner(conn, id_, 1, 2)
    with pytest.raises(StaleSave):
        requests.set_notes(conn, id_, 3, "x")
    assert conn.execute(sa.select(request_event)).all() == before
    assert [party.name for party in requests.parties(conn, id_)] == ["渡邉 由美子"]


def test_an_event_cannot_be_written_twice(conn: sa.Connection):
    id_, _ = entered(conn)
    event = dict(conn.execute(sa.select(request_event)).one()._mapping)
    event.pop("id")
    with pytest.raises(sa.exc.IntegrityError):
        conn.execute(request_event.insert().values(**event))


def test_a_missing_request_is_told(conn: sa.Connection):
    with pytest.raises(NoSuchRequest):
        requests.load(conn, 1)
    with pytest.raises(NoSuchRequest):
        requests_list.need(conn, 1)


def test_a_damaged_event_is_a_bug_and_not_an_empty_request(conn: sa.Connection):
    id_, _ = entered(conn)
    conn.execute(sa.update(request_event).values(detail='{"channel":"post","colour":"red"}'))
    with pytest.raises(msgspec.ValidationError):
        requests.load(conn, id_)


@pytest.mark.parametrize("text", ["渡辺", "ワタナベ", "r8-0001", "R80001"])
def test_a_request_is_found_by_what_it_says(conn: sa.Connection, text: str):
    entered(
        conn, replace(NEW, parties=(Party(PartyRole.REQUESTER, "渡邉 由美子"), Party(PartyRole.PERSON, "わたなべ")))
    )
    entered(conn, replace(NEW, parties=()))
    assert [one.number for one in requests_list.page(conn, RequestQuery(text=text))[0]] == ["R8-0001"]


def test_the_kind_filter_takes_whole_codes(conn: sa.Connection):
    entered(conn, replace(NEW, items=(Asked(number=1, kind="STOP3P"),)))
    assert requests_list.page(conn, RequestQuery(kind="STOP"))[0] == ()
    assert len(requests_list.page(conn, RequestQuery(kind="STOP3P"))[0]) == 1


def test_an_unknown_sort_is_a_bug(conn: sa.Connection):
    with pytest.raises(ValueError, match="folded"):
        requests_list.page(conn, RequestQuery(sort="folded"))


@pytest.mark.parametrize(
    ("arrived", "count", "number"),
    [
        (date(2026, 11, 22), 41, "R8-0041"),
        (date(2019, 5, 1), 1, "R1-0001"),
        (date(2019, 4, 30), 1, "H31-0001"),
        (date(2028, 1, 1), 12345, "R10-12345"),
    ],
)
def test_the_number_has_the_year_of_the_era(arrived: date, count: int, number: str):
    assert request_number(arrived, count) == number


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(
    what=TEXT,
    reason=TEXT,
    proposed=st.lists(st.builds(Proposed, field=TEXT, value=TEXT), max_size=3).map(tuple),
    purposes=st.lists(TEXT, max_size=3).map(tuple),
)
def test_an_item_comes_back_as_it_was_written(what: str, reason: str, proposed: tuple, purposes: tuple):
    item = Asked(number=1, kind="STOP", what=what, reason=reason, proposed=proposed, purposes=purposes)
    detail = ev.ItemsChanged(items=(item,))
    assert event_text.read(detail.kind, event_text.written(detail)) == detail


def test_the_state_of_the_row_has_its_index(conn: sa.Connection):
    entered(conn)
    chosen = sa.select(request.c.id).where(request.c.state == "received").order_by(request.c.due, request.c.id)
    plan = conn.exec_driver_sql(
        "EXPLAIN QUERY PLAN " + str(chosen.compile(conn, compile_kwargs={"literal_binds": True}))
    )
    assert "ix_request_state_due" in " ".join(str(one) for one in plan)
