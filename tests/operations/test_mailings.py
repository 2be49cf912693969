"""Mailings, labels and exports for a purpose: whoever is barred from it is in none of them, and everybody else is."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privdesk.domain.errors import Cancelled, NoSuchPerson, NoSuchPurpose, NotAllowed, PurposeSuspended
from privdesk.domain.mailing import LabelStock, Output
from privdesk.domain.person import NewPerson, Origin, PeopleQuery, Profile, Source, Status
from privdesk.domain.purpose import Exemption, Stand, barred
from privdesk.domain.user import Role
from privdesk.operations import attempts, exemptions, export, mailings, people, purposes
from privdesk.operations.desk import Desk
from privdesk.operations.sheets import SheetFormat
from privdesk.storage import exemptions as stored_exemptions
from privdesk.storage import purposes as stored_purposes
from privdesk.storage import transaction
from tests.letters.pdf_reading import pages, text_of
from tests.office import NOW, Founded
from tests.operations.looking import log
from tests.operations.mailing import mailed
from tests.operations.requesting import joined

CODE = "notices"
TODAY = NOW.date()
DAY = timedelta(days=1)


def enter(desk: Desk, name: str, **more: object) -> int:
    return people.add(desk, NewPerson(Profile(name=name, **{"address": "千代田区1", "number": name, **more}))).value


def labels_of(desk: Desk, code: str = CODE, stock: LabelStock = LabelStock.A4_21, start: int = 1):
    return mailings.labelled(desk, mailings.begin(desk, code, Output.LABELS), stock, start)


@pytest.fixture(scope="module")
def crowd(founded: Founded, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk to which each example adds its own people."""
    opened = founded.copied(tmp_path_factory.mktemp("crowd") / "office.privdesk")
    yield opened
    opened.vault.close()


OFFSET = st.integers(-4, 4)
STANDS = st.tuples(st.sampled_from(Stand), OFFSET, st.none() | OFFSET, st.none() | OFFSET)
SIGNED = st.tuples(OFFSET, OFFSET, st.booleans(), st.booleans())
PERSON = st.tuples(st.lists(STANDS, max_size=4), st.lists(SIGNED, max_size=2))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=12, deadline=None)
@given(st.lists(PERSON, min_size=1, max_size=4), OFFSET)
def test_whoever_is_barred_is_in_no_list_and_everybody_else_is(crowd: Desk, made, offset: int):
    """Random stands and exemptions, signed between them, on random days; the domain says who is barred."""
    with transaction.writing(crowd.vault.writer) as conn:
        for stands, signed in made:
            _stand(crowd, conn, stands, signed)
    desk = replace(crowd, clock=lambda: NOW + offset * DAY)
    for listed in (_mailed, _labelled, _exported):
        expected = _free(desk)
        assert listed(desk) == expected


def _stand(desk: Desk, conn: transaction.Connection, stands, signed) -> None:
    """A new customer with these stands and, after the first of them that suspends, these exemptions."""
    people_there = people.page(desk, PeopleQuery(), size=1000).rows
    id_ = people.enter(
        desk, conn, NewPerson(Profile(name=f"客{len(people_there)}x", address="千代田区1")), Origin(Source.SELF, TODAY)
    )
    name = f"客{id_}番"
    conn.exec_driver_sql("UPDATE person_name SET text = ? WHERE person_id = ?", (name, id_))
    people.renew(conn, [id_])
    waiting, begun = list(signed), set()
    for stand, start, end, last in stands:
        turn = stored_purposes.turn(
            conn,
            id_,
            [CODE],
            stand,
            ends=(),
            start=TODAY + start * DAY,
            last=TODAY,
            ground="35-1",
            origin=Origin(Source.SELF, TODAY),
            last_day=None if last is None else TODAY + last * DAY,
        )
        if end is not None:
            table = "UPDATE person_purpose SET until = ? WHERE id = ?"
            conn.exec_driver_sql(table, ((TODAY + end * DAY).isoformat(), turn.begun[0]))
        begun |= set(turn.begun)
        if stand is Stand.SUSPENDED and waiting:
            _sign(desk, conn, id_, frozenset(begun), *waiting.pop())


def _sign(
    desk: Desk,
    conn: transaction.Connection,
    id_: int,
    stands: frozenset[int],
    on: int,
    last: int,
    once: bool,
    gone: bool,
) -> None:
    new = Exemption(0, id_, CODE, stands, "必要", "", "", TODAY + on * DAY, TODAY + last * DAY, once)
    who = desk.actor.id
    made = stored_exemptions.sign(conn, new, asked_by=who, signed_by=who)
    if gone:
        table = "UPDATE exemption SET withdrawn_on = ? WHERE id = ?"
        conn.exec_driver_sql(table, (TODAY.isoformat(), made))


