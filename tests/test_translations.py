"""Every word of the program is in the catalogues, translated, and keeps its placeholders."""

import re
import shutil
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from privdesk.resources import resource
from scripts import translations

CATALOGUES = ("ja", "en")
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")


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


def test_catalogues_know_the_words_of_today(tmp_path):
    for language in CATALOGUES:
        shutil.copy(resource(f"translations/{language}.ts"), tmp_path)
    translations.update(tmp_path)
    for language in CATALOGUES:
        kept = messages(resource(f"translations/{language}.ts")).keys()
        assert kept == messages(tmp_path / f"{language}.ts").keys(), "run `make translations` and translate"
