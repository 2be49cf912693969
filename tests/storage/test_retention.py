"""Every rule comes out at the records it is for, and the table says the same as asking the rules one by one."""

from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from privdesk.domain.due import DueQuery, Ending, Practice, Tile
from privdesk.storage import due, retention, rules
from privdesk.storage import tables as t
from tests.storage import kept_desk as made
from tests.storage.kept_desk import DEFAULTS, DESIGNATED, OFFICE, TODAY, day


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    with made.founded(tmp_path_factory.mktemp("kept") / "office.privdesk") as writer:
        yield writer


@pytest.fixture
def conn(engine):
    """A transaction that leaves nothing, so that each test has the same empty desk."""
    with engine.connect() as conn, conn.begin() as change:
        yield conn
        change.rollback()


def says(conn, category: str) -> tuple[date | None, str, str]:
    row = conn.execute(sa.select(t.retention).where(t.retention.c.category == category)).one()
    return row.keep_until, row.rule, row.ending


def one(noun: str, /, **facts):
    return noun, facts


LEFT = {"left": "2020-10-01"}
# the rows of the law (domain paper, part 4): what is recorded -> which rule decides -> last day
CASES = [
    # books, ten years from the closing on 31 March 2026; they outlast the seven years of the tax laws
    ("payments", LEFT, one("transaction", on="2026-01-15", kind="決済"), "accounting-books", "2036-03-31"),
    ("payments", LEFT, one("transaction", on="2026-04-01", kind="refund"), "accounting-books", "2037-03-31"),
    # orders, contracts, receipts: filing until 31 May 2026, seven years from 1 June 2026; the same day the
    # electronic ones end, and of two rules with one end the later in order of code is named
    ("transactions", LEFT, one("transaction", on="2026-03-31"), "tax-transactions", "2033-05-31"),
    ("transactions", LEFT, one("transaction", on="2026-04-01"), "tax-transactions", "2034-05-31"),
    # provision to and from third parties
    ("provisions", LEFT, one("provision", on="2023-05-19"), "provision-record", "2026-05-19"),
    ("provisions", LEFT, one("provision", on="2020-01-10", last="2023-12-31"), "provision-batch", "2026-12-31"),
    (
        "provisions",
        LEFT,
        one("provision", on="2020-01-10", last="2025-06-30", contract=True),
        "provision-contract",
        "2026-06-30",
    ),
    ("provisions", LEFT, one("provision", on="2025-06-30", contract=True), "provision-contract", "2026-06-30"),
    # consent to advertising mail: one month after the last mail, which is not later than the consent
    ("consents", LEFT, one("consent", until="2026-01-31"), "mail-consent", "2026-02-28"),
    # what the office keeps for its own interest
    ("bank", {"active": "2025-08-31", **LEFT}, one("number", kind="bank"), "bank", "2026-08-31"),
    ("card", {"active": "2026-08-31", **LEFT}, one("number", kind="card"), "card", "2027-02-28"),
    ("licence", {"active": "2026-05-22", **LEFT}, one("number", kind="licence"), "licence", "2026-11-22"),
]


@pytest.mark.parametrize(("category", "who", "what", "rule", "last"), CASES)
def test_a_rule_comes_out_at_its_record(conn, category, who, what, rule, last):
    kind, facts = what
    id_ = made.person(conn, **who)
    record = getattr(made, kind)(conn, id_, **facts)
    retention.renew(conn, OFFICE, [id_])
    table = {
        "number": t.person_number,
        "transaction": t.partner_transaction,
        "provision": t.provision,
        "consent": t.person_purpose,
    }
    assert made.record(conn, table[kind], record) == (day(last), rule)
    assert says(conn, category) == (day(last), rule, Ending.DATED)


