"""The picture of the office's seal: choose it, see it, take it away."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from privdesk.domain.errors import SealUnreadable
from privdesk.gui.savefile import documents
from privdesk.gui.translation import Translated, translated
from privdesk.gui.widgets.button import Button
from privdesk.gui.widgets.card import line, on_ground
from privdesk.gui.widgets.text import Paragraph, Text

_SIDE = 84
_MOST_BYTES = 1_000_000
_MOST_PIXELS = 2_000


class SealField(Translated, QWidget):
    """Holds the bytes of a PNG, or none; letters then carry the mark that the seal is left out."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("seal")
        self._png = b""
        self._label = Text(role="small", tone="dim")
        self._picture = Text(tone="dim")
        self._picture.setFixedSize(_SIDE, _SIDE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        on_ground(self._picture, "card")
        self._hint = Paragraph(role="small", tone="dim")
        self._choose = Button("sealChoose", "plain", "upload")
        self._remove = Button("sealRemove", "quiet", "x")
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(self._hint)
        beside.addLayout(line(self._choose, self._remove, None))
        beside.addStretch(1)
        row = line(self._picture, spacing=16)
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._label)
        column.addLayout(row)
        self._choose.clicked.connect(self._ask)
        self._remove.clicked.connect(self._take_away)
        self.retranslate()

    def seal(self) -> bytes:
        """The PNG, or nothing."""
        return self._png

    def set_seal(self, png: bytes) -> None:
        """Show this seal."""
        self._png = png
        self.retranslate()

    def take_file(self, path: str) -> None:
        """Take the picture in a file, if it is a PNG of reasonable size; say so if it is not."""
        file = Path(path)
        try:
            content = file.read_bytes() if file.stat().st_size <= _MOST_BYTES else b""
        except OSError:
            content = b""
        if _is_png(content):
            self.set_seal(content)
            self.edited.emit()
        else:
            self._hint.set_tone("late")
            self._hint.setText(translated(SealUnreadable()))

    def retranslate(self) -> None:
        """Set all words and the picture."""
        self._label.setText(self.tr("Seal of the office (may follow later)"))
        self._hint.set_tone("dim")
        self._hint.setText(self.tr("A PNG with a transparent ground. Without it, letters say the seal is left out."))
        self._choose.setText(self.tr("Choose a picture"))
        self._remove.setText(self.tr("Take away"))
        self._remove.setVisible(bool(self._png))
        self._picture.setAccessibleName(self.tr("A seal is chosen") if self._png else self.tr("No seal is chosen"))
        if self._png:
            ratio = self.devicePixelRatioF()
            image = QImage.fromData(self._png).scaled(
                round((_SIDE - 12) * ratio),
                round((_SIDE - 12) * ratio),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            image.setDevicePixelRatio(ratio)
            self._picture.setPixmap(QPixmap.fromImage(image))
        else:
            self._picture.setText("–")

    def _ask(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a picture"), documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter("PNG (*.png)")
        dialog.fileSelected.connect(self.take_file)
        dialog.open()

    def _take_away(self) -> None:
        self.set_seal(b"")
        self._choose.setFocus()
        self.edited.emit()


def _is_png(content: bytes) -> bool:
    """Whether it is a PNG; its size is read from the head before anything is unpacked."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, b"png")
    size = reader.size()
    return size.isValid() and max(size.width(), size.height()) <= _MOST_PIXELS and not reader.read().isNull()
