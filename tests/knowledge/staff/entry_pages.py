"""Where the pages of the entries are, how they are filled in and how they are read."""

import html
import re
from typing import Any

from django.test import Client

from knowledge.models import Draft
from knowledge.staff.conflict import marks

ENTRIES = "/staff/knowledge/draft/"
ADD, PREVIEW, PICK, TRY = (f"{ENTRIES}{page}/" for page in ("add", "preview", "pick", "try"))


def page_of(draft: Draft) -> str:
    return f"{ENTRIES}{draft.pk}/change/"


def draft_of(entry_id: str) -> Draft:
    return Draft.objects.get(entry_id=entry_id)


def shown(client: Client, address: str, **query: str) -> str:
    response = client.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def listed(client: Client, **query: str) -> list[str]:
    """Titles on the list, from the top."""
    page = shown(client, ENTRIES, **query)
    return [html.unescape(title) for title in re.findall(r'class="field-title"><a [^>]*>([^<]*)</a>', page)]


def form_of(draft: Draft, **changes: Any) -> dict[str, Any]:
    """What the page of the draft posts when these fields have been changed on it."""
    kind, _, name = draft.entry_id.partition(".")
    beside = {"draft": draft.pk, "version": draft.version, "began-with": marks(draft.data), "kind": kind, "name": name}
    return typed({**draft.data, **changes}) | beside


def typed(data: dict[str, Any]) -> dict[str, Any]:
    """An entry's fields as a form posts them; lists that are typed one item a line may be given as text."""
    fields: dict[str, Any] = {"_save": ""}
    for name, value in data.items():
        if name in {"conditions", "pays_for", "see_also"} or isinstance(value, str):
            fields[name] = value
        elif isinstance(value, bool):
            fields |= {name: "on"} if value else {}
        elif isinstance(value, list | tuple):
            fields[name] = "\n".join(value)
        elif value is not None:
            fields[name] = value
    return fields


def faults_on(page: str) -> dict[str, str]:
    """By field, the faults that stand at it, without markup."""
    found = {}
    for field, part in re.findall(r'data-field="(\w+)"(.*?)(?=data-field="|</form>)', page, re.S):
        if errors := re.search(r'<ul class="errorlist"[^>]*>(.*?)</ul>', part, re.S):
            found[field] = html.unescape(re.sub(r"<[^>]+>", "", errors[1]))
    return found
