# Everything a person needs: `make run` and `make test`. A new machine needs Python 3.11, git and make, and nothing else.
PYTHON ?= python3
BIN := .venv/bin
TRAIN := .venv-training/bin

# Compiled modules are kept: else each process of the tests compiles all of them anew, for six seconds.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check format bench soak pictures man evaluate judge train clean

run: .venv/.installed
	$(BIN)/newstui

# Three at once on two cores: a good part of the tests waits for a terminal or a server.
test: .venv/.installed
	$(BIN)/python -m pytest -n 3 tests

check: .venv/.installed
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 3 tests --cov --cov-report=
	$(BIN)/coverage report --fail-under=95 --include='src/newstui/domain/*,src/newstui/formats/*,src/newstui/store/*,src/newstui/services/*'

format: .venv/.installed
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# The speed table, measured on this machine (benchmarks/README.md).
bench: .venv/.installed
	$(BIN)/python -m benchmarks

# Kills, power cuts, failing disks, a reader in a hurry: minutes, not seconds.
soak: .venv/.installed
	$(BIN)/python -m benchmarks.soak
	$(BIN)/python -m benchmarks.hasty
	$(BIN)/python -m benchmarks.keys

# The pictures of the README, from the running program.
pictures: .venv/.installed
	$(BIN)/python -m docs.pictures

# The man page, from the table of commands.
man: .venv/.installed
	$(BIN)/python -m docs.man_page

# Summaries against what people wrote; wants NEWSTUI_SUMMARIES, the folder of sets.
evaluate: .venv-training/.installed
	$(TRAIN)/python -m training.evaluate

# Sixty pairs of summaries, unnamed, for a person to prefer one of each; wants the same folder. Answers: judgements.jsonl.
judge: .venv/.installed
	$(BIN)/python -m training.judge

train: .venv-training/.installed
	$(TRAIN)/python -m training

clean:
	rm -rf .venv .venv-training build dist .pytest_cache .mypy_cache .ruff_cache .coverage*

.venv/.installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "newstui needs Python 3.11 or newer: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

.venv-training/.installed: pyproject.toml
	$(PYTHON) -m venv .venv-training
	$(TRAIN)/python -m pip install --quiet --upgrade pip
	$(TRAIN)/python -m pip install --quiet --editable . --group training
	touch $@
