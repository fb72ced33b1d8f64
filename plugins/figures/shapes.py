"""Makes states.json, the outlines of the map, out of us-atlas.

In: states-albers-10m.json of the npm package us-atlas 3 (already projected, 975 × 610). Out: one
SVG path a state, simplified border by border so that neighbors still meet, its middle, and
whether a number fits in.

    python -m plugins.figures.shapes states-albers-10m.json

It is run by hand, when the outlines should change; the build reads only states.json.
"""

from __future__ import annotations

import heapq
import json
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
TARGET = Path(__file__).with_name("states.json")
# Square units of the drawing: smaller wiggles and islands are left out.
SMALLEST_WIGGLE = 7.0
SMALLEST_ISLAND = 30.0
ROOM_FOR_A_NUMBER = 1500.0


def main(source: Path) -> None:
    """Read the topology and write states.json."""
    topology = json.loads(source.read_text("utf-8"))
    arcs = [_simplified(arc) for arc in _arcs(topology)]
    found = {}
    for state in topology["objects"]["states"]["geometries"]:
        rings = _rings(state, arcs)
        largest = max(rings, key=_area)
        kept = [ring for ring in rings if ring is largest or _area(ring) >= SMALLEST_ISLAND]
        found[state["properties"]["name"]] = {
            "path": "".join(_path(ring) for ring in kept),
            "middle": [round(value) for value in _middle(largest)],
            "roomy": _area(largest) >= ROOM_FOR_A_NUMBER,
        }
    TARGET.write_text(json.dumps(found, indent=0, sort_keys=True) + "\n", "utf-8")


def _arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Undo the delta encoding of TopoJSON."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def _simplified(points: list[Point]) -> list[Point]:
    """Visvalingam's method: drop the point that spans the smallest triangle, again and again."""
    following = [*range(1, len(points)), -1]
    before = [-1, *range(len(points) - 1)]
    alive = [True] * len(points)
    queue = [
        (_triangle(points[i - 1], points[i], points[i + 1]), i) for i in range(1, len(points) - 1)
    ]
    heapq.heapify(queue)
    fewest = 5 if points[0] == points[-1] else 3
    while queue:
        area, index = heapq.heappop(queue)
        if area >= SMALLEST_WIGGLE or sum(alive) <= fewest:
            break
        left, right = before[index], following[index]
        if not alive[index] or area != _triangle(points[left], points[index], points[right]):
            continue
        alive[index] = False
        following[left], before[right] = right, left
        for near in (left, right):
            if 0 < near < len(points) - 1:
                corner = _triangle(points[before[near]], points[near], points[following[near]])
                heapq.heappush(queue, (corner, near))
    return [point for point, lives in zip(points, alive, strict=True) if lives]


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def _rings(state: dict[str, Any], arcs: list[list[Point]]) -> list[list[Point]]:
    polygons = state["arcs"] if state["type"] == "MultiPolygon" else [state["arcs"]]
    return [_joined(polygon[0], arcs) for polygon in polygons]


def _joined(indexes: list[int], arcs: list[list[Point]]) -> list[Point]:
    ring: list[Point] = []
    for index in indexes:
        # ~i stands for arc i, backwards.
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring.extend(arc[1:] if ring else arc)
    return ring


def _area(ring: list[Point]) -> float:
    pairs = zip(ring, ring[1:] + ring[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _middle(ring: list[Point]) -> Point:
    """The center of gravity of the ring."""
    x = y = twice = 0.0
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y, twice = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross, twice + cross
    return x / (3 * twice), y / (3 * twice)


def _path(ring: list[Point]) -> str:
    """Whole numbers, each relative to the last: short in the page."""
    points = [(round(x), round(y)) for x, y in ring]
    steps = [f"{b[0] - a[0]} {b[1] - a[1]}" for a, b in pairwise(points) if a != b]
    return f"M{points[0][0]} {points[0][1]}l{' '.join(steps)}z".replace(" -", "-")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
