"""The check of the log: proved in words, broken ones lead to the entry; codes off a paper, with slips pointed out."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from privdesk.domain.errors import Cancelled
from privdesk.domain.log import LogCode, code_typed
from privdesk.gui.log.typed import Slip, differing, slip
from privdesk.operations import log, people
from privdesk.storage import connection, keys
from tests.gui.filled import PERSON
from tests.operations.looking import log as entries


@pytest.fixture
def check(reader):
    """The manager at the check."""
    reader.turn_to("check")
    return reader


def altered(desk, seq):
    """Somebody with the desk's keys and another tool makes an entry tell of somebody else."""
    raw = connection.connect(desk.vault.folder / "data.db", keys.database_key(desk.vault.rings.get("opening", 1)))
    raw.execute("DROP TRIGGER audit_no_update")
    raw.execute("UPDATE audit SET about = 'person:77' WHERE seq = ?", (seq,))
    raw.close()


def compare(qtbot, check, text):
    field = check.page.findChild(QLineEdit, "logCode")
    field.clear()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    check.settle()
    return check.page.compare


def test_a_whole_log_says_what_exactly_was_proved(desk, check):
    check.press("logVerifyNow")
    card = check.page.verify
    assert card.verdict.text() == "Nothing is wrong with the log"
    assert card.verdict.property("tone") == "done"
    said = card._said.text()
    proved = (
        len(entries(desk)) + 2 - 1
    )  # the segments' own entries are proved too, that of this verification is not yet
    assert f"{proved} entries follow one another" in said
    assert "The keyed check was made for all entries" in said
    assert not card._go.isVisible()
    assert entries(desk)[-1] == ("log.verify", "log")


def test_a_broken_log_is_red_and_leads_to_the_entry(desk, check):
    altered(desk, 3)
    check.press("logVerifyNow")
    card = check.page.verify
    assert (card.verdict.text(), card.verdict.property("tone")) == ("The log is broken", "late")
    assert "Entry 3 was altered" in card._said.text()
    check.press("logGoToFault")
    assert check.page.filters.current() == "entries"
    (line,) = check.page.entries.table.selected()
    assert (line.seq, line.about) == (3, "person:77")


def test_a_verification_can_be_stopped(check):
    stopped = []
    check.background.failed.connect(lambda error: stopped.append(type(error)))
    check.page.verify.begin()
    assert not check.page.verify.verify.isEnabled()
    check.page.verify.stop.click()
    check.settle()
    assert stopped == [Cancelled]
    assert check.page.verify.verify.isEnabled()
    assert not check.page.verify.verdict.isVisible()
    check.failures.clear()


def test_the_verdict_changes_its_language(check, translation):
    check.press("logVerifyNow")
    english = check.page.verify._said.text()
    translation.choose("ja")
    check.settle()
    assert check.page.verify._said.text() != english
    assert "鍵による検証" in check.page.verify._said.text()


def test_the_code_of_a_paper_is_compared(qtbot, desk, check):
    paper = str(log.code(desk))
    people.open_person(desk, PERSON)
    found = compare(qtbot, check, paper.replace("·", " ").lower())
    assert found.found.text().startswith("The log is the one of this paper")
    assert found.found.property("tone") == "done"
    assert not found._hint.isVisible()
    assert str(log.code(desk)) in found._here.text()


def test_a_slip_of_typing_is_pointed_out(qtbot, desk, check):
    code = log.code(desk)
    other = LogCode(code.seq, code.digits[:5] + ("0" if code.digits[5] != "0" else "1") + code.digits[6:])
    found = compare(qtbot, check, str(other).replace("·", " "))
    assert found.found.property("tone") == "late"
    assert "Only group 2 differs" in found._hint.text()
    qtbot.keyClick(found.code.editor, Qt.Key.Key_Backspace)
    assert not found.found.isVisible()
    before = len(entries(desk))
    found = compare(qtbot, check, "1 7F3A 91C2 0D4 5E18")
    assert found.code._line.text() == "Group 3 has 3 signs instead of 4."
    found = compare(qtbot, check, "1 7F3A 9XC2 0D44 5E18")
    assert "Group 2: “X” occurs in no code" in found.code._line.text()
    found = compare(qtbot, check, "7F3A")
    assert "This is no code of the log" in found.code._line.text()
    assert len(entries(desk)) == before
    found = compare(qtbot, check, "999 7F3A 91C2 0D44 5E18")
    assert "number before the dot" in found._hint.text()


def test_slips_are_found_group_by_group():
    assert slip("18 342 · 7F3A-91C2-0D44-5E18") is None
    assert slip("１８ ３４２ ７f3a ９１ｃ２ od44 5ei8") is None
    assert slip("18 7F3A-91C2-0D44-5E1") == Slip(4, 3)
    assert slip("18 7F3-91C2-0D44-5E18") == Slip(1, 3)
    assert slip("18 7F3A-91C2-0D4G-5E18") == Slip(3, 4, "G")
    assert slip("7F3A91C20D445E18") is None
    one, other = code_typed("18 7F3A 91C2 0D44 5E18"), code_typed("18 7F3A 91C3 0D44 5E19")
    assert differing(one, other) == (2, 4)
    assert differing(one, one) == ()