def _free(desk: Desk) -> set[str]:
    with desk.reading() as conn:
        return {
            row.name
            for row in people.page(desk, PeopleQuery(), size=1000).rows
            if not barred(
                stored_purposes.states(conn, row.id), stored_exemptions.of_person(conn, row.id), CODE, desk.today
            )
        }


def _mailed(desk: Desk) -> set[str]:
    return {one.name for one in mailed(desk, CODE)}


def _labelled(desk: Desk) -> set[str]:
    return set(re.findall("客[0-9]+番", text_of(labels_of(desk).pdf)))


def _exported(desk: Desk) -> set[str]:
    file = export.export_people(desk, PeopleQuery(), SheetFormat.CSV, purpose=CODE)
    return {row["氏名"] for row in csv.DictReader(io.StringIO(file.decode("utf-8-sig")))}


def test_the_figures_are_those_of_the_mailing(desk: Desk):
    enter(desk, "一", mails=("a@example.jp",))
    enter(desk, "二", address="")
    enter(desk, "三")
    enter(desk, "去", status=Status.LEFT, left_on=TODAY)
    purposes.consent(desk, 1, ["news"])
    purposes.suspend(desk, 3, ["news"], ground="35-1")
    found = mailings.figures(desk, "news")
    assert (found.every.people, found.every.without_mail, found.every.without_address) == (2, 1, 1)
    assert (found.consented.people, found.consented.without_mail, found.consented.without_address) == (1, 0, 0)
    assert (found.left_out, found.exempt) == (1, 0)
    entries = log(desk)
    mailing = mailings.begin(desk, "news", Output.CSV)
    assert (mailing.people, mailing.left_out) == (found.every.people, found.left_out)
    assert log(desk) == [*entries, ("people.mailing_list", "people")]
    assert [one.attempts for one in attempts.counts(desk)] == [1]


def test_looking_at_the_figures_is_no_attempt(desk: Desk):
    purposes.suspend(desk, enter(desk, "一"), ["news"], ground="35-1")
    mailings.figures(desk, "news")
    assert attempts.counts(desk) == ()


def test_labels_go_to_who_has_a_postal_address_in_his_own_language(desk: Desk):
    enter(desk, "渡邉 由美子", postal="100-0005", address="東京都千代田区丸の内1-1", number="1")
    enter(desk, "Anna Berglund", address="Storgatan 5\nStockholm\nSweden", language="en", number="2")
    enter(desk, "住所なし", address="", number="3")
    purposes.suspend(desk, enter(desk, "停止中", number="4"), [CODE], ground="35-1")
    drawn = labels_of(desk)
    text = text_of(drawn.pdf)
    assert (drawn.count, drawn.sheets, drawn.too_long) == (2, 1, ())
    assert "〒100-0005東京都千代田区丸の内1-1渡邉由美子様" in text
    assert "AnnaBerglundStorgatan5StockholmSweden" in text
    assert "住所なし" not in text
    assert "停止中" not in text


def test_a_mailing_goes_where_letters_go(desk: Desk):
    enter(desk, "一", address="千代田区1", further_addresses=("横浜市9",))
    enter(desk, "二", address="千代田区2", mailing_postal="530-0001", mailing_address="大阪市2")
    assert [(one.postal, one.address) for one in mailed(desk, CODE)] == [("", "千代田区1"), ("530-0001", "大阪市2")]


def test_the_label_of_one_customer_is_a_use(desk: Desk):
    id_ = enter(desk, "一")
    drawn = mailings.label(desk, id_, CODE, LabelStock.A4_12, 12)
    assert (drawn.count, drawn.sheets) == (1, 1)
    purposes.suspend(desk, id_, [CODE], ground="35-1")
    with pytest.raises(PurposeSuspended):
        mailings.label(desk, id_, CODE, LabelStock.A4_12)
    with pytest.raises(NoSuchPerson):
        mailings.label(desk, 99, CODE, LabelStock.A4_12)
    assert [one.people for one in attempts.counts(desk)] == [1]


