"""Issuing: no letter before its time, no number twice or left out, every look logged, nothing changed afterwards."""

import hashlib
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from privdesk.domain import errors
from privdesk.domain import event as ev
from privdesk.domain.decision import Decision
from privdesk.domain.letter import DueLetter, LetterQuery, due_letters, fiscal_year
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.user import Role
from privdesk.operations import answers, identity, letters, steps
from privdesk.operations.desk import Desk
from privdesk.operations.letter_facts import Wanted
from privdesk.storage import transaction
from privdesk.storage.tables import audit, letter
from tests.letters.pdf_reading import solid, text_of
from tests.operations.lettering import (
    REASON,
    WAYS,
    at_office,
    decided,
    issue,
    read,
    row,
    sent,
)
from tests.operations.looking import log, stored
from tests.operations.requesting import CHECK, EMPOWERED, TODAY, asked, case, joined, step, taken, verified, yumiko

WHY = "開示の対象が口座番号のため"


def renamed(desk: Desk, id_: int) -> int:
    """The request, with a recipient whom nobody has checked."""
    steps.change_parties(desk, id_, case(desk, id_).version, (Party(PartyRole.RECIPIENT, "悪人 太郎"),))
    return id_


def test_numbers_follow_each_other_in_a_business_year_and_begin_anew_with_the_next(desk: Desk):
    id_ = taken(at_office(desk), person=yumiko(desk))
    for _ in range(2):
        issue(desk, id_, "acknowledgement")
    april = desk.now.replace(year=2027, month=4, day=1)
    issue(replace(desk, clock=lambda: april), id_, "acknowledgement")
    issue(desk, id_, "acknowledgement")
    numbers = [one.number for one in letters.page(desk, LetterQuery()).rows]
    assert numbers == ["個情発第26-0003号", "個情発第27-0001号", "個情発第26-0002号", "個情発第26-0001号"]


@pytest.mark.parametrize(
    ("day", "end_month", "year"),
    [
        (date(2027, 3, 31), 3, 2026),
        (date(2027, 4, 1), 3, 2027),
        (date(2027, 1, 1), 12, 2027),
        (date(2026, 12, 31), 12, 2026),
        (date(2026, 11, 30), 11, 2025),
        (date(2026, 12, 1), 11, 2026),
    ],
)
def test_a_business_year_is_called_by_the_year_in_which_it_begins(day: date, end_month: int, year: int):
    assert fiscal_year(day, end_month) == year


def test_a_letter_that_cannot_be_kept_leaves_no_gap_and_no_trace(desk: Desk):
    id_ = taken(at_office(desk), person=yumiko(desk))
    issue(desk, id_, "acknowledgement")
    version = case(desk, id_).version
    before = stored(desk, but=frozenset())
    unlogged = replace(desk, session=None)  # the log refuses an entry without its sitting
    with pytest.raises(sa.exc.IntegrityError):
        letters.issue(unlogged, id_, version, Wanted("acknowledgement"))
    assert stored(desk, but=frozenset()) == before
    assert row(desk, issue(desk, id_, "acknowledgement")).number == "個情発第26-0002号"


def test_a_letter_that_says_something_else_by_now_is_not_kept(desk: Desk):
    id_ = taken(at_office(desk), person=yumiko(desk))
    version = case(desk, id_).version
    days = iter(desk.now + timedelta(days=n) for n in range(1000))
    before = stored(desk, but=frozenset())
    with pytest.raises(errors.StaleSave):
        letters.issue(replace(desk, clock=lambda: next(days)), id_, version, Wanted("acknowledgement"))
    assert stored(desk, but=frozenset()) == before


def test_an_older_view_of_the_case_issues_nothing(desk: Desk):
    id_ = taken(at_office(desk), person=yumiko(desk))
    version = case(desk, id_).version
    step(desk, id_, ev.Note(text="電話あり"))
    with pytest.raises(errors.StaleSave):
        letters.issue(desk, id_, version, Wanted("acknowledgement"))


def test_no_answer_goes_out_before_it_may(desk: Desk):
    at_office(desk)
    undecided = verified(desk, person=yumiko(desk))
    unapproved = decided(desk, WAYS["refusal"], person=1, approved=False)
    undone = decided(desk, WAYS["suspension"], person=1, done=False)
    for id_, template, error in (
        (undecided, "disclosure", errors.NothingToTell),
        (unapproved, "refusal", errors.ApprovalMissing),
        (undone, "suspension", errors.NotCarriedOut),
    ):
        assert due_letters(case(desk, id_).request, case(desk, id_).law, TODAY) == ()
        with pytest.raises(error):
            issue(desk, id_, template)
    assert letters.page(desk, LetterQuery()).rows == ()
    assert row(desk, issue(desk, undecided, "acknowledgement")).number.endswith("0001号")


