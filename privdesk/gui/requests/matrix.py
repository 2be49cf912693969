"""The answer matrix as a list: item, what we hold, decision, ground."""

from collections.abc import Sequence

from privdesk.domain.shown import shown
from privdesk.domain.text import visible
from privdesk.gui.requests.columns import room
from privdesk.gui.requests.held import held_said
from privdesk.gui.requests.words import decision_face, field_word, kind_faces, local
from privdesk.gui.requests.work import CaseWork
from privdesk.gui.theme import row_height
from privdesk.gui.widgets.chip import ChipFace
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.rows import Column, RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.operations.people import Record
from privdesk.operations.requests import Asked

# the longest decisions may be cut where the window is narrow
_CHIP = 140


class Matrix(Table):
    """The asked things of the case; `record` is what is held about the customer, as far as it was looked up."""

    def __init__(self, work: CaseWork) -> None:
        self._work = work
        self.record: Record | None = None
        self.model_rows: RowsModel[Asked] = RowsModel(self._columns())
        super().__init__("answerMatrix", self.model_rows, Empty("list-checks"))
        self.model_rows.setParent(self)

    def show_items(self, items: Sequence[Asked]) -> None:
        """Show these items, with one of them in front: the same open one, else the first open one, else the same."""
        before = [asked.item.number for asked in self.selected()]
        self.model_rows.set_rows(items)
        same = [place for place, asked in enumerate(items) if asked.item.number in before]
        still_open = [place for place, asked in enumerate(items) if asked.item.decision is None]
        kept = [place for place in same if place in still_open]
        self.select((kept or still_open or same or [0])[0])
        head = self.horizontalHeader().sizeHint().height() + 6
        self.setFixedHeight(min(7, max(1, len(items))) * row_height() + head)

    def _columns(self) -> Sequence[Column[Asked]]:
        law = self._work.desk.law_on(self._work.desk.today)
        kinds = room(*(local(kind.chip) for kind in law.kinds.values()))
        decisions = room(*(local(law.word(one)) for kind in law.kinds.values() for one in kind.decisions))
        return (
            Column("number", shown("columns", "No."), lambda asked: str(asked.item.number), 40, right=True),
            Column("kind", shown("columns", "Kind"), self._kind, kinds, chips=self._kind_faces),
            Column("what", shown("columns", "Asked"), self._asked, 110, stretch=True, tooltip=self._asked),
            Column("held", shown("columns", "We hold"), self._held, 130, stretch=True, minor=True, tooltip=self._held),
            Column(
                "decision",
                shown("columns", "Decision"),
                self._decision,
                min(_CHIP, decisions),
                chips=self._decision_faces,
            ),
            Column("ground", shown("columns", "Ground, kept until"), self._ground, 136, minor=True, tooltip=self._why),
        )

    def _kind_faces(self, asked: Asked) -> Sequence[ChipFace]:
        return kind_faces(self._work.case.law, [asked.item.kind])

    def _kind(self, asked: Asked) -> str:
        return local(asked.kind.chip)

    def _held(self, asked: Asked) -> str:
        return held_said(asked.item, self.record)

    def _decision(self, asked: Asked) -> str:
        return decision_face(self._work.case.law, asked.item.decision).text

    def _decision_faces(self, asked: Asked) -> Sequence[ChipFace]:
        return (decision_face(self._work.case.law, asked.item.decision),)

    def _ground(self, asked: Asked) -> str:
        if asked.item.until:
            return asked.item.until.isoformat()
        return local(asked.grounds[asked.item.ground].article) if asked.item.ground else "–"

    def _why(self, asked: Asked) -> str:
        return visible(asked.item.facts)

    def _asked(self, asked: Asked) -> str:
        """What is asked, and how the requester wants to get it where he said so."""
        item = asked.item
        changes = "  ".join(f"{field_word(one.field)} → {one.value or '…'}" for one in item.proposed)
        what = visible(changes or item.what) or local(asked.kind.name)
        return f"{what} · {local(self._work.case.law.word(item.medium))}" if item.medium else what
