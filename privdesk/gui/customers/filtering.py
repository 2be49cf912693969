"""What the list of customers is narrowed to: set, taken away, remembered, saved under a name and opened again."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from privdesk.domain.person import PeopleQuery
from privdesk.domain.purpose import Purpose
from privdesk.domain.saved_filter import SavedFilter, body, query_of
from privdesk.gui.background import Background
from privdesk.gui.customers.filter_bar import FilterBar
from privdesk.gui.customers.filter_words import FIELDS, Offered, asked
from privdesk.gui.customers.list_model import PeopleModel
from privdesk.gui.customers.saved_button import SavedButton
from privdesk.gui.customers.saved_dialogs import SavedDialog, SaveFilterDialog
from privdesk.gui.state import WindowState
from privdesk.operations import office, saved_filters
from privdesk.operations.desk import Desk
from privdesk.operations.saved_filters import Opened

_REMEMBERED = "customersFilter"


class Filtering(QObject):
    """Changes the query of the list; `changed` when it did, `gone` with what a saved filter names and is no more."""

    changed = Signal()
    gone = Signal(tuple)

    def __init__(self, background: Background, desk: Desk, state: WindowState, model: PeopleModel) -> None:
        super().__init__(model)
        self._background = background
        self._desk = desk
        self._state = state
        self._model = model
        self._offered = Offered(desk.reference.purposes.purposes)
        self.saved = SavedButton(background)
        self.bar = FilterBar(self._offered, self.saved)
        model.query = replace(model.query, **asked(_remembered(state)))  # type: ignore[arg-type]
        self.bar.show_query(model.query)
        self.bar.changed.connect(lambda fields: self.narrow(**fields))
        self.bar.found_left.connect(self.narrow)
        self.bar.save_wanted.connect(self._save)
        self.saved.save_wanted.connect(self._save)
        self.saved.manage_wanted.connect(self._manage)
        self.saved.chosen.connect(self._open)

    def narrow(self, **fields: Any) -> None:  # noqa: ANN401
        """Change the query in these fields, and remember what it is narrowed to, never what was searched for."""
        self._model.ask(**fields)
        self._tell()

    def clear(self) -> None:
        """Find everybody again."""
        query = self._model.query
        self._model.show(PeopleQuery(sort=query.sort, descending=query.descending))
        self._tell()

    def show_found(self) -> None:
        """The list shows who was found by a number now."""
        self.bar.show_query(self._model.query, found=True)

    def leaves_out(self) -> bool:
        """Whether the query leaves anybody out."""
        query = self._model.query
        return bool(query.text or asked(query)) or self._model.found is not None

    def set_office(self, purposes: Mapping[str, Purpose]) -> None:
        """Offer the office's purposes as they are now."""
        self._offered.purposes = purposes
        self.bar.set_offered(self._offered)

    def reload(self) -> None:
        """Read again which filters are saved, and who the partners are."""
        self.saved.reload()
        self._background.read(self, office.partners, then=self._take_partners, key="partners")

    def _take_partners(self, partners: Any) -> None:  # noqa: ANN401
        self._offered.partners = partners
        self.bar.set_offered(self._offered)

    def _tell(self) -> None:
        query = self._model.query
        self.bar.show_query(query)
        kept = {name: value for name, value in body(query).items() if name in FIELDS}
        self._state.choose(_REMEMBERED, json.dumps(kept))
        self.gone.emit(())
        self.changed.emit()

    def _open(self, one: SavedFilter) -> None:
        self._background.read(self, saved_filters.opened, one.id, then=self._take_opened, key="opened")

    def _take_opened(self, opened: Opened) -> None:
        self._model.show(opened.query)
        self._tell()
        self.gone.emit(opened.gone)

    def _save(self) -> None:
        query = self._model.query
        said = [f"“{query.text}”"] if query.text else []
        said += [self._offered.chip(name, value) for name, value in asked(query).items()]
        dialog = SaveFilterDialog(self._window(), self._background, query, said)
        dialog.accepted.connect(self.saved.reload)
        dialog.open()

    def _manage(self) -> None:
        dialog = SavedDialog(self._window(), self._background, self._desk)
        dialog.finished.connect(lambda _: self.saved.reload())
        dialog.open()

    def _window(self) -> QWidget:
        return self.bar.window()


def _remembered(state: WindowState) -> PeopleQuery:
    """What the list was narrowed to in the sitting before; nothing where that cannot be read."""
    try:
        return query_of(json.loads(state.chosen(_REMEMBERED) or "{}"))
    except (ValueError, msgspec.ValidationError):
        return PeopleQuery()
