"""The sections of what letters say: the profile, the seal and the letters' numbers."""

from typing import Any

from PySide6.QtWidgets import QLineEdit

from privdesk.domain.office import Office
from privdesk.domain.shown import shown
from privdesk.gui.background import Background
from privdesk.gui.office.section import ProfileSection
from privdesk.gui.profileform import ProfileForm
from privdesk.gui.sealfield import SealField
from privdesk.gui.widgets.field import Field
from privdesk.operations.desk import Desk


class OfficeProfile(ProfileSection):
    """The same form as at the first start."""

    name = "profile"
    sign = "building-2"
    titled = shown("sections", "Profile")

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._form = ProfileForm()
        self.fields = tuple(self._form.values())
        self.column.addWidget(self._form)
        self.column.addStretch(1)
        self._form.edited.connect(self.mark_edited)
        self.start_from(desk.office)

    def text(self) -> str:
        """What the section is for."""
        return self.tr("What letters say of your office. A change counts for letters from now on.")

    def values(self) -> dict[str, Any]:
        """What stands in the form."""
        return self._form.values()

    def fill(self, office: Office) -> None:
        """Fill the form."""
        self._form.set_office(office)

    def labels(self) -> dict[str, str]:
        """The words of the form."""
        return self._form.labels()

    def check(self) -> bool:
        """Whether everything is well formed."""
        return self._form.check()

    def focus_first(self) -> None:
        """The first field."""
        self._form.focus_first()


class OfficeLetters(ProfileSection):
    """The seal, and the words before the numbers of letters."""

    name = "letters"
    sign = "stamp"
    titled = shown("sections", "Seal and letters")
    fields = ("seal", "letter_series")

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._seal = SealField()
        self._series = Field("letterSeries", QLineEdit())
        self.column.setSpacing(20)
        self.column.addWidget(self._seal)
        self.column.addWidget(self._series)
        self.column.addStretch(1)
        self._seal.edited.connect(self.mark_edited)
        self._series.edited.connect(self.mark_edited)
        self.retranslate()
        self.start_from(desk.office)

    def text(self) -> str:
        """What the section is for."""
        return self.tr("How letters are sealed and numbered. Letters that were issued stay as they are.")

    def values(self) -> dict[str, Any]:
        """The seal and the series."""
        return {"seal": self._seal.seal(), "letter_series": self._series.text().strip()}

    def fill(self, office: Office) -> None:
        """Show the seal and the series."""
        self._seal.set_seal(office.seal)
        self._series.set_text(office.letter_series)

    def labels(self) -> dict[str, str]:
        """The words for both."""
        return {"seal": self.tr("Seal"), "letter_series": self._series.editor.accessibleName()}

    def focus_first(self) -> None:
        """The series, which is the only field to type in."""
        self._series.editor.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        hint = self.tr("Stands before the number, as in 個情発第8-12号.")
        self._series.say(self.tr("Letter series"), hint)