def test_drawing_is_watched_and_stopped(desk: Desk):
    enter(desk, "一")
    told = []
    mailing = mailings.begin(desk, CODE, Output.LABELS)
    mailings.labelled(desk, mailing, LabelStock.A4_21, progress=lambda *step: told.append(step))
    assert told == [(0, 1)]
    with pytest.raises(Cancelled):
        mailings.labelled(desk, mailing, LabelStock.A4_21, progress=lambda *_: False)


def test_whose_data_belong_to_others_is_reached_by_none(desk: Desk):
    enter(desk, "一")
    with transaction.writing(desk.vault.writer) as conn:
        conn.exec_driver_sql("UPDATE person SET entrusted = 1")
    assert mailed(desk, CODE) == []
    assert mailings.figures(desk, CODE).every.people == 0


def test_no_label_is_drawn_of_data_that_belong_to_others(desk: Desk, auditor: Desk):
    id_ = enter(desk, "一")
    with transaction.writing(desk.vault.writer) as conn:
        conn.exec_driver_sql("UPDATE person SET entrusted = 1")
    entries = log(desk)
    drawn = mailings.label(desk, id_, CODE, LabelStock.A4_21)
    assert (drawn.count, drawn.too_long) == (0, ())
    assert "一" not in text_of(drawn.pdf)
    assert log(desk) == entries
    with pytest.raises(NotAllowed):
        mailings.label(auditor, id_, CODE, LabelStock.A4_21)


def test_only_who_may_and_for_a_purpose_of_the_office(desk: Desk, auditor: Desk):
    with pytest.raises(NotAllowed):
        mailings.figures(auditor, CODE)
    with pytest.raises(NotAllowed):
        mailings.begin(auditor, CODE, Output.CSV)
    mailing = mailings.begin(desk, CODE, Output.CSV)
    with pytest.raises(NotAllowed):
        mailings.recipients(auditor, mailing)
    for tried in (mailings.figures, lambda desk, code: mailings.begin(desk, code, Output.CSV)):
        with pytest.raises(NoSuchPurpose):
            tried(desk, "gossip")


def test_a_mailing_reads_the_day_on_which_it_was_begun(desk: Desk):
    id_ = enter(desk, "一")
    purposes.suspend(desk, id_, [CODE], ground="35-1", start=TODAY + DAY)
    mailing = mailings.begin(desk, CODE, Output.CSV)
    assert mailing.on == date(2026, 11, 22)
    midnight = replace(desk, clock=lambda: NOW + DAY)
    assert [one.id for one in mailings.recipients(midnight, mailing)] == [id_]


@pytest.mark.parametrize("once", [True, False])
def test_an_exemption_lets_in_only_what_it_was_signed_for_when_a_mailing_is_read(desk: Desk, once: bool):
    """What was entered or withdrawn between entry and reading bars again; the exemption's own suspension never does."""
    pair = joined(desk, "mori", Role.SUPPORT).with_approver(desk.actor)
    let, left, anew, freed, late = (enter(desk, name) for name in ("一", "二", "三", "四", "五"))
    for id_ in (let, left, anew, freed, late):
        purposes.suspend(desk, id_, [CODE], ground="35-1")
    signed = {id_: _exempted(pair, id_, once=once) for id_ in (let, left, anew, freed)}
    mailing = mailings.begin(desk, CODE, Output.CSV)
    assert (mailing.people, mailing.left_out) == (4, 1)
    purposes.opt_out(desk, left, [CODE])
    purposes.suspend(desk, anew, [CODE], ground="35-5", last_day=TODAY)
    _exempted(pair, late, once=once)
    if once:
        purposes.lift(desk, freed, [CODE], "本人から撤回の連絡あり")
        expected = {let, freed}
    else:
        exemptions.withdraw(desk, signed[freed], 2, "用が済んだため取り消す")
        expected = {let}
    for days in (0, 365):
        later = replace(desk, clock=lambda days=days: NOW + days * DAY)
        assert {one.id for one in mailings.recipients(later, mailing)} == expected


def _exempted(pair: Desk, id_: int, *, once: bool) -> int:
    return exemptions.sign(pair, id_, CODE, "製品回収の連絡のため必要", TODAY + 7 * DAY, once=once).value


def test_many_sheets_begin_anew_at_the_first_label(desk: Desk):
    for number in range(13):
        enter(desk, f"客{number}番")
    drawn = labels_of(desk, stock=LabelStock.A4_12, start=12)
    assert (drawn.count, drawn.sheets) == (13, 2)
    assert [len(re.findall("客[0-9]+番", page.replace(" ", ""))) for page in pages(drawn.pdf)] == [1, 12]