def test_the_person_and_how_to_reach_him_end_with_the_relationship(conn):
    id_ = made.person(conn, left="2021-11-21")
    made.contact(conn, id_)
    made.contact(conn, id_)
    retention.renew(conn, OFFICE, [id_])
    assert made.record(conn, t.person, id_) == (day("2026-11-21"), "profile")
    assert says(conn, "profile") == (day("2026-11-21"), "profile", Ending.DATED)
    assert says(conn, "contact") == (day("2026-11-21"), "contact", Ending.DATED)
    assert {line[2]: line[3] for line in made.lines(conn)} == {"profile": 1, "contact": 2}


REQUEST_CASES = [
    ("requests", "request-file", "2026-11-30"),
    ("letters", "request-letters", "2026-11-30"),
    ("mails", "request-mails", "2026-11-30"),
    ("attachments", "request-attachments", "2026-11-30"),
    ("identity_papers", "identity-images", "2023-12-30"),
]


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize(("category", "rule", "last"), REQUEST_CASES)
def test_what_hangs_on_a_request_ends_after_its_closing(conn, known, category, rule, last):
    id_ = made.person(conn) if known else None
    request = made.request(conn, id_, closed="2023-11-30")
    mail = made.message(conn, request)
    records = {
        "requests": (t.request, request),
        "letters": (t.letter, made.letter(conn, request)),
        "mails": (t.message, mail),
        "attachments": (t.attachment, made.attachment(conn, None, mail)),
        "identity_papers": (t.attachment, made.attachment(conn, request, category="identity_papers")),
    }
    retention.renew_requests(conn, OFFICE, [request])
    assert made.record(conn, *records[category]) == (day(last), rule)
    assert says(conn, category) == (day(last), rule, Ending.DATED)
    owners = conn.execute(sa.select(t.retention.c.person_id, t.retention.c.request_id).distinct()).all()
    assert owners == [(id_, None) if known else (None, request)]


@pytest.mark.parametrize(
    ("practice", "category", "rule", "last"),
    [
        # a business year with a loss: ten years for tax papers
        (Practice(loss_years=(2026,)), "transactions", "tax-loss-transactions", "2036-05-31"),
        (Practice(loss_years=(2025, 2027)), "transactions", "tax-transactions", "2033-05-31"),
        (Practice(loss_years=(2026,)), "payments", "tax-loss-payments", "2036-05-31"),
        # product liability, ten years from delivery
        (Practice(delivers_goods=True), "transactions", "product-liability", "2036-01-15"),
        (Practice(mail_order=True), "consents", "mail-order-consent", "2029-01-31"),
        # only designated businesses keep records of due diligence
        (DESIGNATED, "licence", "kyc-identity", "2033-06-30"),
        (DESIGNATED, "profile", "kyc-profile", "2033-06-30"),
        (DESIGNATED, "contact", "kyc-contact", "2033-06-30"),
        (Practice(), "profile", "profile", "2031-06-30"),
    ],
)
def test_what_is_true_of_the_office_decides(conn, practice, category, rule, last):
    id_ = made.person(conn, left="2026-06-30", active="2026-06-01")
    made.contact(conn, id_)
    made.number(conn, id_, "licence")
    made.transaction(conn, id_, "2026-01-15")
    made.transaction(conn, id_, "2026-01-15", "決済")
    made.consent(conn, id_, until="2026-01-31")
    rules.save_practice(conn, practice)
    retention.renew(conn, OFFICE, [id_])
    assert says(conn, category) == (day(last), rule, Ending.DATED)


@pytest.mark.parametrize(
    ("off", "rule", "last"),
    [
        # each law in its turn, when those that outlast it are switched off
        ((), "accounting-books", "2036-03-31"),
        (("accounting-books",), "tax-payments", "2033-05-31"),
        (("accounting-books", "tax-payments"), "qualified-invoices", "2033-05-31"),
    ],
)
def test_a_rule_that_is_switched_off_does_not_decide(conn, off, rule, last):
    _switch_off(conn, off)
    id_ = made.person(conn, **LEFT)
    made.transaction(conn, id_, "2026-01-15", "決済")
    retention.renew(conn, OFFICE, [id_])
    assert says(conn, "payments") == (day(last), rule, Ending.DATED)


