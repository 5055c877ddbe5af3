from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path

VENDOR = Path(str(files("dragoman.views.web"))) / "static" / "vendor"
FREE = ("0BSD", "BSD-2-Clause", "MIT", "ISC; data of Natural Earth, public domain")


def test_the_manifest_tells_every_file_as_it_is() -> None:
    manifest = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["file"] for entry in manifest] == sorted(p.name for p in VENDOR.iterdir() if p.name != "manifest.json")
    for entry in manifest:
        assert hashlib.sha256((VENDOR / entry["file"]).read_bytes()).hexdigest() == entry["sha256"], entry["file"]
        assert entry["licence"] in FREE and entry["version"] and entry["name"]


def test_the_outline_is_geojson_in_degrees() -> None:
    world = json.loads((VENDOR / "world.geojson").read_text(encoding="utf-8"))
    assert len(world["features"]) > 170
    for feature in world["features"]:
        polygons = feature["geometry"]["coordinates"]
        for polygon in polygons if feature["geometry"]["type"] == "MultiPolygon" else [polygons]:
            for ring in polygon:
                assert ring[0] == ring[-1]
                assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)


def test_no_file_of_ours_asks_another_machine() -> None:
    ours = [p for p in VENDOR.parent.iterdir() if p.suffix in (".css", ".js")] + list((VENDOR.parent.parent / "templates").iterdir())
    for path in ours:
        text = path.read_text(encoding="utf-8")
        assert "http://" not in text.replace("http://www.w3.org", "") and "https://" not in text, path.name
