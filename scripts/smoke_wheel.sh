#!/usr/bin/env bash
# The wheel alone, in an environment without development tools, prints its help, reads an example, prints the schema, and says what the
# reading room needs; with that installed, the room serves its first page.
#   smoke_wheel.sh PYTHON
set -euo pipefail
python=$(realpath -s "$1")
here=$(pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$python" -m pip wheel --quiet --no-deps --wheel-dir "$scratch/wheel" "$here"
"$python" -m venv "$scratch/venv"
"$scratch/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$scratch"/wheel/dragoman-*.whl
cp "$here/src/dragoman/examples/rappel-ambassadeurs.txt" "$scratch/example.txt"
cd "$scratch"

for tool in pytest mypy ruff hypothesis; do
    if venv/bin/python -c "import $tool" 2>/dev/null; then
        echo "smoke: $tool is installed beside the bare wheel, which must do without" >&2
        exit 1
    fi
done
venv/bin/dragoman --help >help.txt
venv/bin/dragoman read example.txt --published 2021-10-01 --format jsonl >reading.jsonl
venv/bin/dragoman schema >schema.json
venv/bin/python - <<'PYTHON'
import json

reading = json.loads(open("reading.jsonl", encoding="utf-8").read())
schema = json.load(open("schema.json", encoding="utf-8"))
assert "read" in open("help.txt", encoding="utf-8").read()
assert schema["title"] == "Reading" and set(reading) <= set(schema["properties"])
assert "recall" in {act["type"] for act in reading["acts"]}, reading["acts"]
print(f"smoke: the bare wheel read {len(reading['acts'])} acts in the example")
PYTHON

if venv/bin/dragoman serve 2>serve.txt || ! grep -q "pip install 'dragoman\[serve\]'" serve.txt; then
    echo "smoke: the bare wheel must say how to install the reading room:" >&2
    cat serve.txt >&2
    exit 1
fi
"$scratch/venv/bin/python" -m pip install --quiet --disable-pip-version-check "$(echo "$scratch"/wheel/dragoman-*.whl)[serve]"
venv/bin/python - <<'PYTHON'
import re
import subprocess
import urllib.request

command = ["venv/bin/dragoman", "serve", "--record", "smoke.record", "--port", "0", "--no-open"]
with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as room:
    address = re.search(r"http://\S+/", room.stderr.readline()).group()
    page = urllib.request.urlopen(address, timeout=30).read().decode()
    room.terminate()
assert "<main" in page
print("smoke: the reading room of the wheel serves its first page")
PYTHON
