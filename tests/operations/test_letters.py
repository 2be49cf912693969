"""What the letters say, through the real way from a request to the paper, in both languages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from privdesk.domain import errors
from privdesk.domain import event as ev
from privdesk.domain.case import NewRequest
from privdesk.domain.category import Category
from privdesk.domain.decision import Decision
from privdesk.domain.law import Channel, Medium, Requester
from privdesk.domain.letter import DueLetter, LetterQuery, due_letters
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.person import NewPerson, Profile
from privdesk.domain.procedure import State, Step
from privdesk.operations import answers, execution, identity, letters, people, requests
from privdesk.operations.desk import Desk
from privdesk.operations.letter_facts import Wanted
from privdesk.storage import transaction
from privdesk.storage.tables import partner, partner_transaction, provision
from tests.letters.pdf_reading import pages, solid, text_of
from tests.operations.lettering import WAYS, Way, asked_for_papers, at_office, cells, decided, issue, read, row, sent
from tests.operations.looking import log, stored
from tests.operations.requesting import ARRIVED, CHECK, TODAY, asked, case, step, taken, yumiko

LANGUAGES = ("ja", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", WAYS)
def test_every_answer_says_what_was_asked_and_decided(desk: Desk, template: str, language: str):
    at_office(desk)
    way = WAYS[template]
    id_ = decided(desk, way)
    assert due_letters(case(desk, id_).request, case(desk, id_).law, TODAY)[-1] == DueLetter(template, (1,))

    made = issue(desk, id_, template, language=language)

    text = read(desk, made)
    said = {"ja": way.ja, "en": way.en}[language]
    common = {
        "ja": (
            "渡邉由美子　様",
            "100-0005",
            "個情発第26-0001号",
            "令和8年11月22日",
            "株式会社みどり野商店",
            "緑野　一郎",
        ),
        "en": (
            "渡邉 由美子",
            "100-0005",
            "26-0001",
            "22 November 2026",
            "Midorino Shoten Co., Ltd.",
            "Ichiro Midorino",
        ),
    }[language]
    for phrase in (*common, *said, "R8-0001", "東京都千代田区丸の内3丁目18番18号"):
        assert solid(phrase) in text
    told = case(desk, id_).request
    assert told.letters == {made: template}
    assert told.item(1).letter == made


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_acknowledgement_names_the_papers_that_are_missing(desk: Desk, language: str):
    id_ = asked_for_papers(at_office(desk))
    assert due_letters(case(desk, id_).request, case(desk, id_).law, TODAY) == (DueLetter("acknowledgement"),)

    text = read(desk, issue(desk, id_, "acknowledgement", language=language))

    said = {
        "ja": ("運転免許証：有効期限内", "住民票の写し：原本、発行後3か月", "令和8年12月22日", "令和8年12月30日まで"),
        "en": ("Driver's licence", "Residence record: original", "22 December 2026", "30 December 2026"),
    }[language]
    for phrase in said:
        assert solid(phrase) in text


def test_the_deadline_stands_from_the_day_on_which_the_letter_that_names_the_papers_left(desk: Desk):
    id_ = asked_for_papers(at_office(desk))
    made = issue(desk, id_, "acknowledgement")
    assert case(desk, id_).clocks.policy.paused_since is None
    later = replace(desk, clock=lambda: desk.now + timedelta(days=1))
    sent(later, made, later.today)
    assert case(desk, id_).clocks.policy.paused_since == case(desk, id_).request.papers_asked_on == later.today
    assert (case(desk, id_).state, case(desk, id_).next_step) == (State.AWAITING_IDENTITY, Step.CHECK_IDENTITY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_papers_that_are_wanted_later_are_asked_for_by_a_letter_of_their_own(desk: Desk, language: str):
    agent = Party(PartyRole.REQUESTER, "弁護士　山本 健", "104-0061", "東京都中央区銀座9-9-1")
    id_ = taken(at_office(desk), person=yumiko(desk), requester=Requester.AGENT, parties=(agent,))
    acknowledged = issue(desk, id_, "acknowledgement", language=language)
    sent(desk, acknowledged)
    for phrase in ("書類", "papers"):
        assert phrase not in read(desk, acknowledged)
    identity.ask_papers(desk, id_, case(desk, id_).version, ("my_number_card", "mandate", "seal_certificate"))
    assert case(desk, id_).next_step is Step.TELL_PAPERS
    assert due_letters(case(desk, id_).request, case(desk, id_).law, TODAY) == (DueLetter("papers"),)

    made = issue(desk, id_, "papers", language=language)
    sent(desk, made)

    said = {
        "ja": (
            "マイナンバーカード（表面のみ）：有効期限内",
            "委任状（実印押印）：原本、発行後3か月以内",
            "令和8年12月22日まで",
        ),
        "en": ("My Number card", "Mandate with registered seal: original, issued within the last 3 months"),
    }[language]
    for phrase in said:
        assert solid(phrase) in read(desk, made)
    assert case(desk, id_).clocks.policy.paused_since == TODAY


def test_of_papers_that_prove_the_same_right_one_is_asked_for(desk: Desk):
    id_ = taken(at_office(desk), person=yumiko(desk), requester=Requester.GUARDIAN)
    wanted = ("licence", "family_register", "residence_record")
    identity.ask_papers(desk, id_, case(desk, id_).version, wanted)
    text = text_of(letters.preview(desk, id_, Wanted("acknowledgement", language="ja")).pdf)
    assert "・戸籍謄本又は抄本：原本、発行後6か月以内のもの又は住民票の写し：原本、発行後3か月以内のもの" in text


@pytest.mark.parametrize(("entrusted", "reason"), [(True, "委託を受けて取り扱う"), (False, "確認できなかったため")])
def test_a_closing_says_why_and_is_due_when_papers_do_not_come(desk: Desk, entrusted: bool, reason: str):
    id_ = asked_for_papers(at_office(desk))
    step(desk, id_, ev.Acknowledged(), on=date(2026, 11, 18))
    with transaction.writing(desk.vault.writer) as conn:
        conn.execute(sa.text("UPDATE person SET entrusted = :entrusted"), {"entrusted": entrusted})
    request, law = case(desk, id_).request, case(desk, id_).law
    last = date(2026, 12, 18)
    assert DueLetter("closing") not in due_letters(request, law, last)
    assert due_letters(request, law, last + timedelta(days=1))[-1] == DueLetter("closing")

    assert solid(reason) in read(desk, issue(desk, id_, "closing"))
    assert solid("ご本人からのお申出による。") in read(
        desk, issue(desk, id_, "closing", reason="ご本人からのお申出による。")
    )


def test_the_letter_speaks_the_customers_language_unless_another_is_wanted(desk: Desk):
    person = people.add(
        at_office(desk), NewPerson(Profile(name="John Smith", language="en", address="1 High St"))
    ).value
    id_ = decided(desk, WAYS["refusal"], person=person)
    assert "YourssincerelyIchiroMidorino" in read(desk, issue(desk, id_, "refusal")).replace(",", "")
    assert row(desk, 1).language == "en"
    assert "敬具" in text_of(letters.preview(desk, id_, Wanted("refusal", language="ja")).pdf)


def test_an_agent_gets_the_letter_beside_the_persons_name(desk: Desk):
    parties = (
        Party(PartyRole.REQUESTER, "弁護士　山本 健", "104-0061", "東京都中央区銀座9-9-1\n青葉ビル3階"),
        Party(PartyRole.PERSON, "渡邉 由美子"),
    )
    new = NewRequest(
        Channel.POST, ARRIVED, asked("COMPLAINT"), Requester.AGENT, parties, person=yumiko(at_office(desk))
    )
    id_ = requests.take_in(desk, new).value.id
    text = text_of(letters.preview(desk, id_, Wanted("acknowledgement")).pdf)
    assert "渡邉由美子様代理人弁護士山本健様" in text
    assert "〒104-0061東京都中央区銀座9-9-1青葉ビル3階" in text
    assert "丸の内" not in text


def test_the_recipient_named_by_the_request_gets_the_letter(desk: Desk):
    parties = (
        Party(PartyRole.REQUESTER, "渡邉 由美子"),
        Party(PartyRole.RECIPIENT, "青木 進", "600-8001", "京都市下京区1"),
    )
    id_ = taken(at_office(desk), *asked("COMPLAINT"), person=yumiko(desk), parties=parties)
    text = text_of(letters.preview(desk, id_, Wanted("acknowledgement")).pdf)
    assert "〒600-8001京都市下京区1青木進様" in text


def test_nobody_gets_no_letter(desk: Desk):
    id_ = taken(at_office(desk), parties=())
    with pytest.raises(errors.AddresseeMissing):
        issue(desk, id_, "acknowledgement")
    assert letters.page(desk, LetterQuery()).rows == ()


def test_what_is_kept_is_told_with_its_last_day_and_rule_and_a_lone_approval_is_not(desk: Desk):
    more = {"facts": "税法により保存いたします。", "until": date(2033, 5, 31), "rule": "tax-transactions"}
    way = Way(asked("STOP5", what="取引記録"), Decision.KEPT_UNTIL, more)
    id_ = decided(at_office(desk), way, approved=False, done=False)
    answers.approve(desk, id_, case(desk, id_).version)
    assert case(desk, id_).request.item(1).lone
    execution.execute(desk, id_, case(desk, id_).version, 1)

    text = read(desk, issue(desk, id_, "suspension"))

    for phrase in (
        "すべての利用目的",
        "期限まで保存",
        "令和15年5月31日",
        "取引書類（法人税）（法人税法施行規則第59条、第67条）",
    ):
        assert solid(phrase) in text
    assert "承認" not in text


def test_records_of_provision_tell_what_partners_gave_and_recipients_got(desk: Desk):
    id_ = decided(at_office(desk), WAYS["provision_record"])
    with transaction.writing(desk.vault.writer) as conn:
        company = {
            "address": "豊橋市一番町9",
            "representative": "青山 次郎",
            "acquired_how": "懸賞の応募",
            "kind": "広告",
        }
        conn.execute(partner.insert().values(id=1, name="青葉広告社", folded="青葉広告社", **company))
        origin = {"source": "partner", "source_on": date(2025, 7, 1)}
        sale = {
            "person_id": 1,
            "partner_id": 1,
            "customer_number": "A000001",
            "on": TODAY,
            "note": "",
            "matched_by": "",
        }
        for number in ("t1", "t2"):
            conn.execute(partner_transaction.insert().values(external_id=number, kind="購入", **sale, **origin))
        given = {
            "direction": "given",
            "on": date(2025, 6, 1),
            "items": "氏名、住所",
            "basis": "同意あり",
            "contract": False,
        }
        conn.execute(provision.insert().values(person_id=1, partner_id=1, acquired_how="", **given))

    text = read(desk, issue(desk, id_, "provision_record"))

    for phrase in (
        "令和7年6月1日提供",
        "氏名、住所同意あり",
        "令和7年7月1日受領",
        "豊橋市一番町9青山次郎",
        "懸賞の応募",
    ):
        assert phrase in text
    assert text.count("受領") == 1


def test_a_draft_has_blanks_no_number_and_takes_none(desk: Desk):
    id_ = taken(at_office(desk), person=yumiko(desk))
    before = stored(desk)
    draft = letters.preview(desk, id_, Wanted("disclosure"))
    text = text_of(draft.pdf)
    assert "見本・未発行" in text
    assert "〔未定〕" in text
    assert "個情発第" not in text
    assert "ワタナベユミコ" in text
    assert draft.pages == len(pages(draft.pdf))
    assert stored(desk) == before
    assert log(desk)[-1] == ("letter.preview", "person:1")


def test_a_character_that_the_fonts_lack_is_seen_in_the_draft_and_stops_the_issue(desk: Desk):
    person = people.add(at_office(desk), NewPerson(Profile(name="山田\U0001f600", address="東京都"))).value
    id_ = taken(desk, person=person, parties=())
    assert [glyph.where for glyph in letters.preview(desk, id_, Wanted("acknowledgement")).missing] == [
        "addressee.name"
    ]
    with pytest.raises(errors.GlyphsMissing):
        issue(desk, id_, "acknowledgement")
    assert letters.page(desk, LetterQuery()).rows == ()


HOSTILE = "<b>山田</b> {number} %s \u202e<img src='file:///etc/passwd'/> javascript:alert(1) $x"


def test_foreign_text_is_printed_as_it_is(desk: Desk):
    new = NewPerson(Profile(name="山田 花子", address="東京都", notes=HOSTILE))
    person = people.add(at_office(desk), new).value
    id_ = decided(desk, Way(asked("DISCLOSE", what=HOSTILE), Decision.DISCLOSED), person=person)
    printed = solid(HOSTILE.replace("\u202e", ""))
    pdf = letters.open_letter(desk, issue(desk, id_, "disclosure"))
    assert printed in text_of(pdf)
    assert printed in cells(pdf, ("内容",))
    assert not [name for name in (b"/URI", b"/JavaScript", b"/Launch", b"/Annots") if name in pdf]


@pytest.mark.parametrize(
    ("medium", "language", "said"),
    [
        (None, "ja", "書面の交付（簡易書留郵便）"),
        (Medium.PAPER, "en", "on paper, by registered mail"),
        (Medium.ELECTRONIC, "ja", "電磁的記録の提供"),
        (Medium.ELECTRONIC, "en", "as an electronic record"),
    ],
)
def test_what_is_disclosed_is_given_as_the_requester_wants_it(
    desk: Desk, medium: Medium | None, language: str, said: str
):
    id_ = taken(at_office(desk), *asked("DISCLOSE", medium=medium), person=yumiko(desk))
    assert case(desk, id_).request.item(1).medium is medium
    drawn = letters.preview(desk, id_, Wanted("disclosure", language)).pdf
    assert solid(said) in text_of(drawn)
    named = letters.preview(desk, id_, Wanted("disclosure", language, method="窓口での閲覧")).pdf
    assert solid(said) not in text_of(named)


def test_categories_that_are_used_for_the_same_are_told_together(desk: Desk):
    """Of somebody who is no customer all categories are told."""
    id_ = taken(at_office(desk), *asked("PURPOSE"))
    identity.record_check(desk, id_, 1, CHECK)
    answers.decide(desk, id_, 2, 1, Decision.PURPOSE_NOTIFIED)
    text = read(desk, issue(desk, id_, "purpose"))
    office = desk.reference.purposes
    lists = {
        category: tuple(one for one in office.purposes.values() if category in one.categories) for category in Category
    }
    for category, using in lists.items():
        alike = [other for other in Category if lists[other] == using]
        if using and category is alike[0]:
            assert text.count(solid("、".join(office.categories[other].ja for other in alike))) == 1
    assert len({using for using in lists.values() if using}) < sum(1 for using in lists.values() if using)


@pytest.mark.parametrize("address", [("9-8-7 Sakae, Nagoya 460-0008, Japan",), ("9-8-7 Sakae, Nagoya",), ()])
def test_the_postal_code_of_the_office_stands_once_on_an_english_letter(desk: Desk, address: tuple):
    id_ = decided(at_office(desk, address_en=address), WAYS["refusal"])
    assert read(desk, issue(desk, id_, "refusal", language="en")).count("460-0008") == 1
