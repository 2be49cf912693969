"""How many backups of days and months a place keeps."""

from collections.abc import Iterable

from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.field import Field


class CountField(Field):
    """One of a few figures; one that somebody else has set is offered too."""

    def __init__(self, name: str, offered: Iterable[int]) -> None:
        self._counts = Choice()
        super().__init__(name, self._counts)
        for count in offered:
            self._counts.addItem("", str(count))

    def count(self) -> int:
        """The chosen figure."""
        return int(self.text())

    def set_count(self, count: int) -> None:
        """Choose a figure."""
        if self._counts.findData(str(count)) < 0:
            self._counts.addItem("", str(count))
        self.set_text(str(count))

    def say_counts(self, label: str, some: str, none: str) -> None:
        """Set the words: of the label, of a figure with {count} in it, and of nothing."""
        self.say(label)
        for place in range(self._counts.count()):
            count = self._counts.itemData(place)
            self._counts.setItemText(place, none if count == "0" else some.format(count=count))
