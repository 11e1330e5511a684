"""Check corpus files: labels known, ids unique, no text twice: `python training/corpus/check.py [FILE...]`."""

import collections
import json
import pathlib
import re
import sys
from typing import Any

import yaml

HERE = pathlib.Path(__file__).parent
LEAST_WORDS, TOO_ALIKE = 6, 0.75
TABLE = yaml.safe_load((HERE.parents[1] / "src/hearten/nlp/data/labels.yaml").read_text(encoding="utf-8"))
MOVES, FLAGS, EMOTIONS, CONCERNS, STANCES, SEEKS = (TABLE[head]["labels"] for head in ("moves", "flags", "emotions", "concerns", "stance", "seeks"))


def key(row: dict[str, Any]) -> str:
    """Fold a row to what makes it a repeat of another."""
    return re.sub(r"\W+", " ", (row.get("context", "") + " // " + row["text"]).lower()).strip()


def problems(row: dict[str, Any]) -> list[str]:
    """Name everything wrong with one row."""
    wrong = [f for f in ("id", "trade", "context", "text") if not isinstance(row.get(f), str)]
    if not row.get("text", "").strip():
        wrong.append("empty text")
    if "moves" in row:
        allowed = {"moves": MOVES, "optional": MOVES, "flags": FLAGS, "optional_flags": FLAGS}
    else:
        allowed = {"emotions": EMOTIONS, "concerns": CONCERNS, "optional": EMOTIONS + CONCERNS, "alt_stance": STANCES, "alt_seeks": SEEKS}
        if row.get("stance") not in STANCES:
            wrong.append(f"stance {row.get('stance')!r}")
        if row.get("seeks") not in SEEKS:
            wrong.append(f"seeks {row.get('seeks')!r}")
        if row.get("stress") not in (0, 1, 2):
            wrong.append(f"stress {row.get('stress')!r}")
        if not isinstance(row.get("masked"), bool):
            wrong.append("masked is not true or false")
        if not row.get("emotions"):
            wrong.append('no emotions; write ["neutral"]')
    for field, names in allowed.items():
        values = row.get(field, [])
        wrong += [f"{field}: {v!r}" for v in values if v not in names]
        if field in ("moves", "flags", "concerns") and field not in row:
            wrong.append(f"no {field}")
    return wrong


def near_repeats(rows: list[tuple[str, dict[str, Any]]]) -> list[str]:
    """Find texts that share most of their words: two rows of a kind may not be paraphrases by word swapping.

    Compared are sets of words of texts with six words or more, by Jaccard overlap; candidates share a rare word.
    """
    bags = [(where, frozenset(re.findall(r"[a-z']{2,}", row["text"].lower()))) for where, row in rows]
    holders: dict[str, list[int]] = collections.defaultdict(list)
    for i, (_, bag) in enumerate(bags):
        for word in bag:
            holders[word].append(i)
    found = set()
    for i, (_, bag) in enumerate(bags):
        if len(bag) < LEAST_WORDS:
            continue
        rare = sorted(bag, key=lambda w: len(holders[w]))[: max(2, len(bag) // 3)]
        for j in {j for word in rare for j in holders[word] if j > i}:
            other = bags[j][1]
            if len(other) >= LEAST_WORDS and len(bag & other) / len(bag | other) >= TOO_ALIKE:
                found.add(f"{bags[i][0]} and {bags[j][0]} are nearly the same text")
    return sorted(found)


def read(path: pathlib.Path, seen: dict[str, str]) -> tuple[list[tuple[str, dict[str, Any]]], list[str]]:
    """Read a file: its sound rows with their places, and what is wrong with the others. `seen` holds texts and ids so far."""
    rows, wrongs = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        place = f"{path.name}:{number}"
        try:
            row = json.loads(line)
            wrong = problems(row)
        except (json.JSONDecodeError, AttributeError, TypeError) as error:
            row, wrong = {}, [str(error)]
        if row and not wrong:
            for what, value in (("text", key(row)), ("id", row["id"])):
                if f"{what} {value}" in seen:
                    wrong.append(f"same {what} as {seen[f'{what} {value}']}")
                seen[f"{what} {value}"] = place
            rows.append((place, row))
        if wrong:
            wrongs.append(f"{place}: {'; '.join(wrong)}")
    return rows, wrongs


def counts(rows: list[tuple[str, dict[str, Any]]]) -> collections.Counter[str]:
    """Count the labels of a file."""
    found: collections.Counter[str] = collections.Counter()
    for _, row in rows:
        found.update(row.get("moves", row.get("emotions", [])) or ["(none)"])
        found.update(row.get("flags", row.get("concerns", [])))
        found.update(f"{f}={row[f]}" for f in ("stance", "seeks", "stress", "masked") if f in row)
        found["(context)"] += bool(row["context"])
    return found


def main(paths: list[str]) -> int:
    """Print what is wrong and what is there; exit 1 when anything is wrong."""
    seen: dict[str, str] = {}
    wrongs: list[str] = []
    kept: dict[str, list[tuple[str, dict[str, Any]]]] = {"leader": [], "employee": []}
    files = [pathlib.Path(p) for p in paths] or [p for kind in kept for p in sorted((HERE / kind).glob("*.jsonl"))]
    for path in files:
        rows, wrong = read(path, seen)
        wrongs += wrong
        for place, row in rows:
            kept["leader" if "moves" in row else "employee"].append((place, row))
        print(f"{path.name}: {len(rows)} rows")
        if paths:
            print("  " + "  ".join(f"{k} {v}" for k, v in sorted(counts(rows).items())))
    for group in kept.values():
        wrongs += near_repeats(group)
    print("\n".join(wrongs) or f"{sum(map(len, kept.values()))} rows, nothing wrong")
    return 1 if wrongs else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
