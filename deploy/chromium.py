"""Find a Chromium for the browser tests, or install one; where neither works, say the one line that does.

`python -m deploy.chromium` prints its path. Playwright's own download is the last resort: it needs the open internet.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from deploy import apt

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
REMEDY = "no Chromium for the browser tests; run: apt-get install -y chromium fonts-noto-cjk (or set CHROMIUM)"


def find() -> str | None:
    """CHROMIUM, a system path, or the browser that Playwright has downloaded."""
    # CHROMIUM: the browser that the tests drive; without it one is looked for, and installed if need be
    if given := os.environ.get("CHROMIUM"):
        if shutil.which(given):
            return given
        sys.exit(f"CHROMIUM={given} is not a program; correct it or unset it")
    system = next((path for name in NAMES if (path := shutil.which(name))), None)
    return system or _playwrights()


def _playwrights() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def install() -> None:
    """By apt as root on Debian, else by Playwright's installer. What fails is reported by the caller."""
    print("==> installing Chromium and Japanese fonts for the browser tests", flush=True)
    if apt.possible():
        apt.install("chromium", "fonts-noto-cjk")
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def require() -> str:
    """The path of a Chromium, installed if need be. Exits with the remedy."""
    path = find()
    if path is None:
        install()
        path = find()
    return path or sys.exit(REMEDY)


if __name__ == "__main__":
    print(require())
