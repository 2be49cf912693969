"""First page of an import: which file, what it holds, how its letters and columns are told apart."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox

from privdesk.domain.batch import BatchKind
from privdesk.domain.errors import DeskError
from privdesk.gui.background import Background
from privdesk.gui.customers.drops import FileDrops
from privdesk.gui.customers.files import ask_which
from privdesk.gui.customers.imports.sheet import SheetModel
from privdesk.gui.translation import translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.table import Table
from privdesk.gui.widgets.text import OneLine, Paragraph
from privdesk.gui.widgets.wizard import WizardPage
from privdesk.operations import preview
from privdesk.operations.desk import Desk
from privdesk.operations.preview import Preview
from privdesk.operations.reference import Reference
from privdesk.operations.sifting import TableFile

_LOW = 300


class FilePage(WizardPage):
    """Holds the `preview` of the chosen file; None until there is one that can be read."""

    def __init__(self, background: Background, desk: Desk) -> None:
        super().__init__("importFile")
        self._background = background
        self._desk = desk
        self._file: TableFile | None = None
        self.preview: Preview | None = None
        self._name = OneLine(role="strong")
        self._choose = Button("importChoose", "plain", "folder-open")
        self._kind = Field("importKind", _box([kind.value for kind in BatchKind]))
        self._encoding = Field("importEncoding", _box(["", *preview.ENCODINGS]))
        self._delimiter = Field("importDelimiter", _box(["", *preview.DELIMITERS]))
        self._wrong = Paragraph(tone="late")
        self._empty = Empty("file-spreadsheet")
        self._sheet = SheetModel(self)
        self._table = Table("importPreview", self._sheet, self._empty)
        self._table.setMinimumHeight(_LOW)
        choices = line(spacing=12)
        for field in (self._kind, self._encoding, self._delimiter):
            choices.addWidget(field, 1)
            field.edited.connect(self._look)
        self.column.addLayout(line(self._name, self._choose))
        self.column.addLayout(choices)
        self.column.addWidget(self._wrong)
        self.column.addWidget(self._table, 1)
        self._choose.clicked.connect(self._ask)
        self._empty.step_wanted.connect(self._ask)
        FileDrops(self).dropped.connect(self.take)
        self._show(None)
        self.retranslate()

    def take(self, path: Path) -> None:
        """Read a file, with encoding and delimiter recognised."""
        for field in (self._encoding, self._delimiter):
            field.set_text("")
        self._background.beside(
            self, preview.read_file, path, then=self._take_file, otherwise=self._take_error, key="file"
        )

    def focus(self) -> None:
        """Put the cursor on the button that chooses the file."""
        self._choose.setFocus()

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("File")

    def title(self) -> str:
        """The title."""
        return self.tr("Which table?")

    def text(self) -> str:
        """What to look at."""
        return self.tr(
            "A CSV file with one customer or one transaction a row and the headers in the first row. "
            "Look whether it reads well."
        )

    def ready(self) -> bool:
        """Whether a table can be read."""
        return self.preview is not None

    def retranslate(self) -> None:
        """Set the words of the contents."""
        self._name.setText(self._file.name if self._file else self.tr("No file yet"))
        self._choose.setText(self.tr("Choose a file…"))
        self._kind.say(self.tr("What is in it"))
        _say(self._kind, self.tr("Customers"), self.tr("Transactions of a partner"))
        self._encoding.say(self.tr("Encoding"))
        found = self.preview.encoding if self.preview and not self._encoding.text() else ""
        _say(self._encoding, self.tr("Recognised: {name}").format(name=found) if found else self.tr("Recognise"))
        self._delimiter.say(self.tr("Between the columns"))
        signs = {",": self.tr("Comma"), "\t": self.tr("Tab"), ";": self.tr("Semicolon")}
        sign = signs.get(self.preview.delimiter, "") if self.preview and not self._delimiter.text() else ""
        first = self.tr("Recognised: {name}").format(name=sign) if sign else self.tr("Recognise")
        _say(self._delimiter, first, *(signs[each] for each in preview.DELIMITERS))
        self._table.setAccessibleName(self.tr("First rows of the table"))
        self._empty.say(self.tr("Drop the table here"), "", self.tr("Choose a file…"))

    def _ask(self) -> None:
        ask_which(self, self.tr("Choose a table"), self.tr("Tables (*.csv *.tsv *.txt);;All files (*)"), self.take)

    def _take_file(self, file: TableFile) -> None:
        self._file = file
        work = partial(_likelier, file, self._desk.reference)
        self._background.beside(self, work, then=self._take_likelier, otherwise=self._take_error, key="look")

    def _take_likelier(self, found: Preview) -> None:
        self._kind.set_text(found.kind)
        self._show(found)

    def _look(self) -> None:
        if self._file is None:
            return
        file = TableFile(
            self._file.name, self._file.content, self._encoding.text() or None, self._delimiter.text() or None
        )
        kind = BatchKind(self._kind.text())
        self._background.beside(
            self,
            partial(preview.look, file, kind, self._desk.reference.fields),
            then=self._show,
            otherwise=self._take_error,
            key="look",
        )

    def _take_error(self, error: DeskError) -> None:
        self._show(None)
        self._wrong.setText(translated(error))
        self._wrong.show()

    def _show(self, found: Preview | None) -> None:
        self.preview = found
        headers = [column.header for column in found.mapping.columns] if found else []
        self._sheet.set_sheet(headers, found.rows if found else ())
        self._table.chooser.reset()
        unread = self.tr("{count} characters cannot be read in this encoding. Choose another one.")
        self._wrong.setText(unread.format(count=found.replaced) if found and found.replaced else "")
        self._wrong.setVisible(bool(self._wrong.text()))
        self.retranslate()
        self.ready_changed.emit()


def _likelier(file: TableFile, given: Reference) -> Preview:
    """The table as what its headers speak for most, customers where they leave that open."""
    looks = [preview.look(file, kind, given.fields) for kind in BatchKind]
    return max(looks, key=lambda found: len(found.mapping.taken))


def _box(values: list[str]) -> QComboBox:
    box = Choice()
    for value in values:
        box.addItem(value, value)
    return box


def _say(field: Field, *texts: str) -> None:
    assert isinstance(field.editor, QComboBox)
    for place, text in enumerate(texts):
        field.editor.setItemText(place, text)
