"""What all tests share: the tools that a bare machine lacks, and the shipped pipeline loaded once."""

import os
import shutil

import pytest

pytest_plugins = ["fixtures.opened", "fixtures.serving", "fixtures.stores", "fixtures.seeds"]


def require_tool(name: str) -> str:
    """The path of a program that only some machines have; skips without it, fails under ``TORKHAM_REQUIRE=all``."""
    path = shutil.which(name)
    if path is None:
        (pytest.fail if os.environ.get("TORKHAM_REQUIRE") == "all" else pytest.skip)(f"{name} is not installed")
    return path
