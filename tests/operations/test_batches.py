"""Imports of real sample tables at a real desk: nothing is lost, and everything can be taken back."""

from dataclasses import replace

import pytest

from privdesk.domain.batch import BatchKind, Likeness, RowState
from privdesk.domain.errors import (
    BatchNeeded,
    BatchUndone,
    Cancelled,
    CardsNotKept,
    CardsUndecided,
    ColumnMissing,
    ImportedBefore,
    NoSuchRow,
    NotAllowed,
    NumberTaken,
    PersonNeeded,
    QuotesBroken,
    ReasonMissing,
    RowsRefused,
)
from privdesk.domain.link import LinkKind, NewLink
from privdesk.domain.mailing import Output
from privdesk.domain.person import NewPerson, NumberKind, PeopleQuery, Profile, Source, Status, profile
from privdesk.domain.purpose import Stand
from privdesk.operations import batches, links, mailings, people, purposes, records, waiting
from privdesk.operations.desk import Desk
from tests.office import DATA
from tests.operations.looking import LASTING, log, log_text, stored

CUSTOMERS = DATA / "customers_cp932.csv"
TRANSACTIONS = DATA / "partner_transactions.csv"
REASON = "同じ人の二度目の行のため"
# what is wrong with the sample, as its maker put it in: row, field, sentence, whether the row waits
EXPECTED = [
    (19, "birth", "BadDate", "昭和64年2月30日", False),
    (43, "card", "CardCheckFailed", "…1112", False),
    (60, "number", "NumberTaken", "", True),
    (79, "name", "NameMissing", "", True),
    (92, "licence", "LicenceCheckFailed", "…7890", False),
]
ANSWERED = "取引ID,会員番号,取引日,種別,金額,提供元\n"


def imported(desk: Desk) -> int:
    return batches.import_people(desk, CUSTOMERS, keep_cards=False).value.id


