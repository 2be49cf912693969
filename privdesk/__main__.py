"""Starts privdesk: the window at once where nothing was typed; the command line, which loads every room, only else.

It is also the process of its own in which a mail is read.
"""

import gc
import sys

# each of the three is called without arguments
if sys.argv[1:] == ["--read-mail"]:
    from privdesk.intake.apart import serve as main
elif len(sys.argv) > 1:
    from privdesk.cli import main
else:
    gc.disable()  # nothing of a start is ever thrown away; `gui.garbage` collects later
    from privdesk.app.program import window as main

if __name__ == "__main__":
    sys.exit(main())
