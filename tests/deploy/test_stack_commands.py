"""The three processes: what is started, where it listens, what it is told."""

import os
import shlex
from pathlib import Path
from typing import Any

import pytest

from deploy.stack import commands, variables
from web.environment import ROOT, Environment, load
from web.protocol import LONGEST_HEAD


@pytest.fixture
def environment(var: Path) -> Environment:
    return load()


def arguments(command: str) -> list[str]:
    return shlex.split(command)


def option(command: str, name: str) -> str:
    words = arguments(command)
    return words[words.index(name) + 1]


def test_there_are_three_processes(environment: Environment) -> None:
    assert commands(environment).keys() == {"rasa", "web", "deliver"}


def test_every_program_that_is_started_exists(environment: Environment) -> None:
    for command in commands(environment).values():
        exec_, program, *_ = arguments(command)
        assert exec_ == "exec", "so that a signal reaches the program and not its shell"
        assert os.access(ROOT / program, os.X_OK)


def test_rasa_listens_on_loopback(environment: Environment) -> None:
    rasa = commands(environment)["rasa"]
    assert (option(rasa, "--interface"), option(rasa, "--port")) == ("127.0.0.1", "5005")


def test_rasa_is_given_loopback_in_its_environment_too(environment: Environment) -> None:
    assert variables(environment)["SANIC_HOST"] == "127.0.0.1"


def test_rasas_http_api_stays_off(environment: Environment) -> None:
    """It could read and change every conversation; the channels are enough."""
    words = arguments(commands(environment)["rasa"])
    assert "run" in words
    assert not {"--enable-api", "--cors", "--debug", "--debug-nlu"} & set(words)


def test_the_web_process_listens_on_loopback_unless_told_otherwise(environment: Environment) -> None:
    web = commands(environment)["web"]
    assert (option(web, "--host"), option(web, "--port")) == ("127.0.0.1", "8000")


def test_the_ports_are_the_operators(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHO_PORT", "8123")
    monkeypatch.setenv("HOSHO_RASA_URL", "http://127.0.0.1:5123")
    started = commands(load())
    assert option(started["web"], "--port") == "8123"
    assert option(started["rasa"], "--port") == "5123"


def test_no_access_log_is_written(environment: Environment) -> None:
    assert "--no-access-log" in arguments(commands(environment)["web"])


def test_without_a_setting_no_proxy_is_believed(environment: Environment) -> None:
    """uvicorn itself believes whoever calls from loopback."""
    assert "--no-proxy-headers" in arguments(commands(environment)["web"])


def test_the_proxies_that_are_named_are_believed(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHO_TRUSTED_PROXIES", "127.0.0.1, 10.0.0.0/8")
    web = commands(load())["web"]
    assert option(web, "--forwarded-allow-ips") == "127.0.0.1,10.0.0.0/8"
    assert "--no-proxy-headers" not in arguments(web)


@pytest.mark.parametrize("value", ["*", "proxy.internal", "10.0.0.1/8"])
def test_a_proxy_is_named_by_its_address(var: Path, monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("HOSHO_TRUSTED_PROXIES", value)
    with pytest.raises(SystemExit, match="HOSHO_TRUSTED_PROXIES: .*must be addresses or networks"):
        load()


def test_a_head_that_does_not_end_is_bounded(environment: Environment) -> None:
    web = commands(environment)["web"]
    assert option(web, "--http") == "web.protocol:PatientProtocol"
    assert LONGEST_HEAD <= 16 * 1024


def test_no_secret_stands_in_a_command(environment: Environment) -> None:
    """Every user of the machine can read the commands of its processes."""
    for command in commands(environment).values():
        assert environment.secret_key not in command
        assert environment.action_token not in command


def test_rasa_and_web_share_one_token(environment: Environment) -> None:
    assert variables(environment)["HOSHO_ACTION_TOKEN"] == environment.action_token != ""


def test_rasa_calls_the_actions_of_this_web_process(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHO_PORT", "8123")
    assert variables(load())["HOSHO_ACTION_URL"] == "http://127.0.0.1:8123/internal/actions/webhook"


def test_rasa_calls_the_actions_where_the_operator_says(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy before several web processes."""
    monkeypatch.setenv("HOSHO_ACTION_URL", "http://127.0.0.1:8100/internal/actions/webhook")
    assert variables(load())["HOSHO_ACTION_URL"] == "http://127.0.0.1:8100/internal/actions/webhook"


def test_rasa_calls_the_address_on_which_web_listens(var: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOSHO_HOST", "127.0.0.2")
    assert variables(load())["HOSHO_ACTION_URL"].startswith("http://127.0.0.2:8000/")


@pytest.mark.parametrize(
    "change", [{"port": 8123}, {"rasa_url": "http://127.0.0.1:5123"}, {"database_url": ""}, {"var": Path("/tmp/other")}]
)
def test_the_processes_read_the_settings_they_are_started_with(
    var: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, Any]
) -> None:
    """deploy.started relies on it to leave the operator's own database alone."""
    monkeypatch.setenv("HOSHO_DATABASE_URL", "postgres://hosho@db.internal/production")
    wanted = load().model_copy(update=change)
    for name, value in variables(wanted).items():
        monkeypatch.setenv(name, value)
    told = {"action_url": variables(wanted)["HOSHO_ACTION_URL"]}  # worked out, where the operator sets none
    assert Environment() == wanted.model_copy(update=told)


def test_conversations_are_kept_in_a_file_beside_the_database(environment: Environment, var: Path) -> None:
    assert variables(environment)["HOSHO_TRACKER_URL"] == f"sqlite:///{var / 'tracker.db'}"


def test_an_address_of_rasa_without_a_port_does_not_start_rasa_on_port_none(
    var: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOSHO_RASA_URL", "http://127.0.0.1")
    assert option(commands(load())["rasa"], "--port").isdigit()
