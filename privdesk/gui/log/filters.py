"""What the list of entries is narrowed by: a customer, a user, what was done, days."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from privdesk.domain.log import LogQuery
from privdesk.domain.text import visible
from privdesk.domain.user import User
from privdesk.gui.logged import log_words
from privdesk.gui.translation import Translated, language
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.text import OneLine, Text

_INSET = "\N{IDEOGRAPHIC SPACE}"
# begins the choice of a topic, which no act does
_TOPIC = "*"


class LogFilters(Translated, Card):
    """`changed` with the query that is wanted; `customer_wanted` where a customer is to be chosen.

    Who sees only what he did himself (`own`) is not asked for a user.
    """

    changed = Signal(object)
    customer_wanted = Signal()

    def __init__(self, today: date, *, own: bool) -> None:
        super().__init__(margin=12)
        self.setObjectName("logFilters")
        self._query = LogQuery()
        self._users: tuple[User, ...] = ()
        self.who = ""
        self._title = Text(role="strong")
        self._label = Text(role="small", tone="dim")
        self._person = OneLine()
        self._choose = Button("logChooseCustomer", "plain", "user")
        self._drop = Button("logDropCustomer", "link", "x")
        self._user = Field("logUser", Choice())
        self._user.setVisible(not own)
        self._act = Field("logAct", Choice())
        self._days = {"since": DateField("logSince", today), "until": DateField("logUntil", today)}
        self._all = Button("logShowAll", "quiet", "undo-2")
        parts: tuple[QWidget, ...] = (self._label, self._person, self._choose, self._drop, self._user, self._act)
        for part in (self._title, *parts, *self._days.values(), self._all):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self._connect()
        self.retranslate()

    def set_users(self, users: Iterable[User]) -> None:
        """Offer these users, those who have left too."""
        self._users = tuple(users)
        self._fill()

    def show_query(self, query: LogQuery, who: str = "") -> None:
        """Show another query; `who` is the name of its customer."""
        self._query, self.who = query, who
        self._user.set_text(str(query.user or ""))
        self._act.set_text(_choice(query))
        for name, field in self._days.items():
            field.set_day(getattr(query, name))
        self._say_person()

    def retranslate(self) -> None:
        """Set all words."""
        self._title.setText(self.tr("Show only"))
        self._label.setText(self.tr("Customer"))
        self._choose.setText(self.tr("Choose…"))
        self._drop.setText(self.tr("All customers"))
        self._user.say(self.tr("User"))
        self._act.say(self.tr("What was done"))
        self._days["since"].say(self.tr("From"), placeholder=self.tr("first day"))
        self._days["until"].say(self.tr("Until"), placeholder=self.tr("last day"))
        self._all.setText(self.tr("Show all"))
        self._fill()
        self._say_person()

    def _connect(self) -> None:
        self._choose.clicked.connect(self.customer_wanted)
        self._drop.clicked.connect(lambda: self._want(person=None))
        self._user.edited.connect(lambda: self._want(user=int(self._user.text() or 0) or None))
        self._act.edited.connect(self._take_act)
        self._all.clicked.connect(lambda: self.changed.emit(LogQuery()))
        for field in self._days.values():
            if isinstance(field.editor, QLineEdit):
                field.editor.editingFinished.connect(self._take_days)

    def _take_act(self) -> None:
        chosen = self._act.text()
        topic = log_words().topics.get(chosen.removeprefix(_TOPIC))
        self._want(act="" if topic else chosen, acts=topic.acts if topic else frozenset())

    def _take_days(self) -> None:
        if all([field.check() for field in self._days.values()]):
            days = {name: field.day() for name, field in self._days.items()}
            if days != {name: getattr(self._query, name) for name in days}:
                self._want(**days)

    def _want(self, **changed: object) -> None:
        self.changed.emit(LogQuery(**{**vars(self._query), **changed}))

    def _say_person(self) -> None:
        chosen = self._query.person is not None
        self._person.setText(visible(self.who) if chosen else self.tr("all"))
        self._person.set_tone("" if chosen else "dim")
        self._drop.setVisible(chosen)

    def _fill(self) -> None:
        """The choices: users by name, acts below the group that they belong to."""
        box = self._user.editor
        _offer(box, [(self.tr("everybody"), ""), *((visible(user.name), str(user.id)) for user in self._users)])
        lines = [(self.tr("everything"), "")]
        lines += [(topic.name.in_(language()), _TOPIC + name) for name, topic in log_words().topics.items()]
        for noun, group in log_words().groups.items():
            lines.append((group.name.in_(language()), f"{noun}."))
            lines += [(_INSET + text.in_(language()), f"{noun}.{verb}") for verb, text in group.acts.items()]
        _offer(self._act.editor, lines)
        self._user.set_text(str(self._query.user or ""))
        self._act.set_text(_choice(self._query))


def _choice(query: LogQuery) -> str:
    """What stands for the acts of a query in the box."""
    topics = (name for name, topic in log_words().topics.items() if topic.acts == query.acts)
    return next((_TOPIC + name for name in topics), query.act)


def _offer(box: QWidget, lines: Iterable[tuple[str, str]]) -> None:
    assert isinstance(box, QComboBox)
    box.clear()
    box.setMaxVisibleItems(24)
    box.setMinimumContentsLength(7)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for text, data in lines:
        box.addItem(text, data)
        box.setItemData(box.count() - 1, text.strip(), Qt.ItemDataRole.AccessibleTextRole)
