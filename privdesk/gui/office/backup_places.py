"""Where backups go and when: the places of the plan with their last copies, and the backup made now."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from privdesk.domain.backup import Place, Plan, When
from privdesk.domain.errors import DeskError
from privdesk.domain.matrix import roles_of
from privdesk.gui.background import Background
from privdesk.gui.backuprun import BackupRun
from privdesk.gui.office.backup_columns import place_columns
from privdesk.gui.office.backup_counts import CountField
from privdesk.gui.theme import row_height
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.empty import Empty
from privdesk.gui.widgets.failure import Failure
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.rows import RowsModel
from privdesk.gui.widgets.table import Table
from privdesk.operations import backups
from privdesk.operations.backups import Overview
from privdesk.operations.desk import Desk

# the titles and five places, or what stands where none is
_ROWS = 6
_DAILY, _MONTHLY = (3, 7, 14, 30, 60, 90), (0, 3, 6, 12, 24, 36, 60)


class BackupPlaces(Translated, QWidget):
    """Each change of the plan is saved at once, and the bar offers to take it back."""

    def __init__(self, work: Background, desk: Desk) -> None:
        super().__init__()
        self._work = work
        self._plan = Plan()
        self._run = BackupRun(work, desk, self)
        self._now = Button("backUpNow", "primary", "download")
        self._add = Button("addPlace", "plain", "plus")
        self._remove = Button("removePlace", "quiet", "minus")
        self._times = Choice()
        self._when = Field("backupWhen", self._times)
        self._rows = RowsModel(place_columns(lambda: desk.now, lambda: self._plan.when is When.LOCK))
        self._empty = Empty("database")
        self._list = Table("backupPlaces", self._rows, self._empty)
        self._daily, self._monthly = CountField("backupDaily", _DAILY), CountField("backupMonthly", _MONTHLY)
        self._troubles = Failure()
        may_plan = desk.actor.role in roles_of("backups.save_plan")
        for part in (self._add, self._remove, self._when, self._daily, self._monthly):
            part.setVisible(may_plan)
        self._build()
        self._connect()
        self.retranslate()

    def show_overview(self, found: Overview) -> None:
        """Show the plan and its places."""
        self._plan = found.plan
        self._rows.set_rows(found.places)
        self._when.set_text(str(found.plan.when))
        self._daily.set_count(found.plan.daily)
        self._monthly.set_count(found.plan.monthly)
        self._troubles.show_errors(*found.troubles)
        self._say_plan()
        self._show_ready()

    def choose_place(self) -> None:
        """Choose a folder, on another medium best."""
        home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
        dialog = QFileDialog(self, self.tr("A place for backups"), home)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.add_place)
        dialog.open()

    def add_place(self, path: str) -> None:
        """Put a folder into the plan."""
        self._save(replace(self._plan, places=(*self._plan.places, Place(path))))

    def remove_place(self) -> None:
        """Take the selected place out of the plan; the copies there stay."""
        gone = [one.place for one in self._list.selected()]
        self._save(replace(self._plan, places=tuple(place for place in self._plan.places if place not in gone)))

    def back_up(self) -> None:
        """Make a backup at every place that is there."""
        if not self._run.running:
            self._run.start(self._rows.rows)
            self._show_ready()

    def focus_first(self) -> None:
        """The first button that can be pressed."""
        (self._now if self._now.isEnabled() else self._add).setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._list.setFixedHeight(_ROWS * row_height() + 4)

    def retranslate(self) -> None:
        """Set all words."""
        self._list.setAccessibleName(self.tr("Places for backups"))
        self._now.setText(self.tr("Back up now"))
        self._add.setText(self.tr("Add a place"))
        self._remove.setText(self.tr("Remove the place"))
        self._when.say(self.tr("When backups are made"))
        self._empty.say(
            self.tr("No place for backups yet"),
            self.tr("Best a USB disk or another PC: what lies on this PC's own disk is lost with it."),
        )
        self._say_plan()

    def _say_plan(self) -> None:
        words = {
            When.LOCK: self.tr("When locked, at most hourly"),
            When.DAILY: self.tr("Daily while it is open"),
            When.NEVER: self.tr("By hand only"),
        }
        for place, when in enumerate(When):
            self._times.setItemText(place, words[when])
        none = self.tr("none")
        self._daily.say_counts(self.tr("Daily ones kept"), self.tr("of the last {count} days"), none)
        self._monthly.say_counts(self.tr("Monthly ones kept"), self.tr("of the last {count} months"), none)

    def _build(self) -> None:
        for when in When:
            self._times.addItem("", str(when))
        self._list.setFixedHeight(_ROWS * row_height() + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(line(self._now, self._add, self._remove, None))
        column.addWidget(self._troubles)
        column.addWidget(self._list)
        column.addLayout(line(self._when, self._daily, self._monthly, None, spacing=16))

    def _connect(self) -> None:
        self._now.clicked.connect(self.back_up)
        self._add.clicked.connect(self.choose_place)
        self._remove.clicked.connect(self.remove_place)
        self._when.edited.connect(lambda: self._save(replace(self._plan, when=When(self._when.text()))))
        self._daily.edited.connect(lambda: self._save(replace(self._plan, daily=self._daily.count())))
        self._monthly.edited.connect(lambda: self._save(replace(self._plan, monthly=self._monthly.count())))
        self._run.ended.connect(self._show_ready)
        self._list.selectionModel().selectionChanged.connect(self._show_ready)

    def _save(self, plan: Plan) -> None:
        self._work.write(self, backups.save_plan, plan, otherwise=self._refuse)

    def _refuse(self, error: DeskError) -> None:
        """Say why, and show the plan as it is."""
        self._work.failed.emit(error)
        self._work.read(self, backups.overview, then=self.show_overview, key="refused")

    def _show_ready(self) -> None:
        self._now.setEnabled(bool(self._rows.rows) and not self._run.running)
        self._remove.setEnabled(bool(self._list.selected()))
