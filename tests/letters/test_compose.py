"""Every letter is written, and says what it has to."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from privdesk.domain.errors import LetterIncomplete, SealUnreadable
from privdesk.letters.compose import compose
from privdesk.letters.facts import KindFact
from privdesk.letters.wording import catalogue, wording
from tests.letters.letter_facts import ADDRESSEES, ITEMS, LANGUAGES, OFFICES, TEMPLATES, letter, seal_png, sheet
from tests.letters.pdf_reading import fonts, pages, placed, solid, text_of

HOSTILE = (
    "A <b>",
    '<img src="/etc/passwd">',
    "<a href='javascript:alert(1)'>x</a>",
    "{request_number} {0.__class__} %s",
    "&lt; &amp; (\\) \\073",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_letter_says_who_what_and_why(template, language):
    facts = letter(template, language)
    composed = compose(facts)
    text = text_of(composed.pdf)
    assert composed.pages == len(pages(composed.pdf))
    assert (composed.template, composed.version) == (template, wording(template, language).version)
    for said in (facts.number, facts.request_number, facts.addressee.name, facts.office.name, facts.office.phone):
        assert solid(said) in text
    for said in (
        facts.office.complaints,
        facts.kinds[0].name,
        facts.kinds[0].article,
        wording(template, language).subject,
    ):
        assert solid(said) in text
    for item in facts.items:
        for said in (item.asked, item.decision_word, item.ground, item.reason, item.old, item.new, item.kept_because):
            assert solid(said) in text
    assert "審査請求" not in text
    assert "{" not in text
    assert "〓" not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_font_is_embedded(template, language):
    descriptors = fonts(compose(letter(template, language)).pdf)
    assert descriptors
    assert all("/FontFile2" in descriptor for descriptor in descriptors.values()), descriptors.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_facts_give_the_same_bytes(language):
    facts = letter("disclosure", language, office=replace(OFFICES[language], seal=seal_png()))
    assert compose(facts).pdf == compose(facts).pdf
    assert compose(facts).pdf != compose(replace(facts, request_number="R26-0035")).pdf


def test_a_japanese_letter_is_ordered_as_an_office_orders_it():
    text = text_of(compose(letter("disclosure")).pdf)
    marks = [
        "個情発第26-0012号",
        "株式会社みどり野商店",
        "（公印省略）",
        "（回答）",
        "拝啓",
        "敬具",
        "１受付番号",
        "以上添付書類",
        "【お問い合わせ先】",
        "別紙保有個人データ一覧ご本人",
    ]
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)


def test_an_english_letter_is_ordered_as_a_business_letter():
    text = text_of(compose(letter("disclosure", "en")).pdf)
    marks = [
        "DearMsHanakoYamada,",
        "Disclosureofyourpersonaldata",
        "Yourssincerely,",
        "IchiroMidorino",
        "Enclosure:",
        "Contact",
        "Annex",
    ]
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)
    assert "拝啓" not in text


def test_a_complaint_is_answered_with_its_own_pair():
    text = text_of(compose(letter("complaint")).pdf)
    assert "拝復" in text
    assert "拝啓" not in text
    assert "敬具" in text


def test_an_organisation_is_greeted_as_one():
    addressee = replace(ADDRESSEES["ja"], name="青葉法律事務所", honorific="御中")
    text = text_of(compose(letter("refusal", addressee=addressee)).pdf)
    assert "青葉法律事務所御中" in text
    assert "貴社ますます" in text


@pytest.mark.parametrize(
    ("template", "decisions", "phrase"),
    [
        ("disclosure", ("disclosed",), "下記のとおり開示いたします"),
        ("disclosure", ("disclosed", "withheld"), "その一部を下記のとおり開示いたします"),
        ("disclosure", ("withheld",), "下記の理由により開示いたしかねます"),
        ("correction", ("corrected",), "下記のとおり訂正等を行いましたので"),
        ("correction", ("corrected", "not_corrected"), "その一部について"),
        ("correction", ("not_corrected",), "訂正等を行わないことといたしましたので"),
        ("suspension", ("suspended",), "下記のとおり措置を行いましたので"),
        ("suspension", ("different_measure",), "ご請求の措置に代えて"),
        ("suspension", ("kept_until",), "直ちに消去することができません"),
        ("suspension", ("suspended", "kept_until"), "ご請求と異なる項目につきましては"),
        ("suspension", ("withheld",), "ご請求に応じかねます"),
        ("purpose", ("withheld",), "通知いたしかねます"),
        ("purpose", ("different_measure",), "お知らせいたしかねる項目"),
    ],
)
def test_the_main_sentence_follows_from_the_items(template, decisions, phrase):
    items = tuple(ITEMS["ja"][decision] for decision in decisions)
    text = text_of(compose(letter(template, items=items)).pdf)
    assert phrase in text
    alternatives = [passage.text for passage in wording(template, "ja").main if passage.when]
    sentences = [solid(passage).split("}")[-1] for passage in alternatives]
    said = [sentence for sentence in sentences if sentence in text]
    assert all(sentence in max(said, key=len) for sentence in said)


def test_the_acknowledgement_asks_for_papers_only_where_some_are_missing():
    complete = text_of(compose(letter("acknowledgement", papers=(), authority=(), papers_by=None)).pdf)
    assert "書類" not in complete
    assert "マイナンバー" not in complete
    lacking = text_of(compose(letter("acknowledgement")).pdf)
    assert "・運転免許証：有効期限内のもの" in lacking
    assert "代理権等の確認書類" in lacking
    assert "代理権" not in text_of(compose(letter("acknowledgement", authority=())).pdf)
    assert "令和8年11月30日" in lacking
    assert "マイナンバー" in lacking


@pytest.mark.parametrize(("language", "none"), [("ja", "第三者提供記録はございません"), ("en", "holdnone")])
def test_provision_records_are_listed_or_said_to_be_none(language, none):
    listed = text_of(compose(letter("provision_record", language)).pdf)
    assert "9Ichibancho,Toyohashi" in listed or "愛知県豊橋市一番町9番地" in listed
    assert none not in listed
    empty = compose(letter("provision_record", language, provisions=()))
    assert none in text_of(empty.pdf)
    assert empty.pages == 1


@pytest.mark.parametrize(("language", "short"), [("ja", "「法」とは、"), ("en", "“APPI”is")])
def test_the_short_name_of_the_law_is_explained_where_it_is_used(language, short):
    assert text_of(compose(letter("disclosure", language)).pdf).count(short) == 1
    plain = letter("acknowledgement", language, kinds=(KindFact("苦情", ""),))
    assert short not in text_of(compose(plain).pdf)


def test_a_draft_shows_what_is_missing_and_that_it_is_one():
    for language, mark, blank in (("ja", "見本・未発行", "〔未定〕"), ("en", "DRAFT", "[tobecompleted]")):
        text = text_of(compose(letter("refusal", language, number=None, items=(), request_number="")).pdf)
        assert text.count(mark) == 3  # number, foot and watermark of the one page
        assert text.count(blank) == 2


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_letter_is_not_issued_before_all_is_known_that_it_needs(template):
    absent = {"items": (), "kinds": (), "request_date": None, "expected": None, "done_on": None}
    for name in (*catalogue().common.needs, *catalogue().letters[template].needs):
        facts = letter(template, **{name: absent.get(name, "")})
        with pytest.raises(LetterIncomplete):
            compose(facts)
        assert compose(replace(facts, number=None)).pages


def test_the_entry_that_is_missing_is_named_as_the_letter_names_it():
    with pytest.raises(LetterIncomplete, match="調査の範囲"):
        compose(letter("not_held", search_scope=""))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_foreign_text_is_printed_as_it_stands(hostile):
    item = replace(ITEMS["ja"]["corrected"], asked=hostile, old=hostile, new=hostile, reason=hostile)
    facts = letter(
        "correction",
        items=(item,),
        request_number=hostile,
        addressee=replace(ADDRESSEES["ja"], name=hostile),
        office=replace(OFFICES["ja"], name=hostile, complaints=hostile),
        kinds=(KindFact(hostile, hostile),),
    )
    pdf = compose(facts).pdf
    assert text_of(pdf).count(solid(hostile)) >= 9
    assert not PdfReader(BytesIO(pdf)).pages[0].get("/Annots")
    assert all(word not in pdf for word in (b"/URI", b"/JavaScript", b"/Launch", b"/OpenAction"))


def test_control_characters_and_direction_marks_leave_no_trace():
    name = "山\0田\u202e花\x1b子\ufeff\u200b"
    assert "山田花子" in text_of(compose(letter("refusal", addressee=replace(ADDRESSEES["ja"], name=name))).pdf)


def test_a_note_of_ten_thousand_characters_runs_on():
    note = "この記録には長い経緯がございます。" * 600
    composed = compose(letter("correction", items=(replace(ITEMS["ja"]["not_corrected"], reason=note),)))
    assert composed.pages > 5
    assert (
        text_of(composed.pdf).count("この記録には") > 560
    )  # some stand across two pages, between which the feet are read


def test_feet_count_the_pages_of_letter_and_annex():
    composed = compose(letter("disclosure", sheet=sheet("ja", 90)))
    for number, page in enumerate(pages(composed.pdf), 1):
        assert f"{number}/{composed.pages}" in page
        assert "個情発第26-0012号" in page


def test_the_document_says_what_it_is():
    reader = PdfReader(BytesIO(compose(letter("disclosure", "en")).pdf))
    assert reader.metadata.title == "Disclosure of your personal data 個情発第26-0012号"
    assert reader.metadata.author == "Midorino Shoten Co., Ltd."
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_the_seal_covers_the_end_of_the_sender_and_replaces_its_omission():
    office = replace(OFFICES["ja"], seal=seal_png())
    pdf = compose(letter("refusal", office=office)).pdf
    page = PdfReader(BytesIO(pdf)).pages[0]
    assert len(page.images) == 1
    assert "公印省略" not in text_of(pdf)
    assert not PdfReader(BytesIO(compose(letter("refusal")).pdf)).pages[0].images


@pytest.mark.parametrize(
    "seal", [b"GIF89a", seal_png()[:16] + b"\0\1\0\0" + seal_png()[20:], b"\x89PNG\r\n\x1a\n broken", seal_png()[:80]]
)
def test_a_broken_seal_has_its_sentence(seal):
    with pytest.raises(SealUnreadable):
        compose(letter("refusal", office=replace(OFFICES["ja"], seal=seal)))


def test_the_end_of_a_letter_never_stands_alone():
    items = tuple(replace(ITEMS["ja"]["withheld"], asked=f"項目{number}") for number in range(1, 30))
    for count in range(1, 30):
        pdf = compose(letter("refusal", items=items[:count])).pdf
        last = placed(pdf, page=-1)
        assert last[0].text not in {"以上", "【お問い合わせ先】"}, count


def test_an_office_that_is_only_a_name_can_write():
    office = replace(
        OFFICES["ja"], postal="", address=(), representative="", representative_title="", mail="", hours=""
    )
    pdf = compose(letter("refusal", office=replace(office, seal=seal_png()))).pdf
    assert "〒" not in [line.text for line in placed(pdf)]
    assert "株式会社みどり野商店" in text_of(pdf)
