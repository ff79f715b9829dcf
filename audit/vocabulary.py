"""What can be told of staff: a fixed list of deeds, and of what they are done to."""

from django.db import models


class Did(models.TextChoices):
    LISTED = "listed", "一覧を見た"
    SEARCHED = "searched", "検索した"
    SAW = "saw", "閲覧した"
    EXPORTED = "exported", "書き出した"
    IMPORTED = "imported", "取り込んだ"
    ADDED = "added", "追加した"
    CHANGED = "changed", "変更した"
    NOTED = "noted", "メモを書いた"
    REPLAYED = "replayed", "配信をやり直した"
    DELETED = "deleted", "削除した"
    ERASED = "erased", "消去した"
    PROPOSED = "proposed", "公開を申請した"
    APPROVED = "approved", "承認した"
    WITHDREW = "withdrew", "申請を取り下げた"
    PUBLISHED = "published", "公開した"
    ROLLED_BACK = "rolled_back", "前の版に戻した"
    LOGGED_IN = "logged_in", "ログインした"
    LOGIN_FAILED = "login_failed", "ログインに失敗した"
    LOCKED_OUT = "locked_out", "ログインを止められた"
    LOGGED_OUT = "logged_out", "ログアウトした"


class Kind(models.TextChoices):
    LEAD = "lead", "見込み客"
    VISITOR = "visitor", "訪問者"
    ENTRY = "entry", "項目"
    RELEASE = "release", "版"
    PROPOSAL = "proposal", "申請"
    USER = "user", "利用者"
    GROUP = "group", "グループ"
    AUDIT = "audit", "監査記録"


FACTS = {
    "count": "件数",
    "added": "追加",
    "changed": "変更",
    "removed": "削除",
    "fields": "項目",
    "filters": "絞り込み",
    "searched": "検索語あり",
    "form": "形式",
    "scope": "範囲",
    "channel": "配信先",
    "delivery": "配信番号",
    "given": "付けたもの",
    "taken": "外したもの",
    "version": "版",
    "release": "公開した版",
    "known": "登録済みの名前",
    "up_to": "番号まで",
    "digest": "最後の連鎖値",
}
"""What may be told beside it, with its heading: counts, names of fields, names of ours. Never what a visitor said."""
