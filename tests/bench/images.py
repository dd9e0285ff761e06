"""What pictures cost: a site of large photographs built cold, and once more.

``python -m tests.bench.images 300 --megapixels 6`` makes them up, the same ones each time;
``--quality`` says instead how near each format and width comes to the picture it was made of.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ssg.build.pipeline import build
from ssg.build.pool import worker_count
from ssg.build.project import Options
from ssg.build.summary import BuildReport
from ssg.errors import Location
from ssg.model.files import FileRef
from ssg.pictures.facts import facts
from ssg.pictures.variants import variants
from ssg.pictures.widths import published

_TAKEN = 12
"""How many photographs are made up; the others repeat them as files of their own."""
_NOW = datetime(2026, 1, 15, 12, 0, tzinfo=UTC)


def photo(number: int, megapixels: float) -> bytes:
    """Return a made-up photograph as a camera saves it: light, shapes, grain."""
    height = round((megapixels * 1_000_000 / 1.5) ** 0.5)
    width = round(height * 1.5)
    random = np.random.default_rng(number)

    def cloud(columns: int, rows: int) -> NDArray[np.float32]:
        small = Image.fromarray(random.integers(0, 255, (rows, columns, 3), dtype=np.uint8))
        return np.asarray(small.resize((width, height), Image.Resampling.BICUBIC), np.float32)

    light = 0.62 * cloud(6, 4) + 0.2 * cloud(60, 40) + 0.12 * cloud(600, 400)
    # An edge, as of a roof against the sky.
    slope = np.arange(width)[None, :] * random.uniform(-0.4, 0.4) + height * 0.5
    light *= np.where(np.arange(height)[:, None] > slope, 0.7, 1.1)[..., None]
    light += random.normal(0, 4, (height, width, 1)).astype(np.float32)
    image = Image.fromarray(np.clip(light, 0, 255).astype(np.uint8))
    out = BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 1 if number % 4 else 6
    image.save(out, "JPEG", quality=92, exif=exif)
    return out.getvalue()


def main() -> None:
    """Print what the builds took, or how good the pictures are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", nargs="?", type=int, default=300)
    parser.add_argument("--megapixels", type=float, default=6.0)
    parser.add_argument("--quality", action="store_true")
    chosen = parser.parse_args()
    if chosen.quality:
        _quality(min(chosen.count, 8), chosen.megapixels)
        return
    with tempfile.TemporaryDirectory(prefix="ssg-images-") as folder:
        root = Path(folder)
        _write(root, chosen.count, chosen.megapixels)
        rows = [_build(root, name) for name in ("cold", "nothing changed")]
        print("| build | s | CPU s | images, s | MB of the largest process | files |")
        print("|---|---:|---:|---:|---:|---:|")
        print("\n".join(rows))


def _write(root: Path, count: int, megapixels: float) -> None:
    (root / "site.yaml").write_text("title: Pictures\nbase_url: https://example.org/\n")
    posts = root / "content" / "posts"
    for number in range(count):
        (posts / f"p{number}").mkdir(parents=True)
        head = f"title: Piece {number}\ndate: 2025-12-01\nimage: {{src: photo.jpg, alt: A photo}}"
        (posts / f"p{number}" / "index.md").write_text(f"---\n{head}\n---\nWords of {number}.\n")
    taken = [photo(number, megapixels) for number in range(min(count, _TAKEN))]
    for number in range(count):
        # What follows the end of a JPEG is passed over, and makes another file of it.
        data = taken[number % _TAKEN] + str(number).encode()
        (posts / f"p{number}" / "photo.jpg").write_bytes(data)
    size = sum(map(len, taken)) / len(taken) / 1e6
    print(f"{count} photographs of {megapixels} megapixels, {size:.1f} MB each\n")


def _build(root: Path, name: str) -> str:
    before, began = _cpu(), time.perf_counter()
    report: BuildReport = build(
        root, root / "public", Options(now=_NOW), time.perf_counter, workers=worker_count()
    )
    seconds, cpu = time.perf_counter() - began, _cpu() - before
    images = report.seconds.get("images", 0.0)
    largest = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000
    written = report.counts.written
    return f"| {name} | {seconds:.1f} | {cpu:.1f} | {images:.1f} | {largest:.0f} | {written} |"


def _cpu() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def _quality(count: int, megapixels: float) -> None:
    """Print likeness (SSIM of the brightness) and size of what is made, by format and width."""
    found: dict[tuple[str, int], list[tuple[float, float, float]]] = defaultdict(list)
    for number in range(1, count + 1):
        data = photo(number, megapixels)
        where = Location("photo.jpg")
        there = published(FileRef("", "", ""), "/photo.jpg", facts(data, where))
        for recipe in (there.recipe, *(one.recipe for one in there.variants)):
            began = time.process_time()
            (made,) = variants(data, [recipe], where)
            seconds = time.process_time() - began
            like = _likeness(data, made)
            found[recipe.format, recipe.width].append((like, len(made) / 1000, seconds))
    print("| format | width | likeness | kB | CPU s alone |\n|---|---:|---:|---:|---:|")
    for (kind, width), each in sorted(found.items()):
        like, size, seconds = (sum(one) / len(each) for one in zip(*each, strict=True))
        print(f"| {kind} | {width} | {like:.3f} | {size:.0f} | {seconds:.2f} |")


def _likeness(original: bytes, made: bytes) -> float:
    """Return the mean structural similarity of two pictures over blocks of eight pixels."""
    shown = Image.open(BytesIO(made)).convert("L")
    upright: Image.Image = Image.open(BytesIO(original))
    if upright.getexif().get(0x0112) == 6:
        upright = upright.transpose(Image.Transpose.ROTATE_270)
    wanted = upright.convert("L").resize(shown.size, Image.Resampling.LANCZOS)
    one, two = (_blocks(np.asarray(image, np.float64)) for image in (wanted, shown))
    means = one.mean(-1), two.mean(-1)
    spread = ((one - means[0][:, None]) * (two - means[1][:, None])).mean(-1)
    bright = (2 * means[0] * means[1] + 6.5) / (means[0] ** 2 + means[1] ** 2 + 6.5)
    rough = (2 * spread + 58.5) / (one.var(-1) + two.var(-1) + 58.5)
    return float((bright * rough).mean())


def _blocks(image: NDArray[np.float64]) -> NDArray[np.float64]:
    rows, columns = (size // 8 for size in image.shape)
    cut = image[: rows * 8, : columns * 8].reshape(rows, 8, columns, 8)
    return cut.transpose(0, 2, 1, 3).reshape(rows * columns, 64)


if __name__ == "__main__":
    main()
