"""Names every fault of the entries' files at once, with file and line."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from knowledge.domain import files
from knowledge.domain.faults import CorpusError


class Command(BaseCommand):
    help = "知識ファイル(YAML)を調べ、直すところをすべて示します"
    requires_system_checks: list[str] = []  # noqa: RUF012 - Django's own name and type

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", nargs="?", type=Path, default=settings.CORPUS, help="ファイルかフォルダー")

    def handle(self, *args: Any, path: Path, **options: Any) -> None:
        try:
            entries = files.read(path)
        except CorpusError as error:
            raise CommandError(f"{len(error.faults)}件の誤りがあります。\n{error}") from error
        questions = sum(len(e.questions) + len(e.boundary) for e in entries)
        self.stdout.write(f"{len(entries)}項目、質問{questions}件。誤りはありません。")
