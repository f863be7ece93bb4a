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
check-reasoner:  ## OWL 2 DL by the OWL API, no empty class by HermiT; shapes are valid SHACL, take good examples, refuse bad ones
	$(BIN)/pytest -q tests/validate/test_shapes.py \
	  tests/ontology/test_reasoners.py::test_hermit_finds_no_class_that_must_be_empty \
	  tests/ontology/test_reasoners.py::test_the_owl_api_finds_it_in_the_profile_owl_2_dl

check: check-ontology check-reasoner

.PHONY: reference
reference: setup  ## the HTML reference of the ontology, with a diagram: build/reference/index.html
	$(BIN)/python tools/draw_model.py
	PYTHONHASHSEED=0 $(BIN)/python tools/write_reference.py

docs: reference
