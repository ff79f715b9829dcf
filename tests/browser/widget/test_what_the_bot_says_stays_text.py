"""Whatever stands in a reply, it is shown as text inside its bubble; nothing of it becomes markup."""

import json

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.widget.conftest import ask, from_bot

ZALGO = "補" + "\u0300\u0301\u0302\u0303\u0489\u20dd" * 60 + "償"
NASTY = {
    "html": "<b>太字</b><img src=x onerror=\"window.hacked=1\"><svg onload='window.hacked=1'>",
    "script": "</div></style><script>window.hacked = 1</script><!--",
    "template": "${window.hacked=1} {{7*7}} <slot></slot><template shadowrootmode=open>",
    "link": "[押す](javascript:window.hacked=1) javascript:window.hacked=1 https://evil.example/",
    "rtl": "\u202e\u2067さかさま\u0645\u0631\u062d\u0628\u0627\u202e保険金",
    "zalgo": ZALGO,
    "long": "あ" * 10_000,
    "one word": "W" * 10_000,
    "controls": "前\x00\x08\x1b[31m\ufeff\u200b後",
    "lines": "\n".join(["行"] * 500),
}


def say(page: Page, text: str) -> None:
    """The bot's next reply is this text, in every place of a reply."""
    answer = {
        "verdict": "listed",
        "entries": [{"id": "scenario.x", "title": text, "source": text}],
        "card": {
            "label": text[:40],
            "summary": text,
            "title": text,
            "source": text,
            "source_url": "javascript:window.hacked=1",
            "pays_for": [{"id": "cost.x", "title": text}],
            "conditions": [{"id": "condition.x", "title": text, "text": text}],
            "reservation": text,
        },
    }
    message = {
        "id": "00000000-0000-4000-8000-000000000001",
        "from": "bot",
        "text": text,
        "at": "2026-11-29T10:00:00+09:00",
    }
    message |= {"buttons": [{"id": "b", "title": text}], "receipt": text, "answer": answer}
    form = {"name": "disclosure", "asks": "review", "step": 9, "of": 9, "receipt": None}
    form |= {"review": [{"field": "company", "label": text, "value": text, "edit": text}]}
    body = {"messages": [message], "answer": answer, "form": form}

    def reply(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        headers = {"Access-Control-Allow-Origin": page.url.rsplit("/", 1)[0]}
        route.fulfill(status=200, headers=headers, content_type="application/json", body=json.dumps(body))

    page.route("**/api/chat/messages", reply)


@pytest.mark.parametrize("text", NASTY.values(), ids=NASTY.keys())
def test_it_is_shown_as_it_is_and_does_nothing(panel: Page, text: str) -> None:
    say(panel, text)
    ask(panel, "補償されますか")
    bubble = from_bot(panel).nth(1)
    expect(bubble).to_be_visible()
    assert bubble.evaluate("node => node.textContent").replace("\r", "") == text
    assert panel.evaluate("window.hacked") is None
    made = "node => node.querySelectorAll('img, script, svg[onload], b, iframe, slot, template').length"
    assert panel.get_by_test_id("log").evaluate(made) == 0
    assert panel.get_by_test_id("log").evaluate("node => node.scrollWidth <= node.clientWidth") is True
    hrefs = "node => [...node.querySelectorAll('a')].map(link => link.protocol)"
    assert set(panel.get_by_test_id("log").evaluate(hrefs)) <= {"https:"}


def test_marks_piled_on_letters_stay_inside_their_bubble(panel: Page) -> None:
    say(panel, ZALGO)
    ask(panel, "補償されますか")
    bubble = from_bot(panel).nth(1)
    expect(bubble).to_be_visible()
    assert bubble.evaluate("node => getComputedStyle(node).overflow") in {"hidden", "clip"}


def test_turned_writing_does_not_turn_what_follows(panel: Page) -> None:
    say(panel, NASTY["rtl"])
    ask(panel, "補償されますか")
    bubble = from_bot(panel).nth(1)
    expect(bubble).to_be_visible()
    assert bubble.evaluate("node => getComputedStyle(node).unicodeBidi") in {"isolate", "plaintext"}
    expect(from_bot(panel).first).to_have_css("direction", "ltr")
