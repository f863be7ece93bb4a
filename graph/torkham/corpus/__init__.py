"""Corpus: from paths to articles, their text untouched and every stretch of it marked for what it is.

``read(paths)`` yields :class:`torkham.model.Article` and :class:`InputProblem`; ``article(name, text)`` takes text.
"""

from torkham.corpus.problem import InputProblem
from torkham.corpus.reading import article, read

__all__ = ["InputProblem", "article", "read"]
