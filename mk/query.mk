.PHONY: bench-query

bench-query: setup  ## the named questions on 1.5 million triples: torkham, pyoxigraph alone, rdflib (minutes)
	$(BIN)/python tests/bench/query.py
