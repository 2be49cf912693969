"""From nothing to a desk, by the keyboard alone; what is wrong is said where it is wrong, and nothing is lost."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLabel, QLineEdit

from privdesk import app
from privdesk.domain.errors import DeskExists
from privdesk.gui.deskfolder import Risk, desk_folder, risk
from privdesk.gui.setup.wizard import SetupWizard
from privdesk.operations import desks, recovery_sheet
from tests.office import NOW, TERMS

PASSWORD = "an unhurried heron waits"


@pytest.fixture(scope="module")
def given():
    return app.reference()


@pytest.fixture
def wizard(qtbot, theme, given, tmp_path):
    wizard = SetupWizard(given, desks.new_sheet(), recovery_sheet.drawn)
    qtbot.addWidget(wizard)
    wizard.resize(1280, 800)
    wizard.show()
    wizard.activateWindow()
    wizard.setFocus()
    wizard._place._folder.set_text(str(tmp_path))
    return wizard


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)


def type_into(qtbot, name, text):
    """Tab until the field has the keyboard, then type."""
    for _ in range(60):
        if QApplication.focusWidget().objectName() == name:
            break
        press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == name
    QApplication.focusWidget().selectAll()
    qtbot.keyClicks(QApplication.focusWidget(), text)


def go_on(qtbot):
    press(qtbot, Qt.Key.Key_Return)


def to_founder(qtbot, wizard):
    go_on(qtbot)
    type_into(qtbot, "office_name", "Aozora Store")
    go_on(qtbot)
    assert wizard.page == 2


def to_sheet(qtbot, wizard):
    to_founder(qtbot, wizard)
    type_into(qtbot, "founderName", "Megumi Sato")
    type_into(qtbot, "founderLogin", "sato")
    type_into(qtbot, "founderPassword", PASSWORD)
    type_into(qtbot, "founderPasswordAgain", PASSWORD)
    go_on(qtbot)
    assert wizard.page == 3
    qtbot.waitUntil(lambda: wizard._paper._print.isEnabled())


def to_typing(qtbot, wizard, path):
    to_sheet(qtbot, wizard)
    wizard._paper.save_to(str(path))
    wizard._wizard.go_on()


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_from_the_first_page_to_a_desk_by_the_keyboard(qtbot, wizard, given, tmp_path):
    sheet = tmp_path / "sheet.pdf"
    to_typing(qtbot, wizard, sheet)
    for group in wizard._sheet.groups:
        qtbot.keyClicks(QApplication.focusWidget(), group.lower().replace("0", "o"))
    assert "All groups are right" in texts(wizard)
    go_on(qtbot)
    assert wizard.page == 4
    assert "Aozora Store.privdesk" in texts(wizard)
    with qtbot.waitSignal(wizard.create_wanted) as wanted:
        go_on(qtbot)
    folder, office, founder, secret = wanted.args
    desk = desks.create(folder, office, founder, secret, given, lambda: NOW, TERMS)
    assert (desk.office.name, desk.actor.login, desk.actor.name) == ("Aozora Store", "sato", "Megumi Sato")
    desks.lock(desk)
    again = desks.unlock(folder, "sato", PASSWORD, given, lambda: NOW, TERMS)
    desks.lock(again)
    printed = PdfReader(sheet).pages[0].extract_text()
    assert all(group in printed for group in secret.groups)


def test_a_weak_password_stays_on_its_page(qtbot, wizard):
    to_founder(qtbot, wizard)
    type_into(qtbot, "founderName", "Megumi Sato")
    type_into(qtbot, "founderLogin", "sato")
    for weak, why in (
        ("short", "at least 15"),
        ("Aozora Store sato", "little more than"),
        ("abcabcabcabcabcabc", "repeats or counts"),
        ("passwordpassword", "first passwords"),
    ):
        type_into(qtbot, "founderPassword", weak)
        go_on(qtbot)
        assert wizard.page == 2
        assert why in texts(wizard)
        assert QApplication.focusWidget().objectName() == "founderPassword"


def test_the_second_typing_must_be_the_same(qtbot, wizard):
    to_founder(qtbot, wizard)
    type_into(qtbot, "founderName", "Megumi Sato")
    type_into(qtbot, "founderLogin", "sato")
    type_into(qtbot, "founderPassword", PASSWORD)
    for second in ("", PASSWORD + "s"):
        type_into(qtbot, "founderPasswordAgain", second)
        go_on(qtbot)
        assert wizard.page == 2
        assert "not the same" in texts(wizard)


def test_a_password_may_be_pasted(qtbot, wizard):
    to_founder(qtbot, wizard)
    QApplication.clipboard().setText(PASSWORD)
    type_into(qtbot, "founderPassword", "")
    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert wizard._founder._password.password() == PASSWORD


def test_a_name_and_a_login_are_needed(qtbot, wizard):
    go_on(qtbot)
    go_on(qtbot)
    assert wizard.page == 1
    assert "A name is needed" in texts(wizard)
    type_into(qtbot, "office_name", "Aozora")
    type_into(qtbot, "office_postal", "100")
    go_on(qtbot)
    assert wizard.page == 1
    assert "seven digits" in texts(wizard)


def test_nobody_goes_on_before_the_sheet_is_on_paper(qtbot, wizard):
    to_sheet(qtbot, wizard)
    wizard._wizard.go_on()
    assert wizard.page == 3
    assert not wizard._paper._groups.isVisible()
    assert "Print the sheet first" in texts(wizard)


def test_a_slip_is_pointed_to_its_group(qtbot, wizard, tmp_path):
    to_typing(qtbot, wizard, tmp_path / "sheet.pdf")
    groups = list(wizard._sheet.groups)
    groups[6] = groups[6][:4] + ("A" if groups[6][4] != "A" else "B")
    for group in groups:
        qtbot.keyClicks(QApplication.focusWidget(), group)
    go_on(qtbot)
    assert wizard.page == 3
    assert "group 7." in texts(wizard)
    assert QApplication.focusWidget().objectName() == "group7"
    qtbot.keyClicks(QApplication.focusWidget(), wizard._sheet.groups[6])
    go_on(qtbot)
    assert wizard.page == 4


def test_all_groups_can_be_pasted_at_once(qtbot, wizard, tmp_path):
    to_typing(qtbot, wizard, tmp_path / "sheet.pdf")
    QApplication.clipboard().setText("".join(wizard._sheet.groups))
    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert wizard._paper._groups.wrong() == []


def test_two_groups_exchanged_are_both_wrong(qtbot, wizard, tmp_path):
    to_typing(qtbot, wizard, tmp_path / "sheet.pdf")
    one, two, *rest = wizard._sheet.groups
    QApplication.clipboard().setText(" ".join([two, one, *rest]))
    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert wizard._paper._groups.wrong() == [1, 2]


def test_back_keeps_everything(qtbot, wizard, tmp_path):
    to_typing(qtbot, wizard, tmp_path / "sheet.pdf")
    for _ in range(3):
        wizard._wizard.back()
    assert wizard.page == 0
    for _ in range(3):
        wizard._wizard.go_on()
    assert wizard._office.office().name == "Aozora Store"
    assert wizard._founder.founder().password == PASSWORD
    assert wizard.page == 3


def test_what_is_wrong_is_said_in_the_language_that_is_chosen_afterwards(wizard, translation):
    wizard.show_failure(DeskExists(folder="mihon"))
    wizard._place._folder.set_text("/no/such/folder")
    assert not wizard._place.leave()
    said = (wizard._summary.failure, wizard._place._folder._line)
    english = [part.text() for part in said]
    translation.choose("ja")
    QApplication.processEvents()
    japanese = [part.text() for part in said]
    assert "mihon" in japanese[0]
    assert all(text.endswith("。") for text in japanese)
    translation.choose("en")
    QApplication.processEvents()
    assert [part.text() for part in said] == english


def test_the_language_changes_at_once(qtbot, wizard, translation):
    wizard.language_chosen.connect(translation.choose)
    names = wizard.findChild(QComboBox, "setupLanguage")
    names.setFocus()
    with qtbot.waitSignal(wizard.language_chosen) as chosen:
        press(qtbot, Qt.Key.Key_Up)
        names.activated.emit(names.currentIndex())
    assert chosen.args == ["ja"]
    QApplication.processEvents()
    assert wizard._wizard._next.text() == "次へ"
    assert wizard._founder.founder().language == "ja"


def test_esc_asks_before_it_leaves(qtbot, wizard):
    press(qtbot, Qt.Key.Key_Escape)
    question = wizard.findChild(QDialog, "leaveSetup")
    assert question.isVisible()
    qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert not question.isVisible()
    wizard.ask_to_leave()
    with qtbot.waitSignal(wizard.cancelled):
        wizard.findChildren(QDialog, "leaveSetup")[-1].accept()


def test_a_failure_keeps_what_was_entered(qtbot, wizard, tmp_path):
    to_typing(qtbot, wizard, tmp_path / "sheet.pdf")
    QApplication.clipboard().setText("".join(wizard._sheet.groups))
    press(qtbot, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    go_on(qtbot)
    with qtbot.waitSignal(wizard.create_wanted):
        go_on(qtbot)
    assert wizard._summary._bar.isVisible()
    wizard.ask_to_leave()
    assert wizard.findChild(QDialog, "leaveSetup") is None
    wizard.show_failure(DeskExists(folder="Aozora Store.privdesk"))
    assert not wizard._summary._bar.isVisible()
    assert "is there already" in texts(wizard)
    with qtbot.waitSignal(wizard.create_wanted):
        wizard._wizard.go_on()


def test_a_folder_that_cannot_be_written_is_refused(qtbot, wizard, tmp_path):
    wizard._place._folder.set_text(str(tmp_path / "nowhere"))
    wizard._wizard.go_on()
    assert wizard.page == 0
    assert "Nothing can be written there" in texts(wizard)


def test_a_synced_folder_is_warned_of_and_allowed(qtbot, wizard, tmp_path):
    synced = tmp_path / "OneDrive"
    synced.mkdir()
    type_into(qtbot, "setupFolder", str(synced))
    assert "sync program" in texts(wizard)
    wizard._wizard.go_on()
    assert wizard.page == 1


def test_a_folder_on_the_network_is_refused(qtbot, wizard):
    type_into(qtbot, "setupFolder", r"\\server\share")
    assert "lies on the network" in texts(wizard)
    wizard._wizard.go_on()
    assert wizard.page == 0


@pytest.mark.parametrize(
    ("folder", "kind", "expected"),
    [
        ("/data/sato/Documents", "ext4", None),
        ("/data/sato/Dropbox/desk", "ext4", Risk.SYNC),
        ("/media/sato/STICK", "exfat", Risk.REMOVABLE),
        ("/mnt/share", "cifs", Risk.NETWORK),
    ],
)
def test_risky_places_are_known(folder, kind, expected):
    assert risk(Path(folder), kind) is expected


def test_the_folder_is_named_after_the_office(tmp_path):
    assert desk_folder(tmp_path, "青空商店").name == "青空商店.privdesk"
    assert desk_folder(tmp_path, " a/b:c. ").name == "a b c.privdesk"
    assert desk_folder(tmp_path, "CON").name == "office CON.privdesk"
    assert desk_folder(tmp_path, "").name == "office.privdesk"
    (tmp_path / "青空商店.privdesk").mkdir()
    assert desk_folder(tmp_path, "青空商店").name == "青空商店 2.privdesk"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_everything_has_a_name_in_both_languages(qtbot, wizard, translation, assert_named, language, tmp_path):
    translation.choose(language)
    QApplication.processEvents()
    to_typing(qtbot, wizard, tmp_path / "sheet.pdf")
    for place in range(5):
        wizard._wizard.go_to(place)
        assert_named(wizard)
    assert all(field.objectName() for field in wizard.findChildren(QLineEdit) if field.isVisible())
