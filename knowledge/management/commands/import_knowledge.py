"""Takes entries into the drafts: from YAML, a folder or a ZIP of it, Excel or CSV; all of them, or none at a fault."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from knowledge import exchange
from knowledge.domain.faults import CorpusError, Fault
from knowledge.drafts import COMMAND, import_path
from knowledge.import_plan import difference
from knowledge.importing import apply


class Command(BaseCommand):
    help = "知識ファイル(YAML、そのフォルダーか ZIP、Excel、CSV)を下書きに取り込みます"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("path", type=Path, help="取り込むファイルかフォルダー")

    def handle(self, *args: Any, path: Path, **options: Any) -> None:
        if not path.exists():
            raise CommandError(f"{path} が見つかりません。")
        if path.is_dir() or path.suffix == ".yml":
            self.stdout.write(f"{_from_yaml(path)}項目を下書きに取り込みました。")
        else:
            self.stdout.write(_from_file(path))


def _from_yaml(path: Path) -> int:
    try:
        return import_path(path)
    except CorpusError as error:
        raise _refused(error.faults) from error


def _from_file(path: Path) -> str:
    plan = difference(exchange.read_upload(path.name, path.read_bytes()), exchange.WHOLE)
    if plan.faults:
        raise _refused(plan.faults)
    apply(plan, COMMAND)
    added, changed = len(plan.added), len(plan.changed)
    return f"下書きに取り込みました。追加{added}件、変更{changed}件、そのまま{plan.unchanged}件"


def _refused(faults: list[Fault]) -> CommandError:
    named = "\n".join(map(str, faults))
    return CommandError(f"取り込みませんでした。{len(faults)}件の誤りがあります。\n{named}")
