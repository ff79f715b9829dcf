"""Where the exchange pages are, and how files go through them."""

import io
import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

START = "/staff/knowledge/draft/exchange/"


def shown(response: Any, status: int = 200) -> str:
    """What the page says, without its markup."""
    assert response.status_code == status, response
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", text)


def handed_in(client: Client, data: bytes, name: str = "知識.xlsx", scope: str = "") -> str:
    """The address of the page that tells what the file would change."""
    response = client.post(f"{START}upload/", {"file": SimpleUploadedFile(name, data), "scope": scope})
    assert response.status_code == 302, response
    address: str = response.headers["Location"]
    assert re.fullmatch(rf"{START}\d+/", address)
    return address


def exported(client: Client, form: str = "xlsx", **query: str) -> bytes:
    response = client.get(f"{START}export/{form}/", query)
    assert response.status_code == 200
    assert response.headers["Content-Disposition"].startswith("attachment;")
    return response.content


def book_from(client: Client, **query: str) -> Any:
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(exported(client, **query)))
