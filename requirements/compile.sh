#!/bin/sh
# Renew the pins: sh requirements/compile.sh path/to/uv
set -eu
cd "$(dirname "$0")/.."
compile() { uv=$1; shift; "$uv" pip compile -q --generate-hashes --no-header --no-annotate --python-version 3.11 --universal "$@" >/dev/null; }
compile "$1" --group build pyproject.toml -o requirements/run.txt
compile "$1" --group build --group dev pyproject.toml -o requirements/dev.txt
compile "$1" --group training pyproject.toml -o requirements/training.txt
compile "$1" --group peers pyproject.toml -o requirements/peers.txt
compile "$1" --no-deps --group base-model - -o requirements/base-model.txt </dev/null
