"""First page of an import: which file, what it holds, how its letters and columns are told apart."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QComboBox

from privdesk.domain.batch import BatchKind
from privdesk.domain.errors import DeskError
from privdesk.domain.text import visible
from privdesk.gui.background import Background
from privdesk.gui.customers.drops import FileDrops
from privdesk.gui.customers.files import ask_which
from privdesk.gui.customers.imports.how_read import HowRead
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
from privdesk.operations import batches, preview
from privdesk.operations.desk import Desk
from privdesk.operations.preview import Preview
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
        self._how = HowRead()
        self._hidden = Paragraph(role="small", tone="dim")
        self._wrong = Paragraph(tone="late")
        self._empty = Empty("file-spreadsheet")
        self._sheet = SheetModel(self)
        self._table = Table("importPreview", self._sheet, self._empty)
        self._table.setMinimumHeight(_LOW)
        self._lay_out()
        self._choose.clicked.connect(self._ask)
        self._empty.step_wanted.connect(self._ask)
        FileDrops(self).dropped.connect(self.take)
        self._show(None)

    def _lay_out(self) -> None:
        choices = line(spacing=12)
        choices.addWidget(self._kind, 1)
        choices.addWidget(self._how, 2)
        self._how.edited.connect(self._look)
        self._kind.edited.connect(self._take_kind)
        self.column.addLayout(line(self._name, self._choose))
        self.column.addLayout(choices)
        self.column.addWidget(self._hidden)
        self.column.addWidget(self._wrong)
        self.column.addWidget(self._table, 1)

    def take(self, path: Path) -> None:
        """Read a file, with encoding, delimiter and sheet recognised."""
        self._how.reset()
        self._file = TableFile(path.name, path)
        work = partial(preview.look_whatever, self._file, self._desk.reference.fields)
        self._background.beside(self, work, then=self._take_look, otherwise=self._take_error, key="look")

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
            "A CSV or XLSX file with one customer or one transaction a row and the headers in the first row. "
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
        look = self.preview.look if self.preview else None
        self._how.say(look)
        hidden = [visible(sheet.name) for sheet in look.sheets if sheet.hidden] if look else []
        self._hidden.setText(self.tr("Hidden in the workbook: {names}").format(names=", ".join(hidden)))
        self._hidden.setVisible(bool(hidden))
        self._table.setAccessibleName(self.tr("First rows of the table"))
        self._empty.say(self.tr("Drop the table here"), "", self.tr("Choose a file…"))

    def _ask(self) -> None:
        ask_which(
            self, self.tr("Choose a table"), self.tr("Tables (*.xlsx *.csv *.tsv *.txt);;All files (*)"), self.take
        )

    def _take_look(self, found: Preview) -> None:
        self._kind.set_text(found.kind)
        if found.file.sheet is None:
            self._how.set_sheets(found.look.sheets, found.look.sheet)
        self._background.read(self, batches.remembered, found, then=self._show, key="remembered")

    def _take_kind(self) -> None:
        if self.preview:
            kind = BatchKind(self._kind.text())
            self._take_look(preview.as_kind(self.preview, kind, self._desk.reference.fields))

    def _look(self) -> None:
        if self._file is None:
            return
        file = TableFile(self._file.name, self._file.given, *self._how.chosen)
        kind = BatchKind(self._kind.text())
        self._background.beside(
            self,
            partial(preview.look, file, kind, self._desk.reference.fields),
            then=self._take_look,
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
        self._wrong.setText(unread.format(count=found.look.replaced) if found and found.look.replaced else "")
        self._wrong.setVisible(bool(self._wrong.text()))
        self.retranslate()
        self.ready_changed.emit()


def _box(values: list[str]) -> QComboBox:
    box = Choice()
    for value in values:
        box.addItem(value, value)
    return box


def _say(field: Field, *texts: str) -> None:
    assert isinstance(field.editor, QComboBox)
    for place, text in enumerate(texts):
        field.editor.setItemText(place, text)
