"""How the letters of a language look: faces, sizes and line pitch in points."""

from dataclasses import dataclass, replace

from privdesk.letters.facts import Language
from privdesk.letters.layout.fonts import Style
from privdesk.letters.layout.page import MARGIN, MEASURE
from privdesk.letters.layout.strips import Align, Column


@dataclass(frozen=True, slots=True)
class Look:
    """The type of one language."""

    body: Style
    strong: Style
    subject: Style
    table_head: Style
    table_body: Style
    small: Style
    watermark: Style
    leading: float
    table_leading: float
    align: Align

    def faces(self) -> frozenset[str]:
        """The faces in which facts are set; the others set wording alone."""
        return frozenset(style.face for style in (self.body, self.strong, self.table_body, self.small))

    def tightened(self, share: float) -> "Look":
        """The look with its lines of text closer together."""
        return replace(self, leading=self.leading * share)

    def column(self, align: Align = "left", style: Style | None = None) -> Column:
        """The whole measure of the page."""
        return Column(MARGIN, MEASURE, style or self.body, self.leading, align)


LOOKS: dict[Language, Look] = {
    "ja": Look(
        body=Style("mincho", 10.5),
        strong=Style("mincho bold", 10.5),
        subject=Style("mincho bold", 13),
        table_head=Style("gothic bold", 8.5),
        table_body=Style("gothic", 8.5),
        small=Style("gothic", 8.5),
        watermark=Style("gothic", 84),
        leading=17.5,
        table_leading=12.5,
        align="justified",
    ),
    "en": Look(
        body=Style("sans", 10),
        strong=Style("sans bold", 10),
        subject=Style("sans bold", 11),
        table_head=Style("sans bold", 8.5),
        table_body=Style("sans", 8.5),
        small=Style("sans", 8.5),
        watermark=Style("sans", 150),
        leading=14.8,
        table_leading=12.5,
        align="left",
    ),
}
