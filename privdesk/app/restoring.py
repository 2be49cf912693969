"""The way from a backup to a desk, which is then unlocked like any other."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from privdesk.app import is_known, restored
from privdesk.gui.state import RecentDesk
from privdesk.gui.window import Window

if TYPE_CHECKING:
    from privdesk.gui.background import Background
    from privdesk.operations.desks import Clock


def begin(window: Window, work: "Background", clock: "Clock") -> None:
    """Show the wizard in the window."""
    from privdesk.gui.restoring.wizard import RestoreWizard

    def offer(folder: str, login: str) -> None:
        window.show_unlock()
        window.remember_desk(RecentDesk(folder, Path(folder).stem, login))

    wizard = RestoreWizard(work, partial(restored, clock), is_known)
    wizard.cancelled.connect(window.show_unlock)
    wizard.restored.connect(offer)
    window.show_page(wizard)