def table(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def test_a_link_that_was_taken_back_does_not_hinder_the_undo(desk: Desk):
    batch = batches.import_people(desk, table("会員番号,氏名", "X1,一", "X2,二"), keep_cards=False).value
    one, other = (row.id for row in people.page(desk, PeopleQuery()).rows)
    links.add(desk, one, NewLink(LinkKind.HOUSEHOLD, desk.today, other)).undo(desk)
    batches.undo_batch(desk, batch.id)
    assert people.count(desk, PeopleQuery()) == 0


def test_a_dry_run_lists_every_problem_and_writes_nothing(desk: Desk):
    before = stored(desk, frozenset())
    report = batches.dry_run(desk, CUSTOMERS, BatchKind.PEOPLE)
    assert (report.rows, report.imported, report.warned, report.waiting) == (300, 298, 3, 2)
    assert (report.encoding, report.cards, report.before) == ("cp932", 62, None)
    problems = [(one.row, one.field, one.fault.code, one.text, one.waits) for one in report.problems]
    assert problems == EXPECTED
    assert stored(desk, frozenset()) == before


def test_the_sample_customers_come_in_with_their_warnings(desk: Desk):
    batch = batches.import_people(desk, CUSTOMERS, keep_cards=False).value
    assert (batch.rows, batch.imported, batch.warned, batch.waiting) == (300, 298, 3, 2)
    assert log(desk) == [("batch.begin", f"batch:{batch.id}"), ("batch.import", f"batch:{batch.id}")]
    assert people.count(desk, PeopleQuery()) == 298
    warned = people.page(desk, PeopleQuery(with_warnings=True, sort="number")).rows
    unlost = [row for row in warned if "?" not in row.name]
    assert [(row.number, row.warnings) for row in unlost] == [("A000018", 1), ("A000042", 1), ("A000091", 1)]
    record = people.open_person(desk, unlost[0].id)
    assert [(one.field, one.raw, one.fault.code) for one in record.warnings] == [
        ("birth", "昭和64年2月30日", "BadDate")
    ]
    assert record.person.birth is None
    assert (record.person.origin.source, record.person.origin.batch) == (Source.IMPORT, batch.id)
    assert batches.everything(desk) == (batch,)


def test_what_an_import_writes_is_what_a_renewal_of_the_list_would_write(desk: Desk):
    imported(desk)
    before = stored(desk)
    with desk.change("person.edit", about="people") as change:
        people.renew(change.conn, [row.id for row in people.page(desk, PeopleQuery(), size=300).rows])
    assert stored(desk) == before


def test_who_wants_no_mail_is_left_out_of_mailings(desk: Desk):
    imported(desk)
    refused = people.page(desk, PeopleQuery(suspended=True), size=300).rows
    states = purposes.states(desk, refused[0].id)
    assert [(one.purpose, one.stand) for one in states] == [("news", Stand.OPTED_OUT)]
    mailing = mailings.begin(desk, "news", Output.CSV)
    reached = [one.id for one in mailings.recipients(desk, mailing)]
    active = people.count(desk, PeopleQuery(status=Status.ACTIVE))
    assert (len(reached), len(reached) + mailing.left_out, active) == (mailing.people, 265, 265)
    assert not set(reached) & {row.id for row in refused}


def test_numbers_are_sealed_masked_and_in_no_list(desk: Desk):
    imported(desk)
    (row,) = people.page(desk, PeopleQuery(text="A000007")).rows
    numbers = {one.kind: one for one in people.open_person(desk, row.id).person.numbers}
    assert set(numbers) == {NumberKind.BANK, NumberKind.LICENCE}
    whole = people.reveal(desk, numbers[NumberKind.LICENCE].id, REASON)
    assert whole.endswith(numbers[NumberKind.LICENCE].last4)
    assert people.page(desk, PeopleQuery(text=whole)).rows == ()
    assert whole not in repr(stored(desk, frozenset()))


def test_a_faulty_number_is_sealed_and_shown_only_for_a_reason(desk: Desk):
    batch = imported(desk)
    (row,) = people.page(desk, PeopleQuery(text="A000091")).rows
    (warning,) = people.open_person(desk, row.id).warnings
    assert (warning.raw, warning.sealed) == ("…7890", True)
    with pytest.raises(ReasonMissing):
        waiting.reveal_warning(desk, warning.id, "")
    assert waiting.reveal_warning(desk, warning.id, REASON) == "301234567890"
    assert log(desk)[-1] == ("person.reveal", f"person:{row.id}")
    assert "301234567890" not in repr(stored(desk, frozenset()))
    assert batch == warning.batch


def test_a_warning_is_settled_and_comes_back(desk: Desk):
    imported(desk)
    (row,) = people.page(desk, PeopleQuery(text="A000018")).rows
    (warning,) = people.open_person(desk, row.id).warnings
    before = stored(desk)
    done = waiting.mend_warning(desk, warning.id)
    assert people.open_person(desk, row.id).warnings == ()
    assert people.count(desk, PeopleQuery(with_warnings=True)) == 2
    done.undo(desk)
    assert stored(desk) == before


def test_rows_that_are_no_customer_wait_and_are_entered_or_dropped(desk: Desk):
    batch = imported(desk)
    twice, nameless = waiting.waiting_rows(desk)
    assert (twice.row, twice.fault.code, twice.raw["会員番号"]) == (60, "NumberTaken", "A000058")
    assert (nameless.row, nameless.fault.code, nameless.raw["フリガナ"]) == (79, "NameMissing", "サイトウ サクラ")
    assert twice.raw["口座番号"] == "…1141"
    assert waiting.reveal_row(desk, twice.id, REASON)["口座番号"].endswith("1141")
    before = stored(desk)
    with pytest.raises(NumberTaken):
        waiting.enter_waiting_row(desk, twice.id, NewPerson(Profile(name="齊藤太郎", number="A000058")))
    entered = waiting.enter_waiting_row(desk, nameless.id, NewPerson(Profile(name="齋藤さくら", number="A000078")))
    dropped = waiting.drop_waiting_row(desk, twice.id, REASON)
    assert waiting.waiting_rows(desk, batch) == ()
    origin = people.open_person(desk, entered.value).person.origin
    assert (origin.source, origin.batch) == (Source.IMPORT, batch)
    with pytest.raises(NoSuchRow):
        waiting.enter_waiting_row(desk, nameless.id, NewPerson(Profile(name="二度目")))
    dropped.undo(desk)
    entered.undo(desk)
    assert stored(desk) == before
    assert {row.state for row in waiting.waiting_rows(desk)} == {RowState.WAITING}


def test_an_entered_row_with_later_work_does_not_wait_again(desk: Desk):
    imported(desk)
    _, nameless = waiting.waiting_rows(desk)
    entered = waiting.enter_waiting_row(desk, nameless.id, NewPerson(Profile(name="齋藤さくら")))
    purposes.opt_out(desk, entered.value, ["news"])
    with pytest.raises(PersonNeeded):
        entered.undo(desk)


def test_an_undone_import_leaves_the_desk_as_it_was(desk: Desk):
    people.add(desk, NewPerson(Profile(name="前からの人", number="A000001")))
    before = stored(desk, LASTING | {"batch"})
    first = batches.import_people(desk, CUSTOMERS, keep_cards=False)
    assert first.value.waiting == 3
    second = batches.import_transactions(desk, TRANSACTIONS)
    second.undo(desk)
    undone = first.undo(desk).value
    assert undone.undone_by == desk.actor.id
    assert stored(desk, LASTING | {"batch"}) == before
    assert [act for act, _ in log(desk)][1:] == [*["batch.begin", "batch.import"] * 2, "batch.undo", "batch.undo"]
    with pytest.raises(BatchUndone):
        first.undo(desk)
    batches.import_people(desk, CUSTOMERS, keep_cards=False)


@pytest.mark.parametrize(
    ("work", "needed"),
    [
        (lambda desk, id_: people.edit(desk, id_, 1, Profile(name="改姓")), {"edited": 1, "used": 0}),
        (lambda desk, id_: purposes.opt_out(desk, id_, ["service"]), {"edited": 1, "used": 0}),
        (lambda desk, id_: batches.import_transactions(desk, TRANSACTIONS), {"edited": 0, "used": 1976}),
    ],
)
def test_an_import_on_which_work_rests_is_not_undone_and_says_why(desk: Desk, work, needed):
    batch = imported(desk)
    work(desk, people.page(desk, PeopleQuery(text="A000100")).rows[0].id)
    before = stored(desk, frozenset())
    with pytest.raises(BatchNeeded) as caught:
        batches.undo_batch(desk, batch)
    assert caught.value.values == needed
    assert stored(desk, frozenset()) == before


def test_transactions_find_their_customers_and_none_is_dropped(desk: Desk):
    imported(desk)
    batch = batches.import_transactions(desk, TRANSACTIONS).value
    assert (batch.rows, batch.imported, batch.warned, batch.waiting, batch.partner) == (2000, 2000, 0, 0, None)
    alone = waiting.unmatched(desk)
    assert len(alone) == 24
    assert {one.customer_number for one in alone} == {"Z999999", "A000078"}
    (row,) = people.page(desk, PeopleQuery(text="A000216")).rows
    held = {one.number: one for one in records.transactions(desk, row.id).rows}
    first = held["T0000001"]
    assert (first.number, first.kind, first.amount, first.partner) == ("T0000001", "返金", 53446, "ベータ情報サービス")
    assert (first.batch, first.taken_by) == (batch.id, desk.actor.name)


def test_a_human_gives_a_transaction_its_customer(desk: Desk):
    imported(desk)
    batch = batches.import_transactions(desk, TRANSACTIONS).value
    one = waiting.unmatched(desk)[0]
    before = stored(desk)
    done = waiting.match(desk, one.id, 1)
    assert one.id in {held.id for held in records.transactions(desk, 1).rows}
    with pytest.raises(BatchNeeded):
        batches.undo_batch(desk, batch.id)
    done.undo(desk)
    assert stored(desk) == before


def test_a_transaction_given_to_another_and_back_is_as_its_import_left_it(desk: Desk):
    first, other = (people.add(desk, NewPerson(Profile(name="人", number=number))).value for number in ("A1", "A2"))
    batch = batches.import_transactions(desk, table(ANSWERED.strip(), "T1,A1,2026-01-01,成約,1000,ガンマ")).value
    before = stored(desk)
    (held,) = records.transactions(desk, first).rows
    for holder in (other, None):
        waiting.match(desk, held.id, holder).undo(desk)
        assert stored(desk) == before
    batches.undo_batch(desk, batch.id)
    assert records.transactions(desk, first).rows == ()


def test_who_may_be_meant_by_an_unknown_number_is_suggested_with_the_ground(desk: Desk):
    for number, name in (("A-004567", "山田 花子"), ("B004567", "山田 一郎"), ("A14567", "佐藤 健"), ("", "鈴木 桜")):
        people.add(desk, NewPerson(Profile(name=name, number=number)))
    lines = [f"T{n},Ａ4567,2026-01-0{n},成約,1000,ガンマ" for n in (1, 2)]
    batch = batches.import_transactions(desk, table(ANSWERED.strip(), *lines)).value
    alone = waiting.unmatched(desk, batch.id)
    assert waiting.count(desk) == 2
    assert waiting.unmatched(desk, batch.id + 1) == ()

    def grounds():
        found = waiting.suggested(desk, alone[0].partner, alone[0].customer_number)
        return [(one.person.name, one.ground) for one in found]

    assert grounds() == [("山田 花子", Likeness.SIMILAR), ("山田 一郎", Likeness.SIMILAR)]
    before = stored(desk)
    done = waiting.match_all(desk, [one.id for one in alone], 4)
    assert waiting.count(desk) == 0
    assert grounds()[0] == ("鈴木 桜", Likeness.BEFORE)
    done.undo(desk)
    assert stored(desk) == before
    people.add(desk, NewPerson(Profile(name="田中 学", number="A4567")))
    assert grounds()[0] == ("田中 学", Likeness.NUMBER)
    assert waiting.suggested(desk, "ガンマ", "") == waiting.suggested(desk, "ガンマ", "Z999999") == ()


def test_partners_are_known_in_any_spelling_and_transactions_taken_once(desk: Desk):
    lines = [
        "T1,A1,2026-01-05,成約,1000,㈱ガンマネット",
        "T1,A1,2026-01-05,成約,1000,（株）ガンマネット",
        "T2,A1,x,成約,1,㈱ガンマネット",
    ]
    batch = batches.import_transactions(desk, table(ANSWERED.strip(), *lines)).value
    assert (batch.imported, batch.waiting) == (1, 2)
    assert batch.partner is not None
    assert [row.fault.code for row in waiting.waiting_rows(desk)] == ["TransactionTaken", "BadDate"]
    again = batches.import_transactions(
        desk, table(ANSWERED.strip(), "T1,A1,2026-01-05,成約,1000,株式会社ガンマネット")
    ).value
    assert (again.imported, again.waiting) == (0, 1)
    unnamed = table("取引ID,会員番号,取引日", "T9,A1,2026-01-05")
    (problem,) = batches.dry_run(desk, unnamed, BatchKind.TRANSACTIONS).problems
    assert (problem.field, problem.fault.code) == ("partner", "PartnerMissing")
    assert batches.import_transactions(desk, unnamed, partner="ｶﾞﾝﾏ").value.imported == 1


@pytest.mark.parametrize("stop", [lambda done, total: False, lambda done, total: (_ for _ in ()).throw(Cancelled)])
def test_a_cancelled_import_leaves_nothing(desk: Desk, stop):
    before = stored(desk)
    with pytest.raises(Cancelled):
        batches.import_people(desk, CUSTOMERS, keep_cards=False, progress=stop)
    assert stored(desk) == before
    assert [act for act, _ in log(desk)] == ["batch.begin", "batch.stopped"]


def test_progress_is_told_in_rows(desk: Desk):
    steps: list[tuple[int, int]] = []
    batches.import_transactions(desk, TRANSACTIONS, progress=lambda done, total: steps.append((done, total)))
    assert steps == sorted(steps)
    assert steps[-1] == (2000, 2000)


def test_a_strict_import_takes_all_or_nothing(desk: Desk):
    before = stored(desk, frozenset())
    with pytest.raises(RowsRefused) as caught:
        batches.import_people(desk, CUSTOMERS, keep_cards=False, strict=True)
    assert caught.value.values == {"rows": 5}
    with pytest.raises(RowsRefused):
        batches.import_people(desk, table("氏名,備考", ",名前がない", "山田,よし"), strict=True)
    assert stored(desk, frozenset()) == before
    assert batches.import_people(desk, table("氏名", "山田太郎"), strict=True).value.imported == 1


def test_somebody_has_to_decide_about_full_card_numbers(desk: Desk):
    before = stored(desk)
    with pytest.raises(CardsUndecided):
        batches.import_people(desk, CUSTOMERS)
    with pytest.raises(CardsNotKept):
        batches.import_people(desk, CUSTOMERS, keep_cards=True)
    assert stored(desk) == before
    keeping = replace(desk, office=replace(desk.office, keeps_card_numbers=True))
    batches.import_people(keeping, table("氏名,カード番号", "山田太郎,4111111111111111"), keep_cards=True)
    assert people.reveal(desk, 1, REASON) == "4111111111111111"


def test_cut_cards_are_kept_nowhere(desk: Desk):
    batches.import_people(
        desk, table("氏名,カード番号", "山田太郎,4111111111111111", ",4012888888881881"), keep_cards=False
    )
    (row,) = waiting.waiting_rows(desk)
    assert waiting.reveal_row(desk, row.id, REASON) == {"カード番号": "…1881"}
    (card,) = people.open_person(desk, 1).person.numbers
    assert (card.last4, card.sealed) == ("1111", False)


def test_numbers_in_texts_are_cut_with_a_warning_and_only_accounts_and_licences_sealed(desk: Desk):
    batches.import_people(
        desk,
        table(
            "氏名,顧客番号,備考,住所,電話番号",
            "乙,K9,4111111111111111 免許 301234567810,4111 1111 1111 1111,4111111111111111",
            "4111111111111111,K10,,,",
            "丙,4111111111111111,CVV 987,,",
            ",K11,CVV 987 と 4111111111111111,,",
        ),
        keep_cards=False,
    )
    rows = people.page(desk, PeopleQuery(sort="number")).rows
    assert sorted((row.number, row.name, row.warnings) for row in rows) == [
        ("", "丙", 2),
        ("K10", "****1111", 1),
        ("K9", "乙", 3),
    ]
    assert not people.page(desk, PeopleQuery(text="4111")).rows
    (waits,) = waiting.waiting_rows(desk)
    assert waits.raw["備考"] == "CVV *** と ****1111"
    record = people.open_person(desk, next(row.id for row in rows if row.number == "K9"))
    assert profile(record.person).notes == "****1111 免許 ****7810"
    assert profile(record.person).address == "****1111"
    sealed = [one for one in record.warnings if one.sealed]
    assert [(one.field, one.raw) for one in sealed] == [("notes", "****1111 免許 ****7810")]
    assert waiting.reveal_warning(desk, sealed[0].id, REASON) == "****1111 免許 301234567810"
    kept = str(stored(desk, frozenset()))
    assert "4111111111111111" not in kept
    assert "987" not in kept.replace("301234567810", "")


def test_the_same_file_is_imported_once(desk: Desk):
    batch = imported(desk)
    with pytest.raises(ImportedBefore) as caught:
        imported(desk)
    assert caught.value.values == {"batch": batch}
    assert batches.dry_run(desk, CUSTOMERS, BatchKind.PEOPLE).before.id == batch


def test_a_table_that_breaks_at_its_end_leaves_nothing(desk: Desk):
    before = stored(desk)
    with pytest.raises(QuotesBroken):
        batches.import_people(desk, table("氏名,備考", *(f"山田{n},よし" for n in range(1500)), '鈴木,"切れた'))
    with pytest.raises(ColumnMissing):
        batches.import_people(desk, table("備考", "名前がない"))
    assert stored(desk) == before


def test_the_log_of_an_import_holds_no_values(desk: Desk):
    imported(desk)
    batches.import_transactions(desk, TRANSACTIONS)
    waiting.waiting_rows(desk)
    waiting.unmatched(desk)
    text = log_text(desk)
    for value in ("A000", "渡", "example", "1112", "T0000", "ガンマ", "301234567890", "customers_cp932"):
        assert value not in text
    assert '"imported":298' in text


@pytest.mark.parametrize(
    "act",
    [
        lambda desk: batches.import_people(desk, CUSTOMERS, keep_cards=False),
        lambda desk: batches.import_transactions(desk, TRANSACTIONS),
        lambda desk: batches.undo_batch(desk, 1),
        lambda desk: waiting.waiting_rows(desk),
        lambda desk: waiting.drop_waiting_row(desk, 1, REASON),
        lambda desk: waiting.mend_warning(desk, 1),
        lambda desk: waiting.reveal_warning(desk, 2, REASON),
        lambda desk: waiting.reveal_row(desk, 1, REASON),
        lambda desk: waiting.unmatched(desk),
    ],
)
def test_an_auditor_may_not_and_each_act_is_one_entry(desk: Desk, auditor: Desk, act):
    batches.import_people(
        desk, table("氏名,会員番号,生年月日,免許証番号", "山田,1,?,301234567890", ",2,,"), keep_cards=False
    )
    before = stored(desk)
    with pytest.raises(NotAllowed):
        act(auditor)
    assert stored(desk) == before
    act(desk)
    acts = [act for act, _ in log(desk) if act != "batch.begin"]
    assert (len(acts), acts[1]) == (3, "desk.refused")
