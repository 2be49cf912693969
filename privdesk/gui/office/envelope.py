"""The section of the envelopes: which window envelopes the office uses, and a page to try them with."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.errors import DeskError
from privdesk.domain.office import Office
from privdesk.domain.shown import shown
from privdesk.gui import savefile
from privdesk.gui.background import Background
from privdesk.gui.office.section import ProfileSection
from privdesk.gui.translation import language
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.pdfview import PdfView
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import envelopes
from privdesk.operations.desk import Desk

# millimetres by which makers' windows differ from the usual place
_OFF = range(-15, 16)
_PAGE = (480, 460)


class Envelopes(ProfileSection):
    """The profile, how far the window of the stock in use lies off it, and the test page for what stands here."""

    name = "envelopes"
    sign = "mail"
    titled = shown("sections", "Envelopes")
    fields = ("envelope", "window_right", "window_down")

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._form = Form("envelopeForm")
        self._boxes = {name: Choice() for name in self.fields}
        self._fields = {name: Field(name, box) for name, box in self._boxes.items()}
        for code in envelopes.choices(language()):
            self._boxes["envelope"].addItem("", code)
        for name in ("window_right", "window_down"):
            for millimetres in _OFF:
                self._boxes[name].addItem("", str(millimetres))
        self._form.add(self._fields["envelope"])
        self._form.add(self._fields["window_right"], self._fields["window_down"])
        self._about = Paragraph(role="small", tone="dim")
        self._try = Button("envelopeTry", "plain", "printer")
        self.column.addWidget(self._form)
        self.column.addWidget(self._about)
        self.column.addLayout(line(self._try, None))
        self.column.addStretch(1)
        self._form.edited.connect(self.mark_edited)
        self._try.clicked.connect(self.try_page)
        self.retranslate()
        self.start_from(desk.office)

    def text(self) -> str:
        """What the section is for."""
        return self.tr("Where letters have the address, so that it shows in the window of your envelopes.")

    def values(self) -> dict[str, Any]:
        """The profile and the place of the window."""
        texts = self._form.texts()
        off = {name: int(texts[name]) for name in ("window_right", "window_down")}
        return {"envelope": texts["envelope"], **off}

    def fill(self, office: Office) -> None:
        """Show the profile and the place of the window."""
        for name, field in self._fields.items():
            field.set_text(str(getattr(office, name)))

    def labels(self) -> dict[str, str]:
        """The words for each field."""
        return {name: field.editor.accessibleName() for name, field in self._fields.items()}

    def words_of(self, value: object) -> str:
        """The profile by its name, a distance with its unit."""
        if isinstance(value, str):
            return envelopes.choices(language())[value]
        return self.tr("{distance} mm").format(distance=value)

    def focus_first(self) -> None:
        """The profile."""
        self._boxes["envelope"].setFocus()

    def try_page(self) -> None:
        """Draw the test page for what stands here, saved or not."""
        wanted, today = self.over(self.saved), self.desk.today
        self.work.beside(self, envelopes.drawn, wanted, today, language(), then=self._show_page)

    def retranslate(self) -> None:
        """Set all words."""
        self._fields["envelope"].say(self.tr("Window envelope"))
        self._fields["window_right"].say(self.tr("Window lies further right"), self.tr("Below 0: further left."))
        self._fields["window_down"].say(self.tr("Window lies further down"), self.tr("Below 0: further up."))
        for place, words in enumerate(envelopes.choices(language()).values()):
            self._boxes["envelope"].setItemText(place, words)
        for name in ("window_right", "window_down"):
            for place, millimetres in enumerate(_OFF):
                self._boxes[name].setItemText(place, self.words_of(millimetres))
        self._about.setText(
            self.tr(
                "Makers differ. Print the test page, fold it, put it into one of your envelopes and read the scale."
            )
        )
        self._try.setText(self.tr("Test page…"))

    def _show_page(self, content: bytes) -> None:
        page = EnvelopePage(self, content)
        page.failed.connect(self.work.failed)
        page.open()


class EnvelopePage(Dialog):
    """Shows the test page, prints it or saves it; `failed` with an expected error."""

    failed = Signal(object)

    def __init__(self, parent: QWidget, content: bytes) -> None:
        super().__init__("envelopePage", parent, choice=False)
        self._content = content
        self._page = PdfView("envelopePdf")
        self._page.setMinimumSize(*_PAGE)
        self._print = Button("envelopePrint", "primary", "printer")
        self._save = Button("envelopeSave", "plain", "download")
        self.column.addWidget(self._page, 1)
        self.column.addLayout(line(None, self._save, self._print))
        self._print.clicked.connect(self._page.ask_printer)
        self._save.clicked.connect(self._ask_file)
        self._page.show_pdf(content)
        self.retranslate()
        self._print.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr("Print it at its actual size (100 %), not fitted to the page.")
        self.say(self.tr("Test page for envelopes"), text, self.tr("Close"))
        self._print.setText(self.tr("Print"))
        self._save.setText(self.tr("Save as PDF"))

    def _ask_file(self) -> None:
        name = self.tr("envelope-test.pdf")
        savefile.ask(self, self.tr("Save as PDF"), name, self._content, self._fail, lambda: None)

    def _fail(self, error: DeskError) -> None:
        self.failed.emit(error)
