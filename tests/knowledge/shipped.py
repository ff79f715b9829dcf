"""The entries under knowledge/entries, read once."""

from functools import cache

from django.conf import settings

from knowledge.domain import files
from knowledge.domain.schema import Entry

IDS = sorted(path.stem for path in settings.CORPUS.glob("*.yml"))


@cache
def shipped() -> dict[str, Entry]:
    return {entry.id: entry for entry in files.read(settings.CORPUS)}
