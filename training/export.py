"""Turn the trained network into the folder that ships: int8 ONNX, tokenizer, card of labels and thresholds."""

import json
import pathlib
import shutil

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.data import LONGEST
from training.labels import HEADS
from training.network import Network, base_folder

NAME = "hearten-reader"


def onnx(network: Network, path: pathlib.Path) -> None:
    """Write `network` as ONNX with dynamic batch and length."""
    network.eval()
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


def ship(network: Network, folder: pathlib.Path, work: pathlib.Path, version: str) -> None:
    """Write model.onnx (int8), tokenizer.json and a model.json whose thresholds calibration fills in."""
    folder.mkdir(parents=True, exist_ok=True)
    full = work / "model.fp32.onnx"
    onnx(network, full)
    quantize_dynamic(str(full), str(folder / "model.onnx"), weight_type=QuantType.QInt8)
    shutil.copyfile(base_folder() / "tokenizer.json", folder / "tokenizer.json")
    heads = {name: {**spec, "thresholds": [0.5] * len(spec["labels"])} for name, spec in HEADS.items()}
    card = {"name": NAME, "version": version, "longest": LONGEST, "heads": heads}
    (folder / "model.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    size = (folder / "model.onnx").stat().st_size / 1e6
    if size >= 25:
        raise SystemExit(f"The model weighs {size:.1f} MB; 25 is the limit.")
