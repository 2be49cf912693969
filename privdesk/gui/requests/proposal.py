"""What a mail may ask, because of which words, and whom it may be about; nothing of it is decided."""

from collections.abc import Sequence

from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from privdesk.domain.law import Law
from privdesk.domain.person import PersonRow
from privdesk.domain.text import visible
from privdesk.gui.requests.finder import grounds_said
from privdesk.gui.requests.words import local
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.card import Card, line
from privdesk.gui.widgets.chip import Chip, ChipFace
from privdesk.gui.widgets.icon import Sign
from privdesk.gui.widgets.text import OneLine, Text
from privdesk.operations.messages import OpenedMessage


class ProposalCard(Translated, Card):
    """Kinds with their reasons, and the customers that fit with the grounds; the clerk ticks one, or none."""

    def __init__(self, law: Law) -> None:
        super().__init__(margin=14)
        self.setObjectName("proposal")
        self._law = law
        self._opened: OpenedMessage | None = None
        self._choices: list[QRadioButton] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._title = Text(role="strong")
        self.column.addWidget(self._title)
        self.column.addLayout(self._lines)
        self.retranslate()

    def show_message(self, opened: OpenedMessage) -> None:
        """Show another mail's proposal."""
        self._opened = opened
        self._choices = []
        self.retranslate()

    def person(self) -> PersonRow | None:
        """The suggestion that is ticked."""
        if self._opened is None:
            return None
        ticked = zip(self._choices, self._opened.suggestions, strict=False)
        return next((one.person for choice, one in ticked if choice.isChecked()), None)

    def retranslate(self) -> None:
        """Say all again; a tick stays."""
        self._title.setText(self.tr("What the mail may ask"))
        while (item := self._lines.takeAt(0)) is not None:
            if part := item.widget():
                part.hide()
                part.deleteLater()
        if self._opened is not None:
            self._say_kinds(self._opened)
            self._say_signs(self._opened)
            self._say_people(self._opened)

    def _say_kinds(self, opened: OpenedMessage) -> None:
        for reason in opened.proposal.reasons:
            face = ChipFace(local(self._law.kinds[reason.kind].chip), "accent")
            text = self.tr("because the text says {words}").format(words=_quoted(reason.words))
            self._put(Chip(face), OneLine(text, tone="dim"))
        if not opened.proposal.reasons and not opened.proposal.not_request:
            self._put(Sign("info"), OneLine(self.tr("No kind was recognised. Read the mail and decide.")))

    def _say_signs(self, opened: OpenedMessage) -> None:
        proposal = opened.proposal
        if proposal.agent:
            text = self.tr("An agent may have written, because the text says {words}")
            self._put(Sign("users", "soon"), OneLine(text.format(words=_quoted(proposal.agent))))
        if proposal.not_request:
            text = self.tr("It may be no request, because the text says {words}")
            self._put(Sign("info", "soon"), OneLine(text.format(words=_quoted(proposal.not_request))))
        for problem in opened.problems:
            said = words("errors", problem.sentence).format(**dict(problem.values))
            self._put(Sign("triangle-alert", "soon"), OneLine(visible(said)))

    def _say_people(self, opened: OpenedMessage) -> None:
        ticked = [choice.isChecked() for choice in self._choices]
        self._choices = []
        if not opened.suggestions:
            self._put(Sign("user"), OneLine(self.tr("No customer fits. Search in the form."), tone="dim"))
        for place, one in enumerate(opened.suggestions):
            row = one.person
            choice = QRadioButton(f"{visible(row.number)}  {visible(row.name)}".replace("&", "&&"))
            choice.setObjectName(f"suggestion{place}")
            choice.setChecked(ticked[place] if place < len(ticked) else place == 0)
            self._choices.append(choice)
            more = "  ·  ".join(filter(None, (grounds_said(one), visible(row.kana), str(row.birth or ""))))
            self._put(choice, OneLine(more, "small", "dim"))

    def _put(self, *parts: QWidget | None) -> None:
        row = QWidget()
        row.setLayout(line(*parts))
        self._lines.addWidget(row)


def _quoted(those: Sequence[str]) -> str:
    return " ".join(f"「{visible(word)}」" for word in those[:4])
