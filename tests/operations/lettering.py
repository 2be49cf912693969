"""Requests led to their letters, for the tests: decided, approved, carried out, and what must stand on the paper."""

from dataclasses import dataclass, field, replace
from datetime import date

from privdesk.domain import event as ev
from privdesk.domain.decision import Decision
from privdesk.domain.event import Asked, Proposed
from privdesk.domain.letter import LetterQuery
from privdesk.domain.office import Office
from privdesk.domain.user import Role
from privdesk.operations import answers, execution, letters
from privdesk.operations.desk import Desk
from privdesk.operations.letter_facts import Wanted
from tests.letters.pdf_reading import pages, placed, solid, text_of
from tests.operations.requesting import TODAY, asked, case, joined, step, taken, verified, yumiko

OFFICE = Office(
    name="株式会社みどり野商店",
    postal="460-0008",
    address=("愛知県名古屋市中区栄九丁目8番7号", "みどり野ビル5階"),
    representative_title="代表取締役",
    representative="緑野　一郎",
    department="個人情報お客様窓口",
    phone="052-000-1234",
    hours="平日　午前9時から午後5時まで",
    mail="privacy@example.jp",
    complaints="総務部　苦情受付係",
    name_en="Midorino Shoten Co., Ltd.",
    address_en=("Midorino Building 5F", "9-8-7 Sakae, Naka-ku, Nagoya"),
    representative_title_en="President",
    representative_en="Ichiro Midorino",
    department_en="Privacy Desk",
    hours_en="weekdays 9:00 to 17:00",
    complaints_en="General Affairs",
)
REASON = "審査の基準が明らかになり、不正の防止が困難になるため。"
SCOPE = "顧客管理システムを氏名及び生年月日により調査いたしました。"


@dataclass(frozen=True)
class Way:
    """What is asked and decided before a letter, and what of it must be read on the letter in each language."""

    items: tuple[Asked, ...]
    decision: Decision
    more: dict[str, object] = field(default_factory=dict)
    ja: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


WAYS = {
    "disclosure": Way(
        asked("DISCLOSE", what="保有するすべてのデータ"),
        Decision.DISCLOSED,
        {},
        ("保有するすべてのデータ", "開示", "法第33条第1項", "保有個人データ一覧", "ワタナベユミコ", "090-5550-0100"),
        ("Disclosure of personal data held", "APPI Art. 33(1)", "Personal data held", "user001@example.jp", "8133"),
    ),
    "not_held": Way(
        asked("DISCLOSE", what="お電話の録音"),
        Decision.NOT_HELD,
        {"facts": SCOPE},
        ("お電話の録音", "不存在", SCOPE),
        ("Not held", SCOPE),
    ),
    "correction": Way(
        asked("CORRECT", what="ご住所", reason="転居", proposed=(Proposed(field="birth", value="1975-03-15"),)),
        Decision.CORRECTED,
        {},
        ("ご住所", "訂正前生年月日：昭和50年3月14日", "訂正後生年月日：昭和50年3月15日", "令和8年11月22日"),
        ("Before Date of birth: 14 March 1975", "After Date of birth: 15 March 1975", "22 November 2026"),
    ),
    "suspension": Way(
        asked("STOP5", what="ご案内メール", reason="不要", purposes=("news",)),
        Decision.SUSPENDED,
        {},
        ("ご案内メール", "利用停止", "法第35条第5項", "キャンペーン等のご案内のメール"),
        ("Suspended", "APPI Art. 35(5)", "To send emails about new features"),
    ),
    "refusal": Way(
        asked("DISCLOSE", what="審査の記録"),
        Decision.WITHHELD,
        {"ground": "33-2-2", "facts": REASON},
        ("審査の記録", "不開示", "法第33条第2項第2号（当社の業務の適正な実施に著しい支障", REASON),
        ("Withheld", "APPI Art. 33(2)(ii): Disclosure could seriously hinder", REASON),
    ),
    "purpose": Way(
        asked("PURPOSE"),
        Decision.PURPOSE_NOTIFIED,
        {},
        ("銀行口座番号", "有料サービスにおいて、お客様に利用料金を請求するため"),
        ("Bank account", "To charge customers for paid services"),
    ),
    "provision_record": Way(
        asked("TPREC"), Decision.DISCLOSED, {}, ("第三者提供記録はございませんでした",), ("provision",)
    ),
    "optout": Way(
        asked("OPTOUT"),
        Decision.OPTED_OUT,
        {},
        ("広告宣伝メール等の配信停止", "令和8年11月22日"),
        ("Opt-out from advertising mail", "22 November 2026"),
    ),
    "complaint": Way(
        asked("COMPLAINT", what="宛名の誤り"),
        Decision.ANSWERED,
        {"facts": "発送前の二重確認を始めました。"},
        ("発送前の二重確認を始めました。",),
        ("発送前の二重確認を始めました。",),
    ),
}


def at_office(desk: Desk, **changes: object) -> Desk:
    """The desk of an office with all that its letters can say of it."""
    desk.office = replace(OFFICE, **changes)
    return desk


def decided(desk: Desk, way: Way, *, person: int | None = None, approved: bool = True, done: bool = True) -> int:
    """A request decided as the way says, and approved and carried out where that is needed."""
    id_ = verified(desk, *way.items, person=person)
    for item in way.items:
        answers.decide(desk, id_, case(desk, id_).version, item.number, way.decision, **way.more)
    if approved and case(desk, id_).request.approval_due:
        answers.approve(joined(desk, f"mori{id_}", Role.MANAGER), id_, case(desk, id_).version)
    if done and way.decision.needs_execution:
        for item in way.items:
            execution.execute(desk, id_, case(desk, id_).version, item.number)
    return id_


def asked_for_papers(desk: Desk) -> int:
    """A request of whose requester papers are wanted, which the acknowledgement is to tell him."""
    id_ = taken(desk, person=yumiko(desk))
    step(desk, id_, ev.IdentityAsked(papers=("licence", "residence_record")), on=date(2026, 11, 18))
    return id_


def issue(desk: Desk, id_: int, template: str, **wanted: object) -> int:
    """Issue a letter of the request as it stands now."""
    return letters.issue(desk, id_, case(desk, id_).version, Wanted(template, **wanted)).value


def cells(pdf: bytes, heads: tuple[str, ...]) -> str:
    """The text of the column of a table below one of these heads, over all pages."""
    found = []
    for number in range(len(pages(pdf))):
        lines = placed(pdf, number)
        for x in {line.x for line in lines if line.text in heads}:
            found += [line.text for line in lines if abs(line.x - x) < 0.5]
    return solid("".join(found))


def read(desk: Desk, id_: int) -> str:
    return text_of(letters.open_letter(desk, id_))


def row(desk: Desk, id_: int):
    return next(one for one in letters.page(desk, LetterQuery()).rows if one.id == id_)


def sent(desk: Desk, id_: int, on: date = TODAY) -> None:
    letters.mark_sent(desk, id_, row(desk, id_).version, "簡易書留", "123-45-67890-1", on)
