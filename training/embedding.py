"""The sentence embedding: fitted back to the base model's after training, and how well it is kept.

The heads bend the encoder; a ridge regression from several of its layers to the base model's embedding undoes most of
that for a price of nothing at run time.
"""

import random

import numpy as np
import torch

from hearten.nlp import Encoder
from training import data
from training.network import Network, base_embeddings

SAMPLE = 400
FITTED, RIDGE = 9_000, 1e-3


def refit(network: Network, rows: list[data.Row], seed: int = 3) -> None:
    """Fit `network.recall` in place on a sample of `rows`, in closed form."""
    base, tokenizer = Network().encoder.eval(), data.tokenizer()
    chosen = random.Random(seed).sample(rows, min(FITTED, len(rows)))  # noqa: S311 -- a sample, not a secret
    alone = [data.Row(r.text, "", {}, {}) for r in chosen]
    inside, outside = [], []
    network.eval()
    with torch.no_grad():
        for batch in data.batches(alone, data.encode(alone, tokenizer), 64, random.Random(seed), shuffle=False):  # noqa: S311
            inside.append(torch.cat(network.layers(batch.ids, batch.mask, batch.types), dim=-1))
            outside.append(base_embeddings(base, batch.ids, batch.mask))
        x, y = torch.cat(inside).double(), torch.cat(outside).double()
        x = torch.cat([x, torch.ones(len(x), 1, dtype=torch.double)], dim=1)
        scale = x.T @ x
        solved = torch.linalg.solve(scale + RIDGE * scale.diagonal().mean() * torch.eye(x.shape[1], dtype=torch.double), x.T @ y)
        network.recall.weight.copy_(solved[:-1].T.float())
        network.recall.bias.copy_(solved[-1].float())
    network.recalls = True


def report(encoder: Encoder) -> dict[str, float]:
    """Compare on dev sentences: the mean cosine to the base embedding, and Spearman's rho over all pairs' similarities."""
    texts = [data.folded_name(r.text) for r in (*data.corpus("leader", dev=True)[:SAMPLE], *data.corpus("employee", dev=True)[: SAMPLE // 2])]
    mine = encoder.run([(t, "") for t in texts], ("embedding",))["embedding"]
    base, tokenizer = Network().encoder.eval(), data.tokenizer()
    rows = [base_embeddings(base, torch.tensor([e.ids]), torch.ones(1, len(e.ids), dtype=torch.long)) for e in tokenizer.encode_batch(texts)]
    kept = torch.cat(rows).numpy()
    upper = np.triu_indices(len(texts), 1)
    ranks = [np.argsort(np.argsort((m @ m.T)[upper])) for m in (mine, kept)]
    return {"cosine": round(float((mine * kept).sum(1).mean()), 3), "spearman": round(float(np.corrcoef(*ranks)[0, 1]), 3)}
