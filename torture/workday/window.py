"""The day at the window: founds an office in the given folder, works with its customers, locks it and comes back.

Called with that folder, whose `incoming` holds what came in; what the user chooses to write lies in `chosen`.
"""

import re
import sys
from datetime import timedelta
from pathlib import Path
from typing import cast

from pypdf import PdfReader
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QTextEdit

from privdesk import app
from privdesk.app.program import Program
from privdesk.domain.office import ZONE
from privdesk.gui.widgets.pdfview import PdfView
from tests.e2e.person import ALT, CTRL, KEY, Person, write
from torture.workday.customers import BY_WINDOW, DRAFTED, NOTED, PASSWORD, REASON, SEARCHED

OFFICE = "見本商事"
_PROFILE = {
    "office_name": OFFICE,
    "office_postal": "1000005",
    "office_address": "東京都千代田区丸の内9-8-7",
    "office_representative_title": "代表取締役",
    "office_representative": "見本 太郎",
    "office_department": "個人情報相談窓口",
    "office_phone": "03-5550-0199",
    "office_hours": "平日10時から17時まで",
    "office_mail": "privacy@example.jp",
}
_SHEET_GROUP = re.compile(r"^\d+\n([0-9A-Z]{5})$", re.MULTILINE)
_PROTECTION, _BACKUPS, _FOLDER = 9, 10, 11
_LIFE_OF_A_LICENCE = timedelta(days=1000)


