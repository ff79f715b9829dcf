"""The reference a visitor holds: short enough to read out, and not to be guessed."""

import secrets
from datetime import date

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without what sounds or looks alike: 0 O, 1 I L, U."""


def new_reference(today: date, letter: str = "H") -> str:
    """H-261123-7KQ4M2: the day, and six random characters."""
    return f"{letter}-{today:%y%m%d}-" + "".join(secrets.choice(ALPHABET) for _ in range(6))
