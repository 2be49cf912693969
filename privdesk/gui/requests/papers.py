"""The papers of an identity check: what was seen, original or copy, what was blacked out, how old it is."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from privdesk.domain.identity import Paper, Seen, Shows
from privdesk.domain.law import Law, PaperKind
from privdesk.domain.shown import shown
from privdesk.gui.requests.dialogs import fill
from privdesk.gui.requests.words import local
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.icon import IconButton
from privdesk.gui.widgets.text import Text

SEEN = {Seen.ORIGINAL: shown("requests", "Original"), Seen.COPY: shown("requests", "Copy")}
SHOWS = {Shows.IDENTITY: shown("requests", "Who it is"), Shows.AUTHORITY: shown("requests", "The right to ask")}


def accepted(law: Law, on: date) -> dict[str, PaperKind]:
    """The kinds of papers that are accepted on a day."""
    return {code: kind for code, kind in law.papers.items() if kind.valid_from <= on <= kind.valid_to}


class PaperRow(Translated, QWidget):
    """One paper; only what its kind asks for is shown."""

    edited = Signal()
    remove_wanted = Signal()

    def __init__(self, name: str, law: Law, today: date, *, agent: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self._law = law
        self._kinds = accepted(law, today)
        self._agent = agent
        self._code = Field(f"{name}Kind", Choice())
        self._seen = Field(f"{name}Seen", Choice())
        self._shows = Field(f"{name}Shows", Choice())
        self._issued = DateField(f"{name}Issued", today)
        self._valid = DateField(f"{name}Valid", today)
        self._masks = {code: QCheckBox() for code in law.masks}
        self._label = Text(role="small", tone="dim")
        self._remove = IconButton(f"{name}Remove", "trash-2")
        self._lay_out(name)
        self.retranslate()

    def paper(self) -> Paper | None:
        """What was seen; nothing where no kind is chosen. Raises BadDate."""
        kind = self._kind()
        if kind is None:
            return None
        seen = self._chosen_seen(kind)
        masked = kind.masks if seen is Seen.COPY else ()
        return Paper(
            code=self._code.text(),
            seen=seen,
            shows=self._chosen_use(kind),
            blacked_out=tuple(code for code in masked if self._masks[code].isChecked()),
            issued_on=self._issued.day() if kind.months is not None else None,
            valid_until=self._valid.day() if kind.expires else None,
        )

    def choose(self, code: str) -> None:
        """Begin with a kind."""
        self._code.set_text(code)
        self._show_kind()

    def expect(self, seen: Seen) -> None:
        """Begin with the paper itself, or a copy."""
        self._seen.set_text(seen.value)
        self._show_kind()

    def retranslate(self) -> None:
        """Set all words."""
        kinds = {code: local(kind.name) for code, kind in self._kinds.items() if kind.identity or self._agent}
        fill(self._code, {"": self.tr("Choose a paper"), **kinds})
        fill(self._seen, {seen.value: words("requests", text) for seen, text in SEEN.items()})
        fill(self._shows, {use.value: words("requests", text) for use, text in SHOWS.items()})
        self._code.say(self.tr("Paper"))
        self._seen.say(self.tr("Seen as"))
        self._shows.say(self.tr("Shows"))
        self._issued.say(self.tr("Issued on"))
        self._valid.say(self.tr("Valid until"))
        self._label.setText(self.tr("Blacked out on the copy"))
        self._remove.say(self.tr("Remove this paper"))
        for code, box in self._masks.items():
            box.setText(local(self._law.masks[code]))
        self._show_kind()

    def _lay_out(self, name: str) -> None:
        row, more, masks = QHBoxLayout(), QHBoxLayout(), QVBoxLayout()
        for field, where in (
            (self._code, row),
            (self._seen, row),
            (self._valid, more),
            (self._issued, more),
            (self._shows, more),
        ):
            field.edited.connect(self._show_kind)
            where.addWidget(field, 1)
        row.addWidget(self._remove)
        masks.setSpacing(0)
        masks.addWidget(self._label)
        for code, box in self._masks.items():
            box.setObjectName(f"{name}_{code}")
            box.toggled.connect(lambda _: self.edited.emit())
            masks.addWidget(box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (row, more, masks):
            column.addLayout(part)
        self._remove.clicked.connect(self.remove_wanted)

    def _kind(self) -> PaperKind | None:
        return self._kinds.get(self._code.text())

    def _chosen_seen(self, kind: PaperKind) -> Seen:
        return Seen.ORIGINAL if kind.original else Seen(self._seen.text())

    def _chosen_use(self, kind: PaperKind) -> Shows:
        if not self._agent:
            return Shows.IDENTITY
        return Shows(self._shows.text()) if kind.identity else Shows.AUTHORITY

    def _show_kind(self) -> None:
        kind = self._kind()
        self._seen.setVisible(kind is not None and not kind.original)
        self._shows.setVisible(kind is not None and self._agent and kind.identity)
        self._issued.setVisible(kind is not None and kind.months is not None)
        self._valid.setVisible(kind is not None and kind.expires)
        copied = kind is not None and self._chosen_seen(kind) is Seen.COPY
        for code, box in self._masks.items():
            box.setVisible(copied and kind is not None and code in kind.masks)
        self._label.setVisible(copied and kind is not None and bool(kind.masks))
        self.edited.emit()


class PapersEditor(Translated, QWidget):
    """The papers under each other, as many as were seen; it begins with the first `asked` that shows who it is."""

    edited = Signal()

    def __init__(self, law: Law, today: date, *, agent: bool, asked: Sequence[str] = ()) -> None:
        super().__init__()
        self._law, self._today, self._agent = law, today, agent
        self._seen = Seen.ORIGINAL
        self._count = 0
        self._rows: list[PaperRow] = []
        self._add = Button("addPaper", "plain", "plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(line(self._add, None))
        self._add.clicked.connect(self.add)
        self.add()
        identity = [code for code in asked if code in law.papers and law.papers[code].identity]
        for code in identity[:1]:
            self._rows[0].choose(code)
        self.retranslate()

    def papers(self) -> tuple[Paper, ...]:
        """What was seen; raises BadDate."""
        return tuple(paper for paper in (row.paper() for row in self._rows) if paper is not None)

    def expect(self, seen: Seen) -> None:
        """Begin each paper with itself, or with a copy."""
        self._seen = seen
        for row in self._rows:
            row.expect(seen)

    def add(self) -> None:
        """One more paper."""
        row = PaperRow(f"paper{self._count}", self._law, self._today, agent=self._agent)
        self._count += 1
        row.expect(self._seen)
        row.edited.connect(self.edited)
        row.remove_wanted.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 1, row)

    def retranslate(self) -> None:
        """Set the words of the button."""
        self._add.setText(self.tr("Another paper"))

    def _remove(self, row: PaperRow) -> None:
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        self.edited.emit()
