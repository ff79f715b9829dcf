"""The second factor of a member of staff: a code that an app on their telephone shows for half a minute (TOTP)."""

import unicodedata
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.http import HttpRequest
from django_otp.plugins.otp_totp.models import TOTPDevice

from audit.recording import record
from audit.vocabulary import Did, Kind

NAME = "認証アプリ"
_OWED = "second_factor_owed"


class Refused(Exception):
    """A code that does not open; the sentence says to its owner why, and what to do."""


def of(user: AbstractBaseUser) -> TOTPDevice | None:
    """The one that is asked for at the login; None for who has set none up."""
    device: TOTPDevice | None = TOTPDevice.objects.filter(user=user, confirmed=True).first()
    return device


def is_required() -> bool:
    return bool(settings.ENVIRONMENT.staff_totp == "required")


def is_owed(request: HttpRequest) -> bool:
    """Whether this login lacks it: of somebody who has one, or of anybody where everybody must have one."""
    if not hasattr(request, _OWED):  # asked several times for each page
        user: Any = request.user  # OTPMiddleware gives it is_verified
        setattr(request, _OWED, not user.is_verified() and (is_required() or of(user) is not None))
    return bool(getattr(request, _OWED))


def begun(user: AbstractBaseUser) -> TOTPDevice:
    """The one being set up: the same until it is confirmed, so that a page opened again shows the same picture."""
    device: TOTPDevice = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": NAME})[0]
    return device


def confirm(user: AbstractBaseUser, code: str) -> TOTPDevice:
    """The one that was being set up, in force from now on. Raises Refused."""
    device = begun(user)
    check(device, code)
    with transaction.atomic():
        device.confirmed = True
        device.save(update_fields=["confirmed"])
        record(Did.CHANGED, Kind.USER, user.get_username(), given=[NAME])
    return device


@transaction.atomic
def drop(user: AbstractBaseUser) -> int:
    """Nothing but the password is asked of them; how many there were."""
    count: int = TOTPDevice.objects.filter(user=user).delete()[0]
    if count:
        record(Did.CHANGED, Kind.USER, user.get_username(), taken=[NAME])
    return count


def check(device: TOTPDevice, code: str) -> None:
    """Raises Refused for a wrong code, one that was used before, and for tries that follow a wrong one too fast."""
    typed = "".join(filter(str.isdigit, unicodedata.normalize("NFKC", code)))
    if not typed:
        raise Refused("認証アプリに表示されている6桁のコードを入力してください。")
    with transaction.atomic():
        locked = TOTPDevice.objects.select_for_update().get(pk=device.pk)
        allowed, _ = locked.verify_is_allowed()
        right = allowed and locked.verify_token(typed)
    if not allowed:
        raise Refused(
            "コードの間違いが続いたため、いまは確認できません。少し待ってから、新しいコードを入力してください。"
        )
    if not right:
        raise Refused(
            "コードが違います。認証アプリに新しく表示された6桁を入力してください。"
            "同じコードは1回しか使えません。合わないときは、スマートフォンの時刻が自動設定になっているか確かめてください。"
        )
    device.refresh_from_db()
