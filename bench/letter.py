"""Letters from their facts, beside bare reportlab that puts the same text in the same places in the same fonts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader
from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfgen.canvas import Canvas

from bench.harness import Comparison, timed
from privdesk.letters.compose import compose
from privdesk.letters.facts import (
    Addressee,
    DataRow,
    DataSection,
    DataSheet,
    ItemFact,
    KindFact,
    LetterFacts,
    Office,
)
from privdesk.resources import resource

_ROWS = 400
_A4 = (595.28, 841.89)
_GROUND = "法第33条第2項第2号（当社の業務の適正な実施に著しい支障を及ぼすおそれがあるため）"
_REASON = "審査の基準が明らかになり、同種の不正なお取引を防ぐことが著しく困難になるおそれがあるため。"

LETTER = LetterFacts(
    template="refusal",
    language="ja",
    number="個情発第26-0012号",
    date=date(2026, 11, 22),
    addressee=Addressee("山田　花子", "様", "", "150-0001", ("東京都渋谷区神宮前九丁目9番9号", "コーポ青葉203号室")),
    office=Office(
        name="株式会社みどり野商店",
        postal="460-0008",
        address=("愛知県名古屋市中区栄九丁目8番7号",),
        representative_title="代表取締役",
        representative="緑野　一郎",
        department="個人情報お客様窓口",
        phone="052-000-1234",
    ),
    request_number="R8-0034",
    request_date=date(2026, 11, 10),
    kinds=(KindFact("保有個人データの開示の請求", "法第33条第1項"),),
    items=(ItemFact("お取引の審査に関する記録", "withheld", "不開示", ground=_GROUND, reason=_REASON),),
    method="書面の交付（簡易書留郵便）",
)
DISCLOSURE = replace(
    LETTER,
    template="disclosure",
    items=(ItemFact("保有するすべてのデータ", "disclosed", "開示"),),
    sheet=DataSheet(
        date(2026, 11, 22),
        "山田　花子　様（お客様番号　C-00012）",
        (
            DataSection(
                "取引記録",
                tuple(
                    DataRow("お取引", f"購入\n金額（円）　{number * 110}", "提携先", date(2024, 4, 1), ("料金の請求",))
                    for number in range(_ROWS)
                ),
            ),
        ),
    ),
)


@dataclass(frozen=True)
class Piece:
    """Some characters as they stand on a page: registered font, size, and the left end of the baseline in points."""

    text: str
    font: str
    size: float
    x: float
    y: float


def comparisons(_folder: Path) -> Iterator[Comparison]:
    """A letter may take 1.3 times as long as bare reportlab; a disclosure has a table of 400 rows behind it."""
    for name, facts, rounds in (("letter", LETTER, 20), ("disclosure", DISCLOSURE, 5)):
        pages = pieces(compose(facts).pdf)
        yield Comparison(
            name,
            timed(partial(compose, facts)),
            timed(partial(bare, pages)),
            goal=1.3,
            rounds=rounds,
        )


def pieces(pdf: bytes) -> list[list[Piece]]:
    """What stands on each page of a letter."""
    pages: list[list[Piece]] = []
    for page in PdfReader(BytesIO(pdf)).pages:
        found: list[Piece] = []

        def visit(text: str, _cm: Any, tm: Any, font: Any, size: float, found: list[Piece] = found) -> None:
            if text.strip() and font:
                found.append(Piece(text.strip("\n"), registered(str(font["/BaseFont"])), size, tm[4], tm[5]))

        page.extract_text(visitor_text=visit)
        pages.append(found)
    return pages


def registered(base: str) -> str:
    """The bundled font with this name in a PDF, known to reportlab under a name of the benchmark's own."""
    name = base.partition("+")[2]
    for path in sorted(resource("fonts").glob("*.ttf")):
        own = f"bare {path.stem}"
        if own not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(ttfonts.TTFont(own, str(path)))
        if str(pdfmetrics.getFont(own).face.name, "latin-1").split("+")[-1] == name:
            return own
    raise LookupError(base)


def bare(pages: Sequence[Sequence[Piece]]) -> bytes:
    """The same text in the same places, and nothing else."""
    file = BytesIO()
    canvas = Canvas(file, pagesize=_A4, pageCompression=1)
    for page in pages:
        for piece in page:
            canvas.setFont(piece.font, piece.size)
            canvas.drawString(piece.x, piece.y, piece.text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()
