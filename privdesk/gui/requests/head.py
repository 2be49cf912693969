"""The head of a case: its number and kinds, its state, whom it is about, the stages, the one next step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from privdesk.domain.party import PartyRole
from privdesk.domain.procedure import Step
from privdesk.domain.text import visible
from privdesk.gui.requests.words import dated, kind_words, local, state_face
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.chip import Chip
from privdesk.gui.widgets.icon import IconButton, icon
from privdesk.gui.widgets.stepper import Stepper
from privdesk.gui.widgets.text import OneLine, Text
from privdesk.operations.requests import Case

_SIGNS = {
    Step.ACKNOWLEDGE: "mail-check",
    Step.NAME_ITEMS: "list-checks",
    Step.LINK_PERSON: "user-check",
    Step.ASK_IDENTITY: "id-card",
    Step.TELL_PAPERS: "mail",
    Step.CHECK_IDENTITY: "id-card",
    Step.AWAIT_FEE: "wallet",
    Step.DECIDE: "gavel",
    Step.ASK_APPROVAL: "users",
    Step.APPROVE: "stamp",
    Step.EXECUTE: "play",
    Step.ISSUE_LETTER: "file-text",
    Step.SEND_LETTER: "send",
    Step.CLOSE: "circle-check",
}
# an entry of the menu: its name, its sign, its words, whether it can be done now
Entry = tuple[str, str, str, bool]


class CaseHead(Translated, Card):
    """`step_wanted` for the next lawful step, `act_wanted` with the name of what was chosen under More."""

    step_wanted = Signal()
    act_wanted = Signal(str)
    person_wanted = Signal(int)

    def __init__(self, entries: Callable[[Case], Sequence[Entry | None]]) -> None:
        super().__init__(margin=16, spacing=6)
        self.setObjectName("caseHead")
        self._case: Case | None = None
        self._entries = entries
        self._primary = True
        self._number = Text(role="title")
        self._kinds = OneLine(role="strong")
        self._state = Chip()
        self.step = Button("caseStep", "primary", "arrow-right")
        self.more = IconButton("caseMore", "ellipsis")
        self._person = Button("casePerson", "link", "user")
        self._came = OneLine(role="small", tone="dim")
        self._owner = Button("caseOwner", "link")
        self._stepper = Stepper("caseStages")
        self.column.addLayout(line(self._number, self._kinds, self.more, self.step))
        self.column.addLayout(line(self._state, self._person, None, self._owner))
        self.column.addWidget(self._came)
        self.column.addSpacing(4)
        self.column.addWidget(self._stepper)
        self.step.clicked.connect(self.step_wanted)
        self.more.clicked.connect(self.open_menu)
        self._person.clicked.connect(self._want_person)
        self._owner.clicked.connect(lambda: self.act_wanted.emit("owner"))
        self.retranslate()

    def show_case(self, case: Case) -> None:
        """Show another case, or the same one further on."""
        self._case = case
        self.retranslate()

    def set_primary(self, *, on: bool) -> None:
        """Let the next step be the primary button, or a plain one where its work already stands below."""
        self._primary = on
        self.step.set_kind("primary" if on else "plain")
        if self._case is not None and self._case.next_step is not None:
            self.step.setIcon(icon(_SIGNS[self._case.next_step], "on_accent" if on else "dim"))

    def open_menu(self) -> None:
        """Offer what else can be done."""
        if self._case is not None:
            self.menu(self._case).popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def menu(self, case: Case) -> QMenu:
        """The menu of what else can be done, which goes when it closes."""
        menu = QMenu(self)
        menu.setObjectName("caseMenu")
        menu.aboutToHide.connect(menu.deleteLater)
        for entry in self._entries(case):
            if entry is None:
                menu.addSeparator()
                continue
            name, sign, text, enabled = entry
            action = menu.addAction(icon(sign), text)
            action.setObjectName(name)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _=False, name=name: self.act_wanted.emit(name))
        return menu

    def retranslate(self) -> None:
        """Say all again."""
        self.more.say(self.tr("More that can be done"))
        case = self._case
        if case is None:
            return
        kinds = kind_words(case.law, dict.fromkeys(item.item.kind for item in case.items))
        self._number.setText(case.number)
        self._kinds.setText(kinds)
        self._state.set_face(state_face(case.law, case.state))
        self.step.setVisible(case.next_step is not None)
        if case.next_step is not None:
            self.step.setText(local(case.law.word(case.next_step)))
        self.set_primary(on=self._primary)
        self._say_person(case)
        self._stepper.set_steps(
            [local(case.law.word(station.stage)) for station in case.stations],
            next((place for place, station in enumerate(case.stations) if station.here), len(case.stations)),
        )

    def _say_person(self, case: Case) -> None:
        asks = case.party(PartyRole.REQUESTER)
        linked = case.person is not None
        self._person.setVisible(linked)
        if case.person is not None:
            self._person.setText(f"{visible(case.person.name)}  {visible(case.person.number)}".replace("&", "&&"))
        named = visible(asks.name) if asks and asks.name else ""
        right = local(case.law.word(case.request.requester))
        unknown = "" if linked else self.tr("customer not known yet")
        asked = named if linked and case.person and named == case.person.name else ""
        who = "" if asked else named
        came = self.tr("{channel} on {day}").format(
            channel=local(case.law.word(case.request.channel)), day=dated(case.request.arrived)
        )
        self._came.setText("  ·  ".join(part for part in (who, right, unknown, came) if part))
        owner = self.tr("owner {name}").format(name=visible(case.owner.name)) if case.owner else self.tr("no owner")
        self._owner.setText(owner.replace("&", "&&"))
        self._owner.setToolTip(self.tr("Hand the request over"))

    def _want_person(self) -> None:
        if self._case is not None and self._case.person is not None:
            self.person_wanted.emit(self._case.person.id)
