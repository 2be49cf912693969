"""The bundled data that operations go by: laws, default rules, purposes, words that explain foreign files."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from privdesk.domain import law, purpose, retention
from privdesk.domain.batch import BatchKind
from privdesk.domain.law import Law
from privdesk.domain.purpose import Purposes
from privdesk.domain.retention import Rules
from privdesk.intake import proposal
from privdesk.intake.mapping import Fields, read_fields


@dataclass(frozen=True)
class Reference:
    """Parsed once when the program starts; of rules and purposes a desk keeps its own, these are defaults and words.

    `mail` holds the words by which a mail's request is proposed, `fields` the headers by which columns are known.
    """

    laws: tuple[Law, ...]
    rules: Rules
    purposes: Purposes
    common_passwords: frozenset[str]
    mail: proposal.Rules
    fields: Mapping[BatchKind, Fields]


def parsed(laws: Iterable[bytes], text: Callable[[str], str]) -> Reference:
    """Decode the files of `resources/`, of which `text` gives one by its name; raises if one is faulty."""
    return Reference(
        laws=tuple(law.parsed(data) for data in laws),
        rules=retention.parsed(text("rules/retention.toml").encode()),
        purposes=purpose.parsed(text("purposes.toml").encode()),
        common_passwords=frozenset(text("passwords.txt").split("\n")) - {""},
        mail=proposal.read_rules(text("intake/proposal.toml")),
        fields={kind: read_fields(text(f"intake/{kind}.toml")) for kind in BatchKind},
    )
