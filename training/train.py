"""Train in two stages: emotions in the open (GoEmotions), then our corpus with a replay of the first."""

import contextlib
import copy
import json
import pathlib
import random
import time
from collections.abc import Callable

import torch
from torch import Tensor, nn

from training import data
from training.labels import HEADS
from training.network import Network, base_embeddings

# How much each head counts; heads with more to learn from few rows weigh more.
WEIGHT = {"moves": 2.0, "flags": 1.0, "emotions": 1.0, "stress": 0.5, "concerns": 1.0, "stance": 0.7, "seeks": 0.7, "masked": 0.6, "goemotions": 1.0}
EMBED = 3.0
# The base embedding is compared on a share of the batches: enough to keep it, and a fifth faster.
KEEP_SHARE = 0.3


def loss_of(network: Network, batch: data.Batch, base: nn.Module) -> Tensor:
    """Sum the heads' losses over what the rows say, and the distance to the base embedding."""
    *logits, embedding = network(batch.ids, batch.mask, batch.types)
    total = torch.zeros(())
    for (head, spec), scores in zip(HEADS.items(), logits, strict=True):
        if head not in batch.targets:
            continue
        target, weight = batch.targets[head], batch.weights[head]
        if spec["kind"] == "multi":
            each = nn.functional.binary_cross_entropy_with_logits(scores.float(), target, reduction="none") * weight
            total = total + WEIGHT[head] * each.sum() / weight.sum().clamp(min=1) * 4
        else:
            each = -(target * nn.functional.log_softmax(scores.float(), -1)).sum(-1) * weight.squeeze(-1)
            total = total + WEIGHT[head] * each.sum() / weight.sum().clamp(min=1)
    alone = batch.types.sum(1) == 0
    if alone.any() and torch.rand(()) < KEEP_SHARE:
        kept = base_embeddings(base, batch.ids[alone], batch.mask[alone])
        mine = embedding[alone].float()
        total = total + EMBED * (1 - (mine * kept).sum(-1)).mean() + EMBED * ((mine @ mine.T - kept @ kept.T) ** 2).mean()
    return total


def run(network: Network, rows: list[data.Row], *, epochs: int, size: int, rate: float, seed: int, after: Callable[[int], None]) -> None:
    """Train `network` in place: AdamW, warm-up then linear decay, bfloat16 where the processor has it."""
    rng = random.Random(seed)  # noqa: S311 -- an order of rows, not a secret
    torch.manual_seed(seed)
    encodings = data.encode(rows, data.tokenizer())
    base = copy.deepcopy(Network().encoder).eval()
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    optimiser = torch.optim.AdamW([{"params": network.encoder.parameters(), "lr": rate}, {"params": heads, "lr": rate * 8}], weight_decay=0.01)
    steps = epochs * (len(rows) // size + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / steps))
    half = torch.autocast("cpu", dtype=torch.bfloat16) if torch.backends.mkldnn.is_available() else contextlib.nullcontext()
    start, done = time.monotonic(), 0
    for epoch in range(epochs):
        network.train()
        for step, batch in enumerate(data.batches(rows, encodings, size, rng)):
            with half:
                loss = loss_of(network, batch, base)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            done += len(batch.index)
            if step % 100 == 0:
                print(f"epoch {epoch} step {step} loss {loss.item():.3f} {done / (time.monotonic() - start):.0f} rows/s", flush=True)
        after(epoch)


def first(folder: pathlib.Path, work: pathlib.Path, *, epochs: int = 5, seed: int = 7) -> None:
    """Stage one: GoEmotions."""
    network = Network()
    rows = data.goemotions(folder, "train")
    run(network, rows, epochs=epochs, size=32, rate=8e-5, seed=seed, after=lambda _: torch.save(network.state_dict(), work / "first.pt"))


def second(folder: pathlib.Path, work: pathlib.Path, *, epochs: int = 6, seed: int = 7) -> None:
    """Stage two: our corpus several times over, with a sample of GoEmotions so that it is not forgotten."""
    network = Network()
    network.load_state_dict(torch.load(work / "first.pt"))
    own = data.corpus("leader", dev=False) + data.corpus("employee", dev=False)
    # A context is not always at hand: every third pair is also seen without it.
    replay = data.goemotions(folder, "train")
    random.Random(seed).shuffle(replay)  # noqa: S311
    rows = own * 2 + replay[: len(own)]
    run(network, rows, epochs=epochs, size=32, rate=5e-5, seed=seed, after=lambda _: torch.save(network.state_dict(), work / "second.pt"))
    (work / "second.json").write_text(json.dumps({"rows": len(own), "epochs": epochs, "seed": seed}))
