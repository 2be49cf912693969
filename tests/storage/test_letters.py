"""Issued letters in a real file: kept as they are whatever is tried, and numbers whole letters sealed."""

import base64
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa
from cryptography.exceptions import InvalidTag

from privdesk.domain.errors import LetterDamaged, NoSuchLetter, NumberDamaged
from privdesk.storage import keys, letters, opening
from privdesk.storage.letters import NewLetter
from privdesk.storage.opening import Terms
from privdesk.storage.tables import letter, request, user
from privdesk.storage.vault import Vault
from tests.storage.kept_desk import NOW, TODAY, row

FIRST = NewLetter(
    number="個情発第26-0001号",
    request=1,
    person=None,
    recipient="山田 花子",
    template="refusal",
    template_version=1,
    language="ja",
    pdf=b"%PDF-1.3 what was said",
    pages=1,
    is_sealed=False,
    replaces=None,
    on=TODAY,
)
_DRAFT = "recipient, template, template_version, language, state, digest, pages, made_at, made_by"
ATTACKS = (
    "UPDATE letter SET pdf = x'00' WHERE id = 1",
    "UPDATE letter SET pdf = NULL",
    "UPDATE letter SET digest = 'x'",
    "UPDATE letter SET number = '個情発第26-0009号' WHERE id = 1",
    "UPDATE letter SET number = NULL",
    "UPDATE letter SET id = 9 WHERE id = 1",
    "UPDATE letter SET template_version = 2, issued_on = '2020-01-01'",
    "UPDATE letter SET recipient = 'x', replaces_id = 1, made_by = 1, request_id = NULL",
    "UPDATE OR REPLACE letter SET id = 1 WHERE number IS NULL",
    "UPDATE OR REPLACE letter SET number = '個情発第26-0001号' WHERE number IS NULL",
    "DELETE FROM letter",
    "INSERT OR REPLACE INTO letter SELECT * FROM letter",
    f"INSERT OR REPLACE INTO letter (id, {_DRAFT}) VALUES (1, '', '', 1, '', '', '', 1, '', 1)",
    f"REPLACE INTO letter (number, {_DRAFT}) VALUES ('個情発第26-0001号', '', '', 1, '', '', '', 1, '', 1)",
)


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A new desk with one issued letter and one row that was never issued."""
    made, _ = opening.create(
        tmp_path / "office.privdesk", "sato", "an unhurried heron waits", terms=Terms(cost=keys.FLOOR, ballast=4096)
    )
    with made.writer.begin() as conn:
        row(conn, user, login="sato", name="佐藤 恵", role="manager")
        row(conn, request, number="R8-0001")
        letters.add(conn, None, FIRST, user=1, now=NOW)
        row(conn, letter, number=None)
    yield made
    made.close()


@pytest.mark.parametrize("attack", ATTACKS, ids=range(len(ATTACKS)))
def test_the_database_itself_lets_nobody_change_or_remove_an_issued_letter(vault: Vault, attack: str):
    with vault.writer.connect() as conn:
        with pytest.raises(sa.exc.DatabaseError, match="never changed"):
            conn.exec_driver_sql(attack)
        assert letters.pdf(conn, None, 1) == FIRST.pdf
        assert letters.get(conn, 1).number == FIRST.number


def test_what_was_never_issued_may_change_and_go(vault: Vault):
    with vault.writer.begin() as conn:
        conn.exec_driver_sql("UPDATE letter SET pdf = x'00', recipient = 'x' WHERE number IS NULL")
        conn.exec_driver_sql("DELETE FROM letter WHERE number IS NULL")
        assert conn.execute(sa.select(sa.func.count()).select_from(letter)).scalar() == 1


def test_an_unissued_row_is_no_letter(vault: Vault):
    with vault.writer.connect() as conn:
        for find in (lambda: letters.get(conn, 2), lambda: letters.pdf(conn, None, 2)):
            with pytest.raises(NoSuchLetter):
                find()


def test_a_letter_with_whole_numbers_opens_only_with_the_number_key_and_in_its_place(vault: Vault):
    with vault.writer.begin() as conn:
        second = replace(FIRST, number="個情発第26-0002号", is_sealed=True)
        id_ = letters.add(conn, vault.seal, second, user=1, now=NOW)
        kept = conn.execute(sa.select(letter).where(letter.c.id == id_)).one()
        assert kept.pdf is None
        assert letters.pdf(conn, vault.seal, id_) == FIRST.pdf
        assert base64.b64decode(vault.seal.open(kept.sealed, letters.bound(kept._mapping))) == FIRST.pdf
        with pytest.raises(LetterDamaged):
            letters.pdf(conn, None, id_)
        third = {**kept._mapping, "id": 9, "number": "個情発第26-0003号"}
        conn.execute(letter.insert().values(**third))
        with pytest.raises(NumberDamaged) as raised:
            letters.pdf(conn, vault.seal, 9)
    assert isinstance(raised.value.__cause__, InvalidTag)


def test_a_count_is_taken_only_by_a_transaction_that_commits(vault: Vault):
    with vault.writer.connect() as conn:
        assert letters.next_count(conn, 2026) == 1
        assert letters.take_count(conn, 2026) == 1
        conn.rollback()
    with vault.writer.begin() as conn:
        assert [letters.take_count(conn, 2026) for _ in range(3)] == [1, 2, 3]
        assert letters.take_count(conn, 2027) == 1
        assert letters.next_count(conn, 2026) == 4
