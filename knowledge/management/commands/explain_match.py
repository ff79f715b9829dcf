"""Says why a question is answered as it is: candidates, words, nearest examples, gates, verdict."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from knowledge import live
from knowledge.explaining import as_lines, explain


class Command(BaseCommand):
    help = "質問がなぜその判定になるかを、候補・言葉・似た例文・ゲートで示します"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("text", help="訪問者の質問")

    def handle(self, *args: Any, text: str, **options: Any) -> None:
        try:
            knowledge = live.current()
        except (live.NoRelease, ValueError) as error:
            raise CommandError(f"公開中の版を読めません。publish_knowledge で公開してください。({error})") from error
        self.stdout.write("\n".join(as_lines(explain(text, knowledge))))
