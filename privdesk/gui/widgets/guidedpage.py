"""A page of a wizard that leads the keyboard too."""

from PySide6.QtCore import Signal

from privdesk.gui.widgets.wizard import WizardPage


class GuidedPage(WizardPage):
    """A page that tells when it came in front and knows where the cursor belongs."""

    entered = Signal()

    def enter(self) -> None:
        """Tell that the page is in front."""
        self.entered.emit()

    def focus_first(self) -> None:
        """Put the keyboard where the work of this page begins."""
