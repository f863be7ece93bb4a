"""A copy of the repository in which commands and notebooks run without touching the real one.

python tools/workshop.py FOLDER
"""

import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_NOT_COPIED = (".git", ".venv", "build", "dist", "__pycache__", ".*_cache", ".hypothesis", ".cache", "*.egg-info")


def workshop(folder: Path) -> Path:
    """Copies the repository into a folder that is not there yet; ``make graph`` there uses the program that is installed."""
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*_NOT_COPIED), symlinks=True)
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    # only the program: should `make` ever want to install something, it cannot reach the real environment
    (programs / "torkham").symlink_to(Path(sys.executable).parent / "torkham")
    (folder / ".venv" / ".ready").touch()
    return folder


if __name__ == "__main__":
    workshop(Path(sys.argv[1]))
