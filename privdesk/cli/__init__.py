"""The command line; without arguments it opens the window.

Results go to standard output, what the user can mend to standard error as one sentence with exit status 1; wrong usage
exits 2. The password comes from standard input or PRIVDESK_PASSWORD, never from the command line.
"""

import sys
from collections.abc import Sequence

from privdesk.app import program
from privdesk.app.shield import shield
from privdesk.cli.commands import COMMANDS
from privdesk.cli.parser import read
from privdesk.cli.streams import flush, give_up_output
from privdesk.domain.errors import DeskError, OutputNotWritten
from privdesk.domain.text import visible

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out the arguments (those of the process by default) and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        return program.window()
    chosen = read(given)
    shield()
    try:
        status = COMMANDS[chosen.command](chosen)
        flush()
    except DeskError as error:
        if isinstance(error, OutputNotWritten):
            give_up_output()
        print(visible(str(error)), file=sys.stderr)  # it may name what was typed
        return 1
    except BrokenPipeError:
        give_up_output()
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status
