"""Checks the drafts, fits and tries a release of them and puts it live, without a second person's approval."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from knowledge import live
from knowledge.domain.faults import CorpusError
from knowledge.drafts import COMMAND, import_path
from knowledge.models import Draft
from knowledge.publishing import RegressionError, publish


class Command(BaseCommand):
    help = "下書きを確認し、新しい版として公開します"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--note", required=True, help="何を変えたか")
        parser.add_argument(
            "--if-none",
            action="store_true",
            help="公開中の版がないか読めないときだけ、下書き(なければ同梱の知識)を公開する",
        )

    def handle(self, *args: Any, note: str, if_none: bool, **options: Any) -> None:
        if if_none and _is_live():
            return
        try:
            if not Draft.objects.exists():
                import_path(settings.CORPUS)
            self.stdout.write("知識ベースを公開しています(初回はすべての質問を読み込むため5分ほどかかります)…")
            release, tolerated = publish(live.encoder(), note, by=COMMAND)
        except (CorpusError, RegressionError) as error:
            raise CommandError(f"公開しませんでした。\n{error}") from error
        self.stdout.write(f"{release}を公開しました。確認質問のうち見つからなかったもの: {len(tolerated)}件")


def _is_live() -> bool:
    """Whether a release is live that this installation can read."""
    live.look_again()
    try:
        live.current()
    except (live.NoRelease, ValueError):
        return False
    return True
