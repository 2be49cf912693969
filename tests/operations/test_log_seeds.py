"""An auditor hands the log's seeds on to a colleague and to a new sheet, and so does the sheet when it is used."""

import shutil

import pytest
import sqlalchemy as sa

from privdesk.domain.user import Role
from privdesk.operations import desks, log, recovery, users
from privdesk.operations.desks import Founder
from privdesk.storage import keys, log_seeds, opening
from privdesk.storage.recovery import groups
from tests.office import NOW, PASSWORD, TERMS, Founded

OWN = "seven quiet boats at dawn"


class Office:
    """A desk whose log began with the auditor "kato"; another, "ito", came after that."""

    def __init__(self, founded: Founded, folder) -> None:
        self.folder, self.given, self.secret = folder, founded.given, founded.secret
        shutil.copytree(founded.folder, folder)
        for login in ("kato", "ito"):
            desk = self.open("sato")
            users.add(desk, login, login, PASSWORD, Role.AUDITOR, keys.FLOOR)
            desks.lock(desk)

    def open(self, login, password=PASSWORD):
        return desks.unlock(self.folder, login, password, self.given, lambda: NOW, TERMS)

    def verified(self, login, password=PASSWORD):
        desk = self.open(login, password)
        try:
            return log.verify(desk)
        finally:
            desks.lock(desk)


@pytest.fixture
def office(founded: Founded, tmp_path) -> Office:
    return Office(founded, tmp_path / "office.privdesk")


def test_a_new_auditor_is_told_which_part_he_cannot_check_with_the_key_until_a_colleague_comes(office: Office):
    before = office.verified("ito")
    assert (before.fault, before.keyed < before.entries) == (None, True)
    ((first, last),) = before.unkeyed
    assert (first, last) == (1, before.entries - before.keyed)
    said = [one.sentence.format(**one.values) for one in before.said()]
    assert f"You do not hold the key of the entries 1–{last}" in said[1]
    colleague = office.open("kato")
    (line,) = log.page(colleague, log.LogQuery(act="log.hand_on"))
    # the founder's sheet holds all; "kato" came with the second segment and hands that on
    assert line.detail == '{"sections":1}'
    desks.lock(colleague)
    after = office.verified("ito")
    assert (after.fault, after.unkeyed) == (None, office.verified("kato").unkeyed)
    assert after.unkeyed[0][1] < last
    again = office.open("kato")
    assert log.count(again, log.LogQuery(act="log.hand_on")) == 1, "it was all handed on"
    desks.lock(again)


def test_the_sheet_hands_on_what_it_holds_when_it_is_used(office: Office):
    new = desks.new_sheet()
    typed = " ".join(groups(office.secret))
    manager = Founder("sato", "佐藤 恵", OWN)
    desks.lock(recovery.recover(office.folder, typed, manager, new, office.given, lambda: NOW, TERMS))
    for login in ("kato", "ito"):
        verdict = office.verified(login)
        assert (verdict.fault, verdict.unkeyed) == (None, ())
    vault = opening.unlock_with_sheet(office.folder, new.secret, terms=TERMS)
    with vault.reading() as conn:
        assert not log_seeds.missing(conn, vault)
        assert len(log_seeds.handed_to(conn, vault)) >= 3
    vault.close()
    assert office.verified("sato", OWN).keyed == 0


def test_a_sheet_that_a_manager_replaced_gets_the_seeds_from_an_auditor(office: Office):
    desk = office.open("sato")
    new = desks.new_sheet()
    recovery.replace_sheet(desk, new, PASSWORD)
    desks.lock(desk)
    vault = opening.unlock_with_sheet(office.folder, new.secret, terms=TERMS)
    with vault.reading() as conn:
        assert not log_seeds.handed_to(conn, vault)
    vault.close()
    desks.lock(office.open("kato"))
    vault = opening.unlock_with_sheet(office.folder, new.secret, terms=TERMS)
    with vault.reading() as conn:
        assert log_seeds.handed_to(conn, vault)
    vault.close()


def test_nobody_but_who_may_verify_gets_a_seed_and_a_false_one_is_none(office: Office):
    desks.lock(office.open("kato"))
    desk = office.open("sato")
    readers = {slot.id for slot in desk.vault.header.slots if slot.role in ("auditor", "sheet")}
    with desk.vault.writer.begin() as conn:
        rows = conn.execute(sa.select(log_seeds._seed)).all()
        assert rows
        assert {row.slot for row in rows} <= readers
        conn.execute(sa.update(log_seeds._seed).values(sealed=b"x" * 92))
    desks.lock(desk)
    verdict = office.verified("ito")
    assert (verdict.fault, bool(verdict.unkeyed)) == (None, True)
