"""Strange is not wrong: the visitor gets a reply, and the transcript keeps what was written."""

import uuid

import pytest

from tests.chat.visitor import MESSAGES, Visitor
from tests.fakes import FakeEngine

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "text",
    [
        "😀🎉",
        "👩‍💻🏳️‍🌈",
        "？",
        "。。。",
        "ｻｲﾊﾞｰ攻撃",
        "ＵＳＢ　紛失",
        "<script>alert(1)</script>",
        "' OR 1=1; --",
        "{{ 7*7 }} {% debug %} ${HOME} %s %(text)s",
        '{"text": "補償"}',
        "مرحبا 한국어 Ελληνικά",
        "が゛か\u3099",
        "改行の\nある\t文章",
        "null",
        "0",
    ],
)
def test_it_reaches_the_engine_and_the_transcript_as_written(visitor: Visitor, engine: FakeEngine, text: str) -> None:
    assert visitor.says(text).status_code == 200
    assert engine.heard == [text]
    assert visitor.typed() == [text]


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("誤\x00送信は補償されますか", "誤送信は補償されますか"),
        ("\x1b[31m誤送信\x07は補償されますか", "[31m誤送信は補償されますか"),
        ("\ud800USBを紛失\udfff", "USBを紛失"),
        ("絵文字の半分\ud83d", "絵文字の半分"),
        ("　USBを紛失 \r\n", "USBを紛失"),
    ],
)
def test_what_no_database_or_encoder_takes_is_dropped_and_the_rest_answered(
    visitor: Visitor, engine: FakeEngine, sent: str, kept: str
) -> None:
    assert visitor.says(sent).status_code == 200
    assert engine.heard == [kept]
    assert visitor.typed() == [kept]


def test_an_escaped_pair_of_surrogates_is_one_character(visitor: Visitor, engine: FakeEngine) -> None:
    body = b'{"id": "' + str(uuid.uuid4()).encode() + b'", "text": "\\ud83d\\ude00"}'
    assert visitor.send("POST", MESSAGES, body).status_code == 200
    assert engine.heard == ["😀"]


def test_a_body_with_a_byte_order_mark_is_read(visitor: Visitor, engine: FakeEngine) -> None:
    body = b"\xef\xbb\xbf" + b'{"id": "' + str(uuid.uuid4()).encode() + '", "text": "紛失"}'.encode()
    assert visitor.send("POST", MESSAGES, body).status_code == 200
    assert engine.heard == ["紛失"]
