"""The form of the login: user name, password, and the code of those who have set one up."""

from typing import Any

from django import forms
from django.contrib.admin.forms import AdminAuthenticationForm

from audit.recording import record
from audit.vocabulary import Did, Kind
from login import second_factor


class LoginForm(AdminAuthenticationForm):
    code = forms.CharField(
        label="確認コード",
        required=False,
        max_length=20,
        help_text="二段階認証を設定している方だけ入力してください。認証アプリに表示される6桁です。",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def clean(self) -> dict[str, Any]:
        """The code is looked at after the password alone was right: it tells nobody who has one."""
        cleaned: dict[str, Any] = super().clean()
        user: Any = self.get_user()
        if user and (device := second_factor.of(user)):
            try:
                second_factor.check(device, cleaned.get("code", ""))
            except second_factor.Refused as refused:
                record(Did.LOGIN_FAILED, Kind.USER, user.get_username(), fields=[second_factor.NAME])
                raise forms.ValidationError(str(refused), code="second_factor") from None
            user.otp_device = device
        return cleaned
