"""What the sections of the place Office have in common."""

from dataclasses import replace
from typing import Any

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from privdesk.domain.matrix import roles_of
from privdesk.domain.office import Office
from privdesk.gui.background import Background
from privdesk.gui.drafts import Draft, Typed
from privdesk.gui.translation import Translated, words
from privdesk.gui.widgets.sidebyside import Pair
from privdesk.operations.desk import Desk

# under which name a draft keeps what its fields were when the typing began
_OVER = "over"


class Section(Translated, QWidget):
    """A part of the place: contents in `column`, a title marked with `shown("sections", ...)`, what it is for."""

    name = ""
    sign = ""
    titled = ""

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__()
        self.setObjectName(f"{self.name}Section")
        self.work = work
        self.desk = desk
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def title(self) -> str:
        """The word in the list of sections."""
        return words("sections", self.titled)

    def text(self) -> str:
        """What the section is for."""
        return ""

    def reload(self) -> None:
        """Read again what is shown."""

    def focus_first(self) -> None:
        """Put the keyboard where the section begins."""

    def new(self) -> None:
        """Add one of what the section lists."""

    def adds(self) -> bool:
        """Whether there is something to add."""
        return False

    def edit(self) -> None:
        """Change what is selected."""

    def edits(self) -> bool:
        """Whether what the section lists can be changed one by one."""
        return False

    def retranslate(self) -> None:
        """Set the words of the contents."""


class ProfileSection(Section):
    """A section that edits some fields of the office's profile; the place saves it.

    What was entered stays when others save other fields, and as a draft over the lock; `edited` follows each change by
    the user.
    """

    edited = Signal()
    fields: tuple[str, ...] = ()

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__(work, desk)
        self._saved = desk.office
        self._dirty = False
        self.draft = Draft(self, work, self._typed)
        self._place = f"office:{self.name}" if desk.actor.role in roles_of("office.save") else ""

    def values(self) -> dict[str, Any]:
        """What stands in the section, by the names of `Office`."""
        raise NotImplementedError

    def fill(self, office: Office) -> None:
        """Put the profile into the widgets."""
        raise NotImplementedError

    def labels(self) -> dict[str, str]:
        """The words for each field, by the names of `Office`."""
        raise NotImplementedError

    def words_of(self, value: object) -> str:
        """A value as words, to compare two of them."""
        if isinstance(value, bytes):
            return self.tr("a picture") if value else ""
        if isinstance(value, tuple):
            return "\n".join(map(str, value))
        return str(value)

    def check(self) -> bool:
        """Whether what stands there can be saved."""
        return True

    @property
    def dirty(self) -> bool:
        """Whether there is something to save."""
        return self._dirty

    def mark_edited(self) -> None:
        """The user changed something."""
        self._dirty = any(value != getattr(self._saved, name) for name, value in self.values().items())
        self.draft.note()
        self.edited.emit()

    def show_office(self, office: Office) -> None:
        """Show the saved profile; an unsaved change stays, and meets the newer one when it is saved."""
        same = all(getattr(office, name) == getattr(self._saved, name) for name in self.fields)
        if not self._dirty:
            self.start_from(office)
        elif same:
            self._saved = office

    def start_from(self, office: Office) -> None:
        """Show this profile in place of whatever was entered, and what was kept of an earlier sitting."""
        if self._dirty:
            self.draft.drop()
        self._saved = office
        self.fill(office)
        self._dirty = False
        self.draft.begin(self._place, self._restore)
        self.edited.emit()

    @property
    def saved(self) -> Office:
        """The profile that the section started from."""
        return self._saved

    def _typed(self) -> Typed:
        """What stands in the section, and the profile over which it was typed."""
        typed: dict[str, Any] = msgspec.to_builtins(self.over(self._saved))
        base: dict[str, Any] = msgspec.to_builtins(self._saved)
        return {_OVER: {name: base[name] for name in (*self.fields, "version")}} | {
            name: typed[name] for name in self.fields
        }

    def _restore(self, kept: Typed) -> None:
        """Show what was typed before; who saved meanwhile is met on saving, as if the section had stayed open."""
        now = msgspec.to_builtins(self._saved)
        try:
            base = msgspec.convert({**now, **kept[_OVER]}, Office)
            typed = msgspec.convert({**now, **{name: kept[name] for name in self.fields}}, Office)
        except (msgspec.ValidationError, KeyError):  # an older program kept other fields
            self.draft.drop()
            return
        self._saved = base
        self.fill(typed)
        self.mark_edited()

    def over(self, base: Office) -> Office:
        """`base` with what stands in this section."""
        return replace(base, **self.values())

    def pairs(self, mine: Office, theirs: Office) -> list[Pair]:
        """The fields of this section that differ in two profiles, side by side."""
        labels = self.labels()
        return [
            Pair(labels[name], self.words_of(getattr(theirs, name)), self.words_of(getattr(mine, name)))
            for name in self.fields
            if getattr(mine, name) != getattr(theirs, name)
        ]
