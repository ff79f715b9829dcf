"""Where leads go, as an operator sets it; a mistake is named at the start, not when the first lead is lost."""

from pathlib import Path

import pytest

from web.environment import load
from web.outlets import MailServer

URL = "https://crm.example.co.jp/leads?key=geheim"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
WEBHOOK = {"HOSHO_LEAD_WEBHOOK_URL": URL, "HOSHO_LEAD_WEBHOOK_SECRET": SECRET}
MAIL = {
    "HOSHO_LEAD_EMAIL": "eigyo@example.co.jp, tantou@example.co.jp",
    "HOSHO_SMTP_URL": "smtp://hosho:ge%3Aheim%40@mail.example.co.jp:587",
    "HOSHO_MAIL_FROM": "hosho@example.co.jp",
}


@pytest.fixture
def operator(var: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """Sets the environment of a machine on which nothing is set."""
    return monkeypatch


def set_all(operator: pytest.MonkeyPatch, *settings: dict[str, str]) -> None:
    for some in settings:
        for name, value in some.items():
            operator.setenv(name, value)


def test_nothing_need_be_set(operator: pytest.MonkeyPatch) -> None:
    environment = load()
    assert (environment.lead_webhook_url, environment.lead_email, environment.slack_webhook_url) == ("", [], "")
    assert environment.lead_webhook_allow_private is False


def test_everything_may_be_set(operator: pytest.MonkeyPatch) -> None:
    set_all(operator, WEBHOOK, MAIL, {"HOSHO_SLACK_WEBHOOK_URL": "https://hooks.slack.com/services/x"})
    environment = load()
    assert environment.lead_webhook_url == URL
    assert environment.lead_email == ["eigyo@example.co.jp", "tantou@example.co.jp"]


WRONG = {
    "a webhook without a secret": ({"HOSHO_LEAD_WEBHOOK_URL": URL}, "HOSHO_LEAD_WEBHOOK_SECRET"),
    "an empty secret": ({**WEBHOOK, "HOSHO_LEAD_WEBHOOK_SECRET": ""}, "HOSHO_LEAD_WEBHOOK_SECRET"),
    "a secret without its beginning": (
        {**WEBHOOK, "HOSHO_LEAD_WEBHOOK_SECRET": SECRET[6:]},
        "HOSHO_LEAD_WEBHOOK_SECRET",
    ),
    "a short secret": ({**WEBHOOK, "HOSHO_LEAD_WEBHOOK_SECRET": "whsec_Z2VoZWlt"}, "HOSHO_LEAD_WEBHOOK_SECRET"),
    "a secret that is not base64": (
        {**WEBHOOK, "HOSHO_LEAD_WEBHOOK_SECRET": "whsec_" + "ひみつ" * 20},
        "HOSHO_LEAD_WEBHOOK_SECRET",
    ),
    "a plain http webhook": ({**WEBHOOK, "HOSHO_LEAD_WEBHOOK_URL": "http://crm.example/x"}, "HOSHO_LEAD_WEBHOOK_URL"),
    "a webhook that is no address": ({**WEBHOOK, "HOSHO_LEAD_WEBHOOK_URL": "crm.example"}, "HOSHO_LEAD_WEBHOOK_URL"),
    "a webhook on port eighty thousand": (
        {**WEBHOOK, "HOSHO_LEAD_WEBHOOK_URL": "https://crm.example:80000/geheim"},
        "HOSHO_LEAD_WEBHOOK_URL",
    ),
    "another scheme": ({**WEBHOOK, "HOSHO_LEAD_WEBHOOK_URL": "file:///etc/passwd"}, "HOSHO_LEAD_WEBHOOK_URL"),
    "plain http for Slack": ({"HOSHO_SLACK_WEBHOOK_URL": "http://slack.example/geheim"}, "HOSHO_SLACK_WEBHOOK_URL"),
    "an e-mail address without a domain": ({**MAIL, "HOSHO_LEAD_EMAIL": "eigyo"}, "HOSHO_LEAD_EMAIL"),
    "e-mail addresses parted otherwise": (
        {**MAIL, "HOSHO_LEAD_EMAIL": "a@example.co.jp;b@example.co.jp"},
        "HOSHO_LEAD_EMAIL",
    ),
    "e-mail without a server": ({**MAIL, "HOSHO_SMTP_URL": ""}, "HOSHO_SMTP_URL"),
    "a mail server that is no address": ({**MAIL, "HOSHO_SMTP_URL": "mail.example.co.jp:25"}, "HOSHO_SMTP_URL"),
    "a mail server with a strange port": ({**MAIL, "HOSHO_SMTP_URL": "smtp://a:geheim@b:port"}, "HOSHO_SMTP_URL"),
    "e-mail without a sender": ({**MAIL, "HOSHO_MAIL_FROM": ""}, "HOSHO_MAIL_FROM"),
    "a sender that is no address": ({**MAIL, "HOSHO_MAIL_FROM": "hosho"}, "HOSHO_MAIL_FROM"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_work_is_named_with_its_setting_and_without_its_secrets(
    operator: pytest.MonkeyPatch, name: str
) -> None:
    settings, named = WRONG[name]
    set_all(operator, settings)
    with pytest.raises(SystemExit) as stopped:
        load()
    sentence = str(stopped.value)
    assert sentence.startswith(f"hosho does not start: {named}: ")
    assert "geheim" not in sentence
    assert SECRET not in sentence


def test_plain_http_is_for_the_own_network_and_must_be_allowed(operator: pytest.MonkeyPatch) -> None:
    inside = "http://crm.internal:8080/leads"
    set_all(operator, WEBHOOK, {"HOSHO_LEAD_WEBHOOK_URL": inside, "HOSHO_LEAD_WEBHOOK_ALLOW_PRIVATE": "true"})
    assert load().lead_webhook_url == inside


SERVERS = {
    "smtp://relay.internal": MailServer("relay.internal", 25, "", "", starttls=False, tls=False),
    "smtp://relay.internal:2525": MailServer("relay.internal", 2525, "", "", starttls=False, tls=False),
    "smtp://mail.example:587": MailServer("mail.example", 587, "", "", starttls=True, tls=False),
    "smtp://hosho:x@mail.example": MailServer("mail.example", 25, "hosho", "x", starttls=True, tls=False),
    "smtp://hosho%40example:x%3A%40@mail.example:587": MailServer(
        "mail.example", 587, "hosho@example", "x:@", starttls=True, tls=False
    ),
    "smtps://hosho:x@mail.example": MailServer("mail.example", 465, "hosho", "x", starttls=False, tls=True),
}


@pytest.mark.parametrize("url", SERVERS)
def test_the_mail_server_is_read_and_a_password_never_travels_in_the_clear(
    operator: pytest.MonkeyPatch, url: str
) -> None:
    set_all(operator, {**MAIL, "HOSHO_SMTP_URL": url})
    assert load().mail_server == SERVERS[url]


def test_a_mail_server_shown_anywhere_hides_its_password() -> None:
    assert "geheim" not in repr(MailServer("mail.example", 465, "hosho", "geheim", starttls=False, tls=True))
