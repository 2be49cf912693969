"""The report of a month of the log is complete, in both languages, and fits on pages."""

from datetime import date

import pytest

from privdesk.domain.log import ActCount, LogCode, Month
from privdesk.letters.log_report import log_report
from tests.letters.letter_facts import LANGUAGES
from tests.letters.pdf_reading import fonts, pages, placed, solid, text_of

CODE = LogCode(18342, "7F3A91C20D445E18")
COUNTS = (
    ActCount("佐藤 恵", "person.open", 1204),
    ActCount("森 一郎", "person.open", 88),
    ActCount("佐藤 恵", "person.reveal", 12),
    ActCount("森 一郎", "person.reveal", 30),
    ActCount("", "desk.failed_login", 3),
    ActCount("佐藤 恵", "moon.land", 1),
)
NOVEMBER = Month(date(2026, 11, 1), date(2026, 11, 30), COUNTS, CODE)
SAID = {
    "ja": ("操作記録月次報告", "令和8年11月1日から令和8年11月30日まで", "番号の全桁を見た回数42回", "特定できない者"),
    "en": ("Log:monthlyreport", "1November2026to30November2026", "Numbersseeninfull42", "(notknown)"),
}


def drawn(month, language, made_on=date(2026, 12, 1)):
    return log_report(month, "見本商事株式会社", made_on, "佐藤 恵", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_who_did_what_how_often_and_bears_the_code(language):
    pdf = drawn(NOVEMBER, language)
    text = text_of(pdf)
    for words in (*SAID[language], "見本商事株式会社", "1,204", "森一郎", "moon.land", "18342·7F3A-91C2-0D44-5E18"):
        assert words in text
    assert all("/FontFile2" in descriptor for descriptor in fonts(pdf).values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_month_says_so_and_a_running_one_too(language):
    empty = Month(date(2026, 3, 1), date(2026, 3, 31), (), None)
    running = drawn(NOVEMBER, language, date(2026, 11, 22))
    assert ("操作記録はありません" if language == "ja" else "Nothingwaslogged") in text_of(drawn(empty, language))
    assert ("まだ終わっていません" if language == "ja" else "notover") in text_of(running)
    assert ("まだ終わっていません" if language == "ja" else "notover") not in text_of(drawn(NOVEMBER, language))


def test_a_long_one_runs_over_numbered_pages_under_its_titles():
    counts = tuple(ActCount(f"利用者{number}", "person.open", number) for number in range(1, 120))
    pdf = drawn(Month(NOVEMBER.first, NOVEMBER.last, counts, CODE), "ja")
    count = len(pages(pdf))
    assert count > 3
    for number in range(count):
        assert placed(pdf, number)[-1].text == f"{number + 1} / {count}"
        assert "操作" in solid(pages(pdf)[number])
    assert "利用者119" in text_of(pdf)


def test_the_code_is_large_enough_to_be_typed_off():
    pdf = drawn(NOVEMBER, "en")
    last = len(pages(pdf)) - 1
    assert {line.size for line in placed(pdf, last) if "7F3A" in line.text} == {15}
