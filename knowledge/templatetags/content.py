"""What the templates of content staff say of numbers, kinds and entries."""

from collections.abc import Mapping

from django import template

from knowledge.domain import kind_names

register = template.Library()


@register.filter
def of(values: Mapping[str, object], key: str) -> object:
    """The value under a key that is a variable; "" when there is none."""
    return values.get(key, "")


@register.filter
def percent(share: float) -> str:
    """0.923 as 92 %."""
    return f"{share:.0%}".replace("%", " %")


@register.filter
def signed(value: float) -> str:
    """1.53 as +1.5."""
    return f"{value:+.1f}"


@register.filter
def kind_name(kind: str) -> str:
    return kind_names.kind_name(kind)