def test_each_letter_tells_the_items_that_are_ready_for_it(desk: Desk):
    items = (*asked("DISCLOSE", "DISCLOSE", "DISCLOSE"),)
    id_ = verified(at_office(desk), *items)
    for number, decision, more in (
        (1, Decision.DISCLOSED, {}),
        (2, Decision.WITHHELD, {"ground": "33-2-2", "facts": REASON}),
        (3, Decision.DISCLOSED, {}),
    ):
        answers.decide(desk, id_, case(desk, id_).version, number, decision, **more)
    law = case(desk, id_).law
    assert due_letters(case(desk, id_).request, law, TODAY) == (DueLetter("disclosure", (1, 3)),)
    made = issue(desk, id_, "disclosure")
    assert [item.letter for item in case(desk, id_).request.items] == [made, None, made]
    assert REASON not in read(desk, made)


def test_an_issued_letter_is_kept_with_its_digest_and_every_look_is_logged(desk: Desk, auditor: Desk):
    id_ = taken(at_office(desk), person=yumiko(desk))
    made = issue(desk, id_, "acknowledgement")
    with desk.reading() as conn:
        kept = conn.execute(sa.select(letter)).one()
    pdf = letters.open_letter(auditor, made)
    assert pdf == kept.pdf
    assert hashlib.sha256(pdf).hexdigest() == kept.digest
    assert (kept.template_version, kept.pages, kept.made_by) == (2, 1, 1)
    assert log(desk)[-2:] == [("letter.issue", "person:1"), ("letter.open", "person:1")]
    for act in (
        lambda: letters.preview(auditor, id_, Wanted("acknowledgement")),
        lambda: letters.issue(auditor, id_, case(desk, id_).version, Wanted("acknowledgement")),
        lambda: letters.mark_printed(auditor, made, 1),
        lambda: letters.mark_sent(auditor, made, 1, "", "", TODAY),
        lambda: letters.mark_returned(auditor, made, 1, TODAY),
    ):
        with pytest.raises(errors.NotAllowed):
            act()


def test_a_damaged_letter_is_a_sentence(desk: Desk):
    id_ = taken(at_office(desk), person=yumiko(desk))
    issue(desk, id_, "acknowledgement")
    with transaction.writing(desk.vault.writer) as conn:
        kept = dict(conn.execute(sa.select(letter)).mappings().one())
        kept |= {"id": 2, "number": "個情発第26-0002号", "pdf": kept["pdf"][:-1]}
        conn.execute(letter.insert().values(**kept))
    with pytest.raises(errors.LetterDamaged, match="26-0002"):
        letters.open_letter(desk, 2)


def test_whole_numbers_stand_only_on_a_letter_that_asks_for_them_and_the_auditor_sees_none(desk: Desk, auditor: Desk):
    id_ = decided(at_office(desk), WAYS["disclosure"])
    masked = issue(desk, id_, "disclosure")
    assert "0008133" not in read(auditor, masked)
    assert "下4桁8133" in read(auditor, masked)

    whole = issue(desk, id_, "disclosure", whole_numbers=True, numbers_for=WHY, replaces=masked)

    assert "0008133" in read(desk, whole)
    assert row(desk, whole).has_numbers
    sealless = replace(auditor, vault=replace(auditor.vault, seal=None))
    with pytest.raises(errors.KeyNotHeld):
        letters.open_letter(sealless, whole)
    with desk.reading() as conn:
        pdf, sealed = conn.execute(sa.select(letter.c.pdf, letter.c.sealed).where(letter.c.id == whole)).one()
        looks = sa.select(audit.c.detail).where(audit.c.act == "letter.open").order_by(audit.c.seq.desc())
        detail = json.loads(conn.execute(looks.limit(1)).scalar_one())
    assert pdf is None
    assert b"PDF" not in sealed
    assert (detail["letter"], detail["numbers"]) == (whole, True)


@pytest.mark.parametrize(
    ("ready", "why", "error"),
    [
        (lambda desk: taken(desk, person=yumiko(desk)), WHY, errors.NothingToTell),
        (lambda desk: verified(desk), WHY, errors.NothingToTell),
        (lambda desk: decided(desk, WAYS["refusal"]), WHY, errors.NothingToTell),
        (lambda desk: renamed(desk, decided(desk, WAYS["disclosure"])), WHY, errors.IdentityMissing),
        (lambda desk: decided(desk, WAYS["disclosure"]), "", errors.ReasonMissing),
        (lambda desk: decided(desk, WAYS["disclosure"]), "・" * 20, errors.ReasonMissing),
    ],
)
def test_whole_numbers_are_drawn_only_for_a_reason_of_what_may_be_disclosed(desk: Desk, ready, why, error):
    id_ = ready(at_office(desk))
    wanted = Wanted("disclosure", whole_numbers=True, numbers_for=why)
    before = log(desk)
    for draw in (
        lambda: letters.preview(desk, id_, wanted),
        lambda: letters.issue(desk, id_, case(desk, id_).version, wanted),
    ):
        with pytest.raises(error):
            draw()
    assert {act for act, _ in log(desk)[len(before) :]} <= {"request.open"}


