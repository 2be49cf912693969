"""A field for a date in any notation that people use."""

from collections.abc import Callable
from datetime import date
from functools import partial

from privdesk.domain.dates import era_date, read_date
from privdesk.domain.deskerror import DeskError
from privdesk.gui.translation import language, translated
from privdesk.gui.widgets.field import Field


class DateField(Field):
    """Reads a date in any notation; shows it as ISO when left, with the other calendar below it.

    `fits` says of a date that can be read, or of none, what does not fit it: as a warning, or by raising what is wrong.
    """

    def __init__(self, name: str, today: date, fits: Callable[[date | None], str] | None = None) -> None:
        super().__init__(name, check=self._read)
        self._today = today
        self._fits = fits

    def day(self) -> date | None:
        """The date, None where nothing was entered; raises BadDate."""
        return read_date(self.text(), self._today) if self.text().strip() else None

    def set_day(self, day: date | None) -> None:
        """Show a date, or nothing."""
        self.set_text(day.isoformat() if day else "")
        self.check()

    def check(self) -> bool:
        """As every field; a date that was read is written as the office writes it."""
        good = super().check()
        day = self.day() if good else None
        if day:
            self.set_text(day.isoformat())
            self.show_note(era_date(day) if language() == "ja" else day.strftime("%A"))
        return good and self._look_around(day)

    def _look_around(self, day: date | None) -> bool:
        try:
            if self._fits and (warning := self._fits(day)):
                self.show_warning(warning)
        except DeskError as error:
            self.show_wrong(partial(translated, error))
            return False
        return True

    def _read(self, _text: str) -> str:
        self.day()
        return ""
