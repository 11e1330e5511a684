"""Train in two stages: emotions in the open (GoEmotions), then our corpus with a replay of the first."""

import contextlib
import copy
import json
import pathlib
import random
import time

import torch
from torch import Tensor, nn

from training import augment, data
from training.labels import HEADS
from training.network import Network, base_embeddings

# How much each head counts; heads with more to learn from few rows weigh more.
WEIGHT = {
    "moves": 1.0, "flags": 0.7, "emotions": 0.6, "stress": 0.7, "concerns": 0.7, "stance": 1.0, "seeks": 1.0, "masked": 1.0, "goemotions": 1.0,
}  # fmt: skip
# In the open stage only emotions are learned, and lightly enough that the base embedding keeps its say.
FIRST = {"goemotions": 0.14, "emotions": 1.7}
EMBED = 3.0
REPLAY = 0.6
# The base embedding is compared on a share of the batches: enough to keep it, and a fifth faster.
KEEP_SHARE = 0.3


def rarities(rows: list[data.Row]) -> dict[str, Tensor]:
    """Weigh each label's positives by the square root of how rare they are, 1 to 5."""
    found = {}
    for head, spec in HEADS.items():
        if spec["kind"] == "multi" and head != "goemotions":
            targets = torch.tensor([r.targets[head] for r in rows if head in r.targets])
            if len(targets):
                share = targets.mean(0).clamp(min=1e-4)
                found[head] = ((1 - share) / share).sqrt().clamp(1, 5) ** 0.75
    return found


def loss_of(network: Network, batch: data.Batch, base: nn.Module, rarity: dict[str, Tensor], weights: dict[str, float]) -> Tensor:
    """Sum the heads' losses over what the rows say, and the distance to the base embedding."""
    *logits, embedding = network(batch.ids, batch.mask, batch.types)
    total = torch.zeros(())
    for (head, spec), scores in zip(HEADS.items(), logits, strict=True):
        if head not in batch.targets:
            continue
        target, weight = batch.targets[head], batch.weights[head]
        if spec["kind"] == "multi":
            # Rare labels weigh more, or most flags would never be learned; summed over labels, averaged over rows.
            each = nn.functional.binary_cross_entropy_with_logits(scores.float(), target, reduction="none", pos_weight=rarity.get(head)) * weight
            total = total + weights[head] * each.sum() / (weight.sum(-1) > 0).sum().clamp(min=1)
        else:
            each = -(target * nn.functional.log_softmax(scores.float(), -1)).sum(-1) * weight.squeeze(-1)
            total = total + weights[head] * each.sum() / weight.sum().clamp(min=1)
    alone = batch.types.sum(1) == 0
    if alone.any() and torch.rand(()) < KEEP_SHARE:
        kept = base_embeddings(base, batch.ids[alone], batch.mask[alone])
        mine = embedding[alone].float()
        total = total + EMBED * (1 - (mine * kept).sum(-1)).mean() + EMBED * ((mine @ mine.T - kept @ kept.T) ** 2).mean()
    return total


def run(network: Network, rows: list[data.Row], save: pathlib.Path, *, epochs: int, size: int, rate: float, seed: int, second: bool) -> None:
    """Train `network` in place: AdamW, warm-up then linear decay, bfloat16 where the processor has it."""
    rng = random.Random(seed)  # noqa: S311 -- an order of rows, not a secret
    torch.manual_seed(seed)
    tokenizer = data.tokenizer()
    rarity = rarities(rows) if second else {}
    weights = WEIGHT if second else FIRST
    base = copy.deepcopy(Network().encoder).eval()
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder")]
    if second:
        # Word vectors stay as they are: few rows would only bend the words they hold, and it is a fifth faster.
        network.encoder.embeddings.requires_grad_(requires_grad=False)
    optimiser = torch.optim.AdamW([{"params": network.encoder.parameters(), "lr": rate}, {"params": heads, "lr": rate * 8}], weight_decay=0.01)
    steps = epochs * (len(rows) // size + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1.0, (s + 1) / (0.06 * steps)) * max(0.02, 1 - s / steps))
    half = torch.autocast("cpu", dtype=torch.bfloat16) if torch.backends.mkldnn.is_available() else contextlib.nullcontext()
    start, done = time.monotonic(), 0
    for epoch in range(epochs):
        network.train()
        encodings = data.encode([augment.vary(r, rng) if r.raw else r for r in rows], tokenizer)
        for step, batch in enumerate(data.batches(rows, encodings, size, rng)):
            with half:
                loss = loss_of(network, batch, base, rarity, weights)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            done += len(batch.index)
            if step % 100 == 0:
                print(f"epoch {epoch} step {step} loss {loss.item():.3f} {done / (time.monotonic() - start):.0f} rows/s", flush=True)
        torch.save(network.state_dict(), save)


def first(folder: pathlib.Path, work: pathlib.Path, *, epochs: int = 5, seed: int = 7) -> None:
    """Stage one: GoEmotions."""
    network = Network()
    rows = data.goemotions(folder, "train")
    run(network, rows, work / "first.pt", epochs=epochs, size=32, rate=8e-5, seed=seed, second=False)


def remember(network: Network, rows: list[data.Row]) -> None:
    """Note what the first stage sees in our rows, so that learning them does not unlearn the open emotions (Li & Hoiem 2016)."""
    network.eval()
    place = list(HEADS).index("goemotions")
    encodings = data.encode(rows, data.tokenizer())
    with torch.no_grad():
        for batch in data.batches(rows, encodings, 64, random.Random(0), shuffle=False):  # noqa: S311
            seen = torch.sigmoid(network(batch.ids, batch.mask, batch.types)[place])
            for i, values in zip(batch.index, seen.tolist(), strict=True):
                rows[i].targets["goemotions"] = values
                rows[i].weights["goemotions"] = [1.0] * len(values)


def second(folder: pathlib.Path, work: pathlib.Path, *, epochs: int = 10, seed: int = 7) -> None:
    """Stage two: our corpus, with a sample of GoEmotions so that it is not forgotten."""
    network = Network()
    network.load_state_dict(torch.load(work / "first.pt"), strict=False)
    own = data.corpus("leader", dev=False) + data.corpus("employee", dev=False)
    remember(network, own)
    replay = data.goemotions(folder, "train")
    random.Random(seed).shuffle(replay)  # noqa: S311
    rows = own + replay[: int(len(own) * REPLAY)]
    run(network, rows, work / "second.pt", epochs=epochs, size=32, rate=1e-4, seed=seed, second=True)
    (work / "second.json").write_text(json.dumps({"rows": len(own), "epochs": epochs, "seed": seed}))
