"""Language, look and size of text; each choice shows at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from privdesk.gui.theme import Look
from privdesk.gui.translation import LANGUAGES, language
from privdesk.gui.widgets.choice import Choice
from privdesk.gui.widgets.dialog import Dialog
from privdesk.gui.widgets.field import Field

_SCALES = (0.9, 1.0, 1.15, 1.3, 1.5)


class LookDialog(Dialog):
    """Emits what was chosen as soon as it is chosen."""

    language_chosen = Signal(str)
    look_chosen = Signal(object)
    scale_chosen = Signal(float)

    def __init__(self, parent: QWidget, look: Look, scale: float) -> None:
        super().__init__("look", parent, choice=False)
        self._language = Field("language", Choice())
        self._look = Field("theme", Choice())
        self._scale = Field("textSize", Choice())
        for code, name in LANGUAGES.items():
            _choice(self._language).addItem(name, code)
        for each in Look:
            _choice(self._look).addItem("", str(each))
        for factor in _SCALES:
            _choice(self._scale).addItem(f"{factor:.0%}", str(factor))
        self._language.set_text(language())
        self._look.set_text(str(look))
        self._scale.set_text(str(scale))
        for field in (self._language, self._look, self._scale):
            self.column.addWidget(field)
        self._language.edited.connect(lambda: self.language_chosen.emit(self._language.text()))
        self._look.edited.connect(lambda: self.look_chosen.emit(Look(self._look.text())))
        self._scale.edited.connect(lambda: self.scale_chosen.emit(float(self._scale.text())))
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words."""
        self.say(self.tr("Language and look"), "", self.tr("Close"))
        self._language.say(self.tr("Language of the window"))
        self._look.say(self.tr("Look"))
        self._scale.say(self.tr("Size of text"))
        for place, text in enumerate((self.tr("As the system"), self.tr("Light"), self.tr("Dark"))):
            _choice(self._look).setItemText(place, text)


def _choice(field: Field) -> QComboBox:
    assert isinstance(field.editor, QComboBox)
    return field.editor
