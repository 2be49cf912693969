"""Shows a PDF from memory, never from a file, and prints that very PDF."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from privdesk.gui.translation import Translated
from privdesk.gui.widgets.card import line
from privdesk.gui.widgets.icon import IconButton
from privdesk.gui.widgets.text import Text

_DPI = 300
_ZOOM = 1.25


class PdfView(Translated, QWidget):
    """The pages one below the other with zoom and print; `printed` when the pages went to the printer."""

    printed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._buffer = QBuffer(self)
        self._document = QPdfDocument(self)
        self._view = QPdfView(self)
        self._view.setObjectName(f"{name}Pages")
        self._view.setDocument(self._document)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._pages = Text(role="small", tone="dim")
        self._smaller = IconButton(f"{name}Smaller", "zoom-out")
        self._larger = IconButton(f"{name}Larger", "zoom-in")
        self._print = IconButton(f"{name}Print", "printer")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line(self._pages, None, self._smaller, self._larger, self._print, spacing=4))
        column.addWidget(self._view, 1)
        self._view.pageNavigator().currentPageChanged.connect(self.retranslate)
        self._smaller.clicked.connect(lambda: self._zoom(1 / _ZOOM))
        self._larger.clicked.connect(lambda: self._zoom(_ZOOM))
        self._print.clicked.connect(self.ask_printer)
        self.retranslate()

    @property
    def document(self) -> QPdfDocument:
        """The document that is shown."""
        return self._document

    def show_pdf(self, content: bytes) -> None:
        """Show this PDF; no bytes show nothing."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        if content:
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._document.load(self._buffer)
        for button in (self._smaller, self._larger, self._print):
            button.setEnabled(bool(content))
        self.retranslate()

    def ask_printer(self) -> None:
        """Let the user choose printer, pages and copies, then print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(_DPI)
        printer.setFullPage(True)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setMinMax(1, max(1, self._document.pageCount()))
        dialog.accepted.connect(lambda: self.print_to(printer))
        QDialog.open(dialog)

    def print_to(self, printer: QPrinter) -> None:
        """Print the chosen pages, each at its own size."""
        first, last = printer.fromPage() or 1, printer.toPage() or self._document.pageCount()
        painter = QPainter(printer)
        for page in range(first - 1, last):
            if page > first - 1:
                printer.newPage()
            points = self._document.pagePointSize(page)
            scale = printer.resolution() / 72
            size = QSize(round(points.width() * scale), round(points.height() * scale))
            painter.drawImage(QRectF(QRect(QPoint(0, 0), size)), self._document.render(page, size))
        painter.end()
        self.printed.emit()

    def retranslate(self) -> None:
        """Set the words of the bar."""
        count = self._document.pageCount()
        page = self._view.pageNavigator().currentPage() + 1
        self._pages.setText(self.tr("Page {page} of {count}").format(page=page, count=count) if count > 0 else "")
        self._view.setAccessibleName(self.tr("Pages of the letter"))
        self._smaller.say(self.tr("Smaller"))
        self._larger.say(self.tr("Larger"))
        self._print.say(self.tr("Print"))

    def _zoom(self, factor: float) -> None:
        now = self._view.zoomFactor()
        if self._view.zoomMode() != QPdfView.ZoomMode.Custom and self._document.pageCount() > 0:
            points = self._document.pagePointSize(0).width()
            now = self._view.viewport().width() / (points * self._view.logicalDpiX() / 72)
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(5.0, max(0.2, now * factor)))
