"""Writes the drafts as YAML files, one an entry, into a folder."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from knowledge.domain.faults import CorpusError
from knowledge.drafts import export_path


class Command(BaseCommand):
    help = "下書きを知識ファイル(YAML)としてフォルダーに書き出します"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help="書き出し先のフォルダー。なければ作ります")

    def handle(self, *args: Any, path: Path, **options: Any) -> None:
        try:
            count = export_path(path)
        except CorpusError as error:
            raise CommandError(f"書き出しませんでした。\n{error}") from error
        self.stdout.write(f"{count}項目を {path} に書き出しました。")
