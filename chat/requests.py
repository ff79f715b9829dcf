"""What a client may send, checked before anything else sees it."""

import json
import re
import uuid
from typing import Annotated, Any, NoReturn

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator

from chat import texts
from chat.problems import malformed, too_large
from knowledge.domain.text import LONGEST, clean

_VISIBLE = re.compile(
    r"[^\s\x00-\x1f\x7f-\xa0\xad\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    r"\U000e0001-\U000e007f]"
)
"""All but spaces, control characters and those that take no room: a text without one is empty (docs/openapi.yaml)."""
_UUID = re.compile(r"[0-9A-Fa-f]{8}(-?[0-9A-Fa-f]{4}){3}-?[0-9A-Fa-f]{12}")
"""uuid.UUID reads more: 1_0, +1, １ in full width, braces."""
LONGEST_BODY = 8 * 1024
MOST_MEMBERS = 16


def _uuid(value: object) -> object:
    return uuid.UUID(value) if isinstance(value, str) and _UUID.fullmatch(value) else value


class Sent(BaseModel):
    """A message: typed text or a pressed button, with the client's own id for it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    id: Annotated[uuid.UUID, BeforeValidator(_uuid)]
    text: str | None = None
    button: str | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> "Sent":
        if (self.text is None) == (self.button is None):
            raise ValueError("either text or button")
        return self


def body_of(request: HttpRequest) -> dict[str, Any]:
    """The JSON object in the body. Raises Problem 400 or 413."""
    try:
        raw = request.body
    except RequestDataTooBig as error:
        raise too_large(texts.TOO_LARGE) from error
    if len(raw) > LONGEST_BODY:
        raise too_large(texts.TOO_LARGE)
    try:
        body = json.loads(raw or b"{}", parse_constant=_refuse, object_pairs_hook=_flat)
    except (ValueError, RecursionError) as error:
        raise malformed() from error
    if not isinstance(body, dict):
        raise malformed()
    return body


def topic_of(body: dict[str, Any]) -> str | None:
    """The entry id that a new conversation is to begin with, when the page names one. Raises Problem 400."""
    about = body.get("about")
    if about is not None and not isinstance(about, str):
        raise malformed()
    return about


def _flat(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of a few plain values, none named twice: whoever else reads it must read the same."""
    body = dict(pairs)
    if not len(body) == len(pairs) <= MOST_MEMBERS or any(isinstance(value, dict | list) for value in body.values()):
        raise ValueError("not an object of a few plain values")
    return body


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def sent(request: HttpRequest) -> Sent:
    """The message in the body, its text cleaned. Raises Problem 400 or 413."""
    try:
        message = Sent.model_validate(body_of(request))
    except ValidationError as error:
        wrong_id = any(e["loc"][:1] == ("id",) for e in error.errors())
        raise malformed(texts.BAD_ID if wrong_id else texts.MALFORMED) from error
    if message.text is None:
        return message
    if len(message.text) > LONGEST:
        raise too_large(texts.TOO_LONG)
    text = clean(message.text)
    if not _VISIBLE.search(text):
        raise malformed(texts.EMPTY)
    return message.model_copy(update={"text": text})
