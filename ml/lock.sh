#!/usr/bin/env bash
# Rewrites the hashed locks from their .in files. The locks name no index and no host.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
uv="$(command -v uv || true)"
if [ -z "$uv" ]; then
  .venv/bin/python -m pip install --quiet uv
  uv=.venv/bin/uv
fi
for name in requirements requirements-bench requirements-spark; do
  "$uv" pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
    --no-header "$name.in" --output-file "$name.lock" "$@"
done
