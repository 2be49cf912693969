"""Starts the built program as a user would: its version, a small demo with every screen, the check of its desk."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

BUILT = Path(__file__).parent.parent / "dist" / "privdesk"
PROGRAM = BUILT / ("privdesk-cli.exe" if sys.platform == "win32" else "privdesk")


def run(*arguments: str | Path, **secrets: str) -> str:
    """Run the built program, fail where it fails, and return what it said."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | secrets
    command = [PROGRAM, *arguments]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout.strip()


def main() -> None:
    """Start it three times; the screens of the demo are the window itself, drawn without a display."""
    print(run("--version"))
    with tempfile.TemporaryDirectory() as place:
        demo = Path(place) / "demo"
        made = json.loads(run("demo", "--out", demo, "--people", "20"))
        screens = len(list((demo / "screens").glob("*/*.png")))
        if not screens:
            sys.exit("The built program drew no screen.")
        print(f"{screens} screens drawn")
        print(run("check", made["desk"], "--user", made["users"][0], PRIVDESK_PASSWORD=made["password"]))


if __name__ == "__main__":
    main()
