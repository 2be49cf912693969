# make demo    sets everything up and opens the made-up office
# make test    sets everything up and runs the tests
# Further: run, check, format, translations, bench, torture, build, sbom, clean.

PYTHON ?= python3
JOBS ?= 2
BIN := .venv/bin
STAMPS := .venv/stamps
CHECKED := privdesk tests bench scripts torture

.PHONY: demo run test check format-check lint types format translations resources bench torture build sbom clean setup
.DELETE_ON_ERROR:

demo: setup
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || [ "$$(uname)" = Darwin ]; then \
		$(BIN)/privdesk demo; \
	else \
		echo "No display here: writing the demo to demo/ instead."; \
		$(BIN)/privdesk demo --out demo; \
	fi

run: setup
	@$(BIN)/privdesk

test: setup
	@$(BIN)/pytest -n $(JOBS)

check: format-check lint types
	@$(MAKE) --no-print-directory test

format-check: $(STAMPS)/installed
	@$(BIN)/ruff format --check $(CHECKED)

lint: $(STAMPS)/installed
	@$(BIN)/ruff check $(CHECKED)

types: $(STAMPS)/installed
	@$(BIN)/mypy

format: $(STAMPS)/installed
	@$(BIN)/ruff format $(CHECKED)
	@$(BIN)/ruff check --fix $(CHECKED)

translations: $(STAMPS)/installed
	@$(BIN)/python scripts/translations.py update
	@$(BIN)/python scripts/translations.py release

bench: setup
	@$(BIN)/python -m bench

torture: setup
	@$(BIN)/python -m torture

build: setup $(STAMPS)/build-system
	@$(BIN)/pyinstaller --noconfirm --clean --log-level WARN build.spec
	@du -sh dist/privdesk

sbom: $(STAMPS)/installed
	@mkdir -p dist
	@$(BIN)/python scripts/sbom.py dist/privdesk.cdx.json

clean:
	rm -rf .venv build dist demo resources/fonts resources/icons resources/node_modules resources/translations/*.qm
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis

setup: $(STAMPS)/installed $(STAMPS)/system $(STAMPS)/resources $(STAMPS)/translations

resources: $(STAMPS)/resources

.venv/pyvenv.cfg:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "privdesk needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || \
		{ echo "The venv module of Python is missing. Please type: sudo apt-get install -y python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv

$(STAMPS)/installed: requirements.lock pyproject.toml .venv/pyvenv.cfg
	@mkdir -p $(STAMPS)
	@echo "Installing the pinned requirements ..."
	@$(BIN)/pip install -q --disable-pip-version-check --require-hashes --no-deps --only-binary :all: -r requirements.lock
	@$(BIN)/pip install -q --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

$(STAMPS)/system: scripts/system.sh $(STAMPS)/installed
	@sh scripts/system.sh
	@touch $@

$(STAMPS)/build-system: scripts/system.sh $(STAMPS)/installed
	@sh scripts/system.sh build
	@touch $@

$(STAMPS)/resources: resources/package-lock.json $(wildcard resources/icons.txt) scripts/resources.py $(STAMPS)/installed
	@echo "Fetching fonts and icons ..."
	@$(BIN)/python scripts/resources.py
	@touch $@

$(STAMPS)/translations: resources/translations/ja.ts resources/translations/en.ts $(STAMPS)/system
	@$(BIN)/python scripts/translations.py release
	@touch $@
