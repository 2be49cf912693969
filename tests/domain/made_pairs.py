"""Made-up pairs of records with the truth about each: one person written down twice, or two people who look alike.

Nothing of the scorer is used here: readings, Latin letters and old kanji stand beside each name. Beside what a kind of
pair is about, every record lacks fields and is written in one of the ways that offices write.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

# text, kana, Latin letters, the same in old or variant kanji
FAMILIES = [
    *(("佐藤", "サトウ", "SATO", ""), ("鈴木", "スズキ", "SUZUKI", ""), ("高橋", "タカハシ", "TAKAHASHI", "髙橋")),
    *(("田中", "タナカ", "TANAKA", ""), ("伊藤", "イトウ", "ITO", ""), ("渡辺", "ワタナベ", "WATANABE", "渡邊")),
    *(
        ("山本", "ヤマモト", "YAMAMOTO", ""),
        ("中村", "ナカムラ", "NAKAMURA", ""),
        ("小林", "コバヤシ", "KOBAYASHI", ""),
    ),
    *(("加藤", "カトウ", "KATO", ""), ("吉田", "ヨシダ", "YOSHIDA", "𠮷田"), ("山崎", "ヤマザキ", "YAMAZAKI", "山﨑")),
    *(
        ("斎藤", "サイトウ", "SAITO", "齋藤"),
        ("浜田", "ハマダ", "HAMADA", "濱田"),
        ("広瀬", "ヒロセ", "HIROSE", "廣瀬"),
    ),
    *(
        ("大島", "オオシマ", "OSHIMA", "大嶋"),
        ("桜井", "サクライ", "SAKURAI", "櫻井"),
        ("黒沢", "クロサワ", "KUROSAWA", "黒澤"),
    ),
    *(("国分", "コクブ", "KOKUBU", "國分"), ("滝川", "タキガワ", "TAKIGAWA", "瀧川"), ("森", "モリ", "MORI", "")),
    *(("長谷川", "ハセガワ", "HASEGAWA", ""), ("近藤", "コンドウ", "KONDO", ""), ("石井", "イシイ", "ISHII", "")),
    *(("上野", "ウエノ", "UENO", ""), ("原", "ハラ", "HARA", ""), ("久保田", "クボタ", "KUBOTA", "")),
    *(
        ("真鍋", "マナベ", "MANABE", "眞鍋"),
        ("関口", "セキグチ", "SEKIGUCHI", "關口"),
        ("藤沢", "フジサワ", "FUJISAWA", "藤澤"),
    ),
    *(("北条", "ホウジョウ", "HOJO", "北條"), ("富永", "トミナガ", "TOMINAGA", "冨永"), ("須田", "スダ", "SUDA", "")),
]
WOMEN = [
    *(
        ("花子", "ハナコ", "HANAKO"),
        ("美咲", "ミサキ", "MISAKI"),
        ("陽子", "ヨウコ", "YOKO"),
        ("恵", "メグミ", "MEGUMI"),
    ),
    *(
        ("由美子", "ユミコ", "YUMIKO"),
        ("真由美", "マユミ", "MAYUMI"),
        ("さくら", "サクラ", "SAKURA"),
        ("葵", "アオイ", "AOI"),
    ),
    *(
        ("久美子", "クミコ", "KUMIKO"),
        ("裕子", "ユウコ", "YUKO"),
        ("裕子", "ヒロコ", "HIROKO"),
        ("智子", "トモコ", "TOMOKO"),
    ),
    *(("直美", "ナオミ", "NAOMI"), ("愛", "アイ", "AI"), ("千尋", "チヒロ", "CHIHIRO"), ("和子", "カズコ", "KAZUKO")),
    *(
        ("典子", "ノリコ", "NORIKO"),
        ("紀子", "ノリコ", "NORIKO"),
        ("明美", "アケミ", "AKEMI"),
        ("彩香", "アヤカ", "AYAKA"),
    ),
]
MEN = [
    *(
        ("太郎", "タロウ", "TARO"),
        ("健一", "ケンイチ", "KENICHI"),
        ("翔太", "ショウタ", "SHOTA"),
        ("誠", "マコト", "MAKOTO"),
    ),
    *(
        ("大輔", "ダイスケ", "DAISUKE"),
        ("浩二", "コウジ", "KOJI"),
        ("隆", "タカシ", "TAKASHI"),
        ("拓也", "タクヤ", "TAKUYA"),
    ),
    *(("蓮", "レン", "REN"), ("直樹", "ナオキ", "NAOKI"), ("修", "オサム", "OSAMU"), ("一郎", "イチロウ", "ICHIRO")),
    *(
        ("学", "マナブ", "MANABU"),
        ("光男", "ミツオ", "MITSUO"),
        ("順一", "ジュンイチ", "JUNICHI"),
        ("悠真", "ユウマ", "YUMA"),
    ),
    *(
        ("達也", "タツヤ", "TATSUYA"),
        ("正", "タダシ", "TADASHI"),
        ("哲也", "テツヤ", "TETSUYA"),
        ("裕太", "ユウタ", "YUTA"),
    ),
]
# given names that one family gives to twins, or to father and son
TWINS = [
    *(
        (("翔太", "ショウタ", "SHOTA"), ("翔平", "ショウヘイ", "SHOHEI")),
        (("美咲", "ミサキ", "MISAKI"), ("美月", "ミツキ", "MITSUKI")),
    ),
    *(
        (("大樹", "ダイキ", "DAIKI"), ("大地", "ダイチ", "DAICHI")),
        (("愛子", "アイコ", "AIKO"), ("愛美", "マナミ", "MANAMI")),
    ),
    *(
        (("優奈", "ユウナ", "YUNA"), ("優香", "ユウカ", "YUKA")),
        (("健太", "ケンタ", "KENTA"), ("康太", "コウタ", "KOTA")),
    ),
    *((("由紀", "ユキ", "YUKI"), ("由美", "ユミ", "YUMI")), (("結衣", "ユイ", "YUI"), ("結菜", "ユイナ", "YUINA"))),
]
FATHERS = [
    *(
        (("健一", "ケンイチ", "KENICHI"), ("健二", "ケンジ", "KENJI")),
        (("正", "タダシ", "TADASHI"), ("正人", "マサト", "MASATO")),
    ),
    *(
        (("光男", "ミツオ", "MITSUO"), ("光一", "コウイチ", "KOICHI")),
        (("一郎", "イチロウ", "ICHIRO"), ("太郎", "タロウ", "TARO")),
    ),
    *(
        (("浩", "ヒロシ", "HIROSHI"), ("浩志", "ヒロシ", "HIROSHI")),
        (("隆", "タカシ", "TAKASHI"), ("隆志", "タカシ", "TAKASHI")),
    ),
    *(
        (("和夫", "カズオ", "KAZUO"), ("和男", "カズオ", "KAZUO")),
        (("修", "オサム", "OSAMU"), ("修一", "シュウイチ", "SHUICHI")),
    ),
]
PLACES = [
    *(
        ("100-0005", "東京都千代田区丸の内", "03"),
        ("160-0022", "東京都新宿区新宿", "03"),
        ("220-0012", "神奈川県横浜市西区みなとみらい", "045"),
    ),
    *(
        ("530-0001", "大阪府大阪市北区梅田", "06"),
        ("460-0008", "愛知県名古屋市中区栄", "052"),
        ("060-0042", "北海道札幌市中央区大通西", "011"),
    ),
    *(
        ("812-0011", "福岡県福岡市博多区博多駅前", "092"),
        ("730-0035", "広島県広島市中区本通", "082"),
        ("980-0811", "宮城県仙台市青葉区一番町", "022"),
    ),
    *(
        ("600-8216", "京都府京都市下京区烏丸通", "075"),
        ("330-0845", "埼玉県さいたま市大宮区仲町", "048"),
        ("260-0013", "千葉県千葉市中央区中央", "043"),
    ),
    *(
        ("650-0021", "兵庫県神戸市中央区三宮町", "078"),
        ("700-0901", "岡山県岡山市北区本町", "086"),
        ("420-0858", "静岡県静岡市葵区伝馬町", "054"),
    ),
    *(
        ("950-0087", "新潟県新潟市中央区東大通", "025"),
        ("760-0017", "香川県高松市番町", "087"),
        ("890-0053", "鹿児島県鹿児島市中央町", "099"),
    ),
]
BUILDINGS = ["", "", "", " コーポさくら201", " 第二山田ビル3階", " メゾン青葉1205", " グリーンハイツB-102"]
LOOKALIKE = {
    "太": "大",
    "郎": "朗",
    "裕": "祐",
    "健": "建",
    "直": "真",
    "田": "由",
    "藤": "籐",
    "智": "知",
    "野": "埜",
    "美": "実",
}
NUMERALS = "〇一二三四五六七八九"


@dataclass(frozen=True)
class Made:
    """A record: names with their halves apart, so that they can be written in several ways."""

    family: tuple[str, str, str, str]
    given: tuple[str, str, str]
    text: str
    kana: str
    birth: date | None
    postal: str
    address: str
    phones: tuple[str, ...]
    mails: tuple[str, ...]
    former: tuple[str, str] | None = field(default=None)


@dataclass(frozen=True)
class MadePair:
    """Two records and whether they are one person's."""

    kind: str
    one: Made
    other: Made
    is_same: bool


