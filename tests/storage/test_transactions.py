"""Transactions find their person by number, wait without one, and know their partner in any spelling."""

from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from privdesk.domain.errors import NoSuchRow
from privdesk.domain.office import Office
from privdesk.domain.person import Origin, Profile, Source
from privdesk.domain.transaction import NewTransaction
from privdesk.storage import partners, transactions
from privdesk.storage.retention_ends import Ends
from privdesk.storage.transactions import BY_HAND, NOBODY, Holder
from tests.storage.people_desk import TODAY, enter
from tests.storage.test_batches import begin


def one(number: str, customer: str = "A1", on: date = TODAY) -> NewTransaction:
    return NewTransaction(number, customer, on, "成約", 1000, "㈱ガンマネット")


def put(conn, people: dict[str, int], *new: NewTransaction) -> int:
    batch = begin(conn)
    known = {"㈱ガンマネット": partners.find_or_add(conn, "㈱ガンマネット", batch)}
    transactions.add(
        conn, new, people, known, Origin(Source.PARTNER, TODAY, batch=batch), Ends(conn, Office(name="見本"))
    )
    return batch


@pytest.mark.parametrize(
    "spelling", ["㈱ガンマネット", "（株）ガンマネット", "株式会社ｶﾞﾝﾏﾈｯﾄ", "株式会社 ガンマネット"]
)
def test_a_partner_is_one_in_every_spelling(conn, spelling: str):
    id_ = partners.find_or_add(conn, "㈱ガンマネット")
    assert partners.find_or_add(conn, spelling) == id_ == partners.find(conn, spelling)
    assert [(partner.id, partner.name) for partner in partners.everybody(conn)] == [(id_, "㈱ガンマネット")]
    assert partners.find(conn, "ガンマ") is None


def test_a_transaction_goes_to_who_has_its_number_or_waits(office, conn):
    (id_,) = enter(conn, office, Profile(name="髙橋", number="A1"))
    put(conn, {"A1": id_}, one("T1", on=date(2026, 1, 1)), one("T2"), one("T3", "Z9"))
    assert [found.number for found in transactions.of_person(conn, id_)] == ["T2", "T1"]
    (alone,) = transactions.unmatched(conn)
    assert (alone.number, alone.person, alone.matched_by, alone.partner) == ("T3", None, "", "㈱ガンマネット")
    holder = Holder(id_, BY_HAND)
    assert transactions.match(conn, alone.id, holder) == NOBODY
    assert transactions.unmatched(conn) == ()
    assert transactions.match(conn, alone.id, NOBODY) == holder
    assert transactions.unmatched(conn) == (alone,)
    with pytest.raises(NoSuchRow):
        transactions.match(conn, 999, holder)


def test_a_number_of_a_partner_is_taken_once(conn):
    put(conn, {}, one("T1"), one("T2"))
    partner = partners.find(conn, "㈱ガンマネット")
    assert transactions.taken(conn, partner, ["T1", "T9"]) == {"T1"}
    with pytest.raises(IntegrityError):
        put(conn, {}, one("T1"))


def test_a_partner_goes_with_the_import_that_made_him_if_nobody_needs_him(conn):
    batch = put(conn, {}, one("T1"))
    partners.remove_unused(conn, batch)
    assert partners.find(conn, "㈱ガンマネット") is not None
    transactions.remove_batch(conn, batch)
    partners.remove_unused(conn, batch)
    assert partners.find(conn, "㈱ガンマネット") is None
