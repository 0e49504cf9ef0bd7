#!/usr/bin/env bash
# Makes ml/.venv from requirements.lock (ml/.venv-bench from requirements-bench.lock with --bench, ml/.venv-spark from
# requirements-spark.lock with --spark).
# Does nothing when the lock is the one already installed. PYTHON names another interpreter.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

venv=.venv lock=requirements.lock
case "${1:-}" in
  '') ;;
  --bench) venv=.venv-bench lock=requirements-bench.lock ;;
  --spark) venv=.venv-spark lock=requirements-spark.lock ;;
  *) echo "ml:setup: unknown argument '$1'; expected nothing, --bench or --spark" >&2; exit 2 ;;
esac

find_python() {
  local candidate
  for candidate in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
      echo "$candidate"
      return
    fi
  done
  local found
  found="$("${PYTHON:-python3}" --version 2>&1 | tail -n 1 || true)"
  echo "ml:setup: found ${found:-no Python}; expected Python 3.11 or newer. Install it (Debian:" \
    "apt-get install python3 python3-venv) or set PYTHON to its path, and run npm run ml:setup again." >&2
  exit 1
}

python="$(find_python)"
wanted="$("$python" -c 'import hashlib, pathlib, sys
print(sys.version.split()[0], hashlib.sha256(pathlib.Path(sys.argv[1]).read_bytes()).hexdigest())' "$lock")"
if [ -x "$venv/bin/python" ] && [ "$(cat "$venv/lock.stamp" 2>/dev/null)" = "$wanted" ]; then
  echo "ml:setup: ml/$venv is up to date"
  exit 0
fi

echo "ml:setup: installing ml/$venv from ml/$lock with Python ${wanted%% *}" >&2
if ! "$python" -m venv --clear "$venv"; then
  echo "ml:setup: Python ${wanted%% *} has no working venv module; expected one. On Debian:" \
    "apt-get install python3-venv" >&2
  exit 1
fi
install() {
  "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --only-binary :all: \
    --require-hashes "$@"
}
if grep -q '^pyspark==' "$lock"; then
  # pyspark comes as source alone: the rest of the lock first, then pyspark built by the lock's own setuptools.
  awk '/^[^ #]/ { kept = !/^pyspark==/ } kept' "$lock" > "$venv/without-pyspark.lock"
  install -r "$venv/without-pyspark.lock"
  echo "ml:setup: building pyspark, a download of 455 MB" >&2
  install --no-binary pyspark --no-build-isolation -r "$lock"
else
  install -r "$lock"
fi
printf '%s' "$wanted" > "$venv/lock.stamp"
echo "ml:setup: ml/$venv is ready"
