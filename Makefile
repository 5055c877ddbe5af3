# Needs make and Python 3.11 or newer; everything else goes into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo room test check lint smoke bench picture clean

demo: .venv/.ready
	$(BIN)/dragoman read --examples
	@echo
	@echo "The reading room on the example record, in your browser:  make room   (or: $(BIN)/dragoman serve --example)"

room: .venv/.ready
	$(BIN)/dragoman serve --example

test: lint smoke
	$(BIN)/pytest -m "not campaign"

check: lint smoke
	$(BIN)/pytest --hypothesis-profile=default

lint: .venv/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(BIN)/lint-imports

smoke: .venv/.ready
	bash scripts/smoke_wheel.sh $(BIN)/python

bench: .venv/.ready
	$(BIN)/python benchmarks/speed.py

picture: .venv/.ready
	$(BIN)/python scripts/make_picture.py

.venv/.ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("dragoman needs Python 3.11 or newer: make PYTHON=python3.11 ..." if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find src tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
