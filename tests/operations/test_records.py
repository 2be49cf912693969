"""Transactions come page by page, each with the import that brought it, and sum up to all of them."""

from datetime import date, timedelta

import pytest

from privdesk.domain.errors import NotAllowed
from privdesk.domain.person import NewPerson, Profile
from privdesk.operations import batches, people, records
from privdesk.operations.desk import Desk
from privdesk.operations.preview import TableFile
from tests.operations.looking import log

HEAD = "取引ID,会員番号,取引日,種別,金額,提供元\n"


def brought(desk: Desk, count: int) -> int:
    id_ = people.add(desk, NewPerson(Profile(name="山田", number="A1"))).value
    days = (date(2025, 1, 1) + timedelta(days=n // 3) for n in range(count))
    rows = "".join(
        f"T{n},A1,{day.isoformat()},{'入金' if n % 2 else '成約'},{n},ガンマ\n" for n, day in enumerate(days)
    )
    batches.import_transactions(desk, TableFile("十一月.csv", (HEAD + rows).encode()))
    return id_


def test_every_transaction_comes_once_the_newest_first(desk: Desk):
    id_ = brought(desk, 250)
    page = records.transactions(desk, id_, size=40)
    found = list(page.rows)
    while page.next:
        page = records.transactions(desk, id_, page.next, 40)
        found += page.rows
    assert [one.number for one in found] == [f"T{n}" for n in reversed(range(250))]
    first = found[0]
    assert (first.file, first.taken_by, first.matched_by, first.customer_number) == (
        "十一月.csv",
        "佐藤 恵",
        "number",
        "A1",
    )
    assert first.taken_at == desk.now


def test_the_sums_are_those_of_all(desk: Desk):
    id_ = brought(desk, 1200)
    sums = records.sums(desk, id_)
    assert [(one.year, one.partner, one.kind) for one in sums] == [
        (2026, "ガンマ", "入金"),
        (2026, "ガンマ", "成約"),
        (2025, "ガンマ", "入金"),
        (2025, "ガンマ", "成約"),
    ]
    assert sum(one.count for one in sums) == 1200
    assert sum(one.amount for one in sums) == sum(range(1200))


def test_who_opens_no_record_reads_no_transaction(desk: Desk, auditor: Desk):
    id_ = brought(desk, 1)
    for read in (records.transactions, records.sums):
        with pytest.raises(NotAllowed):
            read(auditor, id_)
    assert log(desk)[-1][0] == "desk.refused"
