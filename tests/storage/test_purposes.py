"""Stands to purposes as rows: what blocks on which day, and whom a mailing reaches."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privdesk.domain.errors import NoSuchPurpose
from privdesk.domain.person import Profile
from privdesk.domain.purpose import Stand, blocked
from privdesk.storage import mailings, purposes
from tests.storage.people_desk import ORIGIN, TODAY, enter

DAY = timedelta(days=1)


def test_the_policy_is_kept_as_it_was_given(office, conn):
    assert purposes.office(conn) == dict(office.reference.purposes.purposes)
    assert purposes.marketing(conn) == ("news",)
    assert list(purposes.need(conn, ["billing", "news"])) == ["billing", "news"]
    with pytest.raises(NoSuchPurpose):
        purposes.need(conn, ["news", "gossip"])


def test_what_blocks_is_what_the_domain_says():
    assert set(purposes.BLOCKING) == {Stand.OPTED_OUT, Stand.SUSPENDED}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.tuples(st.sampled_from(Stand), st.integers(-3, 3), st.none() | st.integers(-3, 3)), max_size=6))
def test_the_list_of_blocked_people_is_what_the_domain_says_of_each(office, conn, stands):
    with conn.begin_nested() as change:
        (id_,) = enter(conn, office, Profile(name="髙橋"))
        for stand, start, length in stands:
            start_on = TODAY + start * DAY
            purposes.turn(conn, id_, ["news"], stand, ends=(), start=start_on, last=TODAY, ground="", origin=ORIGIN)
            if length is not None:
                purposes.end(conn, id_, ["news"], [stand], TODAY + length * DAY)
        states = purposes.states(conn, id_)
        for offset in range(-4, 5):
            day = TODAY + offset * DAY
            expected = blocked(states, "news", day) is not None
            assert (conn.execute(purposes.blocked_on("news", day)).first() is not None) == expected
            assert [one.id for one in mailings.recipients(conn, "news", day)] == ([] if expected else [id_])
            assert mailings.left_out(conn, "news", day) == expected
        change.rollback()


def test_a_recipient_has_his_first_mail_address(office, conn):
    enter(
        conn,
        office,
        Profile(
            name="髙橋",
            number="A1",
            postal="100-0005",
            address="千代田区1",
            phones=("03-1-1",),
            mails=("a@x.jp", "b@x.jp"),
        ),
        Profile(name="青木"),
    )
    bare, full = mailings.recipients(conn, "service", TODAY)
    assert (full.number, full.postal, full.address, full.mail) == ("A1", "100-0005", "千代田区1", "a@x.jp")
    assert (bare.name, bare.postal, bare.address, bare.mail) == ("青木", "", "", "")
