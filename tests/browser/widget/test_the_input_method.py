"""Enter while Japanese is being composed belongs to the input method, whatever the browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.widget.conftest import ask, from_bot, from_visitor

COMPOSE = """(sequence) => {
  const field = document.querySelector("hosho-chat").shadowRoot.querySelector("[data-testid=input]");
  field.focus();
  for (const [type, key, keyCode, isComposing] of sequence) {
    if (type === "value") { field.value = key; field.dispatchEvent(new InputEvent("input", {bubbles: true})); continue }
    const kind = type.startsWith("composition") ? CompositionEvent : KeyboardEvent;
    const event = new kind(type, {bubbles: true, cancelable: true, composed: true, key, isComposing, data: key});
    Object.defineProperty(event, "keyCode", {value: keyCode});
    field.dispatchEvent(event);
  }
}"""
SAFARI = [
    ["compositionstart", "", 0, False],
    ["value", "補償されますか", 0, False],
    ["compositionend", "補償されますか", 0, False],
    ["keydown", "Enter", 229, False],  # Safari: the composition has already ended
]
FIREFOX = [
    ["compositionstart", "", 0, False],
    ["value", "補償されますか", 0, False],
    ["keydown", "Enter", 13, True],
    ["compositionend", "補償されますか", 0, False],
]
ONLY_THE_EVENTS_TELL = [
    ["compositionstart", "", 0, False],
    ["value", "補償されますか", 0, False],
    ["keydown", "Enter", 13, False],
    ["compositionend", "補償されますか", 0, False],
]


@pytest.mark.parametrize("field", ["question", "email"])
def test_a_real_composition_is_confirmed_by_enter_and_sent_by_the_next(panel: Page, field: str) -> None:
    if field == "email":
        for text in ("担当者に相談したい", "同意します", "株式会社山田製作所", "佐藤花子"):
            before = from_bot(panel).count()
            ask(panel, text)
            expect(from_bot(panel).nth(before)).to_be_visible(timeout=20_000)
    sent = from_visitor(panel).count()
    session = panel.context.new_cdp_session(panel)
    panel.get_by_test_id("input").focus()
    session.send("Input.imeSetComposition", {"text": "ほけん", "selectionStart": 3, "selectionEnd": 3})
    for _ in range(3):
        panel.get_by_test_id("input").press("Enter")
    expect(from_visitor(panel)).to_have_count(sent)
    session.send("Input.insertText", {"text": "保険"})
    panel.get_by_test_id("input").press("Enter")
    expect(from_visitor(panel)).to_have_count(sent + 1)
    expect(from_visitor(panel).last).to_contain_text("保険")
    panel.get_by_test_id("input").press("Enter")
    expect(from_visitor(panel)).to_have_count(sent + 1)


@pytest.mark.parametrize("sequence", [SAFARI, FIREFOX, ONLY_THE_EVENTS_TELL], ids=["safari", "firefox", "events"])
def test_the_order_of_events_of_other_browsers(panel: Page, sequence: list[list[object]]) -> None:
    panel.evaluate(COMPOSE, sequence)
    expect(from_visitor(panel)).to_have_count(0)
    panel.evaluate(COMPOSE, [["keydown", "Enter", 13, False], ["keydown", "Enter", 13, False]])
    expect(from_visitor(panel)).to_have_count(1)


def test_shift_and_enter_begins_a_new_line(panel: Page) -> None:
    field = panel.get_by_test_id("input")
    field.fill("一行目")
    field.press("Shift+Enter")
    field.press_sequentially("二行目")
    expect(field).to_have_value("一行目\n二行目")
    expect(from_visitor(panel)).to_have_count(0)
