"""The page on which a member of staff sets up their second factor, or does without it again."""

import base64
import textwrap
from typing import Any

import django_otp
import qrcode
import qrcode.image.svg
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import SafeString, mark_safe
from django_otp.plugins.otp_totp.models import TOTPDevice

from login import second_factor
from login.second_factor import Refused


def page(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    """`context`: of the staff site."""
    refused = ""
    if request.method == "POST":
        try:
            return _turn_off(request) if "off" in request.POST else _turn_on(request)
        except Refused as why:
            refused = str(why)
    user: Any = request.user
    shown = {**context, "title": "二段階認証", "is_nav_sidebar_enabled": False, "refused": refused}
    shown |= {"required": second_factor.is_required(), "next": _next(request)}
    if second_factor.of(user):
        return render(request, "login/second_factor_on.html", shown)
    device = second_factor.begun(user)
    shown |= {"picture": _picture(device), "key": _key(device), "owed": second_factor.is_owed(request)}
    return render(request, "login/second_factor_off.html", shown)


def _turn_on(request: HttpRequest) -> HttpResponse:
    if not second_factor.of(request.user):  # type: ignore[arg-type]
        device = second_factor.confirm(request.user, request.POST.get("code", ""))  # type: ignore[arg-type]
        django_otp.login(request, device)
        messages.success(request, "二段階認証を設定しました。次のログインから、確認コードもお聞きします。")
    return HttpResponseRedirect(_next(request) or request.path)


def _turn_off(request: HttpRequest) -> HttpResponse:
    user: Any = request.user
    if second_factor.is_required():
        raise Refused("この画面では二段階認証が必須です。解除できません。")
    if device := second_factor.of(user):
        second_factor.check(device, request.POST.get("code", ""))
        second_factor.drop(user)
        messages.success(request, "二段階認証を解除しました。次のログインから、パスワードだけをお聞きします。")
    return HttpResponseRedirect(request.path)


def _next(request: HttpRequest) -> str:
    """Where they were going, if that is one of our pages."""
    there: str = request.POST.get(REDIRECT_FIELD_NAME) or request.GET.get(REDIRECT_FIELD_NAME) or ""
    ours = url_has_allowed_host_and_scheme(there, {request.get_host()}, request.is_secure())
    return there if ours and there.startswith(reverse("admin:index")) else ""


def _picture(device: TOTPDevice) -> SafeString:
    """The QR code, as <svg> without a style: the pages' policy allows none."""
    made = qrcode.make(device.config_url, image_factory=qrcode.image.svg.SvgPathImage)
    svg: str = made.to_string(encoding="unicode")
    return mark_safe(svg)


def _key(device: TOTPDevice) -> str:
    """As typed by hand, in groups of four."""
    return " ".join(textwrap.wrap(base64.b32encode(device.bin_key).decode().rstrip("="), 4))
