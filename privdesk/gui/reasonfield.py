"""The field for a reason that goes into the log."""

from PySide6.QtWidgets import QPlainTextEdit

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.field import Field
from privdesk.operations.people import needed_reason


class ReasonField(Translated, Field):
    """Says itself what is wanted; `check` is False, with the sentence below, while the reason is too short."""

    def __init__(self, name: str) -> None:
        super().__init__(name, QPlainTextEdit(), check=checked_reason)
        self.retranslate()

    def reason(self) -> str:
        """What was typed, without the space around it."""
        return self.text().strip()

    def retranslate(self) -> None:
        """Set label and hint."""
        self.say(self.tr("Reason"), self.tr("In a few words, 10 characters or more. It goes into the log."))


def checked_reason(text: str) -> str:
    """For a field of reasons: raises what `needed_reason` raises."""
    needed_reason(text)
    return ""
