"""Why something could not be done, in the window's language also after that has changed."""

from privdesk.domain.deskerror import DeskError
from privdesk.gui.translation import Translated, translated
from privdesk.gui.widgets.text import Paragraph


class Failure(Translated, Paragraph):
    """Hidden while nothing is wrong."""

    def __init__(self) -> None:
        super().__init__(tone="late")
        self._errors: tuple[DeskError, ...] = ()
        self.show_errors()

    def show_errors(self, *errors: DeskError) -> None:
        """Say these, each on its line, instead of what was said before."""
        self._errors = errors
        self.setVisible(bool(errors))
        self.retranslate()

    def retranslate(self) -> None:
        """Say it again."""
        self.setText("\n".join(map(translated, self._errors)))
