# The ontology: its Python mirror, its checks, its reference. Included by the Makefile.

.PHONY: vocabulary check-vocabulary
vocabulary:  ## write graph/torkham/vocabulary.py from ontology/torkham.ttl
	$(BIN)/python tools/generate_vocabulary.py

check-vocabulary:
	$(BIN)/python tools/generate_vocabulary.py --check

.PHONY: check-ontology
check-ontology: check-vocabulary  ## checks of the ontology, each with problem, why and remedy
	$(BIN)/python tools/check_ontology.py

.PHONY: check-reasoner
check-reasoner:  ## HermiT finds no empty class; shapes are valid SHACL, accept their good examples and refuse the bad ones
	$(BIN)/pytest -q tests/ontology/test_reasoners.py::test_hermit_finds_no_class_that_must_be_empty tests/validate/test_shapes.py

check: check-ontology check-reasoner

.PHONY: reference
reference: setup  ## the HTML reference of the ontology, with a diagram: build/reference/index.html
	$(BIN)/python tools/draw_model.py
	PYTHONHASHSEED=0 $(BIN)/python tools/write_reference.py

docs: reference
