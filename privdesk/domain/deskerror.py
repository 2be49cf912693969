"""What every error is that a user can mend; the catalogue of them all is `errors`, far longer than a start needs."""

from typing import ClassVar

from privdesk.domain.shown import shown


class DeskError(Exception):
    """Something the user can act on; `sentence` is shown in the window's language with `values` filled in."""

    sentence: ClassVar[str] = shown("errors", "This could not be done.")

    def __init__(self, **values: str | int) -> None:
        self.values = values
        super().__init__(self.sentence.format(**values))
