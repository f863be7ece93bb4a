"""Processes that read articles never outlive the one that started them."""

import subprocess
import sys
import time
from pathlib import Path

PARENT = """
import os, time
from multiprocessing import get_context
from torkham import pipeline

worker = get_context("fork").Process(target=pipeline._end_with_parent)
worker.start()
print(worker.pid, flush=True)
os.kill(os.getpid(), 9)
"""


def test_a_worker_ends_with_a_parent_that_was_killed() -> None:
    done = subprocess.run([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True, check=False, timeout=60)
    worker = Path("/proc", done.stdout.strip())
    deadline = time.monotonic() + 10
    while worker.exists() and "Z" not in (worker / "stat").read_text().split()[2]:
        assert time.monotonic() < deadline, "the worker waits for ever"
        time.sleep(0.05)
