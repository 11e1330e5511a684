"""The shape of every result: tables of named columns, each row a dictionary, and the budgets beside what was measured."""

import operator
from dataclasses import dataclass
from typing import Any

Row = dict[str, Any]


def table(title: str, about: str, rows: list[Row]) -> dict[str, Any]:
    """Make a table; its columns are those of its rows, in the order they appear."""
    return {"title": title, "about": about, "columns": list(dict.fromkeys(c for row in rows for c in row)), "rows": rows}


@dataclass(frozen=True, slots=True)
class Budget:
    """What a measure should keep, from the design (section 10): at most, or at least, `limit`."""

    limit: float
    unit: str
    at_least: bool = False

    def row(self, measure: str, value: float, n: int | str, note: str = "") -> Row:
        """Put the measured `value` beside the budget."""
        keeps = operator.ge if self.at_least else operator.le
        return {
            "measure": measure,
            "measured": value,
            "unit": self.unit,
            "budget": f"{'at least' if self.at_least else 'at most'} {self.limit:,g}",
            "verdict": "met" if keeps(value, self.limit) else "missed",
            "n": n,
            "note": note,
        }


BUDGETS = {
    "help": Budget(0.3, "s"),
    "check_cold": Budget(1.2, "s"),
    "check_warm": Budget(30, "ms"),
    "typing": Budget(15, "ms"),
    "tagging": Budget(700, "sentences/s", at_least=True),
    "tagging_later": Budget(1500, "sentences/s", at_least=True),
    "model": Budget(25, "MB"),
    "install": Budget(300, "MB"),
    "memory": Budget(1000, "MB"),
}


def plain(measure: str, value: float, unit: str, n: int | str, note: str = "") -> Row:
    """Make a row of the same columns for a measure without a budget."""
    return {"measure": measure, "measured": value, "unit": unit, "budget": "", "verdict": "", "n": n, "note": note}
