"""Words on the screen: always plain text, in three sizes and a size for figures."""

from math import ceil

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

_AIR = 1.45
_LINE_SEPARATOR = "\N{LINE SEPARATOR}"
_ENDLESS = 1_000_000


class Text(QLabel):
    """A label that never reads markup; `role` is small, body, strong, title or figure, `tone` a colour's name."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setIndent(0)
        self.setProperty("role", role)
        self.setProperty("tone", tone)
        self.setText(text)

    def set_tone(self, tone: str) -> None:
        """Change the colour: dim, accent, late, soon, done, or empty for plain."""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            self.style().unpolish(self)
            self.style().polish(self)


class Paragraph(Text):
    """Words that wrap, with the air between the lines that Japanese needs."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None) -> None:
        self._measured: dict[tuple[int, str, str], int] = {}
        self._room: str | None = None
        super().__init__(text, role, tone, parent)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keep_room(self, lines: int) -> None:
        """Take the room of so many lines while hidden or shorter too, so that coming and going moves nothing."""
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._measured.clear()
        self._room = "\n".join(["Aあ"] * lines)
        self.updateGeometry()

    def setText(self, text: str) -> None:
        """Draw all again; QLabel draws again only where its own lines would stand."""
        super().setText(text)
        self.update()

    def heightForWidth(self, width: int) -> int:
        """The lines at this width, each with its air; a layout asks a hundred times, so each width is measured once."""
        asked = (width, self.text(), self.font().key())
        if asked not in self._measured:
            self._measured = {known: height for known, height in self._measured.items() if known[1:] == asked[1:]}
            kept = 0 if self._room is None else self._laid_out(width, self._room)[1]
            self._measured[asked] = max(kept, self._laid_out(width, self.text())[1])
        return self._measured[asked]

    def sizeHint(self) -> QSize:
        """As wide as the words, or as those for whose lines room is kept, up to a line that is pleasant to read."""
        width = min(420, max(map(self._natural_width, (self.text(), self._room or ""))))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide; the layout asks for the height at the width it gives."""
        return QSize(self.fontMetrics().horizontalAdvance("あああああ"), self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines, _ = self._laid_out(self.width(), self.text())
        lines.draw(painter, QPointF(0, 0))

    def _natural_width(self, text: str) -> int:
        lines, _ = self._laid_out(_ENDLESS, text)
        return ceil(max(lines.lineAt(place).naturalTextWidth() for place in range(lines.lineCount()))) + 2

    def _laid_out(self, width: int, text: str) -> tuple[QTextLayout, int]:
        """The lines of a text at this width, each with its air below it, and their height."""
        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        lines = QTextLayout(text.replace("\n", _LINE_SEPARATOR), self.font())
        lines.setTextOption(option)
        lines.beginLayout()
        height = 0
        while (line := lines.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, _AIR * height))
            height += ceil(line.height())
        lines.endLayout()
        return lines, ceil(_AIR * height)


class OneLine(Text):
    """Words on one line, cut with an ellipsis where there is no room; the tooltip has them whole."""

    def __init__(self, text: str = "", role: str = "body", tone: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, role, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """May be made as narrow as one letter and the ellipsis."""
        return QSize(self.fontMetrics().horizontalAdvance("あ…"), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what has room."""
        metrics = self.fontMetrics()
        inside = self.contentsRect()
        cut = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(inside, self.alignment() | Qt.TextFlag.TextSingleLine, cut)

    def event(self, event: QEvent) -> bool:
        """Offer the whole words as a tooltip only where they were cut."""
        if event.type() == QEvent.Type.ToolTip:
            cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
            self.setToolTip(plain(self.text()) if cut else "")
        return super().event(event)


def plain(text: str) -> str:
    """Foreign words for a tooltip, where Qt would otherwise guess whether they are markup."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<span>{escaped}</span>"
