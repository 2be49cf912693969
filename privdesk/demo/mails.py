"""Mails that came in and wait in the inbox of the made-up office."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from privdesk.domain.person import Person

_TEXTS = (
    ("個人情報の開示のお願い", "私に関する個人情報の開示をお願いします。郵送を希望します。"),
    ("配信停止", "メール配信を停止してください。"),
    (
        "住所変更（訂正のお願い）",
        "引っ越しましたので、住所の訂正をお願いします。\n新住所：〒150-0041 東京都渋谷区神南9丁目8番7号",
    ),
    ("Stop using my data", "Please suspend all use of my personal data and tell me what you keep."),
    ("不審な電話について", "御社を名乗る電話がありました。私の番号をどこから入手したのか教えてください。"),
)


def inbox(senders: list[Person], now: datetime) -> Iterator[tuple[str, bytes]]:
    """File names and bytes of the mails, the last one from this morning."""
    for number, (sender, (subject, text)) in enumerate(zip(senders, _TEXTS, strict=False), start=1):
        message = EmailMessage()
        message["From"] = f"user{sender.number[1:]}@example.jp"
        message["To"] = "privacy@example.jp"
        message["Subject"] = subject
        message["Date"] = format_datetime(now - timedelta(hours=20 * (len(_TEXTS) - number) + 1))
        message["Message-ID"] = f"<demo-{number}@example.jp>"
        signed = f"{text}\n\n{sender.name}\n会員番号 {sender.number}\n"
        message.set_content(signed)
        yield f"{number:02}.eml", message.as_bytes()
