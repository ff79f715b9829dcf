"""The pictures that the documents show. A test takes each of them with `picture(page, "name.png")`, and it replaces the
kept one if it looks different: what differs from run to run is settled first."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Page

from web.environment import ROOT

FOLDER = ROOT / "docs" / "images"
SHARP = 2
"""Pixels for one of the page, as of today's screens, in pictures of the widget. Of the staff's pages, which leave the
height of a line to the fonts, Chromium lays out lines so now with one height, now with another."""
SHOW_A_FIXED_DAY = (Path(__file__).parent / "fixed_day.js").read_text(encoding="utf-8")
COLOURS = 256
"""Enough for pages of text, in a third of the bytes."""
VISIBLE = 48
"""Of 255: what a pixel differs by at least when its difference is seen."""
SAME = 0.0001
"""Share of differing pixels up to which two pictures look alike: a figure may change, a word may not."""

Picture = Callable[..., None]
"""(page, name of the file, full_page=False): take it."""


def take(page: Page, name: str, *, full_page: bool = False) -> None:
    page.evaluate(SHOW_A_FIXED_DAY)
    keep(page.screenshot(animations="disabled", full_page=full_page), FOLDER / name)


def keep(taken: bytes, kept: Path) -> None:
    """Write the picture, unless what is kept looks like it."""
    picture = Image.open(BytesIO(taken)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    if not kept.exists() or not _looks_like(kept, picture):
        picture.save(kept, optimize=True)


def _looks_like(kept: Path, picture: Image.Image) -> bool:
    with Image.open(kept) as before:
        return look_alike(picture, before)


def look_alike(one: Image.Image, other: Image.Image) -> bool:
    if one.size != other.size:
        return False
    difference = ImageChops.difference(one.convert("RGB"), other.convert("RGB")).convert("L")
    return sum(difference.histogram()[VISIBLE:]) <= SAME * one.width * one.height
