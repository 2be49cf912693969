"""What would be answered today is what a real answer says, marked as a draft, and leaves nothing but its log entry."""

from datetime import date

import pytest

from privdesk.domain.case import RequestQuery
from privdesk.domain.errors import Cancelled, NoSuchPerson
from privdesk.domain.person import NewPerson, Origin, Profile, Source
from privdesk.domain.transaction import NewTransaction
from privdesk.letters.facts import DataRow, DataSheet
from privdesk.operations import holds, people, rehearsal, requests
from privdesk.operations.desk import Desk
from privdesk.operations.letter_facts import Wanted, letter_facts
from privdesk.operations.rehearsal import Caution, rehearse
from privdesk.storage import partners, transaction, transactions
from privdesk.storage import requests as stored_requests
from privdesk.storage.retention_ends import Ends
from privdesk.storage.tables import person
from tests.letters.pdf_reading import pages, text_of
from tests.operations.lettering import at_office
from tests.operations.looking import LASTING, log, stored
from tests.operations.requesting import taken, yumiko

DRAFT = {"ja": "見本・未発行", "en": "DRAFT"}
SUBJECTS = {
    "ja": ("保有個人データの開示について（回答）", "第三者提供記録の開示について（回答）"),
    "en": ("Disclosureofyourpersonaldata", "Disclosureofrecordsofprovisiontothirdparties"),
}


def text(desk: Desk, person_id: int, language: str = "") -> str:
    return text_of(rehearsal.drawn(rehearse(desk, person_id, language), lambda *_: None).pdf)


def report(desk: Desk, person_id: int, count: int) -> None:
    """Let a partner report so many transactions of a customer."""
    number = people.open_person(desk, person_id).person.number
    new = [NewTransaction(f"T{n}", number, date(2026, 1, 1), "成約", 100 + n, "ガンマ") for n in range(count)]
    with transaction.writing(desk.vault.writer) as conn:
        known = {"ガンマ": partners.find_or_add(conn, "ガンマ")}
        origin = Origin(Source.PARTNER, desk.today)
        transactions.add(conn, new, {number: person_id}, known, origin, Ends(conn, desk.office))


def rows(sheet: DataSheet) -> list[DataRow]:
    return [row for section in sheet.sections for row in section.rows]


def mark(desk: Desk, person_id: int, **flags: bool) -> None:
    with transaction.writing(desk.vault.writer) as conn:
        conn.execute(person.update().where(person.c.id == person_id).values(**flags))


@pytest.mark.parametrize("language", DRAFT)
def test_it_is_a_draft_of_both_letters_and_no_request(desk: Desk, language: str):
    office = at_office(desk)
    id_ = yumiko(office)
    report(office, id_, 2)
    before = stored(office, LASTING)
    pdf = rehearsal.drawn(rehearse(office, id_, language), lambda *_: None).pdf
    assert stored(office, LASTING) == before
    assert requests.page(office, RequestQuery()).rows == ()
    assert log(office)[-1] == ("person.rehearse", f"person:{id_}")
    said = text_of(pdf)
    assert all(subject in said for subject in SUBJECTS[language])
    assert all(DRAFT[language] in page for page in pages(pdf))
    assert "渡邉由美子" in said
    assert said.count("ガンマ") == 3  # each transaction, and that they were received
    assert "8133" in said
    assert "0008133" not in said


def test_it_tells_the_same_sheet_as_a_real_letter(desk: Desk):
    office = at_office(desk)
    id_ = yumiko(office)
    report(office, id_, 3)
    mine = rehearse(office, id_).letters[0].sheet
    request = taken(office, person=id_)
    with office.reading() as conn:
        docket = stored_requests.load(conn, request)
        real = letter_facts(office, conn, docket, Wanted("disclosure", "ja"), None).sheet
    # that a request is open is told too, and holds what is kept
    assert mine
    assert real
    assert [row for row in rows(mine) if row.item != "保存期間"] == [
        row for row in rows(real) if row.item not in ("保存期間", "ご請求", "ご請求の関係者")
    ]


def test_the_letters_are_in_the_customers_language(desk: Desk):
    id_ = people.add(desk, NewPerson(Profile(name="John Smith", language="en"))).value
    assert rehearse(desk, id_).language == "en"
    assert rehearse(desk, id_, "ja").language == "ja"


def test_a_name_alone_is_enough(desk: Desk):
    id_ = people.add(desk, NewPerson(Profile(name="山田"))).value
    found = rehearse(desk, id_)
    assert found.cautions == {Caution.NO_ADDRESS: ""}
    assert "山田" in text(desk, id_)
    with pytest.raises(NoSuchPerson):
        rehearse(desk, 999)


def test_a_clients_data_are_for_the_client_to_disclose(desk: Desk):
    id_ = yumiko(desk)
    mark(desk, id_, entrusted=True)
    found = rehearse(desk, id_)
    assert [one.template for one in found.letters] == ["closing"]
    assert Caution.ENTRUSTED in found.cautions
    assert "委託を受けて" in text(desk, id_)
    assert "03-5550-0100" not in text(desk, id_)


def test_that_some_data_exist_is_not_told(desk: Desk):
    id_ = yumiko(desk)
    mark(desk, id_, existence_sensitive=True)
    found = rehearse(desk, id_)
    assert [one.template for one in found.letters] == ["not_held"]
    assert Caution.SENSITIVE in found.cautions
    assert "03-5550-0100" not in text(desk, id_)


def test_what_to_look_at_is_named(desk: Desk):
    id_ = people.add(desk, NewPerson(Profile(name="山田", address="東京都", notes="苦情が多い"))).value
    lifted = holds.place(desk, id_, "監査", "監査法人からの依頼があったため").value
    holds.lift(desk, lifted, 1, "監査が終わりましたため")
    holds.place(desk, id_, "訴訟", "代金の支払いについて係争中のため")
    assert rehearse(desk, id_).cautions == {Caution.HOLDS: "訴訟", Caution.NOTES: "苦情が多い"}


def test_a_thousand_transactions_show_progress_and_can_be_stopped(desk: Desk):
    id_ = yumiko(desk)
    report(desk, id_, 300)
    found = rehearse(desk, id_)
    told: list[tuple[int, int]] = []
    drawn = rehearsal.drawn(found, lambda *step: told.append(step))
    assert told[0] == (0, 0)
    assert told[-1] == (drawn.pages - 1, drawn.pages)

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        rehearsal.drawn(found, stop)
