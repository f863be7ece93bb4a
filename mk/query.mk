.PHONY: bench-query w3c
W3C ?= ../rdf-tests

bench-query: setup  ## the named questions on 1.5 million triples: torkham, pyoxigraph alone, rdflib (minutes)
	$(BIN)/python tests/bench/query.py

w3c: setup  ## the W3C's own SPARQL 1.1 protocol and results tests, from a copy of github.com/w3c/rdf-tests in W3C
	TORKHAM_W3C=$(abspath $(W3C)) $(BIN)/pytest -q tests/w3c/suite.py
