"""multilingual-e5-small, ready to read: pieces, the rows they stand for, and the graph that makes one row of them."""

import numpy as np
import onnxruntime

from knowledge.domain.encoding.e5_file import Floats, PackedE5, packed_path, unpacked
from knowledge.domain.encoding.e5_graph import graph_of
from knowledge.domain.encoding.e5_pieces import Pieces

SAID_FIRST = "query: "
"""What the model was trained to find before what somebody asks."""


class E5Model:
    """One text at a time, on one thread: nobody waits for the text of somebody else."""

    def __init__(self) -> None:
        self._packed = PackedE5(packed_path())
        self._pieces = Pieces(self._packed.vocabulary)
        shape = self._packed.shape
        kind = self._packed.floats("emb.type")[: shape.width]
        self._positions = self._packed.floats("emb.pos").reshape(-1, shape.width) + kind
        self._session = _session(graph_of(self._packed))

    def row(self, text: str) -> Floats:
        """float32 (384,) of length 1; of a text of more than 510 pieces the first 510 are read."""
        (mean,) = self._session.run(None, {"rows": self._rows(text)})
        return np.asarray(mean / np.linalg.norm(mean), dtype=np.float32)

    def _rows(self, text: str) -> Floats:
        words = self._packed.vocabulary
        ids = self._pieces.ids(SAID_FIRST + text)[: self._packed.shape.longest - 2]
        read = unpacked(self._packed.words[[words.begin, *ids, words.end]])
        return read + self._positions[: len(read)]


def _session(model: bytes) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # those who ask bring their own threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
