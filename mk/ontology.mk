# The ontology: its Python mirror, its checks, its reference. Included by the Makefile.


.PHONY: vocabulary check-vocabulary
vocabulary:  ## write graph/torkham/vocabulary.py from ontology/torkham.ttl
	$(BIN)/python tools/generate_vocabulary.py

check-vocabulary:
	$(BIN)/python tools/generate_vocabulary.py --check

.PHONY: check-ontology
check-ontology: check-vocabulary  ## checks of the ontology, each with problem, why and remedy
	$(BIN)/python tools/check_ontology.py

check: check-ontology

.PHONY: docs
docs: setup  ## the HTML reference of the ontology, with a diagram: build/reference/index.html
	$(BIN)/python tools/draw_model.py
	PYTHONHASHSEED=0 $(BIN)/python tools/write_reference.py
