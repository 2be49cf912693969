"""From an empty PC to a letter in an envelope, by keyboard and mouse alone; then the letter is read."""

import re

from pypdf import PdfReader

from privdesk.domain.errors import WrongPassword
from privdesk.gui.translation import translated
from privdesk.storage import transaction
from privdesk.storage.tables import audit
from tests.e2e.person import ALT, CTRL, KEY
from tests.office import DATA

MAIL = DATA.parent / "intake/data/mail/01-disclosure-iso2022jp.eml"
PASSWORD, OTHER = "an unhurried heron waits", "seven green kettles whistle"  # of made-up managers
PROFILE = {
    "office_name": "青空商店株式会社",
    "office_postal": "1000005",
    "office_address": "東京都千代田区丸の内9-8-7",
    "office_representative_title": "代表取締役",
    "office_representative": "青空 太郎",
    "office_department": "個人情報相談窓口",
    "office_phone": "03-5550-0199",
    "office_hours": "平日10時から17時まで",
    "office_mail": "privacy@example.jp",
}
# the first row of the table that is imported, as the letter must tell it
STORED = {
    "お客様番号": "A000001",
    "お名前": "渡邉　由美子",
    "フリガナ": "ワタナベ ユミコ",
    "生年月日": "昭和59年7月22日",
    "郵便番号": "100-0005",
    "ご住所": "東京都千代田区丸の内3丁目18番18号　メゾン・ド・フルール　A-101",
    "電話": "090-4654-9781",
    "電子メール": "user001@example.ne.jp",
    "下4桁": "下4桁　0133",
    "利用開始": "令和5年8月9日",
    "最終利用": "令和6年5月3日",
}
SATO, MORI = 1, 2
ACTS = (
    ("desk.create", "desk", SATO),
    ("user.invite", "user:2", SATO),
    ("batch.import", "batch:1", SATO),
    ("message.take", "message:1", SATO),
    ("message.open", "message:1", SATO),
    ("request.add", "request:1", SATO),
    ("request.identity", "request:1", SATO),
    ("letter.issue", "person:1", SATO),
    ("letter.send", "person:1", SATO),
    ("request.identity", "request:1", SATO),
    ("request.decide", "request:1", SATO),
    ("letter.issue", "person:1", SATO),
    ("letter.open", "person:1", SATO),
    ("letter.send", "person:1", SATO),
    ("request.event", "request:1", SATO),
    ("desk.lock", "desk", SATO),
    ("desk.unlock", "desk", MORI),
    ("user.accept", "user:2", MORI),
)


def test_from_the_wizard_to_the_letter_and_to_the_next_shift(person, start, tmp_path):
    start()
    found_the_office(person, tmp_path / "sheet.pdf")
    handed = let_a_colleague_in(person)
    import_the_customers(person)
    take_in_the_mail(person)
    ask_for_papers(person)
    acknowledge(person)
    show_identity(person)
    decide(person)
    letter = write_the_answer(person, tmp_path / "answer.pdf")
    read_the_answer(letter)
    person.press(KEY.Key_L, CTRL)
    assert not person.shows("shell")
    look_through_the_log(take_over(person, start, handed))


def found_the_office(person, sheet):
    """Five pages; the recovery sheet is typed back from what the PDF says."""
    person.click("newDesk")
    person.choose("setupLanguage", "ja")
    person.click("setupPagesNext")
    for name, text in PROFILE.items():
        person.type(name, text)
    person.click("setupPagesNext")
    person.type("founderName", "佐藤 恵")
    person.type("founderLogin", "sato")
    person.type("founderPassword", PASSWORD)
    person.type("founderPasswordAgain", PASSWORD)
    person.click("setupPagesNext")
    person.click("sheetSave")
    person.name_file(sheet)
    person.click("setupPagesNext")
    groups = re.findall(r"^\d+\n([0-9A-Z]{5})$", PdfReader(sheet).pages[0].extract_text(), re.MULTILINE)
    assert len(groups) == 13
    for number, group in enumerate(groups, start=1):
        person.type(f"group{number}", group.lower())
    person.click("setupPagesNext")
    assert "青空商店株式会社.privdesk" in person.text("setupSummary")
    person.click("setupPagesNext")
    assert "青空商店株式会社" in person.text("topBar")


