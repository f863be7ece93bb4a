"""The shipped lexicon, read once."""

import pytest

from torkham.lexicon import Lexicon, load


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    """The lexicon of the checkout."""
    return load()
