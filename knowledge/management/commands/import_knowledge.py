from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from knowledge.domain.faults import CorpusError
from knowledge.drafts import import_path


class Command(BaseCommand):
    help = "知識ファイル(YAML)またはフォルダーを下書きに取り込みます"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path)

    def handle(self, *args: Any, path: Path, **options: Any) -> None:
        if not path.exists():
            raise CommandError(f"{path} が見つかりません。")
        try:
            count = import_path(path)
        except CorpusError as error:
            raise CommandError(f"取り込みませんでした。{len(error.faults)}件の誤りがあります。\n{error}") from error
        self.stdout.write(f"{count}項目を下書きに取り込みました。")
