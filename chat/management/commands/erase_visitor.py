"""Erases one visitor at their wish, looks for what might be left, and leaves a receipt."""

import getpass
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError, CommandParser

from chat import rasa
from chat.dialogue_engine import EngineAway
from chat.erasing import visitor as known_by
from chat.erasing.erasure import ROWS, erase
from chat.erasing.traces import CannotLook
from chat.erasing.visitor import Visitor
from chat.models import ErasureReceipt

NOBODY = "該当するお客さまは見つかりません。何も消していません。"
DRY = "まだ何も消していません。上の内容でよければ --yes を付けて、もう一度実行してください。"
AWAY = "nothing was erased, because Rasa must forget first: {}. Start it and run the command again"
UNSEEN = "everything was erased (receipt {}), but it could not be checked: {}"
LEFT = "everything was erased (receipt {}), but words of the visitor were met in: {}"


class Command(BaseCommand):
    help = "お客さま一人の情報をすべて消去し、残っていないことを確かめて、控えを残します"

    def add_arguments(self, parser: CommandParser) -> None:
        who = parser.add_mutually_exclusive_group(required=True)
        who.add_argument("--reference", help="受付番号")
        who.add_argument("--session", type=UUID, help="会話ID")
        who.add_argument("--email", help="メールアドレス(まず一覧だけを示します)")
        who.add_argument("--phone", help="電話番号(まず一覧だけを示します)")
        parser.add_argument("--yes", action="store_true", help="一覧を確かめたので、消去します")
        parser.add_argument("--by", default="", help="消去する人(省略すると、実行した利用者の名前)")

    def handle(self, *args: Any, **options: Any) -> None:
        found = _found(options)
        if not found:
            raise CommandError(NOBODY)
        self._list(found)
        if not options["yes"] and (options["email"] or options["phone"]):
            self.stdout.write(DRY)
            return
        try:
            receipt = erase(found, options["by"] or getpass.getuser(), rasa.engine())
        except EngineAway as error:
            raise CommandError(AWAY.format(error)) from None
        except CannotLook as error:
            raise CommandError(UNSEEN.format(ErasureReceipt.objects.latest("pk"), error)) from None
        self._tell(receipt)

    def _list(self, found: Visitor) -> None:
        for lead in found.leads:
            status = lead.get_status_display()
            self.stdout.write(f"受付 {lead.reference} {lead.created_at:%Y-%m-%d} {lead.get_kind_display()} {status}")
        for session in found.sessions:
            self.stdout.write(f"会話 {session}")

    def _tell(self, receipt: ErasureReceipt) -> None:
        counts = "、".join(f"{ROWS[name]} {count}" for name, count in receipt.erased.items())
        self.stdout.write(f"消去しました。控え {receipt.number}: {counts}")
        if receipt.found:
            raise CommandError(LEFT.format(receipt.number, ", ".join(receipt.found)))
        self.stdout.write(f"お客さまの言葉など {receipt.looked_for} 件を探し、残っていた所は 0 か所でした。")


def _found(options: dict[str, Any]) -> Visitor:
    ways: dict[str, Callable[[Any], Visitor]] = {
        "reference": known_by.by_reference,
        "session": known_by.by_session,
        "email": known_by.by_email,
        "phone": known_by.by_phone,
    }
    return next(way(options[name]) for name, way in ways.items() if options[name])