@pytest.mark.parametrize(
    ("practice", "off", "rule", "last"),
    [
        (Practice(), ("tax-transactions",), "electronic-transactions", "2033-05-31"),
        (Practice(), ("tax-transactions", "electronic-transactions"), "contract-claims", "2031-01-15"),
        (DESIGNATED, ("tax-transactions", "electronic-transactions"), "kyc-transactions", "2033-01-15"),
    ],
)
def test_what_is_left_of_the_rules_for_transactions(conn, practice, off, rule, last):
    _switch_off(conn, off)
    rules.save_practice(conn, practice)
    id_ = made.person(conn, **LEFT)
    made.transaction(conn, id_, "2026-01-15")
    retention.renew(conn, OFFICE, [id_])
    assert says(conn, "transactions") == (day(last), rule, Ending.DATED)


def _switch_off(conn, codes):
    for one in DEFAULTS.rules:
        if one.code in codes:
            rules.add(conn, replace(one, version=2, valid_from=TODAY), active=False, user=None)


def test_every_rule_for_customers_data_is_tried_above():
    tried = {case[3] for case in CASES} | {rule for _, rule, _ in REQUEST_CASES} | {"profile", "contact"}
    marks = (
        test_what_is_true_of_the_office_decides,
        test_a_rule_that_is_switched_off_does_not_decide,
        test_what_is_left_of_the_rules_for_transactions,
    )
    for test in marks:
        tried |= {case[-2] for mark in test.pytestmark for case in mark.args[1]}
    # the log has no column of its own: it is append-only and holds ids, not customers' data
    assert tried == {rule.code for rule in DEFAULTS.rules} - {"log"}


@pytest.mark.parametrize(
    ("who", "category", "ending"),
    [
        ({}, "profile", Ending.RUNNING),
        # a day noted for somebody who is still a customer begins nothing
        ({"left": "2001-01-01", "status": "active"}, "profile", Ending.RUNNING),
        ({"status": "left"}, "profile", Ending.NO_DATE),
        ({"status": "refused"}, "profile", Ending.NO_DATE),
        ({}, "card", Ending.NO_DATE),
        ({}, "consents", Ending.RUNNING),
        ({}, "requests", Ending.RUNNING),
        ({}, "letters", Ending.NO_DATE),
    ],
)
def test_an_unknown_start_has_no_end(conn, who, category, ending):
    id_ = made.person(conn, **who)
    made.number(conn, id_, "card")
    made.consent(conn, id_)
    made.request(conn, id_)
    made.letter(conn, None, id_)
    retention.renew(conn, OFFICE, [id_])
    last, rule, found = says(conn, category)
    assert (last, found) == (None, ending)
    assert rule
    far = date(9999, 1, 1)
    assert due.count(conn, DueQuery(Tile.OVERDUE), far) == 0


def test_an_opt_out_stays_as_long_as_its_person(conn):
    id_ = made.person(conn)
    row = made.consent(conn, id_, state="opted_out")
    retention.renew(conn, OFFICE, [id_])
    assert made.record(conn, t.person_purpose, row) == (None, "")
    assert {line[2] for line in made.lines(conn)} == {"profile"}


def test_a_transaction_is_an_activity(conn):
    id_ = made.person(conn, left="2026-10-01", active="2020-01-01")
    made.number(conn, id_, "bank")
    made.transaction(conn, id_, "2026-05-22")
    retention.renew(conn, OFFICE, [id_])
    assert says(conn, "bank") == (day("2027-05-22"), "bank", Ending.DATED)


def test_the_latest_of_several_records_speaks_for_the_category(conn):
    id_ = made.person(conn, **LEFT)
    for on in ("2019-05-01", "2026-03-31", "2024-12-31"):
        made.transaction(conn, id_, on)
    retention.renew(conn, OFFICE, [id_])
    assert says(conn, "transactions") == (day("2033-05-31"), "tax-transactions", Ending.DATED)
    row = conn.execute(sa.select(t.retention).where(t.retention.c.category == "transactions")).one()
    assert (row.records, row.rule_version, row.started) == (3, 1, day("2026-05-31"))


