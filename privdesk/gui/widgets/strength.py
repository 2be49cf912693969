"""How hard a password is to guess, as a bar and in words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from privdesk.gui.theme import color
from privdesk.gui.translation import Translated
from privdesk.gui.widgets.text import Text

_TONES = ("late", "late", "soon", "done", "done")


class _Bar(QWidget):
    """Four parts that fill with the score."""

    def __init__(self) -> None:
        super().__init__()
        self.score = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A thin bar."""
        return QSize(200, 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - 12) / 4
        for place in range(4):
            painter.setBrush(color(_TONES[self.score] if place < self.score else "neutral_soft"))
            painter.drawRoundedRect(QRectF(place * (width + 4), 0, width, 6), 3, 3)


class StrengthMeter(Translated, QWidget):
    """Shows a score from 0 to 4 that the rules of passwords gave, and their sentence."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._bar = _Bar()
        self._words = Text(role="small", tone="dim")
        self._sentence = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.retranslate()

    def set_score(self, score: int, sentence: str = "") -> None:
        """Show a score from 0 to 4; `sentence` says how to do better."""
        self._bar.score = min(4, max(0, score))
        self._sentence = sentence
        self._bar.update()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words for the score."""
        names = (self.tr("Empty"), self.tr("Very weak"), self.tr("Weak"), self.tr("Good"), self.tr("Strong"))
        said = names[self._bar.score]
        self._words.setText(f"{said} – {self._sentence}" if self._sentence else said)
        self.setAccessibleName(self.tr("Strength of the password: {strength}").format(strength=self._words.text()))
