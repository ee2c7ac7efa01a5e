"""Makes reports/charts/land.json, the shapes under the map, from Natural Earth's land at 1:110 m.

python tools/land.py    fetch the package with npm and write the file anew
"""

import json
import subprocess
import sys
import tarfile
import tempfile
from itertools import accumulate
from pathlib import Path

PACKAGE = "world-atlas@2.0.2"
MEMBER = "package/land-110m.json"
TARGET = Path(__file__).resolve().parent.parent / "reports" / "charts" / "land.json"


def topology() -> dict:
    with tempfile.TemporaryDirectory() as temporary:
        command = ["npm", "pack", "--silent", "--pack-destination", temporary, PACKAGE]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(temporary).glob("*.tgz"))) as archive:
            return json.load(archive.extractfile(MEMBER))


def rings(topology: dict) -> list[list[int]]:
    """Each shore as longitude and latitude by turns, in tenths of a degree; closed.

    Longitudes run on past 180, so that no shore jumps across the map.
    """
    arcs = [_degrees(arc, **topology["transform"]) for arc in topology["arcs"]]
    (land,) = topology["objects"]["land"]["geometries"]
    return [_ring(ring, arcs) for polygon in land["arcs"] for ring in polygon]


def _degrees(arc, scale, translate):
    """The points of an arc, which are stored as steps from one to the next."""
    return [
        tuple(step * by + start for step, by, start in zip(point, scale, translate, strict=True))
        for point in accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]])
    ]


def _ring(numbers, arcs):
    """The arcs one after another; a number below zero stands for an arc the other way round."""
    points = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return [round(10 * degrees) for point in _closed(_running_on(points)) for degrees in point]


def _running_on(points):
    drawn = points[:1]
    for longitude, latitude in points[1:]:
        before = drawn[-1][0]
        drawn.append((longitude + 360 * round((before - longitude) / 360), latitude))
    return drawn


def _closed(points):
    """A shore once around the globe, which is Antarctica's, is closed along the South Pole."""
    (first, _latitude), (last, _latitude) = points[0], points[-1]
    pole = [(longitude, -90) for longitude in (last, first)] if round(last - first) else []
    return [*points, *pole]


def main() -> int:
    drawn = rings(topology())
    lines = ",\n".join(json.dumps(ring, separators=(",", ":")) for ring in drawn)
    TARGET.write_text(f"[\n{lines}\n]\n")
    print(f"{len(drawn)} shores, {sum(map(len, drawn)) // 2} points.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
