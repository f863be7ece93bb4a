# The ontology: its Python mirror, its checks, its reference. Included by the Makefile.
PYTHON ?= .venv/bin/python

.PHONY: vocabulary check-vocabulary
vocabulary:  ## write graph/torkham/vocabulary.py from ontology/torkham.ttl
	$(PYTHON) tools/generate_vocabulary.py

check-vocabulary:
	$(PYTHON) tools/generate_vocabulary.py --check
