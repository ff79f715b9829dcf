"""What Rasa asks of the actions carries the turn's id; what they answer is checked as Rasa checks it, against a schema
that is itself checked once.

Rasa 3.6 checks the schema again with every answer (rasa/core/actions/action.py), which was half of its work."""

from __future__ import annotations

from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.utils.endpoints import EndpointConfig

from bot import logs

_request = EndpointConfig.request


def check_schema_once() -> None:
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)

    def has_the_right_shape(_: RemoteAction, result: dict[str, Any]) -> bool:
        """Raises jsonschema's ValidationError."""
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = has_the_right_shape


def name_the_turn() -> None:
    async def of_a_turn(endpoint: EndpointConfig, *args: Any, **options: Any) -> Any:
        headers = {**options.pop("headers", {}), **logs.passed_on()}
        return await _request(endpoint, *args, headers=headers, **options)

    EndpointConfig.request = of_a_turn
