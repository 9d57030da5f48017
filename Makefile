# make report | test | lint | docs ...   `make help` lists them.
# Each target installs what it needs into .venv, once: a second run calls no pip.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
MAKEFLAGS += --no-builtin-rules

# The first Python of the PATH that runs and is new enough; `make PYTHON=/path/to/python ...` overrides.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then echo "$$python"; break; fi; done)

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
CONSTRAINTS := requirements/constraints.txt
INSTALL = $(PIP) install -qq --constraint $(CONSTRAINTS)

REPORT_INPUT ?= examples/chifeng-justice-2023.json
REPORT_OUTPUT ?= build/chifeng-justice-2023.txt
TYPED := $(wildcard src tests/typing)

export PYRIGHT_PYTHON_IGNORE_WARNINGS = 1

.PHONY: help
help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12

.PHONY: report
report: $(VENV)/.cli ## write the report of the example accounts and show its beginning
	@mkdir -p $(dir $(REPORT_OUTPUT))
	@$(BIN)/govfinance report $(REPORT_INPUT) -o $(REPORT_OUTPUT)
	@echo "$(REPORT_OUTPUT) is written; it begins:"
	@echo
	@sed -n 1,12p $(REPORT_OUTPUT)

.PHONY: test
test: $(VENV)/.test ## run all tests, and the examples of the docstrings, the README and the docs
	$(BIN)/python -m pytest -n auto

.PHONY: deep
deep: $(VENV)/.test ## run all tests, with many more examples for each property
	HYPOTHESIS_PROFILE=deep $(BIN)/python -m pytest -n auto

.PHONY: coverage
coverage: $(VENV)/.test ## run all tests and list the lines and branches that none of them reaches
	$(BIN)/python -m pytest -n auto --cov --cov-report=term-missing --cov-report=html:build/coverage

.PHONY: lint
lint: $(VENV)/.lint ## check style, format and types
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy $(TYPED)
	$(BIN)/pyright $(TYPED)

.PHONY: docs
docs: $(VENV)/.docs ## build the documentation into docs/_build/html
	$(BIN)/sphinx-build --fail-on-warning --keep-going -b html docs docs/_build/html

.PHONY: bench
bench: $(VENV)/.bench ## run the benchmarks
	$(BIN)/python -m benchmarks.run

.PHONY: mutations
mutations: $(VENV)/.bench ## report what the auditor finds of single changes in right documents, by kind
	@mkdir -p build
	$(BIN)/python -m benchmarks.audit_mutations --log build/mutations.log

.PHONY: wheel
wheel: $(VENV)/.build ## build the source archive and the wheel into dist
	@rm -rf dist
	$(BIN)/python -m hatchling build

.PHONY: lowest
lowest: $(VENV)/.created ## run all tests with the lowest supported versions of the dependencies
	@rm -rf build/lowest
	@$(BIN)/python -m venv build/lowest
	build/lowest/bin/python -m pip --disable-pip-version-check install -qq --constraint requirements/lowest.txt -e ".[test]"
	build/lowest/bin/python -m pytest -n auto

# Made with the lowest supported Python, so that the versions suit every later one too.
.PHONY: lock
lock: $(VENV)/.created ## bring requirements/constraints.txt up to date with the newest versions
	@$(BIN)/python -c 'import sys; sys.exit(0 if sys.version_info[:2] == (3, 11) else "make lock needs Python 3.11: rm -rf .venv; make lock PYTHON=python3.11")'
	@rm -rf build/lock
	@$(BIN)/python -m venv build/lock
	build/lock/bin/python -m pip --disable-pip-version-check install -qq --upgrade hatchling setuptools ".[all,test,lint,docs,bench]"
	@{ echo "# The exact versions that make installs. Written by \`make lock\`; do not edit."; \
	   build/lock/bin/python -m pip --disable-pip-version-check list --format=freeze --exclude govfinance --exclude pip \
	   | LC_ALL=C sort -f; } > build/constraints.txt
	@mv build/constraints.txt $(CONSTRAINTS)
	@rm -rf build/lock
	@echo "$(CONSTRAINTS) is up to date"

.PHONY: clean
clean: ## remove everything that make has made
	rm -rf $(VENV) build dist docs/_build .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the virtual environment -----------------------------------------------------------------------------------------

# Some systems ship venv without ensurepip; then the pip that they do have fills the environment.
$(VENV)/.created:
	@if [ -z "$(PYTHON)" ]; then \
		echo "govfinance needs Python 3.11 or newer, and the PATH has none; name one: make PYTHON=/path/to/python3.11" >&2; exit 1; fi
	@if ! "$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then \
		echo "govfinance needs Python 3.11 or newer; $(PYTHON) is not" >&2; exit 1; fi
	@echo "creating $(VENV) with $$("$(PYTHON)" --version)"
	@if "$(PYTHON)" -c 'import ensurepip, venv' >/dev/null 2>&1; then \
		"$(PYTHON)" -m venv $(VENV); \
	elif "$(PYTHON)" -c 'import pip, venv' >/dev/null 2>&1; then \
		"$(PYTHON)" -m venv --without-pip $(VENV) && "$(PYTHON)" -m pip --python $(BIN)/python install -qq pip; \
	else \
		echo "$(PYTHON) has neither ensurepip nor pip, so no virtual environment can be made;" \
			"install them (on Debian and Ubuntu: apt install python3-venv) or name another: make PYTHON=..." >&2; exit 1; fi
	@touch $@

# What builds the package, pinned like the rest: without build isolation pip fetches no version of its own choice.
$(VENV)/.build: $(VENV)/.created $(CONSTRAINTS)
	@$(INSTALL) hatchling setuptools
	@touch $@

# .venv/.cli stands for the package, editable, with its extra "cli"; so for the others.
$(addprefix $(VENV)/.,cli test lint docs bench): $(VENV)/.%: $(VENV)/.build pyproject.toml
	@echo "installing govfinance[$*] into $(VENV)"
	@$(INSTALL) --no-build-isolation -e ".[$*]"
	@touch $@
