"""Collects the words of the program for the translators (`update`) and builds the catalogues it reads (`release`)."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "resources" / "translations"
TOOLS = Path(sys.executable).parent
COLLECT = (
    *("-silent", "-no-obsolete", "-extensions", "py", "-locations", "none", "-source-language", "en"),
    *("-tr-function-alias", "QT_TRANSLATE_NOOP+=shown"),
)


def update(folder: Path) -> None:
    """Bring ja.ts (every word) and en.ts (plural forms only) in `folder` up to date with the sources."""
    for language, extra in (("ja", ()), ("en", ("-pluralonly",))):
        options = [*COLLECT, *extra, "-target-language", language]
        command: list[str | Path] = [
            TOOLS / "pyside6-lupdate",
            *options,
            ROOT / "privdesk",
            "-ts",
            folder / f"{language}.ts",
        ]
        subprocess.run(command, check=True)


def release() -> None:
    """Build ja.qm and en.qm beside their sources."""
    for language in ("ja", "en"):
        source, built = FOLDER / f"{language}.ts", FOLDER / f"{language}.qm"
        subprocess.run([TOOLS / "pyside6-lrelease", "-silent", source, "-qm", built], check=True)


if __name__ == "__main__":
    if sys.argv[1:] == ["update"]:
        update(FOLDER)
    elif sys.argv[1:] == ["release"]:
        release()
    else:
        sys.exit("usage: translations.py update|release")
