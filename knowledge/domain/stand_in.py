"""What stands for a text where the text itself is not to be kept."""

import hashlib


def stand_in(text: str) -> bytes:
    """16 bytes, equal for equal texts alone; of any text, lone surrogates included."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
