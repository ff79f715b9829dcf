"""Puts everything that is sealed under the newest of HOSHO_FIELD_KEYS; web and rasa run on, and know it already."""

from typing import Any

from asgiref.sync import async_to_sync
from django.core.management.base import BaseCommand, CommandError

from chat.dialogue_engine import EngineAway
from chat.rasa import engine
from chat.resealing import StillOlder, reseal_all
from sealing.keys import Unopened


class Command(BaseCommand):
    help = "保管している個人情報を、HOSHO_FIELD_KEYS の先頭の鍵で暗号化し直します(webとrasaは動かしたままにします)"

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = async_to_sync(reseal_all)(engine())
        except (Unopened, EngineAway, StillOlder) as error:
            raise CommandError(f"the older keys are still needed: {error}") from None
        for name, rows in sorted(done.items()):
            self.stdout.write(f"{name}: {rows} rows sealed anew")
        self.stdout.write("No row needs an older key: all but the first may now be removed from HOSHO_FIELD_KEYS.")
