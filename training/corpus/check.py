"""Check corpus files: labels known, ids unique, no text twice: `python training/corpus/check.py [FILE...]`."""

import collections
import json
import pathlib
import re
import sys
from typing import Any

import yaml

HERE = pathlib.Path(__file__).parent
TABLE = yaml.safe_load((HERE.parents[1] / "src/hearten/nlp/data/labels.yaml").read_text(encoding="utf-8"))
MOVES, FLAGS, EMOTIONS, CONCERNS, STANCES, SEEKS = (
    TABLE[head]["labels"] for head in ("moves", "flags", "emotions", "concerns", "stance", "seeks")
)


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


def main(paths: list[str]) -> int:
    """Print what is wrong and what is there; exit 1 when anything is wrong."""
    bad = 0
    seen: dict[str, str] = {}
    ids: dict[str, str] = {}
    paths = paths or [str(p) for kind in ("leader", "employee") for p in sorted((HERE / kind).glob("*.jsonl"))]
    for path in paths:
        counts: collections.Counter[str] = collections.Counter()
        rows = 0
        for number, line in enumerate(pathlib.Path(path).read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
                wrong = problems(row)
            except (json.JSONDecodeError, AttributeError, TypeError) as error:
                row, wrong = {}, [str(error)]
            if row and not wrong:
                for store, value, name in ((seen, key(row), "same text as"), (ids, row["id"], "same id as")):
                    if value in store:
                        wrong.append(f"{name} {store[value]}")
                    store[value] = f"{path}:{number}"
                rows += 1
                counts.update(row.get("moves", row.get("emotions", [])) or ["(none)"])
                counts.update(row.get("flags", row.get("concerns", [])))
                counts.update(f"{f}={row[f]}" for f in ("stance", "seeks", "stress", "masked") if f in row)
                counts["(context)"] += bool(row["context"])
            if wrong:
                bad += 1
                print(f"{path}:{number}: {'; '.join(wrong)}")
        print(f"{path}: {rows} rows")
        print("  " + "  ".join(f"{k} {v}" for k, v in sorted(counts.items())))
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
