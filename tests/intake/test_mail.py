"""Bytes of a mail -> its facts: every sample, and the ways senders get it wrong."""

import hashlib
import pickle
from datetime import UTC, datetime, timedelta, timezone

import pytest

from privdesk.intake.headers import Address, addresses, parameters, sent_at, text_of
from privdesk.intake.mail import read_mail

JST = timezone(timedelta(hours=9))
SAMPLES = [
    (
        "01-disclosure-iso2022jp",
        "user001@example.jp",
        "個人情報の開示のお願い",
        "私に関する個人情報の開示をお願いします。",
        "iso-2022-jp",
    ),
    ("02-correction-utf8", "user003@example.jp", "住所変更（訂正のお願い）", "東京都渋谷区神南1丁目2番3号", "utf-8"),
    (
        "03-suspension-html",
        "maria@example.com",
        "Stop using my data",
        "Please suspend all use of my personal data",
        "utf-8",
    ),
    ("04-several-rights", "user001@example.jp", "開示・利用停止・第三者提供記録", "2. 広告メールの停止", "utf-8"),
    ("05-opt-out", "user010@example.jp", "配信停止", "メール配信を停止してください。", "iso-2022-jp"),
    ("06-reply", "user001@example.jp", "Re: 個人情報の開示のお願い", "本人確認書類を添付します。", "utf-8"),
    ("07-agent", "agent@example.jp", "代理人による開示請求", "代理人：渡邉 結衣（長女）", "utf-8"),
    ("08-complaint", "user050@example.com", "不審な電話について", "御社を名乗る電話がありました。", "utf-8"),
    ("09-spam", "admin@phish.example", "【重要】あなたのアカウントが停止されます", "クリックしてください。", "utf-8"),
    ("10-deletion", "user001@example.jp", "退会・データ消去", "私の情報をすべて消去してください。", "utf-8"),
    ("11-no-charset-cp932", "user020@example.jp", "葛示", "髙﨑です。①開示をお願いします。㈱テスト", "cp932"),
]


@pytest.mark.parametrize(("name", "sender", "subject", "words", "charset"), SAMPLES)
def test_sample(sample, name, sender, subject, words, charset):
    message = read_mail(sample(f"mail/{name}.eml"))
    assert message.sender == Address("", sender)
    assert message.to == (Address("", "privacy@example.jp"),)
    assert message.subject == subject
    assert words in message.text
    assert message.charset == charset
    assert message.problems == ()


def test_the_whole_text_of_a_mail_without_charset_is_right(sample):
    message = read_mail(sample("mail/11-no-charset-cp932.eml"))
    assert message.text == "髙﨑です。①開示をお願いします。㈱テスト"
    assert message.sent_at == datetime(2026, 11, 17, 8, tzinfo=JST)
    assert message.message_id == ""


def test_html_is_read_where_the_plain_text_is_empty(sample):
    message = read_mail(sample("mail/03-suspension-html.eml"))
    assert message.text == "Please suspend all use of my personal data and tell me what you keep.\n\nMaria de la Cruz"
    assert message.attachments == ()


def test_an_answer_knows_what_it_answers_and_what_it_carries(sample):
    message = read_mail(sample("mail/06-reply.eml"))
    (attachment,) = message.attachments
    assert message.message_id == "<06-reply@example.jp>"
    assert message.references == ("<01-disclosure-iso2022jp@example.jp>",)
    assert (attachment.name, attachment.media_type) == ("免許証.jpg", "image/jpeg")
    assert attachment.data == b"\xff\xd8\xff\xe0" + bytes(64) + b"\xff\xd9"
    assert attachment.sha256 == hashlib.sha256(attachment.data).hexdigest()


def test_the_instant_keeps_its_zone(sample):
    assert read_mail(sample("mail/10-deletion.eml")).sent_at == datetime(2026, 11, 20, 23, 58, tzinfo=JST)


def test_a_broken_mail_is_a_message_with_problems(sample):
    message = read_mail(sample("mail/12-broken.eml"))
    assert {problem.code for problem in message.problems} == {"SenderMissing", "SentDateMissing", "MailDamaged"}
    assert message.subject == "こ =?bad"
    assert "!!!!" in message.text
    assert all(str(problem) for problem in message.problems)


def test_a_message_goes_through_a_pipe(sample):
    """The worker process sends it back pickled."""
    for name in ("02-correction-utf8", "12-broken"):
        message = read_mail(sample(f"mail/{name}.eml"))
        assert pickle.loads(pickle.dumps(message)) == message


