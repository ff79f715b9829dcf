"""A port that something else listens on is named before anything starts, with the setting that changes it."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.stack import taken_ports
from web.environment import Environment, load


def listening() -> socket.socket:
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    taken.listen()
    return taken


def port_of(taken: socket.socket) -> int:
    port: int = taken.getsockname()[1]
    return port


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which another program listens."""
    with listening() as other:
        yield port_of(other)


@pytest.fixture
def free() -> tuple[int, int]:
    """Two ports on which nobody listens any more."""
    with listening() as one, listening() as two:
        return port_of(one), port_of(two)


@pytest.fixture
def environment(var: Path, free: tuple[int, int]) -> Environment:
    return load().model_copy(update={"port": free[0], "rasa_url": f"http://127.0.0.1:{free[1]}"})


def test_free_ports_give_no_complaint(environment: Environment) -> None:
    assert taken_ports(environment) == []


def test_asking_takes_no_port(environment: Environment) -> None:
    taken_ports(environment)
    with socket.socket() as mine:
        mine.bind(("127.0.0.1", environment.port))
        assert taken_ports(environment) != []


def test_a_taken_port_of_web_is_named_with_its_setting(environment: Environment, taken: int) -> None:
    (sentence,) = taken_ports(environment.model_copy(update={"port": taken}))
    assert sentence == f"port {taken} is in use; choose another with HOSHO_PORT"


def test_a_taken_port_of_rasa_is_named_with_its_setting(environment: Environment, taken: int) -> None:
    (sentence,) = taken_ports(environment.model_copy(update={"rasa_url": f"http://127.0.0.1:{taken}"}))
    assert sentence == f"port {taken} is in use; choose another with HOSHO_RASA_URL"


def test_both_are_named_at_once(environment: Environment, taken: int) -> None:
    with listening() as other:
        both = {"port": taken, "rasa_url": f"http://127.0.0.1:{port_of(other)}"}
        assert len(taken_ports(environment.model_copy(update=both))) == 2


def test_a_port_taken_on_one_address_is_taken_for_all_of_them(environment: Environment, taken: int) -> None:
    assert taken_ports(environment.model_copy(update={"host": "0.0.0.0", "port": taken})) != []


def test_a_port_that_was_closed_a_moment_ago_is_free(environment: Environment) -> None:
    """What is left in TIME_WAIT must not forbid a restart."""
    with socket.create_server(("127.0.0.1", environment.port)) as server:
        client = socket.create_connection(("127.0.0.1", environment.port))
        server.accept()[0].close()
        client.close()
    assert taken_ports(environment) == []


def test_one_port_for_both_processes_is_a_clash(environment: Environment) -> None:
    same = f"http://127.0.0.1:{environment.port}"
    assert taken_ports(environment.model_copy(update={"rasa_url": same})) != []


def test_an_address_that_is_not_this_machines_is_not_called_a_taken_port(environment: Environment) -> None:
    """192.0.2.1 is reserved for documentation: choosing another port would not help."""
    (sentence,) = taken_ports(environment.model_copy(update={"host": "192.0.2.1"}))
    assert "in use" not in sentence
    assert "HOSHO_HOST" in sentence
