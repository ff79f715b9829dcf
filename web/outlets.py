"""The settings that say where leads go besides the inbox: a webhook, e-mail, Slack."""

import base64
import binascii
import dataclasses
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import SplitResult, unquote, urlsplit

from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings

from web.commas import Commas
from web.secret import SECRET

SMTP_PORTS = {"smtp": 25, "smtps": 465}
SUBMISSION_PORT = 587


@dataclass(frozen=True)
class MailServer:
    """smtp_url, taken apart. `tls` from the first byte, or `starttls` before anything is said."""

    host: str
    port: int
    user: str
    password: str = dataclasses.field(repr=False)
    starttls: bool
    tls: bool


def _may_be_called(value: str, info: ValidationInfo) -> str:
    """Needs lead_webhook_allow_private to stand before it."""
    if not value:
        return value
    parts = _split(value)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise ValueError("must be an address such as https://crm.example.co.jp/leads")
    if parts.scheme == "http" and not info.data.get("lead_webhook_allow_private"):
        raise ValueError("must be https; plain http needs HOSHO_LEAD_WEBHOOK_ALLOW_PRIVATE=true")
    return value


WebAddress = Annotated[str, AfterValidator(_may_be_called)]


class Outlets(BaseSettings):
    """Each way out is on when its address is set; what it needs besides is checked at the start."""

    lead_webhook_allow_private: bool = Field(
        False, description="Let webhooks go to plain http, loopback and private addresses"
    )
    lead_webhook_url: WebAddress = Field("", description="Receives each lead as JSON (Standard Webhooks)")
    lead_webhook_secret: Annotated[str, SECRET] = Field(
        "",
        description="Signs what the webhook receives, and is needed for it: whsec_ and at least 24 bytes in base64",
        validate_default=True,
    )
    slack_webhook_url: Annotated[WebAddress, SECRET] = Field(
        "", description="Incoming webhook of Slack: one line a lead, nothing personal"
    )
    lead_email: Commas = Field([], description="Receive each lead as an e-mail")
    smtp_url: Annotated[str, SECRET] = Field(
        "",
        description="Mail server, needed for e-mails: smtp://user:password@host:587 (STARTTLS with a user or on 587) "
        "or smtps://...",
        validate_default=True,
    )
    mail_from: str = Field("", description="Sender of these e-mails, and needed for them", validate_default=True)

    @field_validator("lead_webhook_secret")
    @classmethod
    def _can_sign(cls, value: str, info: ValidationInfo) -> str:
        if not value and not info.data.get("lead_webhook_url"):
            return value
        try:
            key = base64.b64decode(value.removeprefix("whsec_"), validate=True)
        except binascii.Error:
            key = b""
        if not value.startswith("whsec_") or len(key) < 24:
            raise ValueError("must be whsec_ and at least 24 bytes in base64 when HOSHO_LEAD_WEBHOOK_URL is set")
        return value

    @field_validator("lead_email")
    @classmethod
    def _are_mail_addresses(cls, value: list[str]) -> list[str]:
        if not all(map(_is_mail_address, value)):
            raise ValueError("must be e-mail addresses parted by commas, such as eigyo@example.co.jp")
        return value

    @field_validator("smtp_url")
    @classmethod
    def _is_a_mail_server(cls, value: str, info: ValidationInfo) -> str:
        if not value and not info.data.get("lead_email"):
            return value
        parts = _split(value)
        if parts.scheme not in SMTP_PORTS or not parts.hostname:
            raise ValueError("must be smtp://user:password@host:587 or smtps://... when HOSHO_LEAD_EMAIL is set")
        return value

    @field_validator("mail_from")
    @classmethod
    def _is_a_sender(cls, value: str, info: ValidationInfo) -> str:
        if (value or info.data.get("lead_email")) and not _is_mail_address(value):
            raise ValueError("must be an e-mail address when HOSHO_LEAD_EMAIL is set")
        return value

    @property
    def mail_server(self) -> MailServer:
        parts = _split(self.smtp_url)
        port = parts.port or SMTP_PORTS.get(parts.scheme, 25)
        return MailServer(
            host=parts.hostname or "",
            port=port,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            starttls=parts.scheme == "smtp" and (bool(parts.username) or port == SUBMISSION_PORT),
            tls=parts.scheme == "smtps",
        )


def _split(address: str) -> SplitResult:
    """Raises ValueError in a sentence that does not repeat the address: it may hold a password."""
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError:
        raise ValueError("is not an address that can be read") from None
    return parts


def _is_mail_address(text: str) -> bool:
    name, at, domain = text.rpartition("@")
    strange = any(character.isspace() or character in ",;<>@" for character in name + domain)
    return bool(name and at and domain) and text.isascii() and not strange
