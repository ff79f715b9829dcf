.DEFAULT_GOAL := help
PY := .venv/bin/python
SETUP := python3 deploy/setup.py
COVERED = mkdir -p .cache/coverage/$(1) && COVERAGE_FILE=$(CURDIR)/.cache/coverage/$(1)/data \
	.venv/bin/coverage run -m pytest -n 2 --dist loadfile

.PHONY: help setup run test test-fast check eval bench grid mutants soak backup restore rasa lock hooks docs

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "%-12s %s\n", $$1, $$2}'

setup: ## Install both environments, train, migrate, publish: whatever is missing
	@$(SETUP)

run: ## Start the bot, the web and the delivery process
	@$(SETUP)
	@exec $(PY) -m deploy.run

test: ## Set up, then every test: domain, web, bot, end to end, browser
	@$(SETUP) --dev
	@$(PY) -m deploy.chromium
	@rm -rf .cache/coverage
	@mkdir -p .cache/coverage/bot
	cd bot && COVERAGE_FILE=$(CURDIR)/.cache/coverage/bot/data .venv/bin/coverage run -m pytest
	$(call COVERED,domains) -m "domain and not alone" tests/knowledge tests/leads
	$(call COVERED,others) -m "not domain and not alone"
	$(PY) -m pytest -m alone
	$(PY) -m bench.mutants
	@$(PY) -m deploy.covered

test-fast: ## The quick tests, within a minute: no database, no processes, no browser
	@$(SETUP) --dev --environments-only
	$(PY) -m pytest -n 2 --dist loadfile -m "not stack and not alone and not slow and not django_db" tests

check: ## Format, lint, types, knowledge corpus, Rasa data
	@$(SETUP) --dev --environments-only
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy sealing audit knowledge leads chat actions login web deploy bench
	$(PY) -m deploy.node npx --no-install tsc
	$(PY) manage.py check
	$(PY) manage.py makemigrations --check --dry-run
	$(PY) manage.py check_knowledge
	deploy/rasa data validate --fail-on-warnings
	$(PY) -m deploy.advisories

docs: ## Write docs/reference/ from the settings, the API, the schema of an entry, the metrics and the commands
	@$(SETUP) --environments-only
	@$(PY) -m deploy.reference

eval: ## Score a running or a started stack: make eval QUESTIONS=file.tsv
	@$(SETUP)
	@$(PY) -m bench.evaluate "$(QUESTIONS)" $(ARGS)

bench: ## Every benchmark, an hour or more: beside Rasa's defaults, match time, many entries, intents, matchers
	@$(SETUP) --dev --peer
	@$(PY) -m bench.stacks $(ARGS)
	@$(PY) -m bench.queueing
	@$(PY) -m bench.replicas
	@$(PY) -m bench.turn_latency
	@$(PY) -m bench.match_time
	@$(PY) -m bench.knowledge_at_scale
	@$(PY) -m bench.exchange_time
	@$(PY) -m bench.web_memory
	@$(PY) -m bench.nlu
	@$(PY) -m bench.matchers bench/questions/written_apart.tsv
	@$(PY) -m bench.peer bench/questions/written_apart.tsv

mutants: ## Put small faults into what decides about money, grades and coverage: the tests must notice
	@$(SETUP) --dev --environments-only
	@$(PY) -m bench.mutants $(ARGS)

grid: ## What the examples vary over, and where they do not
	@$(SETUP) --environments-only
	@$(PY) -m bench.example_grid

soak: ## The long runs: leads while processes are killed, turns while every part breaks, requests nobody would send
	@$(SETUP)
	@$(PY) -m bench.soak --leads 1000 --kills 30
	@$(PY) -m bench.turn_latency --turns 2000
	@$(PY) -m bench.turns_under_faults --turns 20000 --visitors 50
	@$(PY) -m bench.fuzz_api --cases 20000

backup: ## Back everything up while it runs: make backup TO=/backups (a new file, or a folder)
	@$(PY) -m deploy.backup "$(TO)"

restore: ## Restore into an empty place, with hosho stopped: make restore FROM=file [ERASED=log]
	@$(PY) -m deploy.restore "$(FROM)" $(if $(ERASED),--erased "$(ERASED)")

rasa: ## The rasa CLI in its own environment: make rasa ARGS="shell"
	@$(SETUP) --environments-only
	@deploy/rasa $(ARGS)

lock: ## Resolve the dependencies anew into the hash-pinned requirements files
	@$(SETUP) --lock

hooks: ## Look at each commit before it is made: format, lint, types, knowledge, no keys
	@$(SETUP) --dev --environments-only
	@.venv/bin/pre-commit install
