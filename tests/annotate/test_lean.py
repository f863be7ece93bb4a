"""What importing the annotator leaves out."""

import subprocess
import sys

PROGRAM = """
import sys
import torkham.annotate, spacy
assert "spacy.cli" not in sys.modules and "httpx" not in sys.modules
from spacy.cli import download
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__ and callable(download)
"""


def test_spacys_command_line_is_not_imported_until_it_is_asked_for() -> None:
    subprocess.run([sys.executable, "-c", PROGRAM], check=True)
