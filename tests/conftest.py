"""What all tests share: the shipped pipeline loaded once, graphs, pages, servers and stores."""

pytest_plugins = [
    "fixtures.opened",
    "fixtures.pages",
    "fixtures.reading",
    "fixtures.serving",
    "fixtures.stores",
    "fixtures.seeds",
]
