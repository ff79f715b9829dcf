"""Erases what was kept long enough; the delivery process does the same every hour."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import Error
from django.utils import timezone

from chat import rasa, retention

NAMES = {
    "conversations": "会話",
    "forms": "フォーム",
    "leads": "見込み客",
    "transcripts": "成約した見込み客の会話",
    "histories": "消えた見込み客の変更履歴",
    "form_counts": "フォームの進み具合",
    "uploads": "取り込み待ちのファイル",
    "questions": "答えられなかった質問など",
    "logins": "スタッフのログイン",
    "failed_logins": "失敗したログイン",
    "log_entries": "操作の記録",
}
AWAY = "the database at HOSHO_DATABASE_URL does not answer ({}); nothing more was erased"
WAITING = "{} conversations past HOSHO_RETENTION_DAYS are not erased yet: {}. The next run tries again"


class Command(BaseCommand):
    help = "保存期間を過ぎた会話や見込み客などを消します(何度実行しても同じです)"
    requires_system_checks = []  # noqa: RUF012  they load every page

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            erased = retention.erase_old(rasa.engine(), timezone.now())
        except Error as error:
            raise CommandError(AWAY.format(type(error).__name__)) from None
        counts = {name: count for name, count in erased.counts.items() if count}
        here = "、".join(f"{NAMES[name]} {count}" for name, count in counts.items()) or "なし"
        there = ", ".join(f"{name} {count}" for name, count in counts.items()) or "nothing"
        self.stdout.write(f"保存期間を過ぎて消したもの: {here} (erased by age: {there})")
        if erased.problem:
            raise CommandError(WAITING.format(erased.waiting, erased.problem))
