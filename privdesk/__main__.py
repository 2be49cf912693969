"""Starts privdesk: the window at once where nothing was typed; the command line, which loads every room, only else.

It is also the processes of their own in which a mail or a table is read.
"""

import gc
import sys

# each of the four is called without arguments
if sys.argv[1:2] == ["--read-mail"]:
    from privdesk.intake.mail_apart import serve as main
elif sys.argv[1:2] == ["--read-table"]:
    from privdesk.intake.table_apart import serve as main
elif len(sys.argv) > 1:
    from privdesk.cli import main
else:
    gc.disable()  # nothing of a start is ever thrown away; `gui.garbage` collects later
    from privdesk.app.program import window as main

if __name__ == "__main__":
    sys.exit(main())
