"""How long ago, in words."""

from datetime import datetime, timedelta

UNITS = ((timedelta(days=1), "日前"), (timedelta(hours=1), "時間前"), (timedelta(minutes=1), "分前"))


def ago(at: datetime, now: datetime) -> str:
    """3分前, 2時間前, 5日前; whole units, rounded down."""
    passed = now - at
    return next((f"{passed // unit}{word}" for unit, word in UNITS if passed >= unit), "たった今")
