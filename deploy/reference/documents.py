"""The documents by file name, each with what writes it."""

from collections.abc import Callable

from deploy.reference import api, commands, entry, metrics, settings
from web.environment import ROOT

FOLDER = ROOT / "docs" / "reference"
DOCUMENTS: dict[str, Callable[[], str]] = {
    "settings.md": settings.written,
    "knowledge-entry.md": entry.written,
    "metrics.md": metrics.written,
    "api.md": api.written,
    "commands.md": commands.written,
}
