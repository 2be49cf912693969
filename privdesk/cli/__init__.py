"""The command line; without arguments it opens the window.

Results go to standard output, what the user can mend to standard error as one sentence with exit status 1; wrong usage
exits 2. The password comes from standard input or PRIVDESK_PASSWORD, never from the command line.
"""

import os
import sys
from collections.abc import Sequence

from privdesk.app import program
from privdesk.cli.commands import COMMANDS
from privdesk.cli.parser import parser
from privdesk.domain.errors import DeskError

_INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out the arguments (those of the process by default) and return the exit status."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        return program.window()
    chosen = parser().parse_args(given)
    try:
        status = COMMANDS[chosen.command](chosen)
        sys.stdout.flush()
    except DeskError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # whoever reads the output has enough; the interpreter must not try to write the rest at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return _INTERRUPTED
    return status