class Day:
    """One manager from the foundation in the morning to the evening's lock."""

    def __init__(self, folder: Path) -> None:
        self._incoming, self._chosen, self._medium = folder / "incoming", folder / "chosen", folder / "medium"
        self._app = app.application()
        self._person = Person(self._app)
        self._ended: list[Program] = []

    def run(self) -> None:
        """Work through the day; any part that does not answer raises AssertionError."""
        first = self._start()
        self._found_the_office()
        self._import_the_customers()
        self._look_at_a_customer()
        self._take_in_a_mail()
        self._answer_it()
        self._write_lists()
        self._back_up_and_rotate()
        self._begin_a_customer()
        self._lock(first)
        again = self._start()
        self._come_back()
        self._lock(again)

    def _start(self) -> Program:
        program = Program(self._app, language="en", replace=lambda: self._ended.append(program))
        program.start()
        self._person.see("unlock")
        self._person.settle()
        return program

    def _found_the_office(self) -> None:
        person = self._person
        person.click("newDesk")
        person.choose("setupLanguage", "ja")
        person.click("setupPagesNext")
        for name, text in _PROFILE.items():
            person.type(name, text)
        person.click("setupPagesNext")
        person.type("founderName", "佐藤 恵")
        person.type("founderLogin", "sato")
        person.type("founderPassword", PASSWORD)
        person.type("founderPasswordAgain", PASSWORD)
        person.click("setupPagesNext")
        person.click("sheetSave")
        person.name_file(self._chosen / "sheet.pdf")
        person.click("setupPagesNext")
        for number, group in enumerate(sheet_groups(self._chosen / "sheet.pdf"), start=1):
            person.type(f"group{number}", group)
        person.click("setupPagesNext")
        person.click("setupPagesNext")
        person.see("topBar")

    def _import_the_customers(self) -> None:
        person = self._person
        person.press(KEY.Key_3, ALT)
        person.click("customersImport")
        person.click("importChoose")
        person.name_file(self._incoming / "window.csv")
        for _ in range(3):
            person.click("importWizardNext")
        assert str(len(BY_WINDOW)) in person.text("importRun")
        person.click("importLeave")

    def _look_at_a_customer(self) -> None:
        """Find by a part of the name, show and copy the number, and note something."""
        person = self._person
        person.type("customersSearch", SEARCHED)
        person.click_row("customersTable")
        person.turn_to("customerTabs", 1)
        person.click(next(name for name in person.names() if name.endswith("Reveal")))
        reason = next(name for name in person.names() if name.startswith("reveal_") and name.endswith("Reason"))
        person.type(reason, REASON)
        person.click(reason.replace("Reason", "Give"))
        person.click(next(name for name in person.names() if name.endswith("Copy") and name.startswith("number_")))
        person.click("customerEdit")
        person.type("notes", NOTED)
        person.click("editorSave")

    def _take_in_a_mail(self) -> None:
        person = self._person
        person.press(KEY.Key_2, ALT)
        for one in BY_WINDOW:
            person.drop("requests", self._incoming / f"{one.place:02}.eml")
        person.click_row("inboxTable")
        assert "開示をお願いします" in cast(QTextEdit, person.see("mailText")).toPlainText()
        person.click(next(name for name in person.names() if name.startswith("attachment")))
        person.name_file(self._chosen / "attachment.txt")
        person.click("startRequest")
        person.click("intakeTake")
        person.see("caseHead")

    def _answer_it(self) -> None:
        """Papers, acknowledgement, identity, decision, and the letter: looked at, issued, saved, printed and sent."""
        person = self._person
        person.click("caseStep")
        person.click("papersDialogAccept")
        person.click("caseStep")
        person.click("issueLetter")
        person.click("letterSent")
        person.click("sendDialogAccept")
        person.click("letterBack")
        self._show_identity()
        person.click("caseStep")
        person.choose("decision", "disclosed")
        person.click("recordDecision")
        person.click("caseStep")
        person.click("issueLetter")
        person.click("letterSave")
        person.name_file(self._chosen / "answer.pdf")
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFileName(str(self._chosen / "printed.pdf"))
        cast(PdfView, person.see("letterPages")).print_to(printer)
        person.settle()
        person.click("letterSent")
        person.type("tracking", "123-45-67890-1")
        person.click("sendDialogAccept")

    def _show_identity(self) -> None:
        person = self._person
        person.click("caseStep")
        person.choose("checkChannel", "post")
        person.choose("checkMethod", "copies")
        person.choose("paper0Kind", "licence")
        person.choose("paper0Seen", "copy")
        person.type("paper0Valid", f"{app.now().astimezone(ZONE).date() + _LIFE_OF_A_LICENCE}")
        for mask in [name for name in person.names() if name.startswith("paper0_")]:
            person.tick(mask)
        person.click("recordCheck")

    def _write_lists(self) -> None:
        """A list for a mailing, and everything, where the user wants them."""
        person = self._person
        person.press(KEY.Key_3, ALT)
        person.click("customersMore")
        person.choose_in_menu("mailing")
        person.choose("mailingFormat", "csv")
        person.click("mailingDialogAccept")
        person.name_file(self._chosen / "mailing.csv")
        self._go_to_section(_FOLDER)
        person.click("exportEverything")
        person.click("exportQuestionAccept")
        person.name_file(self._chosen / "everything.zip")

    def _back_up_and_rotate(self) -> None:
        """A backup to a medium, its test, then new keys for the desk."""
        person = self._person
        self._go_to_section(_BACKUPS)
        person.click("addPlace")
        person.name_file(self._medium)
        person.click("backUpNow")
        person.click_row("copies")
        person.click("testBackup")
        person.type("drillPassword", PASSWORD)
        person.click("drillAccept")
        person.click("drillResultAccept")
        self._go_to_section(_PROTECTION)
        person.click("rotateKeys")
        person.type("rotateSecret", PASSWORD)
        person.click("rotateAccept")

    def _begin_a_customer(self) -> None:
        """Half typed, which the lock must keep as a draft."""
        person = self._person
        person.press(KEY.Key_3, ALT)
        person.click("customersNew")
        write(person.see("name"), DRAFTED)
        person.settle()

    def _lock(self, program: Program) -> None:
        self._person.press(KEY.Key_L, CTRL)
        self._person.wait_for(lambda: program in self._ended, "the desk is not closed")
        program.window.deleteLater()
        program.deleteLater()

    def _come_back(self) -> None:
        """Once with a slip of typing, then right; the day's first customers are looked at again."""
        person = self._person
        person.type("password", PASSWORD + "x")
        person.press(KEY.Key_Return)
        person.type("password", PASSWORD)
        person.wait_for(person.see("unlockDesk").isEnabled, "the wait after a slip does not end")
        person.click("unlockDesk")
        person.see("topBar")
        person.press(KEY.Key_3, ALT)
        person.click_row("customersTable")
        person.press(KEY.Key_6, ALT)

    def _go_to_section(self, place: int) -> None:
        self._person.press(KEY.Key_7, ALT)
        self._person.click_row("officeSections", place)


def sheet_groups(sheet: Path) -> list[str]:
    """The groups on a printed recovery sheet."""
    return _SHEET_GROUP.findall(PdfReader(sheet).pages[0].extract_text())


if __name__ == "__main__":
    QTimer.singleShot(600_000, lambda: sys.exit("the day does not end"))
    Day(Path(sys.argv[1])).run()