def let_a_colleague_in(person):
    """A second manager, who is handed a password for the first time only."""
    person.press(KEY.Key_7, ALT)
    person.click_row("officeSections", 3)
    person.click("inviteColleague")
    person.type("inviteName", "森 明子")
    person.type("inviteLogin", "mori")
    person.choose("inviteRole", "manager")
    person.type("inviteSecret", PASSWORD)
    person.click("inviteAccept")
    handed = person.text("singleUsePassword")
    person.click("wayInAccept")
    return handed


def import_the_customers(person):
    """Every row becomes a customer or waits."""
    person.press(KEY.Key_3, ALT)
    person.click("customersImport")
    person.click("importChoose")
    person.name_file(DATA / "customers_cp932.csv")
    person.click("importWizardNext")
    person.click("importWizardNext")
    person.click("importWizardNext")
    assert "298" in person.text("importRun")
    person.click("importLeave")
    assert person.see("customersTable").model().rowCount() > 0


def take_in_the_mail(person):
    """The mail is dropped on the window; its sender is the first who is suggested."""
    person.press(KEY.Key_2, ALT)
    person.drop("requests", MAIL)
    person.click_row("inboxTable")
    assert "開示をお願いします" in person.see("mailText").toPlainText()
    assert person.see("suggestion0").isChecked()
    person.click("startRequest")
    assert "A000001" in person.see("intakePersonSearch").text()
    assert person.see("item1Kind").currentData() == "DISCLOSE"
    person.click("intakeTake")
    assert "R8-0001" in person.text("caseHead")
    assert "A000001" in person.see("casePerson").text()


def ask_for_papers(person):
    person.click("caseStep")
    person.click("papersDialogAccept")


def acknowledge(person):
    person.click("caseStep")
    person.click("issueLetter")
    person.click("letterSent")
    person.click("sendDialogAccept")
    person.click("letterBack")


def show_identity(person):
    """A copy of the licence came by post; it suffices only with the conditions of the licence blacked out."""
    person.click("caseStep")
    person.choose("checkChannel", "post")
    person.choose("checkMethod", "copies")
    person.choose("paper0Kind", "licence")
    person.choose("paper0Seen", "copy")
    person.type("paper0Valid", "令和12年1月1日")
    assert not person.see("recordCheck").isEnabled()
    for mask in [name for name in person.names() if name.startswith("paper0_")]:
        person.tick(mask)
    person.click("recordCheck")


def decide(person):
    person.click("caseStep")
    person.choose("decision", "disclosed")
    person.click("recordDecision")


def write_the_answer(person, file):
    """Issue it, keep a copy, send it, close the case."""
    person.click("caseStep")
    person.click("issueLetter")
    person.click("letterSave")
    person.name_file(file)
    person.click("letterSent")
    person.type("tracking", "123-45-67890-1")
    person.click("sendDialogAccept")
    person.click("letterBack")
    person.click("caseStep")
    assert not person.shows("caseStep")
    return "".join("".join(page.extract_text().split()) for page in PdfReader(file).pages)


def read_the_answer(letter):
    """What was typed stands in the letter, and so does all that is stored of the customer."""
    for part in ("〒100-0005", "渡邉由美子様", "個情発第26-0002号", "R8-0001", "令和8年11月24日"):
        assert part in letter, part
    for name, text in STORED.items():
        assert "".join(text.split()) in letter, name
    assert "9880133" not in letter
    for text in PROFILE.values():
        assert "".join(text.split()) in letter or text == "1000005", text


def take_over(person, start, handed):
    """The next process: a wrong password has its sentence, then the second manager comes and chooses one of her own."""
    program = start()
    assert person.see("login").text() == "sato"
    person.type("password", "not the password")
    person.press(KEY.Key_Return)
    assert translated(WrongPassword()) in person.text("unlock")
    person.type("login", "mori")
    person.type("password", handed)
    person.click("unlockDesk")
    person.type("firstPassword", OTHER)
    person.type("firstPasswordAgain", OTHER)
    person.click("firstPasswordAccept")
    assert person.see("user").text() == "森 明子"
    return program.window.centralWidget().background._desk


def look_through_the_log(desk):
    """The acts stand in the log in their order, each with who did it; what was typed stands nowhere in it."""
    with transaction.reading(desk.vault.reader) as conn:
        rows = conn.execute(audit.select().order_by(audit.c.seq)).all()
    done = iter((row.act, row.about, row.user_id) for row in rows)
    assert all(act in done for act in ACTS)
    assert not [row.act for row in rows if "渡邉" in str(row.detail)]
