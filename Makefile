# Torkham. The two commands of a newcomer are `make graph` and `make test`; `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PYTHONHASHSEED ?= random

.DEFAULT_GOAL := help
.PHONY: help setup graph check test clean lock

help:  ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | sort | expand -t 18

setup: $(VENV)/.ready  ## a virtual environment in .venv, from the lock file

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Torkham needs Python 3.11 or newer")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

graph: setup  ## the main job: seeds/ in, build/ out; the page to open is printed last
	$(BIN)/torkham build seeds --out build

check: setup  ## style, types, layers, ontology
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check  ## everything above and all tests
	$(BIN)/pytest

lock:  ## write requirements.lock anew from pyproject.toml
	$(PYTHON) -m pip install --quiet uv
	$(PYTHON) -m uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	  --extra serve --extra push --extra notebook --extra layout --group dev --group build --quiet --output-file requirements.lock

clean:  ## remove what was built
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache

include $(wildcard mk/*.mk)
