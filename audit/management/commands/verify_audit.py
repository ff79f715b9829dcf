"""Looks whether the audit trail is whole, and names its last row: kept elsewhere, it proves later that none was cut."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from audit import chain
from audit.models import Record


class Command(BaseCommand):
    help = "監査記録が書き換えられていないことを確かめます"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--anchor", metavar="番号:連鎖値", help="以前に控えた行(ログの record と digest)とも比べます"
        )

    def handle(self, *args: Any, anchor: str | None, **options: Any) -> None:
        if found := list(chain.faults(Record.objects.order_by("number").iterator())):
            raise CommandError("監査記録に異常があります。\n" + "\n".join(found))
        if anchor:
            number, _, digest = anchor.partition(":")
            if not number.isdecimal() or not Record.objects.filter(number=int(number), digest=digest).exists():
                raise CommandError(f"控えと一致しません: record {number} is missing or not as it was written")
        last = Record.objects.first()
        self.stdout.write(
            f"異常はありません。最後の行: {last.number}:{last.digest}" if last else "記録はまだありません。"
        )
