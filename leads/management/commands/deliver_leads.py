"""The third process: sends leads as they come in, and every hour erases what was kept long enough.

Ends what is under way first."""

import signal
import threading
from typing import Any

import structlog
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error, connection

from leads import hourly, pulse
from leads.courier import Courier, deliver_due
from leads.delivery.channels import configured

log = structlog.get_logger(__name__)

POLL = 0.3
"""Seconds between two looks for what is due."""
RETRY = 2.0
"""Seconds after the database was away."""
NOWHERE = "配信先が設定されていません。見込み客は営業の一覧にだけ入ります。"
AWAY = "データベースを利用できません({})。"
DEFECT = "配信が止まりました({})。ログを確認して、起動し直してください。"


class Command(BaseCommand):
    help = "見込み客の情報を営業に届けます"
    requires_system_checks = []  # noqa: RUF012  they load every page

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="配信待ちを一度だけ送って終わります")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        channels, stopping = configured(), threading.Event()
        if not once:
            for name in (signal.SIGTERM, signal.SIGINT):
                signal.signal(name, lambda *_: stopping.set())
        names = "、".join(str(channel.label) for channel in channels)
        self.stdout.write(f"見込み客の配信先: {names}" if channels else NOWHERE)
        try:
            if once:
                deliver_due()
            else:
                hourly.started(stopping, stdout=self.stdout, stderr=self.stderr)
                with Courier(channels) as courier:
                    self._deliver(courier, stopping)
        except Error as error:
            raise CommandError(AWAY.format(type(error).__name__)) from None
        except Exception as error:
            log.exception("delivery ended")
            raise CommandError(DEFECT.format(type(error).__name__)) from None

    def _deliver(self, courier: Courier, stopping: threading.Event) -> None:
        away = False
        while not stopping.is_set():
            pulse.beat()
            try:
                courier.step()
            except Error as error:
                if not away:
                    self.stderr.write(AWAY.format(type(error).__name__) + "使えるようになるまで待ちます。")
                away = True
                connection.close()
                stopping.wait(RETRY)
                continue
            if away:
                self.stdout.write("データベースを再び利用できます。")
                away = False
            courier.wait(POLL) if courier.busy else stopping.wait(POLL)
