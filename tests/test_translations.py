"""Every word of the program is in the catalogues, translated, and keeps its placeholders."""

import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from privdesk.resources import resource
from scripts import translations

CATALOGUES = ("ja", "en")
FORMS = {"ja": 1, "en": 2}
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")
PATTERN = re.compile(r"\(\*[^)]*\)")
SENTENCES = ("errors", "done")
# what stays in Latin letters in a Japanese sentence: keys, formats, files, products, examples of what to type
NAMES = re.compile(
    r"Caps Lock|Ctrl\+\w|Enter|Tab|F\d|\bPC\b|USB|CSV|JSON|PDF|PNG|ZIP|XLSX|Excel|Outlook|PCI DSS|UTF-\d+|NUL|\bMB\b"
    r"|\bmm\b|\.[a-z-]+\b|privdesk( demo)?|PRIVDESK_PASSWORD|--[a-z]+( drop| keep)?|keys(\.2)?|data\.db"
    r"|name@example\.jp|R8\.11\.22"
)
# words that once stood for a thing which has another name now
DISCARDED = re.compile("デスク|書面|控え|事務所|案件|または|および")


def messages(catalogue: Path) -> dict[tuple[str, str, str], ET.Element]:
    """The messages of a .ts file by context, source text and comment."""
    root = ET.parse(catalogue).getroot()
    return {
        (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", "")): message
        for context in root.iter("context")
        for message in context.iter("message")
    }


def translated(message: ET.Element) -> list[str]:
    """The texts of one message: one, or one for each plural form."""
    translation = message.find("translation")
    assert translation is not None
    return [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]


def japanese() -> list[tuple[tuple[str, str, str], str]]:
    """Every Japanese text with its key."""
    found = messages(resource("translations/ja.ts"))
    return [(key, text) for key, message in found.items() for text in translated(message)]


@pytest.mark.parametrize("language", CATALOGUES)
def test_every_word_is_translated(language):
    catalogue = messages(resource(f"translations/{language}.ts"))
    open_ones = [key for key, message in catalogue.items() if message.find("translation").get("type")]
    empty = [key for key, message in catalogue.items() if not all(translated(message))]
    assert not open_ones
    assert not empty


@pytest.mark.parametrize("language", CATALOGUES)
def test_placeholders_are_kept(language):
    for key, message in messages(resource(f"translations/{language}.ts")).items():
        for text in translated(message):
            assert sorted(PLACEHOLDER.findall(text)) == sorted(PLACEHOLDER.findall(key[1])), key


@pytest.mark.parametrize("language", CATALOGUES)
def test_plurals_have_their_forms(language):
    for key, message in messages(resource(f"translations/{language}.ts")).items():
        if message.get("numerus"):
            assert len(translated(message)) == FORMS[language], key


def test_no_english_is_left_in_japanese():
    for key, text in japanese():
        assert not re.search("[A-Za-z]", NAMES.sub("", PLACEHOLDER.sub("", text))), key


def test_one_thing_has_one_japanese_word():
    for key, text in japanese():
        assert not DISCARDED.search(text), key


def test_japanese_sentences_end_as_such():
    for key, text in japanese():
        if key[0] in SENTENCES:
            assert text.endswith(("。", "}")), key
        assert not re.search("[,.:;!?]$", text), key


def test_what_opens_a_dialog_says_so_in_japanese_too():
    for key, text in japanese():
        assert text.endswith("…") == key[1].endswith("…"), key


def test_file_patterns_are_kept():
    for key, text in japanese():
        assert PATTERN.findall(text) == PATTERN.findall(key[1]), key


def test_catalogues_know_the_words_of_today(tmp_path):
    for language in CATALOGUES:
        shutil.copy(resource(f"translations/{language}.ts"), tmp_path)
    translations.update(tmp_path)
    for language in CATALOGUES:
        kept = messages(resource(f"translations/{language}.ts")).keys()
        assert kept == messages(tmp_path / f"{language}.ts").keys(), "run `make translations` and translate"
