"""Brings the front-end files of the reading room from npm into the package, with a manifest: views/web/static/vendor.

python scripts/vendor_web.py       needs npm and its registry
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "src/dragoman/views/web/static/vendor"


@dataclass(frozen=True)
class Brought:
    """A package of npm: which files of it are taken, by what name they are kept."""

    name: str
    version: str
    licence: str
    files: dict[str, str]


PACKAGES = (
    Brought("htmx.org", "2.0.11", "0BSD", {"dist/htmx.min.js": "htmx.min.js", "LICENSE": "htmx.LICENSE.txt"}),
    Brought(
        "leaflet",
        "1.9.4",
        "BSD-2-Clause",
        {
            "dist/leaflet.js": "leaflet.js",
            "dist/leaflet.css": "leaflet.css",
            "LICENSE": "leaflet.LICENSE.txt",
        },
    ),
    Brought("cytoscape", "3.34.4", "MIT", {"dist/cytoscape.esm.min.mjs": "cytoscape.js", "LICENSE": "cytoscape.LICENSE.txt"}),
    Brought(
        "world-atlas",
        "2.0.2",
        "ISC; data of Natural Earth, public domain",
        {"countries-110m.json": "", "LICENSE": "world-atlas.LICENSE.txt"},
    ),
)


def main() -> None:
    """Fetch, write, and tell in the manifest what was written."""
    VENDOR.mkdir(parents=True, exist_ok=True)
    manifest = []
    for package in PACKAGES:
        with tempfile.TemporaryDirectory() as folder, tarfile.open(_packed(package, Path(folder))) as archive:
            for inside, kept in package.files.items():
                data = _member(archive, f"package/{inside}")
                name, data = (kept, data) if kept else ("world.geojson", outline(json.loads(data)))
                (VENDOR / name).write_bytes(data)
                manifest.append(_entry(package, inside, name, data))
    manifest.sort(key=lambda entry: entry["file"])
    (VENDOR / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


def _packed(package: Brought, folder: Path) -> Path:
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{package.name}@{package.version}"]
    return folder / subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder).stdout.strip().splitlines()[-1]


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    stream = archive.extractfile(name)
    if stream is None:
        raise SystemExit(f"the package has no file {name}")
    return stream.read()


def _entry(package: Brought, inside: str, name: str, data: bytes) -> dict[str, str]:
    digest = hashlib.sha256(data).hexdigest()
    return {
        "file": name,
        "name": package.name,
        "version": package.version,
        "licence": package.licence,
        "from": inside,
        "sha256": digest,
    }


def outline(atlas: dict[str, Any]) -> bytes:
    """The land of a TopoJSON atlas as GeoJSON: one feature a country, its ISO 3166-1 number as `id`, its name, to a tenth of a degree."""
    arcs = _arcs(atlas)
    features = [
        {
            "type": "Feature",
            "id": geometry.get("id"),
            "properties": {"name": geometry["properties"]["name"]},
            "geometry": {"type": geometry["type"], "coordinates": _coordinates(geometry, arcs)},
        }
        for geometry in atlas["objects"]["countries"]["geometries"]
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, separators=(",", ":")).encode()


def _arcs(atlas: dict[str, Any]) -> list[list[list[float]]]:
    (scale_x, scale_y), (move_x, move_y) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    found = []
    for arc in atlas["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append([round(x * scale_x + move_x, 1), round(y * scale_y + move_y, 1)])
        found.append(points)
    return found


def _coordinates(geometry: dict[str, Any], arcs: list[list[list[float]]]) -> list[Any]:
    if geometry["type"] == "Polygon":
        return [_ring(ring, arcs) for ring in geometry["arcs"]]
    return [[_ring(ring, arcs) for ring in polygon] for polygon in geometry["arcs"]]


def _ring(indices: list[int], arcs: list[list[list[float]]]) -> list[list[float]]:
    points: list[list[float]] = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(p for p in arc if not points or p != points[-1])
    return points


if __name__ == "__main__":
    main()
