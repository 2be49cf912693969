"""The made-up office: opened in the window, or written to a folder with its letters and pictures of every screen."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from privdesk.app import application, clock_on, reference
from privdesk.gui.state import WindowState
from privdesk.gui.theme import Look, Theme
from privdesk.gui.translation import Translation

if TYPE_CHECKING:
    from privdesk.demo.office import Wish
    from privdesk.operations.desk import Desk
    from privdesk.storage.opening import Terms

# told how many customers have come in, of how many
Progress = Callable[[int, int], None]


def demo_folder(
    out: Path, people: int, seed: int, on: date | None, progress: Progress | None = None
) -> dict[str, object]:
    """Write the made-up office to a folder; raises the sentences of `demo.folder.written`."""
    from privdesk.demo import folder

    desk, made = folder.written(out, _wish(people, seed, on), reference(), _demo_terms(), progress)
    desk.clock = clock_on(on)
    take_pictures(desk, out / folder.SCREENS)
    return made


def take_pictures(desk: "Desk", folder: Path) -> None:
    """Draw every screen of an open desk into `folder`, without a display; the desk is locked afterwards."""
    from tempfile import TemporaryDirectory

    from privdesk.domain.case import RequestQuery
    from privdesk.gui.desk import DeskPage
    from privdesk.gui.garbage import Collector
    from privdesk.gui.pictures import SIZE, Pictures, Tour
    from privdesk.gui.setup.wizard import SetupWizard
    from privdesk.operations import desks, recovery_sheet, requests

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = application()
    collector = Collector(app)
    theme, translation = Theme(app, Look.LIGHT, 1.0), Translation(app, "ja")
    rows = [row for row in requests.page(desk, RequestQuery(sort="number"), None, 500).rows if row.person is not None]
    cases, person = {row.state.value: row.id for row in rows}, rows[0].person
    with TemporaryDirectory() as place:
        # without a layout of its own, since offscreen windows know no smallest size, and Qt complains of that
        ground = QWidget()
        theme.dress(ground)
        page = DeskPage(desk, WindowState(f"{place}/window.ini"), ground)
        wizard = SetupWizard(reference(), desks.new_sheet(), recovery_sheet.drawn)
        wizard.setParent(ground)
        for widget in (ground, page, wizard):
            widget.resize(*SIZE)
        ground.show()
        tour = Tour(page, wizard, cases, person, theme, translation)
        pictures = Pictures(folder, tour.shots(), page.background, app)
        pictures.finished.connect(lambda: page.close_desk(app.quit))
        pictures.start()
        app.exec()
        ground.close()
    collector.deleteLater()


def demo_logins() -> dict[str, object]:
    """Who can unlock the made-up office, and how."""
    from privdesk.demo.office import LOGINS, PASSWORD

    return {"users": list(LOGINS), "password": PASSWORD}


def made_demo(people: int = 300, seed: int = 1, on: date | None = None, progress: Progress | None = None) -> "Desk":
    """The made-up office, open, in the user's own folder and in place of the one made last.

    Raises LawMissing for a day without law data, DeskInUse.
    """
    import platformdirs

    from privdesk.demo import office
    from privdesk.operations import desks

    wish, laws = _wish(people, seed, on), reference()
    wish.need_law(laws)
    folder = platformdirs.user_data_path("privdesk", ensure_exists=True) / office.FOLDER
    if folder.exists():
        desks.remove(folder)
    desk = office.make(folder, wish, laws, _demo_terms(), progress)
    desk.clock = clock_on(on)
    return desk


def _wish(people: int, seed: int, on: date | None) -> "Wish":
    from privdesk.demo.office import Wish
    from privdesk.domain.office import ZONE

    now = clock_on(on)().astimezone(ZONE)
    return Wish(people, seed, now.date(), now=now)


def _demo_terms() -> "Terms":
    """Hashing at the floor: the made-up users' password is printed for everybody, so that its cost protects nothing."""
    from privdesk.storage.keys import FLOOR
    from privdesk.storage.opening import Terms

    return Terms(cost=FLOOR)
