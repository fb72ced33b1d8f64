# Two commands do everything: `make serve` and `make test`. Needs Python 3.11 or newer, with pip.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP_OPTIONS := --disable-pip-version-check
INSTALLED := $(VENV)/.installed
TEST_INSTALLED := $(VENV)/.installed-test
# Browser code that imports packages from npm, which are fetched at installation.
WITH_PACKAGES := plugins/calculator/element/main.ts
TYPESCRIPT = $(shell find plugins theme tests -name '*.ts' -not -path '*/node_modules/*' 2>/dev/null)

export DENO_NO_UPDATE_CHECK := 1

.PHONY: help serve build check test lint bench clean

help:
	@echo "make serve   set up, build, and serve on this machine with live reload"
	@echo "make test    set up, then run every check and test"
	@echo "make build   build the site into output/"
	@echo "make check   check the requirement data"
	@echo "make bench   measure loading, building (at 1, 5 and 20 times the data) and searching"
	@echo "make clean   remove all that make made"

serve: $(INSTALLED)
	@$(RUN) generate.py serve $(ARGS)

build: $(INSTALLED)
	@$(RUN) generate.py build $(ARGS)

check: $(INSTALLED)
	@$(RUN) generate.py check $(ARGS)

bench: $(TEST_INSTALLED)
	@$(RUN) -m tests.bench $(ARGS)
	@$(RUN) -m tests.search.bench

test: lint
	@echo "== Browser" && $(RUN) -m tests.browser
	@echo "== Tests" && $(RUN) -m pytest $(ARGS)

lint: $(TEST_INSTALLED)
	@echo "== Format and lint" && $(RUN) -m ruff format --check . && $(RUN) -m ruff check .
	@echo "== Types" && $(RUN) -m mypy
ifneq ($(TYPESCRIPT),)
	@echo "== TypeScript"
	@$(VENV)/bin/deno fmt --check $(TYPESCRIPT)
	@$(VENV)/bin/deno lint $(TYPESCRIPT)
	@$(VENV)/bin/deno check $(TYPESCRIPT)
endif

# Debian splits pip's installer from Python: without it the system's own pip fills the environment.
$(VENV)/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1; }
	@echo "== Creating $(VENV)"
	@$(PYTHON) -m venv $(VENV) 2>/dev/null || $(PYTHON) -m venv --clear --without-pip $(VENV)

$(INSTALLED): pyproject.toml $(VENV)/pyvenv.cfg
	@echo "== Installing what the site needs (a minute or two)"
	@$(call install,.)
	@$(RUN) -m plugins.building.bundles $(WITH_PACKAGES)
	@touch $@

$(TEST_INSTALLED): pyproject.toml $(VENV)/pyvenv.cfg
	@echo "== Installing what the site and its tests need (a minute or two)"
	@$(call install,.[test])
	@$(RUN) -m plugins.building.bundles $(WITH_PACKAGES)
	@touch $(INSTALLED) $@

install = if [ -x $(VENV)/bin/pip ]; then $(RUN) -m pip install $(PIP_OPTIONS) -e '$(1)'; \
	else $(PYTHON) -m pip --python $(RUN) install $(PIP_OPTIONS) -e '$(1)'; fi

clean:
	rm -rf $(VENV) output output.new-* build *.egg-info .cache
	rm -rf .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
