"""Every dialog there is, opened in both languages: it says what it is about, every part has a name, Esc closes it."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

import privdesk.gui
from privdesk.domain.copies import Copy
from privdesk.domain.due import Practice
from privdesk.domain.errors import BackupDamaged, OlderCopy
from privdesk.domain.letter import LetterQuery, LetterRow
from privdesk.domain.mailing import Labels, LabelStock
from privdesk.domain.person import PeopleQuery, Profile
from privdesk.domain.user import Standing
from privdesk.gui.background import Background
from privdesk.gui.bug import BugDialog
from privdesk.gui.customers import reason as customer_reason
from privdesk.gui.customers.conflict import ConflictDialog as RecordConflict
from privdesk.gui.customers.dialogs import ExportDialog
from privdesk.gui.customers.history_tab import Telling
from privdesk.gui.customers.labels import LabelDialog, LabelsPage
from privdesk.gui.customers.link_dialog import EndLinkDialog, LinkDialog
from privdesk.gui.customers.mailing import MailingDialog
from privdesk.gui.customers.number_dialog import NumberDialog
from privdesk.gui.customers.sameness_dialog import SamenessDialog
from privdesk.gui.customers.saved_dialogs import SavedDialog, SaveFilterDialog
from privdesk.gui.customers.suspending import ExemptionDialog, SuspendDialog
from privdesk.gui.customers.two_days import TwoDaysDialog
from privdesk.gui.firstpassword import FirstPassword
from privdesk.gui.guide import Guide
from privdesk.gui.log.dialogs import ChooseCustomer
from privdesk.gui.lookdialog import LookDialog
from privdesk.gui.office.backup_dialogs import CopyDialog, DrillDialog, DrillResult
from privdesk.gui.office.clock import SettleClock
from privdesk.gui.office.dialogs import ConflictDialog as ProfileConflict
from privdesk.gui.office.dialogs import ExportDialog as ExportEverything
from privdesk.gui.office.dialogs import OwnPasswordDialog
from privdesk.gui.office.envelope import EnvelopePage
from privdesk.gui.office.key_dialogs import ReplaceSheetDialog, RotateDialog
from privdesk.gui.office.records import PartnerDialog, PurposeDialog
from privdesk.gui.office.user_dialogs import DisableDialog, InviteDialog, IssueDialog, RoleDialog, WayInDialog
from privdesk.gui.olderdesk import OlderDesk
from privdesk.gui.posting import ReturnedDialog, SendDialog
from privdesk.gui.requests import reasons as case_reason
from privdesk.gui.requests.approval import ApprovalDialog, ApproveDialog
from privdesk.gui.requests.dialogs import CloseDialog, ExtendDialog, NotesDialog, OwnerDialog, WaitDialog
from privdesk.gui.requests.finder import PersonDialog
from privdesk.gui.requests.identity import PapersDialog
from privdesk.gui.requests.items import ItemsDialog
from privdesk.gui.requests.join import JoinDialog
from privdesk.gui.requests.whoasks import PartiesDialog
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.retention.dialogs import LiftHold, PlaceHold
from privdesk.gui.retention.rule_dialogs import ChangePeriod, OfficeFacts
from privdesk.gui.suggestion import SuggestionDialog
from privdesk.gui.theme import Look
from privdesk.gui.widgets.approver import ApproverDialog
from privdesk.gui.widgets.dialog import Dialog, Question
from privdesk.gui.widgets.sidebyside import Pair
from privdesk.operations import envelopes, letters, mailings, messages, people, requests
from privdesk.operations.desk import Desk
from privdesk.operations.messages import OpenedMessage
from privdesk.operations.users import Colleague, WayIn
from tests.gui.filled import MAIL, REQUEST
from tests.office import NOW

PROFILE = Profile(name="渡邉 由美子", kana="ワタナベ ユミコ", number="A000001")

COPY = Copy(1, "uid", "/media/usb", "office-20261122-100000.privdesk-backup", NOW, 1, 1, NOW.date())


@dataclass(frozen=True)
class Room:
    """What dialogs are opened over."""

    desk: Desk
    road: Background
    window: QWidget
    work: CaseWork
    letter: LetterRow
    mail: OpenedMessage

    @property
    def rule(self):
        """A rule of retention."""
        return self.desk.reference.rules.rules[0]

    @property
    def colleague(self):
        """Somebody whose access can be changed."""
        return Colleague(self.desk.actor, Standing.WORKS)


def asked() -> tuple[str, str, str, str]:
    return "Lift", "It is noted.", "Lift", "Reason"


def purposes_of(room: Room):
    return room.desk.reference.purposes.purposes


def a_label(room: Room) -> Labels:
    return mailings.label(room.desk, 1, "service", LabelStock.A4_21)


OPENED: dict[type[Dialog], Callable[[Room], Dialog]] = {
    ApprovalDialog: lambda room: ApprovalDialog(room.work, room.window),
    ApproveDialog: lambda room: ApproveDialog(room.work, room.window),
    ApproverDialog: lambda room: ApproverDialog(room.window),
    BugDialog: lambda room: BugDialog(room.window, ValueError()),
    ChangePeriod: lambda room: ChangePeriod(room.window, room.rule, room.desk.today),
    ChooseCustomer: lambda room: ChooseCustomer(room.window, room.road),
    CloseDialog: lambda room: CloseDialog(room.work, room.window),
    CopyDialog: lambda room: CopyDialog(room.window, room.desk.today, 14, 12),
    DisableDialog: lambda room: DisableDialog(room.window, room.road, room.colleague),
    DrillDialog: lambda room: DrillDialog(room.window, COPY),
    DrillResult: lambda room: DrillResult(room.window, BackupDamaged(file=COPY.file)),
    EndLinkDialog: lambda room: EndLinkDialog(room.window, room.desk.today, "法定代理人", "山田 太郎"),
    EnvelopePage: lambda room: EnvelopePage(room.window, envelopes.drawn(room.desk.office, room.desk.today, "ja")),
    ExemptionDialog: lambda room: ExemptionDialog(room.window, room.desk, "ご案内メール"),
    ExportDialog: lambda room: ExportDialog(room.window, room.road, PeopleQuery(), "1", purposes_of(room)),
    ExportEverything: lambda room: ExportEverything(room.window),
    OlderDesk: lambda room: OlderDesk(room.window, OlderCopy(), second=True),
    FirstPassword: lambda room: FirstPassword(room.window, room.desk.reference.common_passwords, "sato"),
    ExtendDialog: lambda room: ExtendDialog(room.work, room.window),
    Guide: lambda room: Guide(room.window, "Today", "What waits."),
    InviteDialog: lambda room: InviteDialog(room.window, room.road, lambda _done: None),
    IssueDialog: lambda room: IssueDialog(room.window, room.road, room.colleague, lambda _done: None),
    ItemsDialog: lambda room: ItemsDialog(room.work, room.window),
    JoinDialog: lambda room: JoinDialog(room.road, room.desk, room.window, room.mail),
    LiftHold: lambda room: LiftHold(room.window, "a lawsuit"),
    LookDialog: lambda room: LookDialog(room.window, Look.LIGHT, 1.0),
    LabelDialog: lambda room: LabelDialog(room.window, "ご案内メール"),
    LabelsPage: lambda room: LabelsPage(room.window, room.road, replace(a_label(room), too_long=("山田 花子",))),
    LinkDialog: lambda room: LinkDialog(room.window, room.road, room.desk, people.open_person(room.desk, 1).person),
    MailingDialog: lambda room: MailingDialog(room.window, room.road, room.desk, purposes_of(room)),
    NotesDialog: lambda room: NotesDialog(room.work, room.window),
    NumberDialog: lambda room: NumberDialog(room.window, room.desk),
    OfficeFacts: lambda room: OfficeFacts(room.window, Practice()),
    OwnPasswordDialog: lambda room: OwnPasswordDialog(room.window, room.desk),
    OwnerDialog: lambda room: OwnerDialog(room.work, room.window, (room.desk.actor,)),
    PapersDialog: lambda room: PapersDialog(room.work, room.window),
    PartiesDialog: lambda room: PartiesDialog(room.work, room.window),
    PartnerDialog: lambda room: PartnerDialog(room.window, room.desk),
    PersonDialog: lambda room: PersonDialog(room.work, room.window),
    PlaceHold: lambda room: PlaceHold(room.window, room.road, room.desk.today),
    ProfileConflict: lambda room: ProfileConflict(room.window, [Pair("Hours", "9-12", "10-17")]),
    PurposeDialog: lambda room: PurposeDialog(room.window, room.desk),
    Question: lambda room: Question("leave", room.window, ("Leave?", "Nothing is kept.", "Leave")),
    RecordConflict: lambda room: RecordConflict(room.window, PROFILE, replace(PROFILE, kana="ワタナベ"), PROFILE),
    ReplaceSheetDialog: lambda room: ReplaceSheetDialog(room.window, room.road, room.desk),
    ReturnedDialog: lambda room: ReturnedDialog(room.road, room.window, room.letter, room.desk.today),
    RotateDialog: lambda room: RotateDialog(room.window, room.road),
    RoleDialog: lambda room: RoleDialog(room.window, room.road, room.colleague),
    SamenessDialog: lambda room: SamenessDialog(room.window, room.road, 1, 2),
    SavedDialog: lambda room: SavedDialog(room.window, room.road, room.desk),
    SaveFilterDialog: lambda room: SaveFilterDialog(room.window, room.road, PeopleQuery(suspended=True), ["利用制限"]),
    SettleClock: lambda room: SettleClock(room.window, room.road),
    SendDialog: lambda room: SendDialog(room.road, room.window, room.letter, room.desk.today),
    SuggestionDialog: lambda room: SuggestionDialog(room.window),
    SuspendDialog: lambda room: SuspendDialog(room.window, room.desk, ["ご案内メール"], ()),
    TwoDaysDialog: lambda room: TwoDaysDialog(room.window, room.desk, people.history(room.desk, 1), Telling(room.desk)),
    WaitDialog: lambda room: WaitDialog(room.work, room.window, ends=False),
    WayInDialog: lambda room: WayInDialog(room.window, "office", WayIn(room.desk.actor, "kuma ritosa nebo")),
    case_reason.ReasonDialog: lambda room: case_reason.ReasonDialog(
        "why", room.work, room.window, asked, lambda *_: None
    ),
    customer_reason.ReasonDialog: lambda room: customer_reason.ReasonDialog("why", room.window, asked),
}


def every_dialog(base: type[Dialog] = Dialog) -> Iterator[type[Dialog]]:
    """All that are opened; one that others are made from is opened as these."""
    for module in pkgutil.walk_packages(privdesk.gui.__path__, "privdesk.gui."):
        importlib.import_module(module.name)
    for made in base.__subclasses__():
        if not made.__subclasses__():
            yield made
        yield from every_dialog(made)


@pytest.fixture(scope="module")
def founded(filled_office):
    """The desk that all tests copy."""
    return filled_office


@pytest.fixture
def room(qtbot, theme, founded, tmp_path):
    desk = founded.copied(tmp_path / "office.privdesk")
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    road = Background(desk, QApplication.instance())
    work = CaseWork(road, desk, window)
    work.take(requests.open_request(desk, REQUEST))
    letter = letters.page(desk, LetterQuery()).rows[0]
    yield Room(desk, road, window, work, letter, messages.open_message(desk, MAIL))
    with qtbot.waitSignal(road.stopped):
        road.stop()
    road.wait()
    road.deleteLater()
    desk.vault.close()


def test_every_dialog_is_opened_here():
    assert set(every_dialog()) - OPENED.keys() == set()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("kind", OPENED, ids=lambda kind: f"{kind.__module__.rpartition('.')[2]}-{kind.__name__}")
def test_a_dialog_opens_named_and_closes_by_esc(qtbot, room, translation, assert_named, language, kind):
    translation.choose(language)
    dialog = OPENED[kind](room)
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: not room.road._open)
    assert dialog.windowTitle()
    assert dialog.verb.text()
    assert_named(dialog)
    assert dialog.focusWidget(), "nothing in it has the keyboard"
    with qtbot.waitSignal(dialog.destroyed):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Escape)


def test_enter_on_cancel_does_nothing_but_cancel(qtbot, room):
    question = OPENED[Question](room)
    question.open()
    cancel = question.findChild(QPushButton, "leaveCancel")
    cancel.setFocus()
    with qtbot.waitSignal(question.rejected), qtbot.assertNotEmitted(question.accepted):
        qtbot.keyClick(cancel, Qt.Key.Key_Return)
