"""Where the system tells that nobody is at the PC any more: on Linux and Windows; macOS tells it in no simple way."""

import sys

from PySide6.QtCore import QObject, Signal

if sys.platform == "linux":
    from privdesk.gui.away_linux import Away as Away
elif sys.platform == "win32":
    from privdesk.gui.away_windows import Away as Away
else:

    class Away(QObject):
        """Tells nothing; the idle lock counts the time asleep."""

        screen_locked = Signal()
        leaving = Signal()
