"""The catalogue: reading the tables against a bare csv.reader, and suggestions against a scan with difflib.

The floor of the first reads the same file and keeps its rows as lists. The first answer of a new process is measured in
a process of its own, with what it needs imported already. Limits in milliseconds: 30 for a table, 50 for a suggestion.
"""

from __future__ import annotations

import csv
import difflib
import subprocess
import sys
from pkgutil import get_data

from benchmarks.timing import ratio
from govfinance import catalog
from govfinance.catalog._index import name_index
from govfinance.catalog._tables import read_table
from govfinance.codes import FunctionalCode

LOAD_LIMIT = 10.0
SUGGEST_LIMIT = 0.5
NAMES = ("其他国土资源事物支出", "行政运行", "机关事业单位基本养老保验缴费支出", "社区娇正")

FIRST = """
import time
import govfinance.catalog as catalog
start = time.perf_counter()
{question}
print((time.perf_counter() - start) * 1000)
"""


def first_answer(name: str, question: str, limit: float) -> float:
    """Print and return the milliseconds of the first answer, the best of five processes."""
    command = [sys.executable, "-c", FIRST.format(question=question)]
    times = [float(subprocess.run(command, capture_output=True, text=True, check=True).stdout) for _ in range(5)]
    best = min(times)
    print(f"{name}: {best:.1f} ms (limit {limit:g} ms: {'ok' if best <= limit else 'ABOVE'})")
    return best


def main() -> float:
    """Print the ratios, and return that of reading the largest table."""
    first_answer("  first look-up of a code in a process", 'catalog.functional("2040601", 2023)', 30)
    first_answer("  first suggestion in a process", 'catalog.suggest("其他国土资源事务支出", 2024)', 50)
    names = list(name_index("functional").holders)

    def scan() -> None:
        for name in NAMES:
            difflib.get_close_matches(name, names, 5)

    def suggest() -> None:
        for name in NAMES:
            catalog.suggest(name, 2024, table="functional")

    def load() -> None:
        read_table("支出功能分类", "functional", FunctionalCode)

    def floor() -> None:
        data = get_data("govfinance.catalog", "_data/functional.csv")
        assert data is not None
        list(csv.reader(data.decode("utf-8-sig").splitlines()))

    ratio("suggest the codes of four names / difflib over one table", suggest, scan, SUGGEST_LIMIT, rounds=5)
    return ratio("read the functional classification / bare csv.reader", load, floor, LOAD_LIMIT)


if __name__ == "__main__":
    main()
