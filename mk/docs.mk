# The documents that are made from the program: commands and outputs of the README, the reference, the notebooks.
.PHONY: docs quality
DOCS_COPY := $(abspath build/docs-copy)

docs: setup  ## write README outputs, docs/cli.md and the notebooks anew (after a change of what Torkham finds)
	rm -rf $(DOCS_COPY)
	$(BIN)/python tools/generate_cli_reference.py
	$(BIN)/python tools/workshop.py $(DOCS_COPY)
	$(BIN)/python tools/write_readme.py $(DOCS_COPY)
	if test -x /usr/bin/chromium; then $(BIN)/python tools/take_picture.py $(DOCS_COPY)/build/graph.html; fi
	rm -rf $(DOCS_COPY)
	$(BIN)/python tools/workshop.py $(DOCS_COPY)
	$(BIN)/python tools/write_notebooks.py $(DOCS_COPY)

quality: setup  ## measure on the seeds and the development articles; write the scores into README.md and docs/quality.md
	$(BIN)/python tools/measure_quality.py
