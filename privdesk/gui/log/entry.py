"""One entry of the log, whole: what was done, by whom, about what, and the ways on from there."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.log import LogLine, LogQuery
from privdesk.domain.log_words import detail_of, things_of
from privdesk.domain.text import visible
from privdesk.gui.log.columns import moment
from privdesk.gui.logged import Telling, act_said
from privdesk.gui.theme import row_height
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line, scrolled
from privdesk.gui.widgets.text import OneLine, Paragraph

_SIGNS = {"person": "user", "request": "inbox", "letter": "file-text", "message": "mail"}


class EntryView(Translated, Card):
    """`thing_wanted` with noun and id of what is to be opened, `query_wanted` with a narrower query.

    `leads_to` are the nouns of things that the user may open.
    """

    thing_wanted = Signal(str, int)
    query_wanted = Signal(object)

    def __init__(self, telling: Telling, leads_to: frozenset[str], *, own: bool) -> None:
        super().__init__(margin=12)
        self.setObjectName("logEntry")
        self._telling = telling
        self._leads_to = leads_to
        self._own = own
        self._line: LogLine | None = None
        self._title = OneLine(role="strong")
        self._facts = OneLine(role="small", tone="dim")
        self._details = Paragraph()
        self._ways = QWidget()
        self._row = line(None, spacing=12)
        self._ways.setLayout(self._row)
        self._same_act = Button("logSameAct", "link", "funnel")
        self._same_thing = Button("logSameThing", "link", "funnel")
        self.column.setSpacing(4)
        self.column.addLayout(line(self._title, self._same_act, self._same_thing, spacing=12))
        self.column.addWidget(self._facts)
        self.column.addWidget(self._ways)
        whole = QVBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._details)
        whole.addStretch(1)
        self._more = scrolled(whole, "logEntryDetails")
        self._more.setMinimumHeight(2 * row_height())
        self.column.addWidget(self._more, 1)
        self._same_act.clicked.connect(lambda: self._want(act=self._line.act if self._line else ""))
        self._same_thing.clicked.connect(lambda: self._want(person=self._person()))
        self.hide()

    def show_line(self, entry: LogLine | None) -> None:
        """Show another entry, or none."""
        self._line = entry
        self.setVisible(entry is not None)
        self.retranslate()

    def retranslate(self) -> None:
        """Say all again."""
        entry = self._line
        if entry is None:
            return
        about = self._telling.thing(entry.about)
        self._title.setText(" – ".join(filter(None, (act_said(entry.act), about))))
        number = self.tr("Entry {number}").format(number=f"{entry.seq:,}")
        self._facts.setText(" · ".join((number, moment(entry), visible(entry.user) or self.tr("nobody who is known"))))
        details = self._telling.details(detail_of(entry.detail))
        self._details.setText("\n".join(details))
        self._more.setVisible(bool(details))
        self._same_act.setText(self.tr("All like this"))
        self._same_act.setToolTip(self.tr("Show every entry of the same act"))
        self._same_thing.setText(self.tr("Who looked"))
        self._same_thing.setToolTip(self.tr("Show who opened, changed or used this customer's record"))
        self._same_thing.setVisible(self._person() is not None and not self._own)
        self._say_ways(entry)

    def _say_ways(self, entry: LogLine) -> None:
        """A link for each thing that the entry names and the user may open."""
        for gone in self._ways.findChildren(Button):
            self._row.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for thing in things_of(entry.about, detail_of(entry.detail)):
            noun, _, id_ = thing.partition(":")
            if noun in self._leads_to and thing in self._telling.names:
                way = Button(f"logOpen_{noun}", "link", _SIGNS[noun])
                way.setText(self._telling.thing(thing))
                way.clicked.connect(partial(self._open, noun, int(id_)))
                self._row.insertWidget(self._row.count() - 1, way)
        self._ways.setVisible(self._row.count() > 1)

    def _open(self, noun: str, id_: int) -> None:
        self.thing_wanted.emit(noun, id_)

    def _person(self) -> int | None:
        noun, _, id_ = (self._line.about if self._line else "").partition(":")
        return int(id_) if noun == "person" and id_.isdecimal() else None

    def _want(self, **changed: object) -> None:
        self.query_wanted.emit(replace(LogQuery(), **changed))  # type: ignore[arg-type]
