# `make demo` and `make test` set themselves up in .venv, from the pinned versions.
PYTHON ?= python3
BIN := .venv/bin
CORPORA ?= ../shared/corpora
MEASURED = $(filter-out benchmarks/figures.py,$(shell grep -lw publish benchmarks/*.py))

# What the pages' accessibility is checked with; never a part of them.
AXE := .venv/node_modules/axe-core/axe.min.js

.PHONY: demo test lint axe figures pictures clean
.DELETE_ON_ERROR:

demo: .venv/ready
	$(BIN)/scorer score data/articles
	$(BIN)/scorer batch data/articles --out out/demo.csv --fresh
	$(BIN)/scorer report data/articles --out out/demo.html
	@echo "The same scores, one row an article: out/demo.csv"
	@echo "And to look at, in any browser: out/demo.html"

test: lint
	$(BIN)/python -m pytest -n auto

lint: .venv/tools
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

# Measure every detector anew and write docs/detectors.md; needs the corpora.
figures: .venv/tools
	for file in $(MEASURED); do $(BIN)/python $$file $(CORPORA) || exit; done
	$(BIN)/scorer detectors --markdown --out docs/detectors.md

# Take the pictures of the README anew; needs chromium and chromium-driver.
pictures: .venv/tools
	$(BIN)/python benchmarks/pictures.py

.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("scorer needs Python 3.11 or newer; try: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[report]'
	touch $@

.venv/tools: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

axe: $(AXE)

$(AXE): .venv/ready
	npm install --prefix .venv --no-save --no-audit --no-fund --silent axe-core@4.14.1

# The engine that is too large for everybody's tools: 450 MB.
.venv/spark: .venv/tools
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[spark]'
	touch $@

clean:
	rm -rf .venv out
