"""Lists that leave the desk: what the list of customers shows, and whom a mailing reaches."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from privdesk.domain.errors import DeskError
from privdesk.domain.person import PeopleQuery
from privdesk.domain.purpose import Purpose
from privdesk.gui.background import Background
from privdesk.gui.customers.files import ask_where, save
from privdesk.gui.translation import language, translated
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import export, purposes
from privdesk.operations.purposes import MailingList
from privdesk.operations.sheets import SheetFormat

_FORMATS = (SheetFormat.XLSX, SheetFormat.CSV)


class FormatField(Field):
    """The choice between a workbook and a CSV file."""

    def __init__(self, name: str) -> None:
        self._box = Choice()
        super().__init__(name, self._box)
        for format_ in _FORMATS:
            self._box.addItem("", format_.value)

    def say_formats(self) -> None:
        """Set the words."""
        self.say(self.tr("File"))
        for place, text in enumerate((self.tr("Excel workbook (.xlsx)"), self.tr("CSV text (.csv)"))):
            self._box.setItemText(place, text)

    def format(self) -> SheetFormat:
        """The chosen one."""
        return SheetFormat(self.text())


class ExportDialog(Dialog):
    """Saves the customers that the list shows, without their numbers."""

    def __init__(self, parent: QWidget, background: Background, query: PeopleQuery, count: str) -> None:
        super().__init__("exportDialog", parent)
        self._background = background
        self._query = query
        self._count = count
        self._format = FormatField("exportFormat")
        self._suspended = QCheckBox()
        self._suspended.setObjectName("exportSuspended")
        self.column.addWidget(self._format)
        self.column.addWidget(self._suspended)
        self.retranslate()

    def try_accept(self) -> None:
        """Ask where, then export and save."""
        ask_where(self, self.windowTitle(), f"customers.{self._format.text()}", self._export)

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Export what is shown"),
            self.tr(
                "{count} customers of the list, without bank accounts, cards and licences. It is noted in the log."
            ).format(count=self._count),
            self.tr("Save the file"),
        )
        self._format.say_formats()
        self._suspended.setText(self.tr("Also those who suspended or opted out of a purpose"))

    def _export(self, path: Path) -> None:
        operation = partial(export.export_people, with_suspended=self._suspended.isChecked())
        self._background.write(
            self,
            operation,
            self._query,
            self._format.format(),
            then=partial(self._save, path),
            otherwise=self._take_error,
        )

    def _save(self, path: Path, content: bytes) -> None:
        save(self._background, self._background, path, content)
        self.accept()

    def _take_error(self, error: DeskError) -> None:
        self.show_wrong(translated(error))


class MailingDialog(Dialog):
    """Shows whom a mailing for a purpose reaches and how many it leaves out; saves the list."""

    def __init__(self, parent: QWidget, background: Background, office: Mapping[str, Purpose]) -> None:
        super().__init__("mailingDialog", parent)
        self._background = background
        self._office = office
        self._list: MailingList | None = None
        self._box = Choice()
        for code in office:
            self._box.addItem("", code)
        marketing = [code for code, purpose in office.items() if purpose.marketing]
        self._box.setCurrentIndex(max(0, self._box.findData(next(iter(marketing), ""))))
        self._purpose = Field("mailingPurpose", self._box)
        self._whole = Paragraph(role="small", tone="dim")
        self._figures = (Text(role="figure"), Text(role="figure", tone="late"))
        self._words = (Text(role="small", tone="dim"), Text(role="small", tone="dim"))
        self._reached = Text(role="small", tone="dim")
        self._consented = QCheckBox()
        self._consented.setObjectName("mailingConsented")
        self._format = FormatField("mailingFormat")
        figures = QGridLayout()
        figures.setHorizontalSpacing(32)
        for place in range(2):
            figures.addWidget(self._figures[place], 0, place)
            figures.addWidget(self._words[place], 1, place)
        figures.setColumnStretch(2, 1)
        for part in (self._purpose, self._whole):
            self.column.addWidget(part)
        self.column.addLayout(figures)
        for below in (self._reached, self._consented, self._format):
            self.column.addWidget(below)
        self._box.currentIndexChanged.connect(self._count)
        self._consented.toggled.connect(self._show)
        self.retranslate()
        self._count()

    def sizeHint(self) -> QSize:
        """Wide enough for the longest purpose."""
        return super().sizeHint().expandedTo(QSize(560, 0))

    def try_accept(self) -> None:
        """Ask where, then save the list."""
        ask_where(self, self.windowTitle(), f"mailing-{self._purpose.text()}.{self._format.text()}", self._export)

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Mailing list"),
            self.tr("Whoever suspended or opted out of the purpose is left out. It is noted in the log."),
            self.tr("Save the list"),
        )
        self._purpose.say(self.tr("Purpose of use"))
        for place in range(self._box.count()):
            self._box.setItemText(place, self._office[self._box.itemData(place)].short.in_(language()))
        self._words[0].setText(self.tr("customers are reached"))
        self._words[1].setText(self.tr("left out: suspended or opted out"))
        self._consented.setText(self.tr("Only customers whose consent is on record"))
        self._format.say_formats()
        self._show()

    def _count(self) -> None:
        self._list = None
        self._show()
        self._background.write(
            self, purposes.recipients, self._purpose.text(), then=self._take, otherwise=self._take_error
        )

    def _take(self, found: MailingList) -> None:
        if found.purpose == self._purpose.text():
            self._list = found
            self._show()

    def _show(self) -> None:
        self._whole.setText(self._office[self._purpose.text()].name.in_(language()))
        found = self._list
        only = self._consented.isChecked()
        reached = [one for one in found.recipients if one.consented or not only] if found else []
        self._figures[0].setText(f"{len(reached):,}" if found else "…")
        self._figures[1].setText(f"{found.left_out:,}" if found else "…")
        self._reached.setText(
            self.tr("Of these {yes} consented; {silent} have no mail address, {homeless} no postal address.").format(
                yes=f"{sum(one.consented for one in reached):,}",
                silent=f"{sum(not one.mail for one in reached):,}",
                homeless=f"{sum(not one.address for one in reached):,}",
            )
            if found
            else ""
        )
        self.verb.setEnabled(bool(reached))

    def _export(self, path: Path) -> None:
        self._background.write(
            self,
            partial(export.export_mailing_list, consented=self._consented.isChecked()),
            self._purpose.text(),
            self._format.format(),
            then=partial(self._save, path),
            otherwise=self._take_error,
        )

    def _save(self, path: Path, content: bytes) -> None:
        save(self._background, self._background, path, content)
        self.accept()

    def _take_error(self, error: DeskError) -> None:
        self.show_wrong(translated(error))
