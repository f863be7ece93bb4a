"""The command line: options in, one call, one print, an exit code.

0: done. 1: done, but an article was refused or a graph does not conform. 2: could not be done; one line says why.
130: stopped by Ctrl-C; 143: by a signal to end. What was there before is still there.
"""

from torkham.cli.app import main

__all__ = ["main"]
