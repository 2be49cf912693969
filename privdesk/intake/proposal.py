"""A mail -> what it may ask for, by rules that anybody can read; only a human turns it into a request."""

import re
import tomllib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from privdesk.intake.mail import Message

_READ = 50_000
_LINES = 2_000
_LONGEST_NAME = 40
_NUMBER = re.compile(r"(?<![A-Za-z0-9@.-])[A-Z]{1,3}-?\d{5,10}(?![A-Za-z0-9@-])", re.ASCII)
_AFTER_LABEL = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{1,19}", re.ASCII)
_SENTENCE = re.compile(r"[。、!?！？:：;/<>@]|https?:|\d")
_I_AM = re.compile(r"((?:[^\s。、]{1,20}\s)?[^\s。、]{1,20}?)(?:です|と申します)。")
_BRACKETS = re.compile(r"[(（].*")
_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")


@dataclass(frozen=True)
class Rules:
    """The words of `resources/intake/proposal.toml`."""

    kinds: dict[str, tuple[str, ...]]
    signs: dict[str, tuple[str, ...]]
    labels: dict[str, tuple[str, ...]]
    quoted: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Reason:
    """A kind of request and the words that speak for it."""

    kind: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Proposal:
    """What a mail may ask for and whom it may be about; `reply_to` are the ids of the mails it answers.

    `agent` and `not_request` are the words that speak for an agent, or against a request at all.
    """

    reasons: tuple[Reason, ...]
    numbers: tuple[str, ...]
    names: tuple[str, ...]
    mail: str
    language: str
    agent: tuple[str, ...]
    agent_names: tuple[str, ...]
    new_address: str
    reply_to: tuple[str, ...]
    not_request: tuple[str, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """The proposed kinds in the order of the rules."""
        return tuple(reason.kind for reason in self.reasons)


def read_rules(text: str) -> Rules:
    """The rules from the text of the TOML file."""
    tables = tomllib.loads(text)
    return Rules(
        **{
            section: {name: tuple(words) for name, words in tables[section].items()}
            for section in ("kinds", "signs", "labels", "quoted")
        }
    )


def propose(message: Message, rules: Rules) -> Proposal:
    """What `message` may ask for; in an answer only what is new in it counts, not its subject nor what it quotes."""
    lines = _own_lines(message.text, rules)
    answers = bool(message.references) or bool(re.match(r"\s*re\s*[:：]", message.subject, re.IGNORECASE))
    asked = "\n".join(lines if answers else [message.subject, *lines])
    reasons = _found(asked, rules.kinds)
    signs = {reason.kind: reason.words for reason in _found(asked, rules.signs)}
    return Proposal(
        reasons=reasons,
        numbers=_numbers(lines, rules),
        names=_names(lines, rules, message.sender.name),
        mail=message.sender.address,
        language="ja" if _JAPANESE.search(message.subject + message.text) else "en",
        agent=signs.get("agent", ()),
        agent_names=_labelled_names(lines, rules.labels["agent"]),
        new_address=next(iter(_labelled(lines, rules.labels["new_address"])), ""),
        reply_to=message.references,
        not_request=() if reasons else signs.get("no_request", ()),
    )


def _own_lines(text: str, rules: Rules) -> list[str]:
    lines = []
    for line in text[:_READ].split("\n")[:_LINES]:
        plain = line.strip()
        if plain.casefold().startswith(rules.quoted["rest"]):
            break
        if not plain.startswith(rules.quoted["lines"]):
            lines.append(plain)
    return lines


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _found(text: str, words: dict[str, tuple[str, ...]]) -> tuple[Reason, ...]:
    """For each heading the words of it that stand in `text`; of overlapping words only the longest."""
    heading = {_folded(word): name for name, those in words.items() for word in those}
    spaced = " ".join(_folded(text).split())
    english = [word for word in heading if word.isascii()]
    japanese = [word for word in heading if not word.isascii()]
    hits = _hits(spaced, english, r"(?<![a-z])(?:{})(?![a-z])") | _hits(spaced.replace(" ", ""), japanese, "{}")
    by_heading = {name: tuple(word for word in hits if heading[word] == name) for name in words}
    return tuple(Reason(name, those) for name, those in by_heading.items() if those)


def _hits(text: str, words: Iterable[str], frame: str) -> dict[str, None]:
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return dict.fromkeys(re.findall(frame.format(longest_first), text)) if longest_first else {}


def _labelled(lines: list[str], labels: tuple[str, ...]) -> list[str]:
    """What stands after one of `labels` and a colon or space at the beginning of a line."""
    label = "|".join(re.escape(word) for word in sorted(map(_folded, labels), key=len, reverse=True))
    found = (
        re.match(rf"(?:{label})(?:\s*[:=]\s*|\s+)(\S.*)", unicodedata.normalize("NFKC", line), re.IGNORECASE)
        for line in lines
    )
    return [match[1].strip() for match in found if match]


def _labelled_names(lines: list[str], labels: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for text in _labelled(lines, labels) if (name := _as_name(text)))


def _numbers(lines: list[str], rules: Rules) -> tuple[str, ...]:
    """Customer numbers, labelled or in the form A000001."""
    labelled = (_AFTER_LABEL.match(text) for text in _labelled(lines, rules.labels["number"]))
    told = [match[0] for match in labelled if match]
    bare = [number for line in lines for number in _NUMBER.findall(unicodedata.normalize("NFKC", line[:500]))]
    return tuple(dict.fromkeys(told + bare))


def _names(lines: list[str], rules: Rules, sender: str) -> tuple[str, ...]:
    """Names worth a search: labelled, beside or above a customer number, the signature, the sender's."""
    names = list(_labelled_names(lines, rules.labels["name"]))
    filled = [line for line in lines if line]
    numbered = [at for at, line in enumerate(filled) if _numbers([line], rules)]
    for at in numbered:
        beside = _NUMBER.sub("", unicodedata.normalize("NFKC", filled[at])).strip(" :、,()")
        is_label = _folded(beside) in map(_folded, rules.labels["number"])
        above = filled[at - 1] if at else ""
        names.append(_as_name(above if is_label or not beside else beside))
    if not numbered and filled[1:]:
        names.append(_as_name(filled[-1]))
    names += [_as_name(found[1]) for found in map(_I_AM.match, filled[:5]) if found]
    names.append(_as_name(sender))
    agents = _labelled_names(lines, rules.labels["agent"])
    return tuple(dict.fromkeys(name for name in names if name and name not in agents))


def _as_name(text: str) -> str:
    """The text if it can be somebody's name: short, no sentence, no address; without brackets and 様."""
    name = _BRACKETS.sub("", text).strip().removesuffix("様").strip()
    return name if 0 < len(name) <= _LONGEST_NAME and not _SENTENCE.search(name) else ""
