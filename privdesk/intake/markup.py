"""HTML -> plain text in one pass whose time grows with the length only; nothing is loaded, run or linked.

The standard `html.parser` takes minutes over 100 kB of unfinished tags, so the tags are found here by hand.
"""

import html
import re

_SILENT = frozenset(("script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "iframe"))
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset"),
        *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre"),
        *("section", "table", "tbody", "tfoot", "thead", "tr", "ul"),
    )
)
_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "wbr", "area", "base", "col", "embed", "source"))
_NAME = re.compile(r"/?([A-Za-z][A-Za-z0-9]{0,30})")
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|\shidden(?=[\s/=]|$)", re.IGNORECASE)
_HREF = re.compile(r"\shref\s{0,9}=\s{0,9}(?:\"([^\"]{1,2000})\"|'([^']{1,2000})'|([^\s\"'>]{1,2000}))", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
_TAG_LENGTH = 20_000


def plain_text(markup: str) -> str:
    """What a reader would see of `markup`: blocks on lines of their own, each link followed by where it really leads.

    Text that is styled to be invisible is left out, as are scripts, pictures and everything else that is no text.
    """
    walker = _Walker()
    for text, tag in _pieces(markup):
        walker.text(text)
        if tag:
            walker.tag(tag)
    return walker.result()


def _pieces(markup: str) -> list[tuple[str, str]]:
    """The text before each tag, and the tag without its brackets (empty for comments and at the end)."""
    pieces, at = [], 0
    while (start := markup.find("<", at)) >= 0:
        if not (markup[start + 1 : start + 2].isalpha() or markup[start + 1 : start + 2] in ("/", "!", "?")):
            pieces.append((markup[at : start + 1], ""))
            at = start + 1
            continue
        comment = markup.startswith("<!--", start)
        end = markup.find("-->" if comment else ">", start + 1)
        if end < 0:
            pieces.append((markup[at:start], ""))
            return pieces  # an unfinished tag swallows the rest, as in a browser
        pieces.append((markup[at:start], "" if comment else markup[start + 1 : end][:_TAG_LENGTH]))
        at = end + (3 if comment else 1)
    return [*pieces, (markup[at:], "")]


class _Walker:
    """Collects lines while tags open and close; a silent element keeps quiet until its own end tag."""

    def __init__(self) -> None:
        self._lines: list[list[str]] = [[]]
        self._silent, self._depth = "", 0
        self._link = ""

    def text(self, text: str) -> None:
        if text and not self._silent:
            self._lines[-1].append(html.unescape(text))

    def tag(self, tag: str) -> None:
        found = _NAME.match(tag)
        if not found:
            return
        name, closes = found[1].lower(), tag.startswith("/")
        if self._silent:
            self._while_silent(name, closes)
        elif closes:
            self._close(name)
        else:
            self._open(name, tag)

    def result(self) -> str:
        lines = [_SPACES.sub(" ", "".join(line)).strip(" ") for line in self._lines]
        kept = [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
        return "\n".join(kept).strip("\n")

    def _while_silent(self, name: str, closes: bool) -> None:
        if name == self._silent:
            self._depth += -1 if closes else 1
        if not self._depth:
            self._silent = ""

    def _open(self, name: str, tag: str) -> None:
        if name in _BLOCKS:
            self._lines.append([])
        if name == "li":
            self._lines[-1].append("- ")
        if name in ("td", "th"):
            self._lines[-1].append(" ")
        if name not in _VOID and (name in _SILENT or _HIDDEN.search(tag)):
            self._silent, self._depth = name, 1
        if name == "a":
            target = _HREF.search(tag)
            self._link = html.unescape(next(filter(None, target.groups()))) if target else ""

    def _close(self, name: str) -> None:
        if name in _BLOCKS:
            self._lines.append([])
        if name == "a" and self._link:
            self._lines[-1].append(f" <{self._link}>")
            self._link = ""
