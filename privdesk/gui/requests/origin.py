"""How and when a request came: the way, the day of its arrival, the date of its letter, the language of the answer."""

from contextlib import suppress
from datetime import date

from privdesk.domain.case import NewRequest
from privdesk.domain.errors import BadDate, DayAhead
from privdesk.domain.law import Channel, Law
from privdesk.gui.requests.dialogs import fill
from privdesk.gui.requests.words import local
from privdesk.gui.translation import LANGUAGES, Translated
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form


class OriginForm(Translated, Form):
    """A request arrived today where nothing else is said."""

    def __init__(self, law: Law, today: date) -> None:
        super().__init__("intakeForm")
        self._law = law
        self._today = today
        self._channel = Field("intakeChannel", Choice())
        self._language = Field("intakeLanguage", Choice())
        self._arrived = DateField("intakeArrived", today)
        self._letter_on = DateField("intakeLetterOn", today)
        self.add(self._channel, self._language)
        self.add(self._arrived, self._letter_on)
        self.retranslate()

    def show_origin(self, new: NewRequest) -> None:
        """Show how a request came."""
        self._channel.set_text(new.channel.value)
        self._language.set_text(new.language)
        self._arrived.set_day(new.arrived)
        self._letter_on.set_day(new.letter_on)

    def so_far(self) -> NewRequest:
        """What is said here; a date that cannot be read counts as none."""
        return NewRequest(
            channel=Channel(self._channel.text()),
            arrived=_readable(self._arrived) or self._today,
            language=self._language.text(),
            letter_on=_readable(self._letter_on),
        )

    def check(self) -> bool:
        """As every form. Raises DayAhead where it arrived after today."""
        good = super().check()
        arrived = _readable(self._arrived)
        if arrived and arrived > self._today:
            raise DayAhead(day=arrived.isoformat())
        return good

    def retranslate(self) -> None:
        """Set all words."""
        fill(self._channel, {channel.value: local(self._law.word(channel)) for channel in Channel})
        fill(self._language, dict(LANGUAGES))
        self._channel.say(self.tr("Came by"))
        self._language.say(self.tr("Language of the letters"))
        self._arrived.say(self.tr("Arrived on"), self.tr("All clocks start from this day."))
        self._letter_on.say(self.tr("Date of the letter"), self.tr("If it bears one"))


def _readable(field: DateField) -> date | None:
    with suppress(BadDate):
        return field.day()
    return None
