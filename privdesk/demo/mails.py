"""Mails that came in and wait in the inbox of the made-up office."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime, formataddr

from privdesk.domain.person import ContactKind, Person

_PAPER = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
    b"trailer<</Root 1 0 R>>\n%%EOF\n"
)


@dataclass(frozen=True)
class _Text:
    """What somebody writes, in which character set, and the name of the file that comes with it."""

    subject: str
    text: str
    charset: str = "utf-8"
    file: str = ""


_JAPANESE = (
    _Text("個人情報の開示のお願い", "私に関する個人情報の開示をお願いします。郵送を希望します。", "iso-2022-jp"),
    _Text("配信停止", "メール配信を停止してください。"),
    _Text(
        "住所変更（訂正のお願い）",
        "引っ越しましたので、住所の訂正をお願いします。住民票の写しを添付します。\n"
        "新住所：〒150-0041 東京都渋谷区神南9丁目8番7号",
        file="住民票.pdf",
    ),
    _Text("不審な電話について", "御社を名乗る電話がありました。私の番号をどこから入手したのか教えてください。"),
)
_ENGLISH = (_Text("Stop using my data", "Please suspend all use of my personal data and tell me what you keep."),)


def inbox(japanese: Sequence[Person], english: Sequence[Person], now: datetime) -> Iterator[tuple[str, bytes]]:
    """File names and bytes of the mails, the last one from this morning."""
    written = [*zip(english, _ENGLISH, strict=False), *zip(japanese, _JAPANESE, strict=False)]
    for number, (sender, text) in enumerate(written, start=1):
        yield f"{number:02}.eml", _mail(number, sender, text, now - timedelta(hours=20 * (len(written) - number) + 1))


def _mail(number: int, sender: Person, text: _Text, at: datetime) -> bytes:
    address = next(iter(sender.reached_by(ContactKind.MAIL)), "someone@example.jp")
    message = EmailMessage()
    message["From"] = formataddr((sender.name, address))
    message["To"] = "privacy@example.jp"
    message["Subject"] = text.subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<demo-{number}@example.jp>"
    label = "Customer number" if sender.language == "en" else "会員番号"
    # the old character set lacks some kanji of names
    name = sender.name if text.charset == "utf-8" else sender.kana
    message.set_content(f"{text.text}\n\n{name}\n{label} {sender.number}\n", charset=text.charset)
    if text.file:
        message.add_attachment(_PAPER, maintype="application", subtype="pdf", filename=text.file)
    return message.as_bytes()
