"""Fits and tries a release of the drafts at low priority; the staff pages start it when a release is prepared."""

import os
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from knowledge import candidates, live


class Command(BaseCommand):
    help = "下書きを公開できるように準備します(スタッフ画面から呼ばれます)"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("digest", help="準備を始めた候補")

    def handle(self, *args: Any, digest: str, **options: Any) -> None:
        os.nice(10)  # visitors come first
        candidates.build(digest, live.encoder())
