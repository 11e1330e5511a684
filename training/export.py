"""Turn the trained network into the folder that ships: int8 ONNX, tokenizer, card of labels and thresholds."""

import json
import pathlib
import shutil

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.data import LONGEST
from training.labels import HEADS
from training.network import Network, base_folder

NAME = "hearten-reader"
# Only the table of word vectors has more rows than this.
LARGE = 20_000


def export(network: Network, path: pathlib.Path) -> None:
    """Write `network` as ONNX with dynamic batch and length."""
    network.eval()
    # Places past the longest input are never looked up.
    table = network.encoder.embeddings
    table.position_embeddings.weight = torch.nn.Parameter(table.position_embeddings.weight[:LONGEST].detach().clone())
    table.position_ids = table.position_ids[:, :LONGEST]
    example = (torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9, dtype=torch.long), torch.zeros(2, 9, dtype=torch.long))
    names = ["ids", "mask", "types"]
    torch.onnx.export(
        network,
        example,
        str(path),
        input_names=names,
        output_names=[*HEADS, "embedding"],
        dynamic_axes={n: {0: "rows", 1: "tokens"} for n in names} | {n: {0: "rows"} for n in [*HEADS, "embedding"]},
        opset_version=17,
        dynamo=False,
    )


def rows_to_int8(source: pathlib.Path, target: pathlib.Path) -> None:
    """Store the table of word vectors as int8 with a scale a row: a quarter of the weight, and nearly nothing lost."""
    model = onnx.load(source)
    graph = model.graph
    table = next(i for i in graph.initializer if i.dims and i.dims[0] > LARGE)
    values = numpy_helper.to_array(table)
    scale = np.maximum(np.abs(values).max(1, keepdims=True) / 127, 1e-12).astype(np.float32)
    graph.initializer.remove(table)
    graph.initializer.extend(
        [
            numpy_helper.from_array(np.round(values / scale).astype(np.int8), f"{table.name}.int8"),
            numpy_helper.from_array(scale, f"{table.name}.scale"),
        ]
    )
    place, gather = next((i, n) for i, n in enumerate(graph.node) if n.op_type == "Gather" and n.input[0] == table.name)
    ids, out = gather.input[1], gather.output[0]
    graph.node.remove(gather)
    nodes = [
        helper.make_node("Gather", [f"{table.name}.int8", ids], [f"{out}.int8"]),
        helper.make_node("Cast", [f"{out}.int8"], [f"{out}.float"], to=TensorProto.FLOAT),
        helper.make_node("Gather", [f"{table.name}.scale", ids], [f"{out}.scale"]),
        helper.make_node("Mul", [f"{out}.float", f"{out}.scale"], [out]),
    ]
    for i, node in enumerate(nodes):
        graph.node.insert(place + i, node)
    onnx.save(model, target)


def ship(network: Network, folder: pathlib.Path, work: pathlib.Path, version: str) -> None:
    """Write model.onnx (int8), tokenizer.json and a model.json whose thresholds calibration fills in."""
    folder.mkdir(parents=True, exist_ok=True)
    full = work / "model.fp32.onnx"
    export(network, full)
    rows_to_int8(full, work / "model.rows8.onnx")
    quantize_dynamic(
        str(work / "model.rows8.onnx"),
        str(folder / "model.onnx"),
        weight_type=QuantType.QInt8,
        # A scale a column keeps the embedding at cosine .99 of the full model; one a matrix, .95.
        per_channel=True,
        op_types_to_quantize=["MatMul", "Gemm"],
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )
    shutil.copyfile(base_folder() / "tokenizer.json", folder / "tokenizer.json")
    heads = {name: {**spec, "thresholds": [0.5] * len(spec["labels"])} for name, spec in HEADS.items()}
    card = {"name": NAME, "version": version, "longest": LONGEST, "heads": heads}
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    size = (folder / "model.onnx").stat().st_size / 1e6
    if size >= 25:
        raise SystemExit(f"The model weighs {size:.1f} MB; 25 is the limit.")
