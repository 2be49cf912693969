"""The letters that a query finds, page by page."""

from PySide6.QtCore import QObject

from privdesk.domain.letter import LetterQuery, LetterRow
from privdesk.gui.background import Background
from privdesk.gui.letters.columns import letter_columns
from privdesk.gui.paged import PagedModel
from privdesk.operations import letters
from privdesk.operations.desk import Desk


class LettersModel(PagedModel[LetterRow, LetterQuery]):
    """All letters, the newest first, until something is asked."""

    def __init__(self, background: Background, desk: Desk, parent: QObject) -> None:
        super().__init__(background, letters.page, LetterQuery(), letter_columns(desk.law_on(desk.today)), parent)
