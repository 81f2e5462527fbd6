# Every target sets up what it needs in .venv first and skips that when nothing changed.
# The same commands without make, on any system: python tasks.py figures CORPUS=path/to/documents
SUITS := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	if $$p -c "$(SUITS)" 2>/dev/null; then echo $$p; exit; fi; done; echo python3)

TARGETS := figures open lab govnlp classroom setup test quick bench check format docs notebooks lock licences clean
.PHONY: help $(TARGETS)

help:
	@"$(PYTHON)" tasks.py help

$(TARGETS):
	@"$(PYTHON)" tasks.py $@ $(MAKEOVERRIDES)
