#!/usr/bin/env bash
# Plays with an installed Whitecell and nothing else: run it outside the checkout.
# To add a play, add a line below.
set -euo pipefail

# `told COMMAND...` runs it and fails unless it prints something.
told() {
  echo "-- $*"
  local said
  said=$("$@")
  [ -n "$said" ] || { echo "nothing was printed" >&2; return 1; }
}

# `json COMMAND...` runs it and fails unless it prints one JSON document that is not empty.
json() {
  echo "-- $*"
  "$@" | python -c 'import json, sys; sys.exit(not json.load(sys.stdin))'
}

python - <<'PY'
import importlib.util, pathlib, sys

found = pathlib.Path(importlib.util.find_spec("engine").origin)
if "site-packages" not in found.parts:
    sys.exit(f"the engine is read from {found}, not from the wheel")
for stray in ("tests", "benchmarks", "tools"):
    if importlib.util.find_spec(stray) is not None:
        sys.exit(f"the wheel carries {stray}")
PY

told whitecell --help
told whitecell list
json whitecell run harbour --seed 1 --json
json whitecell run kazakhstan-2022 --bots history --seed 1 --until 2022-01-04 --json
told whitecell check harbour
json whitecell new dry-week --json
told whitecell check dry-week
json whitecell run dry-week --seed 1 --json
json whitecell schema dry-week
told whitecell preview dry-week
told whitecell msel export dry-week --to dry-week.xlsx
told whitecell msel import dry-week.xlsx --into dry-week
told whitecell format dry-week --check
json whitecell watch dry-week --seed 1 --rounds 1 --json
told whitecell explain-error E-key