def made_pairs(count: int, seed: int) -> list[MadePair]:
    """So many pairs, each kind as often as the others."""
    return [_Maker(random.Random(f"{seed}:{place}")).pair(place) for place in range(count)]


class _Maker:
    def __init__(self, random_: random.Random) -> None:
        self.r = random_

    def pair(self, place: int) -> MadePair:
        kinds: list[tuple[str, Callable[[Made], tuple[Made, Made]], bool]] = [
            ("variants", self.variants, True),
            ("slips", self.slips, True),
            ("moved", self.moved, True),
            ("married", self.married, True),
            ("poor", self.poor, True),
            ("twins", self.twins, False),
            ("father and son", self.father, False),
            ("spouses", self.spouses, False),
            ("strangers", self.strangers, False),
        ]
        kind, make, is_same = kinds[place % len(kinds)]
        one, other = make(self.person())
        return MadePair(kind, self.as_kept(one), self.as_kept(other), is_same)

    # one person

    def person(self) -> Made:
        family, given = self.r.choice(FAMILIES), self.r.choice(WOMEN if self.r.random() < 0.5 else MEN)
        postal, address, area = self.home()
        phones = self.phones(area)
        birth = date(1935, 1, 1) + timedelta(days=self.r.randrange(27_000))
        mail = f"{given[2].lower()}{self.r.choice('._-')}{family[2].lower()}{self.r.randrange(1000)}@example.jp"
        mails = (mail,) if self.r.random() < 0.7 else ()
        return named(Made(family, given, "", "", birth, postal, address, phones, mails))

    def home(self) -> tuple[str, str, str]:
        postal, town, area = self.r.choice(PLACES)
        house = "-".join(str(self.r.randrange(1, most)) for most in (9, 30, 20))
        return postal, f"{town}{house}{self.r.choice(BUILDINGS)}", area

    def phones(self, area: str) -> tuple[str, ...]:
        mobile = f"0{self.r.choice('789')}0-{self.r.randrange(10**4):04}-{self.r.randrange(10**4):04}"
        rest = 10 ** (8 - len(area) + 2)
        number = f"{self.r.randrange(rest):0{10 - len(area)}}"
        landline = f"{area}-{number[:-4]}-{number[-4:]}"
        return self.r.choice([(mobile,), (mobile,), (landline,), (mobile, landline)])

    # one person written down twice

    def variants(self, one: Made) -> tuple[Made, Made]:
        """The name in old kanji, in kana alone, in Latin letters, without its gap; addresses in other signs."""
        family, given = one.family, one.given
        ways = [
            replace(one, text=f"{family[3] or family[0]} {given[0]}"),
            replace(one, text=f"{family[3] or family[0]}{given[0]}", kana=one.kana.replace(" ", "")),
            replace(one, text=one.kana),
            replace(one, text=f"{given[2]} {family[2]}", kana=""),
            replace(one, text=f"{family[2].title()}, {given[2].title()}", kana=""),
            replace(one, text=one.text.replace(" ", "　")),
        ]
        other = self.r.choice(ways)
        if self.r.random() < 0.3:
            other = replace(other, mails=())
        return one, replace(other, address=self.rewritten(other.address))

    def slips(self, one: Made) -> tuple[Made, Made]:
        """One or two fields with a slip of the hand."""
        other = one
        for _ in range(self.r.choice([1, 1, 2])):
            other = self.r.choice([self.name_slip, self.birth_slip, self.phone_slip, self.mail_slip, self.house_slip])(
                other
            )
        return one, other

    def moved(self, one: Made) -> tuple[Made, Made]:
        """Another home, and with it perhaps another telephone or mail address."""
        postal, address, area = self.home()
        other = replace(one, postal=postal, address=address)
        if self.r.random() < 0.5:
            other = replace(other, phones=self.phones(area))
        if self.r.random() < 0.3:
            other = replace(other, mails=(f"{self.word()}@example.jp",))
        return one, other

    def married(self, one: Made) -> tuple[Made, Made]:
        """Another family name; often another home; the former name is on record now and then."""
        family = self.r.choice([each for each in FAMILIES if each[0] != one.family[0]])
        other = named(replace(one, family=family))
        if self.r.random() < 0.5:
            postal, address, _ = self.home()
            other = replace(other, postal=postal, address=address)
        if self.r.random() < 0.3:
            other = replace(other, mails=(f"{self.word()}@example.jp",))
        return one, replace(other, former=(one.text, one.kana)) if self.r.random() < 0.3 else other

    def poor(self, one: Made) -> tuple[Made, Made]:
        """One of both has little more than a name and one thing beside it, as a partner's list has."""
        beside = self.r.choice(["birth", "phones", "mails", "address"])
        kept = beside if getattr(one, beside) else "birth"
        empty: dict[str, object] = {"birth": None, "phones": (), "mails": (), "address": "", "postal": ""}
        for name in (kept, *(["postal"] if kept == "address" else [])):
            empty.pop(name)
        return one, replace(one, **empty)  # type: ignore[arg-type]

    # two people

    def twins(self, one: Made) -> tuple[Made, Made]:
        first, second = self.r.choice(TWINS)
        one = replace(one, birth=date(1990, 1, 1) + timedelta(days=self.r.randrange(10_000)))
        return named(replace(one, given=first)), self.own_mail(named(replace(one, given=second)))

    def father(self, one: Made) -> tuple[Made, Made]:
        first, second = self.r.choice(FATHERS)
        assert one.birth
        son = replace(one, given=second, birth=one.birth + timedelta(days=self.r.randrange(20 * 365, 40 * 365)))
        if self.r.random() < 0.5:
            son = replace(son, phones=self.phones("03"))
        return named(replace(one, given=first)), self.own_mail(named(son))

    def spouses(self, one: Made) -> tuple[Made, Made]:
        assert one.birth
        wife, man = self.r.choice(WOMEN), self.r.choice(MEN)
        other = replace(one, given=wife, birth=one.birth + timedelta(days=self.r.randrange(-3000, 3000)))
        return named(replace(one, given=man)), self.own_mail(named(other))

    def strangers(self, one: Made) -> tuple[Made, Made]:
        """Two of one name, some of them in one town."""
        other = replace(self.person(), family=one.family, given=one.given)
        if self.r.random() < 0.3:
            other = replace(other, postal=one.postal, address=one.address.rstrip("0123456789-") + "7-7-7")
        return one, self.own_mail(named(other))

    # how it is written

    def as_kept(self, one: Made) -> Made:
        """Fields are missing, in any record."""
        lacks = {"birth": (None, 0.06), "kana": ("", 0.08), "phones": ((), 0.08), "address": ("", 0.04)}
        return replace(one, **{name: value for name, (value, often) in lacks.items() if self.r.random() < often})  # type: ignore[arg-type]

    def rewritten(self, address: str) -> str:
        """A house number with its counters, in kanji, wide, or without the prefecture."""
        if not address:
            return address
        town = address.rstrip("0123456789- ABCDEFGHIJKLMNOPQRSTUVWXYZ階")
        way = self.r.randrange(4)
        if way == 0:
            return address.translate({ord(sign): chr(ord(sign) + 0xFEE0) for sign in "0123456789-"})
        if way == 1 and town and "-" in address and town in address[:30]:
            house = address[len(town) :].strip().split("-")
            if len(house) == 3 and all(part.isdigit() for part in house):
                return f"{town}{house[0]}丁目{house[1]}番{house[2]}号"
        if way == 2:
            return address.replace("東京都", "").replace("大阪府", "").replace("県", "県", 1)
        return address.split(" ")[0]

    def name_slip(self, one: Made) -> Made:
        """A kanji that looks alike, or one kana another, left out or twice."""
        alike = [place for place, sign in enumerate(one.text) if sign in LOOKALIKE]
        if alike and self.r.random() < 0.5:
            at = self.r.choice(alike)
            return replace(one, text=one.text[:at] + LOOKALIKE[one.text[at]] + one.text[at + 1 :])
        at = self.r.randrange(len(one.kana))
        sign = self.r.choice(
            ["", one.kana[at] * 2, self.r.choice("アイウカキクサシスタチツナニヌハヒフマミムラリルン")]
        )
        return replace(one, kana=" ".join((one.kana[:at] + sign + one.kana[at + 1 :]).split()))

    def birth_slip(self, one: Made) -> Made:
        if one.birth is None:
            return one
        text = f"{one.birth:%Y%m%d}"
        for _ in range(50):
            at = self.r.randrange(2, 8)
            new = text[:at] + self.r.choice("0123456789") + text[at + 1 :]
            if self.r.random() < 0.3:
                new = text[:4] + text[6:] + text[4:6]
            try:
                return replace(one, birth=date(int(new[:4]), int(new[4:6]), int(new[6:])))
            except ValueError:
                continue
        return one

    def phone_slip(self, one: Made) -> Made:
        return replace(one, phones=tuple(self.digit_slip(phone) for phone in one.phones))

    def mail_slip(self, one: Made) -> Made:
        def slipped(mail: str) -> str:
            at = self.r.randrange(mail.index("@"))
            return mail[:at] + self.r.choice(["", mail[at] * 2, self.r.choice("aeiourstn")]) + mail[at + 1 :]

        return replace(one, mails=tuple(map(slipped, one.mails)))

    def house_slip(self, one: Made) -> Made:
        return replace(one, address=self.digit_slip(one.address)) if one.address else one

    def digit_slip(self, text: str) -> str:
        digits = [place for place, sign in enumerate(text) if sign.isdigit()]
        at = self.r.choice(digits)
        return text[:at] + self.r.choice("0123456789") + text[at + 1 :]

    def own_mail(self, one: Made) -> Made:
        return replace(one, mails=(f"{self.word()}@example.jp",)) if self.r.random() < 0.8 else one

    def word(self) -> str:
        return "".join(self.r.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(9))


def named(one: Made) -> Made:
    """The name written in full, with its reading."""
    return replace(one, text=f"{one.family[0]} {one.given[0]}", kana=f"{one.family[1]} {one.given[1]}")
