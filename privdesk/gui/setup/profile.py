"""Second page: what letters say of the office."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from privdesk.domain.office import Office
from privdesk.gui.profileform import ProfileForm
from privdesk.gui.sealfield import SealField
from privdesk.gui.widgets.card import scrolled
from privdesk.gui.widgets.guidedpage import GuidedPage


class ProfilePage(GuidedPage):
    """Only the name is needed; all the rest can follow in the place Office."""

    def __init__(self) -> None:
        super().__init__("setupOffice")
        self._form = ProfileForm()
        self._seal = SealField()
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 16, 0)
        inside.setSpacing(16)
        inside.addWidget(self._form)
        inside.addWidget(self._seal)
        inside.addStretch(1)
        self.column.addWidget(scrolled(inside, "setupOfficeScroll"))

    def office(self) -> Office:
        """The profile as entered."""
        return replace(Office(name=""), **self._form.values(), seal=self._seal.seal())

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("Your office, as letters will name it")

    def text(self) -> str:
        """What is needed."""
        return self.tr("Only the name is needed now; the rest can follow in Office.")

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Office")

    def leave(self) -> bool:
        """What was entered must be well formed."""
        return self._form.check()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self._form.focus_first()
