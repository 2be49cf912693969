"""Text as it is searched and as it is safely shown; what is stored is never changed."""

import re
import unicodedata
from itertools import pairwise

# every line is groups of kanji that stand for one another in names; the first of a group is the form that is searched
_KANJI = """
高髙 崎﨑嵜㟢 辺邉邊 斉斎齊齋 沢澤 浜濱濵 吉𠮷 島嶋嶌㠀 広廣 国國圀 桜櫻 滝瀧 竜龍 富冨 恵惠 徳德 真眞 黒黑 関關
蔵藏 栄榮 条條 桧檜 渕淵渊 峰峯 岳嶽 秋龝 館舘 曽曾 祢禰 弥彌 与與 万萬 礼禮 来來 亀龜 寿壽 覚覺 学學 宝寶寳 寛寬
槙槇 薮藪籔 桑桒 船舩 柳栁 梅楳 鴎鷗 穂穗 稲稻 清淸 静靜 瀬瀨 頼賴 戸戶 郎郞 青靑 黄黃 横橫 歩步 渋澁澀 湾灣 浅淺
円圓 塩鹽 応應 会會 巌巖 気氣 旧舊 峡峽 郷鄕 県縣 蛍螢 鶏鷄 剣劍劒 権權 厳嚴 芸藝 実實 収收 将將 荘莊 乗乘 浄淨 縄繩
嬢孃 壌壤 尽盡 図圖 粋粹 随隨 枢樞 数數 声聲 専專 銭錢 禅禪 壮壯 総總 巣巢 増增 帯帶 体體 台臺 対對 団團 昼晝 鋳鑄
庁廳 聴聽 鎮鎭 転轉 伝傳 党黨 灯燈 当當 読讀 独獨 弐貳 拝拜 売賣 麦麥 発發 秘祕 姫姬 払拂 仏佛 並竝 変變 豊豐 満滿
黙默 訳譯 薬藥 余餘 誉譽 揺搖 様樣 遥遙 瑶瑤 謡謠 覧覽 両兩 緑綠 励勵 霊靈 齢齡 恋戀 炉爐 労勞 鉄鐵 児兒 桟棧 鈎鉤
祷禱 尭堯 晋晉 亜亞 悪惡 隠隱 営營 衛衞 駅驛 園薗 桝枡 兎兔 野埜 松枩 柏栢 橋槗𣘺 旗籏 糸絲 芦蘆 讃讚 鯵鰺 麹麴 壷壺
昂昻 濤涛 熙熈煕 猪豬 聡聰 薫薰 凜凛 涼凉 呉吳 喜㐂 壱壹 奥奧 恒恆 悦悅 慎愼 教敎 晃晄 暁曉 昇曻 栃杤 毎每 温溫 為爲
狭狹 経經 継繼 絵繪 縁緣 舎舍 虫蟲 軽輕 鋭銳 録錄 隣鄰 顔顏 鶴靍靏
"""
# control and format characters, accents, variation selectors and surrogates: none of them is ever typed into a search
_DROPPED = (
    *((0x00, 0x08), (0x0E, 0x1B), (0x7F, 0x84), (0x86, 0x9F), (0xAD, 0xAD), (0x300, 0x36F), (0x61C, 0x61C)),
    *((0x180B, 0x180F), (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xD800, 0xDFFF), (0xFE00, 0xFE0F)),
    *((0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0001, 0xE007F), (0xE0100, 0xE01EF)),
)
# for str.translate
TO_KATAKANA = {code: code + 0x60 for code in (*range(0x3041, 0x3097), 0x309D, 0x309E)}
# the lengthening of kana and every kind of hyphen are confused so often that they are one sign to a search
HYPHENS = "‐‑‒–—―−─━ー－ｰ﹣⁃"
_GAPS = {code: code for code in range(128)} | dict.fromkeys(map(ord, " -.'()/+"))
_LETTERS = {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"}


class _Forms(dict[int, int | str | None]):
    """What each character is searched as; one that is searched as itself joins when it first comes."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code


_SEARCHED = _Forms(
    {
        **dict.fromkeys((code for first, last in _DROPPED for code in range(first, last + 1)), None),
        **TO_KATAKANA,
        **{ord(old): group[0] for group in _KANJI.split() for old in group[1:]},
        **dict.fromkeys(map(ord, HYPHENS), "-"),
        **dict.fromkeys(map(ord, "‘’ʼʹ′"), "'"),
        **dict.fromkeys(map(ord, "・·‧"), " "),
        **{ord("〜"): "~"},
        **{ord(letter): plain for letter, plain in _LETTERS.items()},
    }
)
TO_HYPHEN = str.maketrans(dict.fromkeys(HYPHENS, "-"))
_CLOSE = r"\-\u3001-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # what needs no space beside it
_LOOSE_SPACE = re.compile(f" (?=[{_CLOSE}])|(?<=[{_CLOSE}]) ")
_ASCII_WORD = re.compile("[!-~]*")
_QUERY_LENGTH, _QUERY_WORDS = 200, 20
_SHOWN_AS_CODE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def folded(text: str) -> str:
    """Return `text` in the one form that is searched; folding twice changes nothing.

    Width, case, accents, hiragana and katakana, old and variant kanji, all hyphens and the lengthening mark are each
    brought to one form; invisible characters go. Between words of Latin letters or digits one space stays; beside kana,
    kanji and hyphens spaces and middle dots go, because 山田 太郎 and 山田太郎 are one name. The only white space left
    is U+0020, and never at an end.
    """
    if _ASCII_WORD.fullmatch(text):  # numbers and mail addresses, most of what is folded
        return text.lower()
    plain = " ".join(unicodedata.normalize("NFKD", text).casefold().translate(_SEARCHED).split())
    return unicodedata.normalize("NFC", _LOOSE_SPACE.sub("", plain) if " " in plain else plain)


def findable(text: str) -> tuple[str, ...]:
    """Return a name or number folded, and, where it has gaps or signs, once more without them, as people type it."""
    plain = folded(text)
    return (plain,) if plain.isalnum() else (plain, plain.translate(_GAPS))


def typed_words(query: str) -> list[str]:
    """Split what was typed into a search, of which the first 20 words of the first 200 characters count.

    Nobody types more; a pasted mail would make a question that the database answers in minutes or not at all.
    """
    return query[:_QUERY_LENGTH].split()[:_QUERY_WORDS]


def words(query: str) -> tuple[str, ...]:
    """Split what was typed into a search, as `typed_words` bounds it, into its folded words, each to be found."""
    return tuple(word for typed in typed_words(query) for word in folded(typed).split())[:_QUERY_WORDS]


def pairs(text: str) -> list[str]:
    """Return the overlapping two-character slices of folded text, word by word in order; a lone character has none."""
    return [pair for word in text.split() for pair in map("".join, pairwise(word))]


def narrowed(text: str) -> str:
    """Return what was typed into a field of digits in half width, with every hyphen as "-"."""
    return (text if text.isascii() else unicodedata.normalize("NFKC", text).translate(TO_HYPHEN)).strip()


def visible(text: str) -> str:
    """Return one line of foreign text with control, direction and other invisible characters shown as ⟨U+202E⟩.

    Line breaks are shown as codes too: text of several lines is split first.
    """
    return "".join(f"⟨U+{ord(sign):04X}⟩" if unicodedata.category(sign) in _SHOWN_AS_CODE else sign for sign in text)
