"""Values as an office hands them over: each is read but for the three that are wrong."""

from privdesk.domain.dates import read_date
from privdesk.domain.errors import BadDate, CardCheckFailed, DeskError, LicenceCheckFailed
from privdesk.domain.formats.bank import read_account
from privdesk.domain.formats.card import read_card
from privdesk.domain.formats.kana import read_kana
from privdesk.domain.formats.licence import read_licence
from privdesk.domain.formats.mail import read_mail_address
from privdesk.domain.formats.phone import read_phone
from privdesk.domain.formats.postal import read_postal_code

_VALUES = {
    read_kana: (
        "ワタナベ ユミコ",
        "タナカ メグミ",
        "イトウ ヒロミ",
        "ヨシダ リュウノスケ",
        "タナカ メグミ",
        "スズキ リュウノスケ",
        "オブライエン ショーン",
        "ヤマザキ タロウ",
        "ササキ ヒロミ",
        "グエン ティ マイ",
    ),
    read_date: (
        "1984/07/22",
        "昭和52年5月19日",
        "昭和41年12月14日",
        "1950/12/26",
        "昭和64年2月30日",
        "1944-08-09",
        "1948-11-09",
        "1999/05/17",
        "1983/01/04",
        "1961-03-25",
        "2023-08-09",
    ),
    read_postal_code: (
        "100-0005",
        "100-0005",
        "060-0001",
        "460-0008",
        "604-8006",
        "460-0008",
        "6048006",
        "900-0015",
        "900-0015",
        "9000015",
    ),
    read_phone: (
        "09046549781",
        "０８０－６２４８－９６２８",
        "０７０－９５２２－３７２１",
        "07079562122",
        "090-1717-9485",
        "070-9087-1154",
        "090-8215-4174",
        "08047823276",
        "07072132605",
        "070-1436-6007",
    ),
    read_mail_address: (
        "user001@example.ne.jp",
        "user002@example.jp",
        "user005@example.ne.jp",
        "user007@example.jp",
        "user018@example.jp",
        "user042@example.jp",
        "user060@example.com",
        "user070@example.jp",
        "user091@example.com",
        "user240@example.ne.jp",
    ),
    read_account: (
        "0001-110-普通-9880133",
        "0009-384-普通-2323895",
        "0005-677-普通-0315852",
        "9900-431-普通-7254549",
    ),
    read_card: (
        "4828889268865696",
        "4111111111111112",
        "4780480036387803",
        "4567422052138669",
        "4049159661314574",
    ),
    read_licence: (
        "628494816102",
        "439608393322",
        "629782353402",
        "301234567890",
    ),
}


def _fault(read, value):
    try:
        read(value)
    except DeskError as error:
        return type(error)
    return None


def test_only_the_wrong_values_are_refused():
    faults = {
        value: fault
        for read, values in _VALUES.items()
        for value in values
        if (fault := _fault(read, value)) is not None
    }
    assert faults == {
        "昭和64年2月30日": BadDate,
        "4111111111111112": CardCheckFailed,
        "301234567890": LicenceCheckFailed,
    }
