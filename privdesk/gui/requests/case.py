"""The case: head, clocks, and the tabs where everything is done to it."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from privdesk.domain.letter import LetterRow
from privdesk.domain.procedure import Step
from privdesk.gui.posting import SendDialog
from privdesk.gui.requests.acts import CaseActs
from privdesk.gui.requests.answers import AnswersTab
from privdesk.gui.requests.clocks import CaseClocks
from privdesk.gui.requests.execution import ExecutionTab
from privdesk.gui.requests.head import CaseHead
from privdesk.gui.requests.identity import IdentityTab
from privdesk.gui.requests.letters import LettersTab
from privdesk.gui.requests.mails import MailsTab
from privdesk.gui.requests.timeline import TimelineTab
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.theme import row_height
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.card import Card, scrolled
from privdesk.gui.widgets.icon import icon
from privdesk.operations.requests import Case

_WHERE = {Step.DECIDE: "answers", Step.CHECK_IDENTITY: "identity", Step.EXECUTE: "execution"}
_TABS = ("answers", "identity", "execution", "letters", "mails", "timeline")
# so much of a tab can always be seen
_ROWS = 9


class CaseView(Translated, QWidget):
    """Shows one case; `draft_wanted` and `read_wanted` ask for a letter across the whole side."""

    person_wanted = Signal(int)
    draft_wanted = Signal(str)
    read_wanted = Signal(object)

    def __init__(self, work: CaseWork) -> None:
        super().__init__()
        self.setObjectName("caseView")
        self.work = work
        self.acts = CaseActs(self.work)
        self.head = CaseHead(self.acts.entries)
        self.clocks = CaseClocks()
        self.answers = AnswersTab(self.work)
        self.identity = IdentityTab(self.work)
        self.execution = ExecutionTab(self.work)
        self.letters = LettersTab(self.work)
        self.mails = MailsTab(work.background, work.desk.today)
        self.timeline = TimelineTab(self.work)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("caseTabs")
        self.tabs.tabBar().setObjectName("caseTabBar")
        # six titles with counts, in a window of 1280 pixels too
        self.tabs.tabBar().setProperty("kind", "close")
        self._parts = (self.answers, self.identity, self.execution, self.letters, self.mails, self.timeline)
        for part in self._parts:
            self.tabs.addTab(part, "")
        self._card = Card(margin=12)
        self._card.column.addWidget(self.tabs)
        self._area = self._scrolled()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self._area, 1)
        self._keep_room()
        self._connect()
        self.retranslate()

    def show_case(self, case: Case) -> None:
        """Show a case as it stands; another one begins with its answer matrix."""
        another = not self.work.is_about(case.id)
        had_keyboard = self._has_keyboard()
        self.work.take(case)
        self.head.show_case(case)
        self.clocks.show_case(case, self.work.desk.today)
        if another:
            self.tabs.setCurrentIndex(0)
        for part in self._parts:
            part.show_case(case)
        self.retranslate()
        if had_keyboard and not self._has_keyboard():
            self._begin_next(case)

    def go(self, name: str) -> None:
        """Bring a tab in front and put the cursor where its work begins."""
        self.tabs.setCurrentIndex(_TABS.index(name))
        self._area.ensureWidgetVisible(self._card, 0, 0)
        part = self._parts[_TABS.index(name)]
        if isinstance(part, AnswersTab | IdentityTab | ExecutionTab):
            part.begin()
        else:
            part.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters need more room."""
        if event.type() == QEvent.Type.FontChange:
            self._keep_room()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Set the titles of the tabs, with counts where there is something."""
        case = self.work.case if self.work.has_case else None
        letters = len(case.letters) if case else 0
        mails = len(case.messages) if case else 0
        titles = (
            (self.tr("Answers"), 0),
            (self.tr("Identity"), 0),
            (self.tr("Execution"), 0),
            (self.tr("Letters"), letters),
            (self.tr("Mails"), mails),
            (self.tr("History"), 0),
        )
        self.tabs.tabBar().setAccessibleName(self.tr("Parts of the case"))
        self._weigh()
        for place, (title, count) in enumerate(titles):
            self.tabs.setTabText(place, f"{title}  {count}" if count else title)

    def _has_keyboard(self) -> bool:
        has = self.window().focusWidget()
        return has is not None and has.isVisible() and self.isAncestorOf(has)

    def _begin_next(self, case: Case) -> None:
        """Where a step took away what had the keyboard, go on to the next step, here or in the head."""
        tab = _TABS[self.tabs.currentIndex()]
        if case.next_step in _WHERE and _WHERE[case.next_step] == tab:
            self.go(tab)
        else:
            (self.head.more if case.next_step is None else self.head.step).setFocus()

    def _scrolled(self) -> QScrollArea:
        """In a low window, or with large letters, the clocks scroll away, so that the tab keeps its room."""
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(12)
        inside.addWidget(self.clocks)
        inside.addWidget(self._card, 1)
        area = scrolled(inside, "caseScroll")
        ground = area.widget()
        if ground is not None:
            # its parts shrink by themselves; it scrolls up and down only
            ground.setMinimumWidth(1)
        return area

    def _keep_room(self) -> None:
        self._card.setMinimumHeight(_ROWS * row_height())

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(lambda _: self._weigh())
        self.head.step_wanted.connect(self.acts.take_step)
        self.head.act_wanted.connect(self.acts.act)
        self.head.person_wanted.connect(self.person_wanted)
        self.acts.tab_wanted.connect(self.go)
        self.acts.letter_wanted.connect(self.draft_wanted)
        self.acts.send_wanted.connect(self._ask_send)
        self.answers.form.take_back_wanted.connect(self.acts.reasons.take_back)
        self.execution.take_back_wanted.connect(self.acts.reasons.undo_execution)
        self.identity.parties_wanted.connect(lambda: self.acts.act("parties"))
        self.timeline.notes_wanted.connect(lambda: self.acts.act("notes"))
        self.letters.write_wanted.connect(self.draft_wanted)
        self.letters.read_wanted.connect(self.read_wanted)

    def _weigh(self) -> None:
        """One primary button: where the next step is done in the tab that shows, it stands there."""
        case = self.work.case if self.work.has_case else None
        tab = _TABS[self.tabs.currentIndex()]
        here = case is not None and case.next_step in _WHERE and _WHERE[case.next_step] == tab
        self.head.set_primary(on=not here)
        decides = case is not None and case.next_step is Step.DECIDE
        record = self.answers.form.record
        record.set_kind("primary" if decides else "plain")
        record.setIcon(icon("check", "on_accent" if decides else "dim"))

    def _ask_send(self) -> None:
        row: LetterRow | None = self.letters.unsent
        if row is None:
            self.go("letters")
        else:
            SendDialog(self.work.background, self, row, self.work.desk.today).open()
