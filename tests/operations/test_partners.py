"""What is known of a partner is changed with its version, undone, and never taken from under its data."""

from dataclasses import replace
from datetime import date

import pytest

from privdesk.domain.errors import NameMissing, NoSuchPartner, NumberInText, PartnerInUse, PartnerTaken, StaleSave
from privdesk.domain.partner import Partner
from privdesk.operations import batches, office
from privdesk.operations.preview import read_file
from tests.office import DATA
from tests.operations.looking import log, log_text

GAMMA = Partner(
    0, "株式会社ガンマネット", "注文の記録", "東京都港区1-2-3", "伊藤 健", "会員登録時に本人から", date(2024, 4, 1)
)


def test_a_partner_is_entered_changed_and_both_are_taken_back(desk):
    entered = office.add_partner(desk, GAMMA)
    assert replace(entered.value, id=0, version=1) == GAMMA
    moved = office.change_partner(desk, replace(entered.value, address="千葉県柏市", ended_on=date(2026, 3, 31)))
    assert office.partner(desk, entered.value.id).address == "千葉県柏市"
    assert log(desk)[-1] == ("partner.change", f"partner:{entered.value.id}")
    assert "柏市" not in log_text(desk)
    moved.undo(desk)
    assert replace(office.partner(desk, entered.value.id), id=0, version=1) == GAMMA
    entered.undo(desk)
    assert office.partners(desk) == ()
    with pytest.raises(NoSuchPartner):
        office.partner(desk, entered.value.id)


def test_two_partners_do_not_share_a_name(desk):
    office.add_partner(desk, GAMMA)
    with pytest.raises(PartnerTaken):
        office.add_partner(desk, Partner(0, "㈱ガンマネット"))
    other = office.add_partner(desk, Partner(0, "青空広告")).value
    with pytest.raises(PartnerTaken):
        office.change_partner(desk, replace(other, name="(株)ガンマネット"))
    with pytest.raises(NameMissing):
        office.change_partner(desk, replace(other, name=" "))


def test_a_stale_save_is_refused(desk):
    known = office.add_partner(desk, GAMMA).value
    office.change_partner(desk, replace(known, kind="決済の記録"))
    with pytest.raises(StaleSave):
        office.change_partner(desk, known)


def test_a_partner_from_whom_data_came_stays(desk):
    entered = office.add_partner(desk, replace(GAMMA, name="ベータ情報サービス"))
    batches.import_transactions(desk, read_file(DATA / "partner_transactions.csv"))
    with pytest.raises(PartnerInUse):
        entered.undo(desk)
    assert office.partner(desk, entered.value.id) == entered.value


def test_no_number_of_a_card_stands_in_what_is_known_of_a_partner(desk):
    with pytest.raises(NumberInText):
        office.add_partner(desk, replace(GAMMA, name="ガンマ 4111 1111 1111 1111"))
    entered = office.add_partner(desk, GAMMA).value
    with pytest.raises(NumberInText):
        office.change_partner(desk, replace(entered, acquired_how="4111111111111111"))
