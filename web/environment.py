"""The HOSHO_* settings, read from the environment and nowhere else."""

import contextlib
import json
import os
import secrets
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from pydantic import Field, ValidationError, field_validator
from pydantic_settings import SettingsConfigDict

from web.commas import Commas
from web.outlets import Outlets
from web.protection import Protection
from web.secret import SECRET

ROOT = Path(__file__).resolve().parent.parent
RASA_PORT = 5005
"""Rasa's own default."""
SECRETS = ("secret_key", "action_token", "field_keys")
FIRST_LOGIN = "staff"
"""Of development, made with the database."""
NEW_KEY = 'python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'


class MissingSecret(SystemExit):
    """Production start without a secret; the sentence says which."""


class Environment(Outlets, Protection):
    """What an operator sets. In development, missing secrets are generated once into var/."""

    model_config = SettingsConfigDict(env_prefix="HOSHO_", extra="ignore")

    var: Path = Field(ROOT / "var", description="Folder for the SQLite files, logs and generated secrets")
    database_url: Annotated[str, SECRET] = Field(
        "", description="Database, such as postgres://hosho:password@host:5432/hosho; SQLite in HOSHO_VAR when empty"
    )
    rasa_url: str = Field(
        "http://127.0.0.1:5005",
        description=f"Where Rasa listens: loopback or a private network, on port {RASA_PORT} if it names none",
    )
    action_url: str = Field("", description="Where Rasa reaches the action webhook; this machine's web when empty")
    host: str = Field("127.0.0.1", description="Address on which the web process listens")
    port: int = Field(8000, description="Port on which the web process listens")
    secret_key: Annotated[str, SECRET] = Field("", description="Signs session tokens and staff sessions")
    action_token: Annotated[str, SECRET] = Field(
        "", description="Shared with Rasa: guards the action webhook and Rasa's control channel; ASCII"
    )
    field_keys: Annotated[Commas, SECRET] = Field(
        [], description="Fernet keys that seal personal data, the newest first; the others only open"
    )
    allowed_origins: Commas = Field([], description="Sites that may embed the widget, such as https://www.example.jp")
    allowed_hosts: Commas = Field(
        ["127.0.0.1", "localhost"],
        description="Names under which visitors and staff find us, beside loopback and HOSHO_HOST",
    )
    retention_days: int = Field(30, description="Days after which a visitor's session ends and is erased", ge=1, le=365)
    lead_retention_days: int = Field(
        400, description="Days after which a lead that nobody works on, and that was not won, is erased", ge=30, le=3650
    )
    agency_name: str = Field("当代理店", description="Who collects personal data: named where the visitor consents")
    source_page: str = Field("", description="Address (https) of the page the answers come from; cards link to it")
    turn_timeout: float = Field(5.0, description="Seconds a visitor waits for Rasa before the apology", gt=0)
    action_timeout: float = Field(4.0, description="Seconds an action may take before its apology", gt=0)

    @field_validator("allowed_origins", "allowed_hosts")
    @classmethod
    def _as_browsers_name_them(cls, value: list[str]) -> list[str]:
        return [part.rstrip("/") for part in value]

    @field_validator("field_keys")
    @classmethod
    def _are_fernet_keys(cls, value: list[str]) -> list[str]:
        for place, key in enumerate(value, start=1):
            try:
                Fernet(key)
            except ValueError:
                raise ValueError(f"key {place} is no Fernet key; make one with: {NEW_KEY}") from None
        return value

    @field_validator("source_page")
    @classmethod
    def _safe_to_link(cls, value: str) -> str:
        if value and not value.startswith("https://"):
            raise ValueError("must begin with https://: the answers link to it")
        return value

    @field_validator("action_token")
    @classmethod
    def _fits_a_header(cls, value: str) -> str:
        if not value.isascii():
            raise ValueError("must be ASCII: it travels in an HTTP header")
        return value

    @field_validator("rasa_url")
    @classmethod
    def _with_its_port(cls, value: str) -> str:
        """Both who listens and who calls need the port."""
        parts = urlsplit(value)
        return value if parts.port else parts._replace(netloc=f"{parts.hostname}:{RASA_PORT}").geturl()


def load() -> Environment:
    """The settings, with development's secrets filled in. Raises MissingSecret in production."""
    environment = _read()
    missing = [name for name in SECRETS if not getattr(environment, name)]
    if environment.production and missing:
        names = ", ".join(f"HOSHO_{name.upper()}" for name in missing)
        raise MissingSecret(f"hosho does not start: in production {names} must be set in the environment")
    environment.var.mkdir(parents=True, exist_ok=True)
    if missing:
        kept = _development_secrets(environment.var / "secrets.json")
        environment = _read(**{name: kept[name] for name in missing})
    return environment


def first_password(environment: Environment) -> str:
    """Of FIRST_LOGIN; in production there is none."""
    return _development_secrets(environment.var / "secrets.json")["staff_password"]


def _read(**known: str) -> Environment:
    """`known` goes before the environment. Raises SystemExit with a sentence that names the setting."""
    try:
        return Environment(**known)  # type: ignore[arg-type]  # read as text, as in the environment
    except ValidationError as error:
        wrong = "; ".join(f"HOSHO_{str(e['loc'][0]).upper()}: {e['msg']}" for e in error.errors())
        raise SystemExit(f"hosho does not start: {wrong}") from None


def _development_secrets(path: Path) -> dict[str, str]:
    """Secrets made once for this checkout; one that an update brought is added, none is ever changed.

    Whoever creates the file first decides, whatever starts beside it."""
    known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
    missing = [name for name in (*SECRETS, "staff_password") if name not in known]
    if missing:
        part = path.with_suffix(f".{os.getpid()}.part")
        part.touch(mode=0o600)
        part.write_text(json.dumps({**{name: _new(name) for name in missing}, **known}))
        if known:
            part.replace(path)
        else:
            with contextlib.suppress(FileExistsError):
                os.link(part, path)
            part.unlink()
        known = json.loads(path.read_text())
    return known


def _new(name: str) -> str:
    return Fernet.generate_key().decode() if name == "field_keys" else secrets.token_urlsafe(24)
