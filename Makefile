# Whitecell. `make` alone lists what can be done.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
PYTEST := $(BIN)/python -m pytest -p no:benchmark
WORKERS ?= 2

.PHONY: help play test check bits lint types contracts editor mutants bench golden snapshots pictures words docs wheel pins clean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

play: $(STAMP) ## install what is missing and play
	@$(BIN)/whitecell play

test: $(STAMP) ## run every test
	$(PYTEST) -n $(WORKERS) --dist=loadgroup -q

check: test bits lint types contracts docs ## run everything that must be clean before a change lands

# Vector paths of numpy round differently from its plain ones, and sets differ by hash seed.
bits: $(STAMP) ## prove that whole runs are the same to the bit on a plainer processor
	$(if $(wildcard tests/golden),PYTHONHASHSEED=7 NPY_DISABLE_CPU_FEATURES="$$($(BIN)/python -c \
		'from numpy._core._multiarray_umath import __cpu_dispatch__ as names; print(*names)')" \
		$(PYTEST) tests/golden -q,@echo "no golden files")

lint: $(STAMP) ## read the code for mistakes and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP) ## prove the types
	$(BIN)/mypy

contracts: $(STAMP) ## prove who imports whom
	$(BIN)/lint-imports

# The server is a program for node, which nobody needs to play: it is fetched for these tests alone.
editor: $(STAMP) ## try a real editor's language server on every scenario; needs npm
	npm install --silent --no-audit --no-fund --prefix $(VENV)/editor yaml-language-server@2.0.0
	YAML_LANGUAGE_SERVER=$(VENV)/editor/node_modules/.bin/yaml-language-server \
		$(PYTEST) tools/test_editor.py -q

mutants: $(STAMP) ## damage a scenario at random, 2,000 times, and read what is said
	WHITECELL_MUTANTS=2000 $(PYTEST) tests/broken/test_mutants.py -q

bench: $(STAMP) ## measure speed
	$(BIN)/python -m benchmarks

golden: $(STAMP) ## write the golden files anew, to be read before committing
	$(PYTEST) tests/golden --golden-update -q

snapshots: $(STAMP) ## write the pictures of screens anew, to be looked at before committing
	$(PYTEST) tests/tui --snapshot-update -q

pictures: $(STAMP) ## make the pictures of the README anew from real runs, to be looked at before committing
	$(BIN)/python -m tools.pictures

words: $(STAMP) ## write the template for translators, whitecell.pot
	$(BIN)/python -m tools.words whitecell.pot

docs: $(STAMP) ## build the documentation into site/
	$(BIN)/python -m tools.reference
	$(BIN)/zensical build --clean --strict

wheel: $(STAMP) ## build the wheel into dist/
	rm -rf dist
	$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist

pins: $(STAMP) ## choose dependencies anew; needs uv (UV=path)
	$(or $(UV),uv) pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --upgrade --extra dev \
		--output-file constraints.txt pyproject.toml

clean: ## remove everything that these targets made
	rm -rf $(VENV) dist build site .cache .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# pip cannot mix hashed requirements with an editable install, so there are two calls.
$(STAMP): constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
		echo "Whitecell needs Python 3.11 or newer, and '$(PYTHON)' is not that." >&2; \
		echo "Install it, or name one: make $(MAKECMDGOALS) PYTHON=/path/to/python3.11" >&2; exit 1; }
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "Python could not make $(VENV). On Debian, install the package python3-venv." >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
