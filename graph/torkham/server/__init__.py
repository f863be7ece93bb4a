"""Server: a graph over HTTP, read-only (``run.serve``), and a graph sent to somebody else's store (``push.push``).

The two need different extras (``serve``, ``push``), hence two doors.
"""
