"""Write src/hearten/nlp/data/known.yaml: English words by the text we train on, so that names can be told from them.

`python -m training.known_words --data FOLDER`. A word is known when it stands in lower case more often than it is
capitalised inside a sentence.
"""

import argparse
import collections
import pathlib
import re

from training import data
from training.augment import names as person_names

OUT = pathlib.Path(__file__).parents[1] / "src/hearten/nlp/data/known.yaml"
_INSIDE = re.compile(r"(?<=[\w,;] )([A-Z][^\W\d_A-Z]+)")


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    given = parser.parse_args()
    own = [t for kind in ("leader", "employee") for r in data.corpus(kind, dev=False) for t in (r.text, r.context)]
    open_ = [r.text for r in data.goemotions(given.data, "train")]
    low: collections.Counter[str] = collections.Counter()
    high: collections.Counter[str] = collections.Counter()
    for weight, texts in ((3, own), (1, open_)):
        for text in texts:
            for word in re.findall(r"(?<![\w@'])[a-z]{2,}", text):
                low[word] += weight
            for word in _INSIDE.findall(text):
                high[word.lower()] += weight
    people = {n.lower() for n in person_names()}
    known = sorted(w for w, n in low.items() if n >= 3 and n > high[w] and w not in people)
    lines, line = [], ""
    for word in known:
        quoted = f'"{word}"' if word in {"yes", "no", "on", "off", "true", "false", "null", "y", "n"} else word
        if len(line) + len(quoted) > 140:
            lines.append(line)
            line = ""
        line += f"{quoted}, "
    lines.append(line)
    head = "# English words, counted in the texts the model learns from (our corpus; GoEmotions, Apache-2.0). Made by training/known_words.py.\n"
    OUT.write_text(head + "known: [\n" + "\n".join(f"  {x.rstrip()}" for x in lines) + "\n]\n", encoding="utf-8")
    print(len(known), "words")


if __name__ == "__main__":
    main()