def test_why_a_letter_shows_whole_numbers_is_in_the_log(desk: Desk):
    id_ = decided(at_office(desk), WAYS["disclosure"])
    wanted = Wanted("disclosure", whole_numbers=True, numbers_for=f" {WHY} ")
    assert "0008133" in text_of(letters.preview(desk, id_, wanted).pdf)
    letters.issue(desk, id_, case(desk, id_).version, wanted)
    with desk.reading() as conn:
        acts = sa.select(audit.c.detail).where(audit.c.act.in_(["letter.preview", "letter.issue"]))
        details = [json.loads(text) for text in conn.execute(acts).scalars()]
    assert [(one["numbers"], one["reason"]) for one in details] == [(True, WHY)] * 2


@pytest.mark.parametrize(
    "parties",
    [
        (Party(PartyRole.REQUESTER, "悪人 太郎", address="大阪市北区1-1"),),
        (Party(PartyRole.RECIPIENT, "悪人 太郎", address="大阪市北区1-1"),),
        (),
    ],
)
def test_nothing_is_disclosed_to_others_than_those_who_were_checked(desk: Desk, parties):
    id_ = decided(at_office(desk), WAYS["disclosure"])
    steps.change_parties(desk, id_, case(desk, id_).version, parties)
    with pytest.raises(errors.IdentityMissing):
        issue(desk, id_, "disclosure")
    assert letters.page(desk, LetterQuery()).rows == ()


def test_a_stranger_whom_the_request_names_gets_an_answer_only_on_a_mandate(desk: Desk):
    parties = (Party(PartyRole.REQUESTER, "渡邉 由美子"), Party(PartyRole.RECIPIENT, "青木 進", address="京都市1"))
    id_ = taken(at_office(desk), person=yumiko(desk), parties=parties)
    with pytest.raises(errors.RecipientUnproved):
        identity.record_check(desk, id_, case(desk, id_).version, CHECK)
    identity.record_check(desk, id_, case(desk, id_).version, EMPOWERED)
    step(desk, id_, ev.Acknowledged())
    answers.decide(desk, id_, case(desk, id_).version, 1, Decision.DISCLOSED)
    assert "青木進様" in read(desk, issue(desk, id_, "disclosure"))


def test_the_log_holds_no_value_of_a_letter(desk: Desk):
    id_ = decided(at_office(desk), WAYS["refusal"])
    made = issue(desk, id_, "refusal", method="手渡し", reason="内緒の理由")
    sent(desk, made)
    letters.mark_returned(desk, made, row(desk, made).version, TODAY, "宛所不明")
    with desk.reading() as conn:
        entries = conn.execute(sa.select(audit.c.detail).where(audit.c.act.like("letter.%"))).scalars().all()
    assert len(entries) == 3
    for value in ("渡邉", REASON, "手渡し", "内緒", "123-45", "簡易書留", "宛所不明"):
        assert value not in "".join(entries)


def test_a_correction_is_a_new_letter_that_names_the_old(desk: Desk):
    id_ = decided(at_office(desk), WAYS["refusal"])
    old = issue(desk, id_, "refusal")
    kept = letters.open_letter(desk, old)
    with pytest.raises(errors.NothingToTell):
        issue(desk, id_, "refusal")
    sent(desk, old)

    new = issue(desk, id_, "refusal", replaces=old)

    assert (row(desk, new).replaces, row(desk, old).replaced_by) == ("個情発第26-0001号", "個情発第26-0002号")
    assert solid("個情発第26-0001号") in read(desk, new)
    assert letters.open_letter(desk, old) == kept
    assert case(desk, id_).request.item(1).letter == new
    for wrong in (old, issue(desk, taken(desk, person=1), "acknowledgement")):
        with pytest.raises(errors.LetterReplaced):
            issue(desk, id_, "refusal", replaces=wrong)


def test_the_command_line_gets_the_last_letter_or_a_draft_of_the_next(desk: Desk):
    id_ = verified(at_office(desk), person=yumiko(desk))
    assert "保有個人データ一覧" in text_of(letters.latest_pdf(desk, "R8-0001"))
    answers.decide(desk, id_, case(desk, id_).version, 1, Decision.WITHHELD, ground="33-2-2", facts=REASON)
    answers.approve(joined(desk, "mori", Role.MANAGER), id_, case(desk, id_).version)
    draft = text_of(letters.latest_pdf(desk, "R8-0001"))
    assert "見本・未発行" in draft
    assert solid(REASON) in draft
    issue(desk, id_, "acknowledgement")
    made = issue(desk, id_, "refusal")
    assert letters.latest_pdf(desk, "R8-0001") == letters.open_letter(desk, made)
    with pytest.raises(errors.NoSuchRequest):
        letters.latest_pdf(desk, "R8-0099")
