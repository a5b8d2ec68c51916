# From a bare checkout, with python3 (3.11 or newer, with venv and headers), make and a C++
# compiler:  `make demo`  and  `make test`.  Everything is kept inside the checkout.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check --no-input
INSTALL_PINNED := $(PIP) install --require-hashes
# What the built package is made of; Python sources are seen at once, the install is editable.
BUILT_FROM := CMakeLists.txt pyproject.toml $(wildcard src/ostraka/matching/kernel/*)
BENCH := $(BIN)/python -m benchmarks
SANITIZED := build/sanitize

.DELETE_ON_ERROR:
.PHONY: help demo test spark interchange check sanitize format bench bench-quick docs measure
.PHONY: constraints clean distclean
.DEFAULT_GOAL := help

help: ## Say what can be made
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1@\2/p' Makefile | awk -F@ '{printf "%-18s %s\n", $$1, $$2}'

demo: $(STAMPS)/package ## Import the bundled designations and screen forty invented customers
	@$(BIN)/ostraka demo --home .demo

test: $(STAMPS)/dev $(STAMPS)/package ## Run the whole suite; ends with pytest's summary line
	@$(BIN)/python -m pytest --numprocesses=auto

spark: $(STAMPS)/spark ## Install PySpark, so that `make test` runs its tests too (and needs Java 17 or 21)

interchange: $(STAMPS)/interchange ## Install followthemoney and libcovebods, which `make test` then holds files to (and needs ICU)

check: $(STAMPS)/dev $(STAMPS)/package ## Format, lint, types, layers, generated documents
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/make_reference.py --check
	$(BIN)/python tools/make_schemas.py --check

sanitize: $(STAMPS)/dev $(STAMPS)/package ## Test the kernel with address and undefined-behaviour sanitizers
	PATH="$(CURDIR)/$(BIN):$$PATH" cmake -S . -B $(SANITIZED) -G Ninja -DOSTRAKA_SANITIZE=ON \
	  -DCMAKE_BUILD_TYPE=RelWithDebInfo -DPython_EXECUTABLE="$(CURDIR)/$(BIN)/python"
	PATH="$(CURDIR)/$(BIN):$$PATH" cmake --build $(SANITIZED)
	bash tools/run_sanitized.sh $(SANITIZED) "$(CURDIR)/$(BIN)/python" tests/matching

format: $(STAMPS)/dev ## Format and mend what can be mended by machine
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(STAMPS)/dev $(STAMPS)/package ## Write docs/reference, and the outputs shown in README and tutorial
	$(BIN)/python tools/make_reference.py
	$(BIN)/python tools/make_schemas.py
	PYTHONPATH=tests $(BIN)/python tools/fill_pages.py

bench: $(STAMPS)/bench $(STAMPS)/package ## Quality and speed beside the reference engines
	$(BENCH)

bench-quick: $(STAMPS)/bench $(STAMPS)/package ## The same on a sample of the rows
	$(BENCH) --quick

measure: $(STAMPS)/dev $(STAMPS)/package ## Count what is read in the real files of ../shared/lists, for docs/measured
	PYTHONPATH=tests $(BIN)/python tools/measure_lists.py
	PYTHONPATH=tests $(BIN)/python tools/measure_effects.py

constraints: ## Pin all dependencies anew, from pyproject.toml
	$(PYTHON) -m venv build/pinning
	build/pinning/bin/python -m pip install --quiet pip-tools
	build/pinning/bin/python tools/make_constraints.py

clean: ## Remove what was built, but not the environment
	rm -rf build dist .demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	rm -f $(STAMPS)/package
	find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## Remove the environment too
	rm -rf $(VENV)

# -- the environment, each step once ---------------------------------------------------------

$(STAMPS)/python:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "There is no $(PYTHON) here. On Debian or Ubuntu: apt-get install python3 python3-venv python3-dev" >&2; \
	  exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Ostraka needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) --version 2>&1)." >&2; \
	  echo "Name a newer one: make PYTHON=python3.12 …" >&2; \
	  exit 1; }
	@$(PYTHON) tools/check_machine.py
	@echo "Setting up $(VENV) (once) …"
	@$(PYTHON) -m venv $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/runtime: constraints.txt constraints-build.txt $(STAMPS)/python
	@echo "Installing what Ostraka needs …"
	@$(INSTALL_PINNED) -r constraints.txt -r constraints-build.txt
	@touch $@

$(STAMPS)/package: $(BUILT_FROM) $(STAMPS)/runtime
	@echo "Compiling the kernel …"
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(STAMPS)/dev: constraints-dev.txt $(STAMPS)/runtime
	@echo "Installing what tests and checks need …"
	@$(INSTALL_PINNED) -r constraints-dev.txt
	@touch $@

$(STAMPS)/spark: constraints-spark.txt $(STAMPS)/dev
	@echo "Installing PySpark (some 400 megabytes) …"
	@$(INSTALL_PINNED) -r constraints-spark.txt
	@touch $@

$(STAMPS)/interchange: constraints-interchange.txt $(STAMPS)/dev
	@pkg-config --exists icu-i18n || { \
	  echo "followthemoney needs the ICU headers: apt-get install libicu-dev pkg-config" >&2; \
	  exit 1; }
	@echo "Installing what reads an export …"
	@$(INSTALL_PINNED) -r constraints-interchange.txt
	@touch $@

$(STAMPS)/bench: constraints-bench.txt $(STAMPS)/dev
	@pkg-config --exists icu-i18n || { \
	  echo "The reference engines need the ICU headers: apt-get install libicu-dev pkg-config" >&2; \
	  exit 1; }
	@echo "Installing the reference engines …"
	@$(INSTALL_PINNED) -r constraints-bench.txt
	@touch $@
