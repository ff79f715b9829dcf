"""Erases what of the audit trail is older than so many years; that is recorded in turn."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit.ageing import forget_older


class Command(BaseCommand):
    help = "古い監査記録を消去します(消去したことは記録に残ります)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--older-than-years", type=int, required=True, metavar="年数", help="これより古い記録を消去します"
        )

    def handle(self, *args: Any, older_than_years: int, **options: Any) -> None:
        try:
            count = forget_older(older_than_years, by="コマンド")
        except ValueError as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"{count}件を消去しました。")
