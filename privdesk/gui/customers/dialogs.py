"""Lists that leave the desk: the customers that the list shows, for a purpose that is stated."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from privdesk.domain.errors import DeskError
from privdesk.domain.person import PeopleQuery
from privdesk.domain.purpose import Purpose
from privdesk.gui.background import Background
from privdesk.gui.customers.files import ask_where, save
from privdesk.gui.translation import language, translated
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.operations import export
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


class PurposeField(Field):
    """The choice of a purpose of use, with its whole words below."""

    def __init__(self, name: str, office: Mapping[str, Purpose], first: str = "") -> None:
        self._box = Choice()
        self._office = office
        super().__init__(name, self._box)
        for code in office:
            self._box.addItem("", code)
        self._box.setCurrentIndex(max(0, self._box.findData(first)))
        self.edited.connect(self.say_purposes)
        self.keep_room(2)

    def say_purposes(self) -> None:
        """Set the words, below the choice those of the chosen one in full."""
        for place in range(self._box.count()):
            self._box.setItemText(place, self._office[self._box.itemData(place)].short.in_(language()))
        self.say(self.tr("Purpose of use"), self.purpose().name.in_(language()))

    def code(self) -> str:
        """The code of the chosen one."""
        return self.text()

    def purpose(self) -> Purpose:
        """The chosen one."""
        return self._office[self.code()]


class ExportDialog(Dialog):
    """Saves the customers that the list shows, without their numbers; whoever suspended the purpose is left out."""

    def __init__(
        self, parent: QWidget, background: Background, query: PeopleQuery, count: str, office: Mapping[str, Purpose]
    ) -> None:
        super().__init__("exportDialog", parent)
        self._background = background
        self._query = query
        self._count = count
        self._purpose = PurposeField("exportPurpose", office)
        self._format = FormatField("exportFormat")
        self.column.addWidget(self._purpose)
        self.column.addWidget(self._format)
        self.retranslate()

    def try_accept(self) -> None:
        """Ask where, then export and save."""
        ask_where(self, self.windowTitle(), f"customers.{self._format.text()}", self._export)

    def retranslate(self) -> None:
        """Set the words."""
        self.say(
            self.tr("Export what is shown"),
            self.tr(
                "{count} customers of the list, without bank accounts, cards and licences. Whoever suspended or opted "
                "out of the purpose is left out. It is noted in the log."
            ).format(count=self._count),
            self.tr("Save the file"),
        )
        self._purpose.say_purposes()
        self._format.say_formats()

    def _export(self, path: Path) -> None:
        self._background.write(
            self,
            partial(export.export_people, purpose=self._purpose.code()),
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
