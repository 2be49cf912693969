"""Label sheets: which sheet and where to begin on it, and the finished sheets on screen, to print or to save."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from privdesk.domain.mailing import Labels, LabelStock
from privdesk.domain.text import visible
from privdesk.gui import savefile
from privdesk.gui.background import Background
from privdesk.gui.translation import Translated, language
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.pdfview import PdfView
from privdesk.gui.widgets.text import Paragraph
from privdesk.operations import mailings

_PAGE = (480, 420)
# more names than this nobody reads in a dialog
_TOLD = 12


class LabelSheetField(Translated, QWidget):
    """The choice of a sheet, and of the first label that is still on it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}Labels")
        self._sheets, self._places = Choice(), Choice()
        self._sheet = Field(f"{name}Sheet", self._sheets)
        self._start = Field(f"{name}Start", self._places)
        for stock in LabelStock:
            self._sheets.addItem("", stock.value)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._sheet, 2)
        row.addWidget(self._start, 1)
        self._sheet.edited.connect(self._fill)
        self._fill()
        self.retranslate()

    def stock(self) -> LabelStock:
        """The chosen sheet."""
        return LabelStock(self._sheet.text())

    def start(self) -> int:
        """The place of the first label, 1 for the upper left one."""
        return int(self._start.text())

    def retranslate(self) -> None:
        """Set the words."""
        self._sheet.say(self.tr("Label sheet"))
        self._start.say(self.tr("Begin at label"), self.tr("Counted row by row from the upper left."))
        for place, stock in enumerate(LabelStock):
            self._sheets.setItemText(place, mailings.sheets()[stock].name[language()])

    def _fill(self) -> None:
        self._places.clear()
        for place in range(1, mailings.sheets()[self.stock()].places + 1):
            self._places.addItem(f"{place}", str(place))


class LabelDialog(Dialog):
    """Asks for the label sheet of one customer's address; `given` once it is chosen, then it stays open."""

    given = Signal()

    def __init__(self, parent: QWidget, purpose: str) -> None:
        super().__init__("labelDialog", parent)
        self._about = Paragraph(role="strong")
        self._about.setText(purpose)
        self._labels = LabelSheetField("label")
        self.column.addWidget(self._about)
        self.column.addWidget(self._labels)
        self.retranslate()

    def stock(self) -> LabelStock:
        """The chosen sheet."""
        return self._labels.stock()

    def start(self) -> int:
        """The place of the label."""
        return self._labels.start()

    def try_accept(self) -> None:
        """Use the address."""
        self.show_wrong("")
        self.given.emit()

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Address label"),
            self.tr("The address is used for this purpose, which is noted in the log."),
            self.tr("Draw the label"),
        )


class LabelsPage(Dialog):
    """Shows label sheets, prints or saves them; says whose address did not fit."""

    def __init__(self, parent: QWidget, background: Background, labels: Labels) -> None:
        super().__init__("labelsPage", parent, choice=False)
        self._background = background
        self._labels = labels
        self._page = PdfView("labelsPdf")
        self._page.setMinimumSize(*_PAGE)
        self._missing = Paragraph(tone="soon")
        self._print = Button("labelsPrint", "primary", "printer")
        self._save = Button("labelsSave", "plain", "download")
        self.column.addWidget(self._missing)
        self.column.addWidget(self._page, 1)
        self.column.addLayout(line(None, self._save, self._print))
        self._print.clicked.connect(self._page.ask_printer)
        self._save.clicked.connect(self._ask_file)
        self._page.show_pdf(labels.pdf)
        self.retranslate()
        self._print.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        counted = self.tr("{labels} labels on {sheets} sheets. Print them at actual size (100 %).")
        text = counted.format(labels=f"{self._labels.count:,}", sheets=f"{self._labels.sheets:,}")
        self.say(self.tr("Address labels"), text, self.tr("Close"))
        self._missing.setText(self._missing_said())
        self._missing.setVisible(bool(self._labels.too_long))
        self._print.setText(self.tr("Print"))
        self._save.setText(self.tr("Save as PDF"))

    def _missing_said(self) -> str:
        long = self._labels.too_long
        comma = "、" if language() == "ja" else ", "
        names = comma.join(map(visible, long[:_TOLD])) + (" …" if len(long) > _TOLD else "")
        return self.tr("Too long for a label, write these by hand ({count}): {names}").format(
            count=f"{len(long):,}", names=names
        )

    def _ask_file(self) -> None:
        name = self.tr("labels.pdf")
        savefile.ask(self, self.tr("Save as PDF"), name, self._labels.pdf, self._background.failed.emit, lambda: None)
