"""Facts of made-up letters: one for every template and language, and the parts to change."""

import struct
import zlib
from dataclasses import replace
from datetime import date

from privdesk.letters.facts import (
    Addressee,
    DataRow,
    DataSection,
    DataSheet,
    ItemFact,
    KindFact,
    Language,
    LetterFacts,
    Office,
    ProvisionFact,
)
from privdesk.letters.wording import catalogue

TEMPLATES = tuple(catalogue().letters)
LANGUAGES: tuple[Language, ...] = ("ja", "en")


def seal_png() -> bytes:
    """A red frame on transparent ground."""
    side = 120
    red, clear = b"\xc8\x28\x28\xff", b"\0\0\0\0"
    rows = b"".join(
        b"\0" + b"".join(red if min(x, y, side - 1 - x, side - 1 - y) < 8 else clear for x in range(side))
        for y in range(side)
    )
    header = struct.pack(">IIBBBBB", side, side, 8, 6, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


OFFICES = {
    "ja": Office(
        name="株式会社みどり野商店",
        postal="460-0008",
        address=("愛知県名古屋市中区栄九丁目8番7号", "みどり野ビル5階"),
        representative_title="代表取締役",
        representative="緑野　一郎",
        department="個人情報お客様窓口（担当　佐藤）",
        phone="052-000-1234",
        hours="平日　午前9時から午後5時まで（年末年始を除く。）",
        mail="privacy@example.jp",
        complaints="総務部　苦情受付係　電話052-000-5678",
    ),
    "en": Office(
        name="Midorino Shoten Co., Ltd.",
        postal="460-0008, Japan",
        address=("Midorino Building 5F", "9-8-7 Sakae, Naka-ku, Nagoya"),
        representative_title="President",
        representative="Ichiro Midorino",
        department="Privacy Desk (Ms Sato)",
        phone="+81 52 000 1234",
        hours="weekdays 9:00 to 17:00, except at the turn of the year",
        mail="privacy@example.jp",
        complaints="General Affairs, complaints, +81 52 000 5678",
    ),
}

ADDRESSEES = {
    "ja": Addressee(
        name="山田　花子",
        honorific="様",
        postal="150-0001",
        address=("東京都渋谷区神宮前九丁目9番9号", "コーポ青葉203号室"),
    ),
    "en": Addressee(
        name="Hanako Yamada",
        honorific="Ms",
        postal="Tokyo 150-0001",
        address=("9-9-9 Jingumae", "Corpo Aoba 203", "Shibuya-ku"),
    ),
}

KINDS = {
    "ja": (KindFact("保有個人データの開示", "法第33条第1項"),),
    "en": (KindFact("Disclosure of retained personal data", "APPI Art. 33(1)"),),
}

ITEMS = {
    "ja": {
        "disclosed": ItemFact("氏名、住所、電話番号及び電子メールアドレス", "disclosed", "開示いたします"),
        "withheld": ItemFact(
            "お取引の審査に関する記録",
            "withheld",
            "開示いたしかねます",
            ground="法第33条第2項第2号（業務の適正な実施に著しい支障を及ぼすおそれ）",
            reason="審査の基準が明らかになり、同種の不正なお取引を防ぐことが著しく困難になるおそれがあるため。",
        ),
        "not_held": ItemFact("お電話の録音", "not_held", "保有しておりません"),
        "corrected": ItemFact(
            "ご住所",
            "corrected",
            "訂正いたしました",
            old="東京都港区芝公園九丁目1番1号",
            new="東京都渋谷区神宮前九丁目9番9号",
        ),
        "not_corrected": ItemFact(
            "担当者の所見",
            "not_corrected",
            "訂正いたしかねます",
            ground="法第34条第1項（内容が事実でない場合に当たらないこと）",
            reason="評価に関する記載であり、事実の誤りは認められませんでした。",
        ),
        "suspended": ItemFact("ダイレクトメールの発送のための利用", "suspended", "利用を停止いたしました"),
        "kept_until": ItemFact(
            "お取引の記録（令和5年度分）",
            "kept_until",
            "保存期限まで保存いたします",
            kept_until=date(2031, 5, 31),
            kept_because="法人税法施行規則第59条（帳簿書類の保存）。保存のほか、いかなる目的にも利用いたしません。",
        ),
        "different_measure": ItemFact(
            "紙の申込書の記載",
            "different_measure",
            "代わりの措置をとります",
            ground="法第35条第6項ただし書",
            reason="他のお客様の記載と一体であり抹消が困難なため、閲覧できる者を1名に限り施錠して保管いたします。",
        ),
        "purpose_notified": ItemFact(
            "氏名、住所及び電話番号",
            "purpose_notified",
            "通知いたします",
            purposes=("商品の発送", "お問い合わせへの対応"),
        ),
        "opted_out": ItemFact("電子メールによる広告・宣伝", "opted_out", "配信を停止いたしました"),
        "answered": ItemFact("宛名を誤った郵便物", "answered", "発送前の二重確認を始めました"),
    },
    "en": {
        "disclosed": ItemFact("Name, address, telephone numbers and e-mail addresses", "disclosed", "disclosed"),
        "withheld": ItemFact(
            "Records of the screening of transactions",
            "withheld",
            "not disclosed",
            ground="APPI Art. 33(2)(ii): serious hindrance to business",
            reason="Disclosure would reveal the criteria of screening and make it very hard to prevent similar misuse.",
        ),
        "not_held": ItemFact("Recordings of telephone calls", "not_held", "not held"),
        "corrected": ItemFact(
            "Address",
            "corrected",
            "corrected",
            old="9-1-1 Shibakoen, Minato-ku, Tokyo",
            new="9-9-9 Jingumae, Shibuya-ku, Tokyo",
        ),
        "not_corrected": ItemFact(
            "Remarks of our staff",
            "not_corrected",
            "not corrected",
            ground="APPI Art. 34(1): the content is not contrary to fact",
            reason="The remark is an assessment; we found no error of fact in it.",
        ),
        "suspended": ItemFact("Use for direct mail", "suspended", "use stopped"),
        "kept_until": ItemFact(
            "Transactions of the business year 2023",
            "kept_until",
            "kept until the date stated",
            kept_until=date(2031, 5, 31),
            kept_because="Ordinance for Enforcement of the Corporation Tax Act, Article 59 (keeping of books).",
        ),
        "different_measure": ItemFact(
            "Entries on the paper form",
            "different_measure",
            "another measure taken",
            ground="APPI Art. 35(6), proviso",
            reason="The sheet also holds other customers' entries. It is locked away and one person only may see it.",
        ),
        "purpose_notified": ItemFact(
            "Name, address and telephone number",
            "purpose_notified",
            "stated below",
            purposes=("Sending goods", "Answering enquiries"),
        ),
        "opted_out": ItemFact("Advertising by e-mail", "opted_out", "stopped"),
        "answered": ItemFact("Mail sent to a wrong name", "answered", "a second person now checks before posting"),
    },
}

_ASKING = ("acknowledgement", "papers")
DECISIONS = {
    "disclosure": ("disclosed", "withheld", "not_held"),
    "not_held": ("not_held",),
    "correction": ("corrected", "not_corrected"),
    "suspension": ("suspended", "kept_until", "different_measure"),
    "refusal": ("withheld",),
    "purpose": ("purpose_notified",),
    "optout": ("opted_out",),
    "complaint": ("answered",),
}

TEXTS = {
    "ja": {
        "method": "書面の交付（簡易書留郵便）",
        "told": ("みどり野運輸株式会社", "株式会社青葉情報サービス"),
        "search_scope": "顧客管理システム及び紙の申込書綴りを、氏名、生年月日、電話番号により調査いたしました。",
        "reason": "ご本人を確認する書類のご提出を確認できませんでしたため。",
        "papers": ("運転免許証：有効期限内のもの", "住民票の写し：原本、発行後3か月以内のもの"),
        "authority": ("委任状（実印押印）：原本、発行後3か月以内のもの", "印鑑登録証明書：原本、発行後3か月以内のもの"),
    },
    "en": {
        "method": "on paper, by registered mail",
        "told": ("Midorino Transport Co., Ltd.", "Aoba Information Service Co., Ltd."),
        "search_scope": "Customer system and binders of forms, by name, date of birth and telephone number.",
        "reason": "We have not received papers that confirm your identity.",
        "papers": ("Driver's licence: not expired", "Residence record: original, issued within the last 3 months"),
        "authority": ("Mandate with registered seal: original", "Seal registration certificate: original"),
    },
}


def sheet(language: Language, rows: int = 4) -> DataSheet:
    """A data sheet of two sections with `rows` rows altogether."""
    is_japanese = language == "ja"
    item, value, source = (
        ("項目", "内容の例でございます", "ご本人の申込書")
        if is_japanese
        else ("Item", "a stored value", "application form")
    )
    purposes = (
        ("商品の発送", "代金のお支払いの確認", "広告・宣伝のご案内")
        if is_japanese
        else ("Sending goods", "Payment", "Advertising")
    )
    made = tuple(
        DataRow(f"{item}{number}", f"{value} {number}", source, date(2024, 4, 1), purposes[: number % 3 + 1])
        for number in range(1, rows + 1)
    )
    titles = ("基本情報", "お取引の記録") if is_japanese else ("Identity", "Transactions")
    person = "山田　花子　様（お客様番号　C-00012）" if is_japanese else "Hanako Yamada (customer no. C-00012)"
    half = rows // 2
    return DataSheet(
        date(2026, 11, 22), person, (DataSection(titles[0], made[:half]), DataSection(titles[1], made[half:]))
    )


def records(language: Language) -> tuple[ProvisionFact, ...]:
    """One provision given and one received."""
    if language == "ja":
        return (
            ProvisionFact(
                date(2025, 6, 1),
                "given",
                "みどり野運輸株式会社",
                "氏名、住所",
                "愛知県豊橋市一番町9番地",
                "代表取締役　青山　次郎",
                "あり",
            ),
            ProvisionFact(
                date(2025, 7, 1),
                "received",
                "株式会社青葉広告社",
                "氏名、電子メールアドレス",
                "東京都中央区銀座九丁目9番1号",
                "代表取締役　赤木　三郎",
                "あり",
                "懸賞への応募によりご本人から取得",
            ),
        )
    return (
        ProvisionFact(
            date(2025, 6, 1),
            "given",
            "Midorino Transport Co., Ltd.",
            "name, address",
            "9 Ichibancho, Toyohashi",
            "Jiro Aoyama",
            "given",
        ),
    )


def letter(
    template: str, language: Language = "ja", number: str | None = "個情発第26-0012号", **changes: object
) -> LetterFacts:
    """Facts from which the template can be issued, with `changes` to any of their fields."""
    text = TEXTS[language]
    facts = LetterFacts(
        template=template,
        language=language,
        number=number,
        date=date(2026, 11, 22),
        addressee=ADDRESSEES[language],
        office=OFFICES[language],
        request_number="R26-0034",
        request_date=date(2026, 11, 10),
        kinds=KINDS[language],
        items=tuple(ITEMS[language][decision] for decision in DECISIONS.get(template, ())),
        papers=text["papers"] if template in _ASKING else (),
        authority=text["authority"] if template in _ASKING else (),
        papers_by=date(2026, 11, 30) if template in _ASKING else None,
        expected=date(2026, 11, 24),
        method=text["method"],
        done_on=date(2026, 11, 20),
        told=text["told"],
        search_scope=text["search_scope"],
        reason=text["reason"],
        sheet=sheet(language) if template == "disclosure" else None,
        provisions=records(language) if template == "provision_record" else None,
    )
    return replace(facts, **changes)
