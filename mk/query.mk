.PHONY: bench-query w3c
W3C ?= ../rdf-tests

bench-query: setup  ## the questions on 10,000 articles (1.7 million triples): torkham, pyoxigraph alone, rdflib; 50 clients (minutes)
	$(BIN)/python tests/bench/query.py

w3c: setup  ## the W3C's own SPARQL 1.1 protocol and results tests, from a copy of github.com/w3c/rdf-tests in W3C
	TORKHAM_W3C=$(abspath $(W3C)) $(BIN)/pytest -q tests/w3c/suite.py
