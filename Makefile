# Everything one does with this repository. `make` lists it.

.DEFAULT_GOAL := help
.PHONY: help run test check format bench docs-pictures lock messages clean
SHELL := bash

HOST ?= 127.0.0.1
PORT ?= 8000
DOSSIERS ?= 3000
bin := .venv/bin

help: ## List what make can do here.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/installed ## Serve the demonstration on 127.0.0.1:8000 (HOST=… PORT=… DOSSIERS=… change it).
	MOTCUA_DEMO=1 $(bin)/motcua demo --if-empty --dossiers $(DOSSIERS)
	MOTCUA_DEMO=1 $(bin)/motcua serve --host $(HOST) --port $(PORT)

test: .venv/installed-for-tests ## Install what the tests need, then check and test everything on both databases.
	scripts/install_debian_packages chromium postgresql poppler-utils
	$(MAKE) check
	$(bin)/pytest -n auto --dist worksteal
	scripts/with_postgres $(bin)/pytest -n auto --dist worksteal -m "not journey and not one_database"

check: .venv/installed-for-tests ## Read the code: style, types, layers, migrations, catalogues.
	$(bin)/ruff check .
	$(bin)/ruff format --check .
	$(bin)/mypy
	$(bin)/lint-imports
	@mkdir -p var
	$(bin)/python manage.py makemigrations --check --dry-run
	$(bin)/python scripts/compile_messages.py --check

format: .venv/installed-for-tests ## Let ruff put the code in shape.
	$(bin)/ruff check --fix .
	$(bin)/ruff format .

bench: .venv/installed ## Measure our speed beside the machine's own limits.
	$(bin)/motcua bench

docs-pictures: .venv/installed-for-tests ## Take the pictures of the documentation anew from the running program.
	scripts/install_debian_packages chromium poppler-utils pngquant
	$(bin)/python scripts/docs_pictures.py

lock: .venv/installed ## Write requirements/*.txt anew from the *.in files, newest versions.
	cd requirements && for set in bootstrap base test; do \
	    ../$(bin)/uv pip compile --quiet --upgrade --generate-hashes --no-header --no-annotate $$set.in -o $$set.txt; \
	done

messages: .venv/installed-for-tests ## Compile the message catalogues under src/motcua/locale.
	$(bin)/python scripts/compile_messages.py

clean: ## Remove the environment and what the tools left behind; data in var/ stays.
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build

.venv/installed: requirements/bootstrap.txt requirements/base.txt pyproject.toml
	scripts/make_environment base
	@touch $@

.venv/installed-for-tests: requirements/bootstrap.txt requirements/test.txt pyproject.toml
	scripts/make_environment test
	@touch $@ .venv/installed
