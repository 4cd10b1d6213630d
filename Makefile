# `make help` lists the commands. What a command needs it installs: into .venv, wasm/node_modules and
# target, and as a system package only what cannot come otherwise.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help
# rustup's folder is not on every PATH.
export PATH := $(PATH):$(HOME)/.cargo/bin

PYTHON ?= python3
BIN := .venv/bin
PROFILE ?= release
WHEELS := target/wheels
LOCKED := $(if $(CI),--locked)

# Looked up when needed: $(CHROMIUM) may be installed by then.
CHROMIUM ?= $(shell for browser in chromium chromium-browser google-chrome google-chrome-stable chrome; \
	do command -v $$browser && exit; done; \
	for browser in "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; \
	do [ -x "$$browser" ] && echo "$$browser"; done)

RUST := Cargo.toml $(wildcard Cargo.lock) $(shell find core -type f -not -path '*/tests/*' -not -name '.*')
PY := py/Cargo.toml py/pyproject.toml $(shell find py/src py/python -type f -not -name '*.pyc')
WASM := wasm/Cargo.toml wasm/build.mjs $(shell find wasm/src wasm/js wasm/tool -type f) $(wildcard wasm/README.md)
WEB := $(shell find examples/web -type f -not -path '*/node_modules/*' -not -path '*/dist/*')

# $(call install,Debian package,sentence): a system package, or what to do about it.
install = { command -v apt-get >/dev/null || { echo $(2) >&2; exit 1; }; \
	as_root=$$([ "$$(id -u)" = 0 ] || echo sudo); $$as_root apt-get update -q; \
	$$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $(1); }

.PHONY: help build python npm demo web test bench setup browser clean
help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 10

build: python npm ## the Python package into .venv, the npm package into wasm/pkg

demo: python ## runs the notebooks, prints their findings, writes a report
	@$(BIN)/python examples/notebook/run.py

web: target/.web ## the web page into examples/web/dist

test: setup browser ## every check, in three languages
	@CHROMIUM="$(CHROMIUM)" $(PYTHON) tests/tally.py

bench: target/.rust ## how long things take
	cargo bench $(LOCKED) -p meedoen-benches

clean: ## away with everything that was built or installed here
	rm -rf target .venv wasm/pkg wasm/node_modules examples/web/node_modules examples/web/dist

setup: target/.rust .venv/.requirements wasm/node_modules/.installed

target/.rust: Makefile
	@command -v cc >/dev/null || $(call install,gcc libc6-dev,"install a C compiler: Rust links with it")
	@command -v cargo >/dev/null || { echo "install Rust with rustup: https://rustup.rs" >&2; exit 1; }
	@[ -d "$$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] || rustup target add wasm32-unknown-unknown
	@cargo clippy --version >/dev/null 2>&1 || rustup component add clippy
	@cargo fmt --version >/dev/null 2>&1 || rustup component add rustfmt
	@mkdir -p target && touch $@

.venv/.requirements: tests/requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "install Python 3.11 or newer" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { $(call install,python3-venv,"install Python's venv module"); \
		$(PYTHON) -m venv --clear .venv; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement tests/requirements.txt
	@touch $@

wasm/node_modules/.installed: wasm/package.json wasm/package-lock.json
	@command -v npm >/dev/null || { echo "install Node 20 or newer, with npm" >&2; exit 1; }
	npm --prefix wasm ci --no-audit --no-fund --loglevel=error
	@touch $@

browser:
	@[ -n "$(CHROMIUM)" ] || $(call install,chromium,"install Chromium or Chrome: the pages are tested in it")

python: .venv/.meedoen
.venv/.meedoen: .venv/.requirements target/.rust $(RUST) $(PY)
	rm -rf $(WHEELS)
	$(BIN)/maturin build --quiet --strip --profile $(PROFILE) $(LOCKED) --interpreter $(BIN)/python \
		--manifest-path py/Cargo.toml --out $(WHEELS)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --force-reinstall $(WHEELS)/*.whl
	@touch $@

npm: target/.npm
target/.npm: wasm/node_modules/.installed target/.rust $(RUST) $(WASM) $(if $(wildcard wasm/pkg/package.json),,again)
	node wasm/build.mjs
	@touch $@

target/.web: target/.npm $(WEB) $(if $(wildcard examples/web/dist/.),,again)
	node examples/web/build.mjs
	@touch $@
.PHONY: again
