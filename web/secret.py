"""Marks a setting whose value nobody may see, beside its type: Annotated[str, SECRET]."""

from pydantic import Field

SECRET = Field(json_schema_extra={"format": "password"})
