"""Third page: the first manager and his password."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from privdesk.domain.errors import NameMissing
from privdesk.domain.user import read_login
from privdesk.gui.newpassword import NewPassword
from privdesk.gui.translation import language
from privdesk.gui.widgets.card import scrolled
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.guidedpage import GuidedPage
from privdesk.operations.desks import Founder


class FounderPage(GuidedPage):
    """Name, login and password; `common` are the passwords that others try first."""

    def __init__(self, common: frozenset[str]) -> None:
        super().__init__("setupFounder")
        self._office = ""
        self._name = Field("founderName", QLineEdit(), _need_name)
        self._login = Field("founderLogin", QLineEdit(), _need_login)
        self._form = Form("founder")
        self._form.add(self._name, self._login)
        self._password = NewPassword("founderPassword", common)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, 0, 16, 0)
        inside.setSpacing(12)
        inside.addWidget(self._form)
        inside.addWidget(self._password)
        inside.addStretch(1)
        self.column.addWidget(scrolled(inside, "setupFounderScroll"))
        self._form.edited.connect(self._tell_words)
        self.retranslate()

    def set_office(self, name: str) -> None:
        """The office's name, which is no password."""
        self._office = name
        self._tell_words()

    def set_login(self, login: str) -> None:
        """Propose a login."""
        self._login.set_text(login)
        self._tell_words()

    def founder(self) -> Founder:
        """Who founds the desk."""
        return Founder(
            login=self._login.text().strip(),
            name=self._name.text().strip(),
            password=self._password.password(),
            language=language(),
        )

    def title(self) -> str:
        """The sentence at the top."""
        return self.tr("The first manager")

    def text(self) -> str:
        """What a manager does."""
        return self.tr("A manager approves refusals and lets colleagues in. Nobody can look up or reset a password.")

    def step(self) -> str:
        """The word for the line of steps."""
        return self.tr("Manager")

    def leave(self) -> bool:
        """Everything is needed, and the password must keep the rules."""
        return self._form.check() and self._password.check()

    def focus_first(self) -> None:
        """Put the cursor into the first field."""
        self._name.editor.setFocus()

    def retranslate(self) -> None:
        """Set all words."""
        self._name.say(self.tr("Your name"), self.tr("Stands in the log."))
        self._login.say(self.tr("Login"), self.tr("A short word to unlock with."))

    def _tell_words(self) -> None:
        self._password.set_words(self._office, self._login.text(), self._name.text())


def _need_name(text: str) -> str:
    if not text.strip():
        raise NameMissing
    return ""


def _need_login(text: str) -> str:
    read_login(text)
    return ""
