"""The command line: options in, one call, one print, an exit code.

0: done. 1: done, but an article was refused or a graph does not conform. 2: could not be done; one line says why.
"""

from torkham.cli.app import main

__all__ = ["main"]
