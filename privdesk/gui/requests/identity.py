"""Who asks: what was asked for, what was seen, and the form that records a check."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from privdesk.domain.identity import IdentityCheck, Paper
from privdesk.domain.law import Requester
from privdesk.domain.text import visible
from privdesk.domain.user import User
from privdesk.gui.requests.check import CheckForm
from privdesk.gui.requests.dialogs import CaseDialog
from privdesk.gui.requests.papers import SEEN, accepted
from privdesk.gui.requests.reasons import Reasons
from privdesk.gui.requests.whoasks import WhoAsks
from privdesk.gui.requests.words import dated, field_word, local
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line, on_ground, scrolled
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import OneLine, Paragraph
from privdesk.operations import desks, identity
from privdesk.operations.requests import Case


class IdentityTab(Translated, QWidget):
    """Who asks, and the check that stands, or what is needed for one; `parties_wanted` to change who asks."""

    parties_wanted = Signal()

    def __init__(self, work: CaseWork) -> None:
        super().__init__()
        self._work = work
        self._users: tuple[User, ...] = ()
        self._key: object = None
        self._who = WhoAsks()
        self._again = Button("checkAgain", "plain", "pencil")
        self._band = QWidget()
        on_ground(self._band, "band-done")
        self._sign = Sign("badge-check", "done")
        self._title = OneLine(role="strong")
        self._seen = Paragraph()
        self.form: CheckForm | None = None
        inside = QVBoxLayout(self._band)
        inside.setContentsMargins(12, 8, 12, 8)
        inside.addLayout(line(self._sign, self._title, self._again))
        inside.addWidget(self._seen)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 8, 8, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._who)
        self._column.addWidget(self._band)
        self._column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(self._column, "identityScroll"))
        self._again.clicked.connect(self._open_form)
        self._who.change_wanted.connect(self.parties_wanted)
        work.background.read(self, desks.everybody, then=self._take_users)

    def show_case(self, case: Case) -> None:
        """Show another case; what is typed for the same one stays."""
        self._who.show_case(case)
        request = case.request
        key = (case.id, request.requester, request.elsewhere, request.papers, request.identity)
        if key != self._key:
            self._key = key
            self._close_form()
            if case.request.identity is None and self._needed(case) and case.request.ending is None:
                self._open_form()
        self.retranslate()

    def begin(self) -> None:
        """Put the cursor into the form."""
        if self.form is None:
            self._open_form()
        if self.form is not None:
            self.form.begin()

    def retranslate(self) -> None:
        """Say all again."""
        self._again.setText(self.tr("Record another check"))
        if self._key is None:
            return
        case = self._work.case
        check = case.request.identity
        needed = self._needed(case)
        ground, sign, tone = ("band-done", "badge-check", "done") if check else ("band-soon", "id-card", "soon")
        if not needed and check is None:
            ground, sign, tone = "band-accent", "info", "accent"
        on_ground(self._band, ground)
        self._band.style().unpolish(self._band)
        self._band.style().polish(self._band)
        self._sign.set_sign(sign, tone)
        self._again.setVisible(check is not None and self.form is None and case.request.ending is None)
        self._title.setText(self._title_of(case, check, needed=needed))
        self._seen.setText(self._said(case, check) if check else self._wanted(case, needed=needed))

    def _title_of(self, case: Case, check: IdentityCheck | None, *, needed: bool) -> str:
        if check:
            return self.tr("Identity was shown on {day}").format(day=dated(check.on))
        if not needed:
            return self.tr("No papers are needed for what is asked")
        asked = case.request.papers_asked_on
        return (
            self.tr("Papers were asked for on {day}").format(day=dated(asked))
            if asked
            else self.tr("Identity is not shown yet")
        )

    def _said(self, case: Case, check: IdentityCheck) -> str:
        names = {user.login: user.name for user in self._users}
        law = case.law
        by = self.tr("{method}, checked by {name}").format(
            method=local(law.word(check.method)), name=visible(names.get(check.checked_by, check.checked_by))
        )
        lines = [f"{local(law.word(check.party))}  ·  {local(law.word(check.channel))}  ·  {by}"]
        lines += [self._paper(case, paper) for paper in check.papers]
        if check.facts:
            lines.append(self.tr("Matched: {facts}").format(facts="  ".join(map(field_word, check.facts))))
        lines += [visible(text) for text in (check.reference, check.note) if text]
        return "\n".join(lines)

    def _paper(self, case: Case, paper: Paper) -> str:
        law = case.law
        parts = [local(law.papers[paper.code].name), words("requests", SEEN[paper.seen])]
        if paper.blacked_out:
            masks = "  ".join(local(law.masks[code]) for code in paper.blacked_out)
            parts.append(self.tr("blacked out: {fields}").format(fields=masks))
        if paper.valid_until:
            parts.append(self.tr("valid until {day}").format(day=paper.valid_until.isoformat()))
        if paper.issued_on:
            parts.append(self.tr("issued on {day}").format(day=paper.issued_on.isoformat()))
        return "  ·  ".join(parts)

    def _wanted(self, case: Case, *, needed: bool) -> str:
        if not needed:
            return self.tr("An opt-out or a complaint is answered without papers.")
        return self.tr("Record what was seen, by whom and how. Only what is not more than needed is asked for.")

    def _needed(self, case: Case) -> bool:
        return any(asked.kind.identity for asked in case.items)

    def _take_users(self, users: tuple[User, ...]) -> None:
        self._users = users
        self.retranslate()

    def _open_form(self) -> None:
        self._close_form()
        case, desk = self._work.case, self._work.desk
        request = case.request
        self.form = CheckForm(
            case.law,
            request.requester,
            request.channel,
            desk.today,
            desk.actor,
            elsewhere=request.elsewhere,
            asked=request.papers,
        )
        self.form.check_made.connect(lambda check: self._work.do(identity.record_check, check))
        self.form.failed_wanted.connect(lambda: Reasons(self._work).fail_identity())
        self._column.insertWidget(2, self.form)
        self.retranslate()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None


class PapersDialog(CaseDialog):
    """Settles which papers are wanted; a letter then names them."""

    def __init__(self, work: CaseWork, parent: QWidget) -> None:
        super().__init__("papersDialog", work, parent)
        case = work.case
        proofs = self._authority()
        agent = bool(proofs)
        kinds = accepted(case.law, work.desk.today)
        self._boxes = {code: QCheckBox() for code, kind in kinds.items() if kind.identity or agent}
        for code, box in self._boxes.items():
            box.setObjectName(f"ask_{code}")
            self.column.addWidget(box)
        self._tick(("licence", "my_number_card", "residence_card"))
        self._tick(proofs)
        self.retranslate()

    def act(self) -> None:
        """Settle these."""
        codes = tuple(code for code, box in self._boxes.items() if box.isChecked())
        self.work.do(identity.ask_papers, codes, dialog=self)

    def retranslate(self) -> None:
        """Set all words."""
        text = self.tr(
            "One with a photo is enough, or two without. The acknowledgement names them; if it was sent already, a "
            "letter of its own does. The deadline stands from the day on which the requester is told."
        )
        self.say(self.tr("Which papers are needed?"), text, self.tr("Settle the papers"))
        for code, box in self._boxes.items():
            box.setText(local(self.work.case.law.papers[code].name))

    def _authority(self) -> list[str]:
        """The papers that show the right to ask, and of somebody else who gets the answer the right to that."""
        law, request = self.work.case.law, self.work.case.request
        parties = (request.requester, Requester.AGENT) if request.elsewhere else (request.requester,)
        return [code for party in parties for group in law.authority[party] for code in group]

    def _tick(self, codes: Sequence[str]) -> None:
        for code in codes:
            if code in self._boxes:
                self._boxes[code].setChecked(True)
