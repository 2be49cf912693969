"""A mail -> what it may ask for."""

import dataclasses

import pytest

from privdesk.domain.law import parsed
from privdesk.intake.headers import Address
from privdesk.intake.mail import Message, read_mail
from privdesk.intake.proposal import Reason, propose
from privdesk.resources import resource


def message(subject: str, text: str = "", **more) -> Message:
    plain = Message("", (), Address("", "user001@example.jp"), (), subject, None, text, (), "utf-8", ())
    return dataclasses.replace(plain, **more)


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("01-disclosure-iso2022jp", {"DISCLOSE"}),
        ("02-correction-utf8", {"CORRECT"}),
        ("03-suspension-html", {"STOP", "DISCLOSE"}),
        ("04-several-rights", {"DISCLOSE", "TPREC", "OPTOUT", "STOP"}),
        ("05-opt-out", {"OPTOUT"}),
        ("06-reply", set()),
        ("07-agent", {"DISCLOSE"}),
        ("08-complaint", {"COMPLAINT"}),
        ("09-spam", set()),
        ("10-deletion", {"STOP5"}),
        ("11-no-charset-cp932", {"DISCLOSE"}),
        ("12-broken", set()),
    ],
)
def test_sample(sample, rules, name, kinds):
    assert set(propose(read_mail(sample(f"mail/{name}.eml")), rules).kinds) == kinds


def test_the_words_that_matched_are_told(sample, rules):
    found = propose(read_mail(sample("mail/04-several-rights.eml")), rules)
    assert found.reasons == (
        Reason("DISCLOSE", ("開示",)),
        Reason("TPREC", ("第三者提供記録", "第三者提供記録の開示")),
        Reason("STOP", ("利用停止",)),
        Reason("OPTOUT", ("広告メールの停止",)),
    )


@pytest.mark.parametrize("name", ["01-disclosure-iso2022jp", "04-several-rights", "10-deletion"])
def test_number_and_name_are_found(sample, rules, name):
    found = propose(read_mail(sample(f"mail/{name}.eml")), rules)
    assert found.numbers == ("A000001",)
    assert found.names == ("渡邉　由美子",)
    assert (found.mail, found.language) == ("user001@example.jp", "ja")


def test_a_correction_names_the_new_address(sample, rules):
    found = propose(read_mail(sample("mail/02-correction-utf8.eml")), rules)
    assert found.new_address == "〒150-0041 東京都渋谷区神南1丁目2番3号"
    assert (found.numbers, found.names) == (("A000003",), ("金城 一",))


def test_an_english_mail_is_signed_by_its_sender(sample, rules):
    found = propose(read_mail(sample("mail/03-suspension-html.eml")), rules)
    assert (found.language, found.names) == ("en", ("Maria de la Cruz",))


def test_an_agent_is_told_from_the_person(sample, rules):
    found = propose(read_mail(sample("mail/07-agent.eml")), rules)
    assert found.agent == ("代理人", "委任状")
    assert (found.names, found.agent_names) == (("渡邉 健一",), ("渡邉 結衣",))


def test_a_reply_names_what_it_answers_and_asks_nothing_new(sample, rules):
    found = propose(read_mail(sample("mail/06-reply.eml")), rules)
    assert found.reply_to == ("<01-disclosure-iso2022jp@example.jp>",)
    assert (found.kinds, found.not_request) == ((), ())


def test_a_reply_that_asks_something_new_is_read_without_its_quotes(rules):
    text = "住所の訂正もお願いします。\n> 個人情報の開示\n-----Original Message-----\n利用停止"
    assert propose(message("Re: 個人情報の開示", text), rules).kinds == ("CORRECT",)


def test_spam_is_pointed_out(sample, rules):
    found = propose(read_mail(sample("mail/09-spam.eml")), rules)
    assert found.not_request == ("アカウントが停止", "クリックしてください")


def test_words_are_found_across_line_ends_in_any_width_and_case(rules):
    assert propose(message("お願い", "個人データの利\n用停止とＤＭの停止"), rules).kinds == ("STOP", "OPTOUT")
    assert propose(message("UNSUBSCRIBE me"), rules).kinds == ("OPTOUT",)


def test_english_words_are_whole_words(rules):
    assert propose(message("undisclosed", "I was incorrectly deleted"), rules).kinds == ()


@pytest.mark.parametrize("line", ["顧客番号：B-12345", "Customer number: B-12345", "会員番号 Ｂ－１２３４５"])
def test_a_labelled_number_may_have_any_form(rules, line):
    assert propose(message("開示", f"山田 太郎\n{line}"), rules).numbers == ("B-12345",)


@pytest.mark.parametrize(
    "text", ["氏名：山田 太郎様\n開示希望", "山田 太郎です。開示希望", "開示希望です\n\n山田 太郎"]
)
def test_names_are_found_where_people_write_them(rules, text):
    assert "山田" in "".join(propose(message("お願い", text), rules).names)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text", ["開" * 1_000_000, "name: " * 200_000, "\n" * 1_000_000, "A000001 " * 100_000, "(" * 1_000_000]
)
def test_a_long_text_is_read_at_once(rules, text):
    assert propose(message("x", text), rules).kinds == ()


def test_every_proposed_kind_is_in_the_law(rules):
    law = parsed(resource("law/2022-04-01.toml").read_bytes())
    assert set(rules.kinds) == set(law.kinds)
