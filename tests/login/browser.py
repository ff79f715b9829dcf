"""The login page, as a person uses it."""

import time
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

PASSWORD = "さくら-Fuji-2026-雨"
LOGIN, INBOX, SECOND_FACTOR = "/staff/login/", "/staff/leads/lead/", "/staff/second-factor/"


@dataclass
class Browser:
    client: Client
    address: str = "203.0.113.7"

    def logs_in(self, name: str = "sato", password: str = PASSWORD, code: str = "", to: str = INBOX) -> Any:
        body = {"username": name, "password": password, "code": code, "next": to}
        return self.client.post(LOGIN, body, REMOTE_ADDR=self.address)

    def is_in(self) -> bool:
        return self.client.get(INBOX, REMOTE_ADDR=self.address).status_code == 200

    def confirms(self, code: str, to: str = "") -> Any:
        return self.client.post(SECOND_FACTOR, {"code": code, "next": to}, REMOTE_ADDR=self.address)

    def turns_off(self, code: str) -> Any:
        return self.client.post(SECOND_FACTOR, {"code": code, "off": "解除する"}, REMOTE_ADDR=self.address)


def shown_by_the_app(device: TOTPDevice) -> str:
    """The six digits of this half minute."""
    app = TOTP(device.bin_key)
    app.time = time.time()
    return f"{app.token():06d}"
