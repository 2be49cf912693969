"""A mailing: shows whom a purpose reaches and whom it leaves out, and makes the list or the label sheets."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from privdesk.domain.errors import DeskError
from privdesk.domain.mailing import Labels, Output
from privdesk.domain.purpose import Purpose
from privdesk.gui.background import Background
from privdesk.gui.customers.dialogs import PurposeField
from privdesk.gui.customers.files import ask_where, save
from privdesk.gui.customers.labels import LabelSheetField, LabelsPage
from privdesk.gui.translation import translated
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.text import Paragraph, Text
from privdesk.operations import mailings
from privdesk.operations.desk import Desk
from privdesk.operations.mailings import Figures, Mailing

_WIDTH = 580


class MailingDialog(Dialog):
    """Counts whom a mailing for a purpose reaches before it is made; the making is what the log tells."""

    def __init__(self, parent: QWidget, background: Background, desk: Desk, office: Mapping[str, Purpose]) -> None:
        super().__init__("mailingDialog", parent)
        self.setMinimumWidth(_WIDTH)
        self._host = parent
        self._background = background
        self._desk = desk
        self._found: Figures | None = None
        marketing = [code for code, purpose in office.items() if purpose.marketing]
        self._purpose = PurposeField("mailingPurpose", office, next(iter(marketing), ""))
        self._figures = (Text(role="figure"), Text(role="figure", tone="late"))
        self._words = (Text(role="small", tone="dim"), Text(role="small", tone="dim"))
        self._reached = Paragraph(role="small", tone="dim")
        self._consented = QCheckBox()
        self._consented.setObjectName("mailingConsented")
        self._box = Choice()
        for output in Output:
            self._box.addItem("", output.value)
        self._output = Field("mailingFormat", self._box)
        self._labels = LabelSheetField("mailing")
        self._lay_out()
        self._purpose.edited.connect(self._choose)
        self._output.edited.connect(self._choose)
        self._consented.toggled.connect(self._show)
        self._choose()
        self.retranslate()
        self._purpose.editor.setFocus()

    def try_accept(self) -> None:
        """Ask where a list is to be saved; labels are shown first."""
        output = Output(self._output.text())
        if output is Output.LABELS:
            self._begin(output, self._draw)
        else:
            name = f"mailing-{self._purpose.code()}.{output}"
            ask_where(self, self.windowTitle(), name, lambda path: self._begin(output, partial(self._gather, path)))

    def retranslate(self) -> None:
        """Set the words."""
        labels = self._output.text() == Output.LABELS
        self.say(
            self.tr("Mailing"),
            self.tr("Whoever suspended or opted out of the purpose is left out. It is noted in the log."),
            self.tr("Draw the labels") if labels else self.tr("Save the list"),
        )
        self._purpose.say_purposes()
        self._words[0].setText(self.tr("customers are reached"))
        self._words[1].setText(self.tr("left out: suspended or opted out"))
        self._consented.setText(self.tr("Only who consented (advertising by mail needs it)"))
        self._output.say(self.tr("Output"))
        said = (self.tr("Excel workbook (.xlsx)"), self.tr("CSV text (.csv)"), self.tr("Address labels (PDF)"))
        for place, text in enumerate(said):
            self._box.setItemText(place, text)
        self._labels.retranslate()
        self._show()

    def _lay_out(self) -> None:
        figures = QGridLayout()
        figures.setHorizontalSpacing(32)
        for place in range(2):
            figures.addWidget(self._figures[place], 0, place)
            figures.addWidget(self._words[place], 1, place)
        figures.setColumnStretch(2, 1)
        self.column.addWidget(self._purpose)
        self.column.addLayout(figures)
        for below in (self._reached, self._consented, self._output, self._labels):
            self.column.addWidget(below)
        self._reached.keep_room(2)

    def _choose(self) -> None:
        """Another purpose or output: advertising by mail goes to who consented (特定電子メール法3条)."""
        labels = self._output.text() == Output.LABELS
        self._consented.setChecked(self._purpose.purpose().marketing and not labels)
        self._labels.setVisible(labels)
        self._found = None
        self.retranslate()
        self._background.beside(
            self,
            mailings.figures,
            self._desk,
            self._purpose.code(),
            then=self._take,
            otherwise=self._take_error,
            key="figures",
        )

    def _take(self, found: Figures) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        found = self._found
        reach = found and (found.consented if self._consented.isChecked() else found.every)
        self._figures[0].setText(f"{reach.people:,}" if reach else "…")
        self._figures[1].setText(f"{found.left_out:,}" if found else "…")
        self._reached.setText(self._reached_said(found) if found else "")
        self.verb.setEnabled(bool(reach and reach.people))

    def _reached_said(self, found: Figures) -> str:
        reach = found.consented if self._consented.isChecked() else found.every
        parts = [
            self.tr("Of these {yes} consented; {silent} have no mail address, {homeless} no postal address.").format(
                yes=f"{found.consented.people:,}",
                silent=f"{reach.without_mail:,}",
                homeless=f"{reach.without_address:,}",
            )
        ]
        if found.exempt:
            parts.append(self.tr("By a signed exemption: {count}.").format(count=f"{found.exempt:,}"))
        return " ".join(parts)

    def _begin(self, output: Output, then: Callable[[Mailing], None]) -> None:
        self.verb.setEnabled(False)
        begin = partial(mailings.begin, consented=self._consented.isChecked())
        self._background.write(self, begin, self._purpose.code(), output, then=then, otherwise=self._take_error)

    def _gather(self, path: Path, mailing: Mailing) -> None:
        self._beside(mailings.listed, mailing, then=partial(self._save, path))

    def _draw(self, mailing: Mailing) -> None:
        self._beside(mailings.labelled, mailing, self._labels.stock(), self._labels.start(), then=self._show_labels)

    def _beside(self, work: Callable[..., Any], *args: object, then: Callable[[Any], None]) -> None:
        self._background.beside(self, work, self._desk, *args, then=then, otherwise=self._take_error, long=True)

    def _save(self, path: Path, content: bytes) -> None:
        save(self._background, self._background, path, content)
        self.accept()

    def _show_labels(self, labels: Labels) -> None:
        self.accept()
        LabelsPage(self._host, self._background, labels).open()

    def _take_error(self, error: DeskError) -> None:
        self.show_wrong(translated(error))
        self._show()
