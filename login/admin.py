"""The accounts of staff: who has a second factor, and taking it away from who has lost their telephone."""

from typing import TYPE_CHECKING

from django.contrib import admin, messages
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django_otp.plugins.otp_totp.models import TOTPDevice

from login import second_factor
from login.form import LoginForm

if TYPE_CHECKING:
    _UserAdmin = UserAdmin[User]
else:
    _UserAdmin = UserAdmin

admin.site.login_form = LoginForm
admin.site.unregister(User)
admin.site.unregister(TOTPDevice)  # its page would show the key


@admin.register(User)
class StaffAdmin(_UserAdmin):
    list_display = ("username", "last_name", "first_name", "is_staff", "is_active", "has_second_factor")
    actions = ("reset_second_factor",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[User]:
        devices = TOTPDevice.objects.filter(user=OuterRef("pk"), confirmed=True)
        users: QuerySet[User] = super().get_queryset(request).annotate(second_factor=Exists(devices))
        return users

    @admin.display(description="二段階認証", boolean=True)
    def has_second_factor(self, user: User) -> bool:
        return bool(user.second_factor)  # type: ignore[attr-defined]

    @admin.action(description="二段階認証を解除する(スマートフォンを失くしたとき)", permissions=["change"])
    def reset_second_factor(self, request: HttpRequest, users: QuerySet[User]) -> None:
        for user in users:
            if second_factor.drop(user):
                self.log_change(request, user, "二段階認証を解除しました。")
                messages.success(request, f"{user.get_username()} さんの二段階認証を解除しました。")
            else:
                messages.info(request, f"{user.get_username()} さんは二段階認証を設定していません。")
