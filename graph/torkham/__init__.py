"""Torkham: a knowledge graph of forced returns, read from news articles, every fact with its sentence."""

__version__ = "0.1.0"