def test_the_end_of_a_person_is_known_only_when_all_ends_are(conn):
    id_ = made.person(conn)
    made.transaction(conn, id_, "2020-01-15")
    retention.renew(conn, OFFICE, [id_])
    ends = sa.select(t.person_list.c.keep_until).where(t.person_list.c.person_id == id_)
    assert conn.execute(ends).scalar_one() is None
    conn.execute(sa.update(t.person).values(status="left", left_on=day("2026-10-01")))
    retention.renew(conn, OFFICE, [id_])
    assert conn.execute(ends).scalar_one() == day("2031-10-01")


def test_holds_and_open_requests_hold(conn):
    id_ = made.person(conn, left="2001-01-01")
    other = made.person(conn, left="2001-01-01")
    first, second, request = made.hold(conn, id_), made.hold(conn, id_), made.request(conn, id_)

    def overdue() -> tuple[set[int], int]:
        retention.renew(conn, OFFICE, [id_, other])
        rows, _ = due.page(conn, DueQuery(Tile.OVERDUE), TODAY, None, 10)
        held = conn.execute(sa.select(sa.func.max(t.retention.c.held))).scalar_one()
        return {row.person for row in rows}, held

    assert overdue() == ({other}, 3)
    conn.execute(sa.update(t.hold).where(t.hold.c.id == first).values(lifted_on=TODAY))
    assert overdue() == ({other}, 2)
    conn.execute(sa.update(t.request).where(t.request.c.id == request).values(closed_on=day("2026-11-01")))
    assert overdue() == ({other}, 1)
    conn.execute(sa.update(t.hold).where(t.hold.c.id == second).values(lifted_on=TODAY))
    assert overdue() == ({id_, other}, 0)


def test_a_request_that_finds_its_person_moves_to_him(conn):
    id_, request = made.person(conn), made.request(conn, None, closed="2023-11-30")
    retention.renew_requests(conn, OFFICE, [request])
    assert {line[:3] for line in made.lines(conn)} == {(None, request, "requests")}
    conn.execute(sa.update(t.request).values(person_id=id_))
    retention.renew(conn, OFFICE, [id_])
    assert {line[:3] for line in made.lines(conn)} == {(id_, None, "profile"), (id_, None, "requests")}


def test_a_version_of_a_later_day_waits_for_its_day(conn):
    changed = replace(next(one for one in DEFAULTS.rules if one.code == "profile"), version=2, years=1)
    rules.add(conn, replace(changed, valid_from=TODAY + timedelta(days=1)), active=True, user=None)
    id_ = made.person(conn, left="2026-10-01")
    retention.renew(conn, OFFICE, [id_])
    assert says(conn, "profile")[0] == day("2031-10-01")
    rules.set_applied(conn, TODAY + timedelta(days=1), OFFICE)
    retention.renew(conn, OFFICE, [id_])
    assert says(conn, "profile")[0] == day("2027-10-01")
    assert rules.by_version(conn)["profile", 1].years == 5


def test_stopping_leaves_by_the_exception(conn):
    made.person(conn)

    class StopAsked(Exception):
        pass

    def stop(done: int, total: int) -> None:
        raise StopAsked

    with pytest.raises(StopAsked):
        retention.renew_all(conn, OFFICE, stop)


def test_the_figures_are_read_off_the_index_alone(conn):
    asked: list[str] = []
    sa.event.listen(conn, "before_cursor_execute", lambda *args: asked.append((args[2], args[3])))
    due.by_stretch(conn, [date.min, TODAY, date(2026, 12, 1), date.max])
    due.count(conn, DueQuery(Tile.HELD), TODAY)
    due.count(conn, DueQuery(Tile.NO_DATE), TODAY)
    for statement, values in list(asked):
        plan = [row[3] for row in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)]
        reads = [step for step in plan if "retention" in step]
        assert reads
        assert all("SEARCH retention USING COVERING INDEX ix_retention_due" in step for step in reads), plan
