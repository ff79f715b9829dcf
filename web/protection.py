"""The settings that guard: limits for visitors, proxies that are believed, what a login of staff needs."""

import ipaddress
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator
from pydantic_settings import BaseSettings

from web.commas import Commas
from web.secret import SECRET


class Protection(BaseSettings):
    """Held as they are in production; what is loosened for measurements is refused there."""

    production: bool = Field(False, description="Refuse to start without secrets; secure cookies")
    trusted_proxies: Commas = Field(
        [], description="Addresses or networks of our proxies: their X-Forwarded-For and -Proto are believed"
    )
    limits: bool = Field(True, description="Hold visitors to the limits; off for measurements alone, not in production")
    limit_factor: float = Field(1.0, description="Multiplies what one address may do, for offices behind one", gt=0)
    redis_url: Annotated[str, SECRET] = Field(
        "", description="Shared by several processes: the limits, and Rasa's locks; memory when empty"
    )
    request_timeout: float = Field(10.0, description="Seconds a client may take to send a request", gt=0)
    staff_totp: Literal["optional", "required"] = Field("optional", description="Whether staff need a second factor")
    staff_idle_minutes: int = Field(60, description="Minutes without a request after which staff log in again", ge=5)
    staff_hours: int = Field(12, description="Hours after which staff log in again in any case", ge=1)

    @field_validator("trusted_proxies")
    @classmethod
    def _are_networks(cls, value: list[str]) -> list[str]:
        for part in value:
            try:
                ipaddress.ip_network(part)
            except ValueError:
                raise ValueError("must be addresses or networks parted by commas, such as 10.0.0.0/8") from None
        return value

    @field_validator("limits")
    @classmethod
    def _are_held_in_production(cls, value: bool, info: ValidationInfo) -> bool:
        if not value and info.data.get("production"):
            raise ValueError("must be on in production")
        return value

    @field_validator("redis_url")
    @classmethod
    def _is_a_redis(cls, value: str) -> str:
        if value and not value.startswith(("redis://", "rediss://")):
            raise ValueError("must be an address such as redis://redis.internal:6379/0")
        return value
