# Every target sets up what it needs in .venv first and skips that when nothing changed.
# The same commands without make, on any system: python tasks.py figures CORPUS=path/to/documents
PYTHON ?= $(shell command -v python3.13 || command -v python3.12 || command -v python3.11 || command -v python3)

TARGETS := setup figures test quick lab bench check format lock notebooks clean
.PHONY: help $(TARGETS)

help:
	@"$(PYTHON)" tasks.py help

$(TARGETS):
	@"$(PYTHON)" tasks.py $@ $(MAKEOVERRIDES)
