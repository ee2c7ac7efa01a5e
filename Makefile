PORT ?= 8000
PYTHON ?= python3
export PYTHON
PYTEST = .venv/bin/python -m pytest -q -rfEs -n auto --maxprocesses 4 --dist loadfile

.PHONY: run test check lock

# The portal on this machine, with sample data: http://127.0.0.1:8000
run: export TWINPORTAL_DEMO ?= 1
run:
	@tools/install base
	@.venv/bin/python manage.py prepare
	@exec .venv/bin/python -m twinportal.supervisor --port $(PORT)

# The whole suite on SQLite; again on PostgreSQL where TWINPORTAL_TEST_POSTGRES names a server.
test:
	@tools/install dev
	$(PYTEST)
ifdef TWINPORTAL_TEST_POSTGRES
	DATABASE_URL="$$TWINPORTAL_TEST_POSTGRES" $(PYTEST)
else
	@echo "Not run on PostgreSQL: set TWINPORTAL_TEST_POSTGRES to the address of a server."
endif

# What needs no test run: style, imports, missing migrations.
check:
	@tools/install dev
	.venv/bin/python -m ruff check .
	.venv/bin/python -m ruff format --check .
	.venv/bin/lint-imports --no-logo
	.venv/bin/python manage.py makemigrations --check --dry-run

# Resolve the packages of pyproject.toml anew, for every platform, with hashes.
lock:
	@tools/install dev
	.venv/bin/python -m uv pip compile -q -U --no-header --universal --python-version 3.11 --generate-hashes \
	  pyproject.toml -o requirements/base.txt
	.venv/bin/python -m uv pip compile -q -U --no-header --universal --python-version 3.11 --generate-hashes \
	  pyproject.toml --group dev -c requirements/base.txt -o requirements/dev.txt
