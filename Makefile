# Everything a fresh machine needs is Python 3.11 or newer, git and make.
# Another Python: make PYTHON=python3.13 run

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check
# What to hand on: make run ARGS="start grow", make test ARGS="tests/flow -x"
ARGS   ?=

.DEFAULT_GOAL := help
.PHONY: help run test check format bench soak pictures clean venv

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST)

run: $(VENV)/.run ## open coachtui
	@$(BIN)/coachtui $(ARGS)

test: $(VENV)/.dev ## run the tests
	@$(BIN)/python -m pytest -n 2 $(ARGS)

check: $(VENV)/.dev ## format, lint, types, floors, and the frameworks themselves
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/pyright
	@$(BIN)/lint-imports
	@$(BIN)/coachtui check frameworks/*.toml frameworks/parts/*.toml

format: $(VENV)/.dev ## format the code and mend what can be mended
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

bench: $(VENV)/.dev ## minutes of measuring: the promises about speed, as ratios
	@$(BIN)/python -m bench $(ARGS)

soak: $(VENV)/.dev ## hours of random use, to see whether anything grows or breaks
	@$(BIN)/python -m bench.soak $(ARGS)

pictures: $(VENV)/.dev ## make the pictures in the documents and the invented conversations anew
	@$(BIN)/python -m pictures $(ARGS)

venv: $(VENV)/.dev ## only prepare .venv

clean: ## remove .venv, caches and builds; never sessions
	@rm -rf $(VENV) dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	@find . -path ./.git -prune -o -name __pycache__ -type d -prune -exec rm -rf {} +

# What the program needs. Made again when pyproject.toml changes; a half-made .venv is replaced.
$(VENV)/.run: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "coachtui needs Python 3.11 or newer. Name one you have: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PIP) --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	@echo "Preparing $(VENV) (once; about a minute)..." >&2
	@$(PIP) install --editable .
	@touch $@

# What its makers need on top.
$(VENV)/.dev: $(VENV)/.run
	@echo "Adding the tools for tests and checks (once)..." >&2
	@$(PIP) install --editable '.[dev]'
	@touch $@
