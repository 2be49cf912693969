"""Starts privdesk: the window at once where nothing was typed; the command line, which loads every room, only else."""

import sys

if len(sys.argv) > 1:
    from privdesk.cli import main
else:
    from privdesk.app import window as main

if __name__ == "__main__":
    sys.exit(main())
