"""What the program carries is there, complete and readable."""

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from privdesk.resources import resource
from scripts import resources

GUI = Path(__file__).parent.parent / "privdesk" / "gui"
LETTER_FONTS = (
    "BIZUDMincho_400Regular",
    "BIZUDMincho_700Bold",
    "BIZUDGothic_400Regular",
    "BIZUDGothic_700Bold",
    "NotoSansJP_400Regular",
)


def test_every_font_is_there_with_its_licence():
    for name in resources.fonts():
        assert resource(f"fonts/{name}").stat().st_size > 1000
    for name in LETTER_FONTS:
        assert resource(f"fonts/{name}.ttf").read_bytes()[:4] == b"\x00\x01\x00\x00", (
            "letters embed TrueType outlines only"
        )
    for licence in resource("fonts").glob("*-OFL.txt"):
        assert "SIL OPEN FONT LICENSE" in licence.read_text("utf-8")


def test_every_icon_is_a_drawing_that_takes_its_colour_from_the_theme():
    for name in resources.icons().keys() - {"LICENSE.txt"}:
        drawing = ET.parse(resource(f"icons/{name}")).getroot()
        assert drawing.get("stroke") == "currentColor", name
    assert "ISC License" in resource("icons/LICENSE.txt").read_text("utf-8")


def definitions() -> Iterator[tuple[str, list[str]]]:
    """What gui can call by name, with the names of its arguments: functions, methods, classes and data classes."""
    for path in GUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name != "__init__":  # super().__init__ may be anybody's
                yield node.name, [arg.arg for arg in node.args.args if arg.arg != "self"]
            elif isinstance(node, ast.ClassDef):
                fields = [part.target.id for part in node.body if isinstance(part, ast.AnnAssign)]
                makers = [part for part in node.body if isinstance(part, ast.FunctionDef) and part.name == "__init__"]
                yield node.name, [arg.arg for arg in makers[0].args.args[1:]] if makers else fields


def icons_named() -> Iterator[tuple[str, str]]:
    """Each icon that a screen names, with its place: what is handed over as `sign`, or to what draws an icon."""
    places = {name: arguments.index("sign") for name, arguments in definitions() if "sign" in arguments}
    places |= {"icon": 0, "Sign": 0, "set_sign": 0}
    for path in GUI.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                place = places.get(getattr(node.func, "attr", getattr(node.func, "id", "")), 100)
                handed = node.args[place : place + 1] + [word.value for word in node.keywords if word.arg == "sign"]
                for value in (part for argument in handed for part in texts(argument)):
                    yield value.value, f"{path.name}:{value.lineno}"


def texts(node: ast.AST) -> Iterator[ast.Constant]:
    """The texts that an expression can come to; what it only compares with is none of them."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value:
        yield node
    for part in node.values if isinstance(node, ast.Dict) else ast.iter_child_nodes(node):
        if not isinstance(part, ast.Compare):
            yield from texts(part)


def test_every_icon_that_a_screen_names_is_there():
    there = {name.removesuffix(".svg") for name in resources.icons()}
    assert not [named for named in icons_named() if named[0] not in there]
