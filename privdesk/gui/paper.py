"""Plain words and tables on the printer, for what is no letter of the office."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from privdesk.gui.theme import FAMILIES

_POINTS = 10.5


def written(paragraphs: Iterable[str]) -> QTextDocument:
    """One paragraph below the other; foreign words stay what they are."""
    return _document("".join(f"<p>{escape(text)}</p>" for text in paragraphs))


def ruled(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> QTextDocument:
    """A table under a title, its head again on each page."""
    body = "".join(_row("td", row) for row in rows)
    return _document(
        f"<h3>{escape(title)}</h3><table border='1' cellspacing='0' cellpadding='3' width='100%'>"
        f"<thead>{_row('th', head)}</thead>{body}</table>"
    )


def ask_printer(parent: QWidget, document: QTextDocument) -> None:
    """Let the user choose the printer, then print."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    document.setParent(dialog)
    dialog.accepted.connect(lambda: document.print_(printer))
    QDialog.open(dialog)


def _row(tag: str, cells: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<{tag} align='left'>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def _document(html: str) -> QTextDocument:
    document = QTextDocument()
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(_POINTS)  # a printer's pixels are too small to count in
    document.setDefaultFont(font)
    document.setHtml(html)
    return document
