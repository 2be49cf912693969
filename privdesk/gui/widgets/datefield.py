"""A field for a date in any notation that people use."""

from datetime import date

from privdesk.domain.dates import era_date, read_date
from privdesk.gui.translation import language
from privdesk.gui.widgets.field import Field


class DateField(Field):
    """Reads a date in any notation; shows it as ISO when left, with the other calendar below it."""

    def __init__(self, name: str, today: date) -> None:
        super().__init__(name, check=self._read)
        self._today = today

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
        return good

    def _read(self, _text: str) -> str:
        self.day()
        return ""
