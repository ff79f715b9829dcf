"""The search for what is left of a visitor finds a word wherever and however it is written."""

import base64
import json
import uuid
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from pytest_django import Settings

from chat.erasing import traces
from chat.erasing.traces import CannotLook, found
from chat.erasing.visitor import Visitor, by_reference
from chat.erasing.words import encodings, words_of
from knowledge.domain.entities import names_in
from knowledge.models import Draft
from leads import forms
from leads.domain import consent
from leads.domain.answers import Heard
from leads.domain.contents import Conversation
from leads.domain.lead import Kind, PastIncidents
from leads.models import Lead
from tests.chat.erasing.conftest import NOTE, NOW, QUESTION
from tests.leads.form.talk import QUOTE

WORD = "株式会社ひみつ商事の山田です"


@pytest.fixture
def var(settings: Settings, tmp_path: Path, transactional_db: None) -> Path:
    """An empty HOSHO_VAR."""
    settings.ENVIRONMENT = settings.ENVIRONMENT.model_copy(update={"var": tmp_path})
    return tmp_path


def base64_after(before: bytes) -> bytes:
    return base64.b64encode(before + WORD.encode() + b"\n\xff\x00")


WRITTEN = {
    "utf-8": WORD.encode(),
    "utf-16": WORD.encode("utf-16-le"),
    "utf-16 of the other order": WORD.encode("utf-16-be"),
    "json": json.dumps({"text": WORD}).encode(),
    "json in capitals": json.dumps(WORD).upper().replace("\\U", "\\u").encode(),
    "json in json": json.dumps(json.dumps(WORD)).encode(),
    "base64": base64_after(b""),
    "base64 after one byte": base64_after(b"a"),
    "base64 after two bytes": base64_after(b"ab"),
}


@pytest.mark.parametrize("written", WRITTEN.values(), ids=WRITTEN)
def test_it_is_found_in_a_file_however_it_is_written(var: Path, written: bytes) -> None:
    (var / "logs").mkdir()
    (var / "logs" / "web.log").write_bytes(b"\x00\xff" * 1000 + written + b"\x00")
    assert found({WORD}) == ["web.log"]


def test_what_is_not_there_is_not_found(var: Path) -> None:
    (var / "web.log").write_bytes(b"another")
    assert found({WORD}) == []


def test_without_words_nothing_is_found(var: Path) -> None:
    (var / "web.log").write_bytes(b"anything")
    assert found(set()) == []


def test_in_a_table_it_is_found(var: Path) -> None:
    User.objects.create_user("sato", last_name=WORD)
    assert found({WORD})[0] in ("auth_user", "hosho.db", "hosho.db-wal")


def test_a_search_that_fails_is_no_proof(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(traces, "GREP", ["grep", "--no-such-option"])
    (var / "web.log").write_bytes(b"anything")
    with pytest.raises(CannotLook, match="grep ended with 2"):
        found({WORD})
    monkeypatch.setattr(traces, "GREP", ["no-such-program"])
    with pytest.raises(CannotLook, match="no-such-program"):
        found({WORD})


def test_a_search_needs_no_text_that_fits_a_line() -> None:
    assert all(b"\n" not in written for written in encodings(WORD))


def test_every_word_of_the_visitor_is_looked_for(lead: Lead) -> None:
    words = words_of(by_reference(lead.reference))
    said = {QUESTION, NOTE, "株式会社山田製作所", "佐藤花子", "sato@example.co.jp", "3億5千万円"}
    assert {*said, lead.said.contact.phone} <= words
    assert {lead.session.hex, str(lead.session)} <= words


def test_words_of_the_knowledge_prove_nothing_and_are_left_out(lead: Lead) -> None:
    Draft.objects.create(entry_id="silent.drones", data={"title": "ドローン", "questions": [QUESTION]})
    assert QUESTION not in words_of(by_reference(lead.reference))


def test_scraps_prove_nothing_and_are_left_out(lead: Lead) -> None:
    assert not {"はい", "送信"} & words_of(by_reference(lead.reference))


@pytest.mark.django_db
def test_of_a_form_under_way_what_was_said_is_looked_for_and_not_how_we_keep_it() -> None:
    """The version of the words agreed to is a month, and would be met in every date of it."""
    session = uuid.uuid4()
    forms.begin(session, Kind.QUOTE, "begin")
    until_incidents = QUOTE[1 : QUOTE.index("ない")]
    for text in ("同意します", *until_incidents, "ある", "2年前に顧客名簿を誤送信しました"):
        forms.take(session, Heard(text, NOW, names_in(text)), str(uuid.uuid4()), Conversation)
    words = words_of(Visitor((), (session,)))
    assert {"株式会社山田製作所", "2年前に顧客名簿を誤送信しました"} <= words
    assert not {consent.CURRENT, PastIncidents.YES.value} & words


@pytest.mark.django_db
def test_of_nobody_nothing_is_looked_for(django_assert_num_queries: Any) -> None:
    assert words_of(Visitor((), ())) == set()
