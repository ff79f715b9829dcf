import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = "見込み客の情報を営業に届けます(まだ受け付けがないため、終了の合図を待つだけです)"

    def handle(self, *args: Any, **options: Any) -> None:
        done = threading.Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: done.set())
        self.stdout.write("配信待ちの見込み客はありません。")
        done.wait()
