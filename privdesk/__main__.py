"""Starts privdesk: the window at once where nothing was typed; the command line, which loads every room, only else."""

import gc
import sys

if len(sys.argv) > 1:
    from privdesk.cli import main
else:
    gc.disable()  # nothing of a start is ever thrown away; `gui.garbage` collects later
    from privdesk.app.program import window as main  # type: ignore[assignment]  # both are called without arguments

if __name__ == "__main__":
    sys.exit(main())
