#!/usr/bin/env bash
# Runs tests against the sanitized kernel in BUILD: run_sanitized.sh BUILD PYTHON TESTS…
# The tests run in a copy of the checkout that holds this kernel, so that the installed one is not
# touched. Needs gcc, whose sanitizer libraries are asked for by name.
set -euo pipefail
build=$1 python=$2
shift 2
copy=$build/checkout

rm -rf "$copy"
mkdir -p "$copy"
cp -r src tests pyproject.toml "$copy"
cp "$build"/_kernel*.so "$copy/src/ostraka/matching/"
# The editable install announces itself by a module of this name; an empty one before it on the
# path keeps its import hook, and with it the installed kernel, out.
: >"$copy/src/_editable_skbc_ostraka.py"

preload=
for library in libasan.so libubsan.so libstdc++.so; do # an executable without them must load them first
  found=$("${CXX:-c++}" -print-file-name="$library")
  [[ $found == /* ]] || { echo "The C++ compiler has no $library." >&2; exit 1; }
  preload+="$found "
done

cd "$copy"
export PYTHONPATH=src PYTHONDONTWRITEBYTECODE=1
export ASAN_OPTIONS=detect_leaks=0 # Python itself leaves memory to the end of the process
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
LD_PRELOAD=$preload "$python" - <<'CHECK'
import pathlib
from ostraka.matching import _kernel
kernel = pathlib.Path(_kernel.__file__).resolve()
assert kernel.is_relative_to(pathlib.Path.cwd()), f"{kernel} is not the sanitized kernel"
CHECK
LD_PRELOAD=$preload exec "$python" -m pytest -p no:cacheprovider "$@"
