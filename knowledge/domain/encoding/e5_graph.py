"""multilingual-e5-small as an ONNX graph of eight-bit products, made from the packed weights when a process starts.

Rows of the first layer's input in, the mean of the last layer's rows out. Products take their weights in eight bits,
a scale for each column, and their input as well, a scale for each row: a piece with large values does not make those
of the others coarse, which cost answers (ADR 28)."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from onnx import TensorProto, helper, numpy_helper

from knowledge.domain.encoding.e5_file import Floats, PackedE5

OPSET = 21
READABLE = 10
"""The format's version, which every onnxruntime of these years reads."""
HIGHEST = 63
"""Of a weight in eight bits. Processors without instructions for such products add two of them in 16 bits, which twice
255 times 63 just fits: everywhere the same rows."""
ZERO = 128
"""Of an input in eight bits, which are 1 to 255."""
REVISION = 2
"""Counts up when the graph begins to give the same text another row."""


@dataclass(frozen=True)
class _Quantised:
    """Rows in eight bits, and what one step of each is."""

    rows: str
    steps: str


class _Graph:
    """Nodes and constants in the making; each method returns the name of what it computes."""

    def __init__(self, rows: str) -> None:
        """`rows`: what it is given."""
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        zero = numpy_helper.from_array(np.array([ZERO], dtype=np.uint8))
        self._zeros = self.node("ConstantOfShape", self.node("Shape", rows, end=1), value=zero)

    def constant(self, array: npt.NDArray[Any]) -> str:
        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(array, name))
        return name

    def node(self, kind: str, *inputs: str, outputs: int = 1, **attributes: Any) -> Any:
        names = [f"n{len(self.nodes)}.{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0] if outputs == 1 else names

    def quantised(self, rows: str) -> _Quantised:
        """Each row by the largest value in it."""
        largest = self.node("ReduceMax", self.node("Abs", rows), self.constant(np.array([-1])), keepdims=0)
        steps = self.node("Div", largest, self.constant(np.array(ZERO - 1, dtype=np.float32)))
        whole = self.node("QuantizeLinear", rows, steps, self._zeros, axis=0)
        return _Quantised(whole, self.node("Unsqueeze", steps, self.constant(np.array([1]))))

    def product(self, quantised: _Quantised, weights: Floats, bias: Floats) -> str:
        steps = np.abs(weights).max(axis=0) / HIGHEST
        whole = self.constant(np.rint(weights / steps).astype(np.int8))
        sums = self.node("MatMulInteger", quantised.rows, whole, self.constant(np.array(ZERO, dtype=np.uint8)))
        by_row = self.node("Mul", self.node("Cast", sums, to=TensorProto.FLOAT), quantised.steps)
        scaled = self.node("Mul", by_row, self.constant(steps.astype(np.float32)))
        return str(self.node("Add", scaled, self.constant(bias)))

    def normed(self, rows: str, weights: Floats, bias: Floats, epsilon: float) -> str:
        constants = self.constant(weights), self.constant(bias)
        return str(self.node("LayerNormalization", rows, *constants, axis=-1, epsilon=epsilon))

    def shaped(self, rows: str, *shape: int) -> str:
        return str(self.node("Reshape", rows, self.constant(np.array(shape, dtype=np.int64))))


def graph_of(packed: PackedE5) -> bytes:
    """An ONNX model: `rows` (n, width) float32 in, `mean` (width,) float32 out."""
    graph, shape = _Graph("rows"), packed.shape
    rows = graph.normed("rows", packed.floats("emb.ln.w"), packed.floats("emb.ln.b"), shape.epsilon)
    for layer in range(shape.layers):
        rows = _layer(graph, packed, f"l{layer}", rows)
    mean = graph.node("ReduceMean", rows, graph.constant(np.array([0], dtype=np.int64)), keepdims=0)
    given = helper.make_tensor_value_info("rows", TensorProto.FLOAT, ["tokens", shape.width])
    told = helper.make_tensor_value_info(mean, TensorProto.FLOAT, [shape.width])
    made = helper.make_graph(graph.nodes, "multilingual-e5-small", [given], [told], graph.constants)
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=READABLE)
    return bytes(model.SerializeToString())


def _layer(graph: _Graph, packed: PackedE5, name: str, rows: str) -> str:
    shape = packed.shape

    def weights(*parts: str, width: int = shape.width) -> Floats:
        return np.concatenate([packed.matrix(f"{name}.{part}.w", width) for part in parts]).T

    def floats(*parts: str) -> Floats:
        return np.concatenate([packed.floats(f"{name}.{part}") for part in parts])

    attended = _attention(graph, packed, graph.quantised(rows), weights("q", "k", "v"), floats("q.b", "k.b", "v.b"))
    mixed = graph.product(graph.quantised(attended), weights("ao"), floats("ao.b"))
    rows = graph.normed(graph.node("Add", rows, mixed), floats("aln.w"), floats("aln.b"), shape.epsilon)
    middle = graph.product(graph.quantised(rows), weights("fi"), floats("fi.b"))
    bent = graph.quantised(graph.node("Gelu", middle))
    out = graph.product(bent, weights("fo", width=shape.middle), floats("fo.b"))
    return graph.normed(graph.node("Add", rows, out), floats("oln.w"), floats("oln.b"), shape.epsilon)


def _attention(graph: _Graph, packed: PackedE5, rows: _Quantised, weights: Floats, bias: Floats) -> str:
    """Each row as a mixture of all rows, by each head (scaled dot products)."""
    heads, size = packed.shape.heads, packed.shape.width // packed.shape.heads
    all_three = graph.shaped(graph.product(rows, weights, bias), -1, 3, heads, size)
    by_head = graph.node("Transpose", all_three, perm=[1, 2, 0, 3])
    asked, offered, told = (
        graph.node("Gather", by_head, graph.constant(np.array(i, dtype=np.int64)), axis=0) for i in range(3)
    )
    scale = graph.constant(np.array(size**-0.5, dtype=np.float32))
    likeness = graph.node("MatMul", graph.node("Mul", asked, scale), graph.node("Transpose", offered, perm=[0, 2, 1]))
    mixed = graph.node("MatMul", graph.node("Softmax", likeness, axis=-1), told)
    return graph.shaped(graph.node("Transpose", mixed, perm=[1, 0, 2]), -1, heads * size)