def test_an_unknown_charset_is_guessed_and_said():
    raw = b"From: a@example.jp\nDate: Mon, 16 Nov 2026 10:05:00 +0900\nContent-Type: text/plain; charset=x-foo\n\n"
    message = read_mail(raw + "訂正".encode("cp932"))
    assert message.text == "訂正"
    assert [str(problem) for problem in message.problems] == [
        "The text names an unknown character code (x-foo); cp932 was tried. Check that it reads well."
    ]


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "base64", "rot13", "unicode_escape", "x" * 500])
def test_a_codec_that_is_no_charset_is_guessed_and_said(charset):
    head = f"From: a@example.jp\nDate: Mon, 16 Nov 2026 10:05:00 +0900\nContent-Type: text/plain; charset={charset}\n\n"
    whole = head.encode() + "開示を請求します".encode("cp932")
    for raw in (whole, b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" + whole + b"\n--b--\n"):
        message = read_mail(raw)
        assert (message.text, message.charset) == ("開示を請求します", "cp932")
        assert "UnknownCharset" in {problem.code for problem in message.problems}
    inside = read_mail(b"Subject: x\nContent-Type: message/rfc822\n\n" + whole)
    assert whole.rpartition(b"\n")[2] in inside.attachments[0].data


def test_damaged_base64_is_said_and_the_rest_is_read():
    raw = b"From: a@example.jp\nDate: Mon, 16 Nov 2026 10:05:00 +0900\nContent-Transfer-Encoding: base64\n\naGVs*bG8\n"
    message = read_mail(raw)
    assert message.text == "hello"
    assert [problem.code for problem in message.problems] == ["MailDamaged"]


def test_lost_characters_are_said():
    raw = (
        b"From: a@example.jp\nDate: Mon, 16 Nov 2026 10:05:00 +0900\nContent-Type: text/plain; charset=utf-8\n\nab\xff"
    )
    assert [problem.code for problem in read_mail(raw).problems] == ["CharactersLost"]


def test_control_and_direction_signs_are_shown_as_codes():
    raw = "From: =?utf-8?Q?a=E2=80=AEb?= <a@example.jp>\nSubject: x\u202ey\n\none\x07\ttwo\u2066\nthree"
    message = read_mail(raw.encode())
    assert message.sender.name == "a⟨U+202E⟩b"
    assert message.subject == "x⟨U+202E⟩y"
    assert message.text == "one⟨U+0007⟩    two⟨U+2066⟩\nthree"


def test_a_mail_inside_a_mail_is_an_attachment():
    inner = b"From: b@example.jp\nSubject: inner\n\nhello\n"
    raw = b"From: a@example.jp\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nouter\n"
    message = read_mail(raw + b"--x\nContent-Type: message/rfc822\n\n" + inner + b"\n--x--\n")
    assert message.text == "outer"
    assert message.attachments[0].media_type == "message/rfc822"
    assert read_mail(message.attachments[0].data).text == "hello"


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("=?ISO-2022-JP?B?GyRCLSEtahsoQg==?=", "①㈱"),
        ("=?shift_jis?B?kvmQsw==?=", "訂正"),
        ("=?utf-8?B?6ZaL?= =?utf-8?B?56S6?=", "開示"),
        ("=?utf-8?B?6Q==?=\n =?utf-8?B?losg?= x", "開 x"),
        ("=?utf-8?Q?Re:_=E9=96=8B?= now", "Re: 開 now"),
        ("=?x-foo?B?6ZaL?=", "開"),
        ("=?utf-8*ja?Q?=E9=96=8B?=", "開"),
        ("=?utf-8?B?===?=", ""),
        ("訂正".encode("cp932").decode("ascii", "surrogateescape"), "訂正"),
        ("\x1b$BD{@5\x1b(B", "訂正"),
        ("a\n\tb", "a b"),
    ],
)
def test_header_words(header, text):
    assert text_of(header) == text


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("a@example.jp", [Address("", "a@example.jp")]),
        ('"Yamada, Taro" <t@example.jp>', [Address("Yamada, Taro", "t@example.jp")]),
        ("=?utf-8?B?5bGx55Sw?= <t@example.jp>", [Address("山田", "t@example.jp")]),
        ("t@example.jp (Taro)", [Address("Taro", "t@example.jp")]),
        ("yamada..taro.@docomo.example", [Address("", "yamada..taro.@docomo.example")]),
        ("A <a@example.jp>, b@example.jp", [Address("A", "a@example.jp"), Address("", "b@example.jp")]),
        ("", []),
    ],
)
def test_addresses(line, found):
    assert list(addresses(line)) == found


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('attachment; filename="=?utf-8?B?6ZaL?=.pdf"', "開.pdf"),
        ("attachment; filename*=utf-8''%E9%96%8B.pdf", "開.pdf"),
        ("attachment; filename*0*=iso-2022-jp''%1B%24B3%2B%3C; filename*1*=%28%40A5a%1B%28B.pdf", "開示請求.pdf"),
        ("attachment; filename*1=b.pdf; filename*0=a", "ab.pdf"),
        ('attachment; filename="a\\"b;c.pdf"', 'a"b;c.pdf'),
        ("attachment; filename*=utf-8''gpj%E2%80%AEexe.pdf", "gpj⟨U+202E⟩exe.pdf"),
        ('attachment; filename="../../x\x00.exe"', "../../x⟨U+0000⟩.exe"),
        ("attachment; filename=" + "訂正.pdf".encode("cp932").decode("ascii", "surrogateescape"), "訂正.pdf"),
    ],
)
def test_attachment_names(line, name):
    assert parameters(line) == ("attachment", {"filename": name})


@pytest.mark.parametrize(
    ("line", "instant"),
    [
        ("Mon, 16 Nov 2026 10:05:00 +0900 (JST)", datetime(2026, 11, 16, 10, 5, tzinfo=JST)),
        ("16 Nov 2026 01:05:00 -0000", datetime(2026, 11, 16, 1, 5, tzinfo=UTC)),
        ("Mon, 31 Feb 2026 10:05:00 +0900", None),
        ("Mon, 16 Nov 2026 10:05:00 +9999999", None),
        ("Fri, 31 Dec 9999 23:59:59 +0000", None),
        ("Fri, 31 Dec 9999 23:59:59 -1200", None),
        ("Sun, 31 Dec 1989 23:59:59 +0000", None),
        ("Mon, 1 Jan 1990 00:00:00 +0000", datetime(1990, 1, 1, tzinfo=UTC)),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(line, instant):
    assert sent_at(line) == instant
