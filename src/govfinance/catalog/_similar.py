"""How alike two names are, character by character, and which of many names are most alike to one.

A Chinese name has few characters and each counts, so the measure is the longest common subsequence of characters: it
survives wrong, missing, doubled and inserted ones, anywhere.

>>> similarity("其他国土资源事务支出", "其他自然资源事务支出")
0.8
>>> Names(["司法", "其他司法支出", "公安"]).nearest("其他司发支出", 2)
[(0.8333333333333334, '其他司法支出')]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from heapq import nlargest

__all__ = ["LEAST", "Names", "similarity"]

LEAST = 0.5
"""Names less alike than this are not worth a suggestion."""

_CANDIDATES = 64


def similarity(one: str, other: str) -> float:
    """Twice the length of the longest common subsequence, divided by the length of both; 1 for equal names."""
    return _Pattern(one).similarity(other)


class _Pattern:
    """A name that is compared with many: bit-parallel, a step for each character of the other name.

    After H. Hyyrö, "Bit-Parallel LCS-length Computation Revisited" (2004).
    """

    __slots__ = ("full", "masks", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.full = (1 << len(text)) - 1
        self.masks: dict[str, int] = {}
        for place, char in enumerate(text):
            self.masks[char] = self.masks.get(char, 0) | 1 << place

    def similarity(self, other: str) -> float:
        rest, masks = self.full, self.masks
        for char in other:
            if mask := masks.get(char):
                hit = rest & mask
                rest = (rest + hit | rest - hit) & self.full
        common = len(self.text) - rest.bit_count()
        return 2 * common / ((len(self.text) + len(other)) or 1)


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}


class Names:
    """Distinct names, indexed by their characters."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(names)
        self._postings: dict[str, list[int]] = {}
        postings = self._postings
        for number, name in enumerate(self._names):
            for char in set(name):
                if char in postings:
                    postings[char].append(number)
                else:
                    postings[char] = [number]

    def nearest(
        self, text: str, count: int = _CANDIDATES, accept: Callable[[str], bool] | None = None
    ) -> list[tuple[float, str]]:
        """The names most alike to a text with their likeness, best first; of equal ones, that with more pairs in common."""
        shared: Counter[int] = Counter()
        for char in set(text):
            shared.update(self._postings.get(char, ()))
        names, length = self._names, len(text)
        # Shared characters bound the likeness; half of it, since one that stands twice is counted once.
        bounds = ((2 * common / (length + len(names[number])), -number) for number, common in shared.items())
        likely = (bound for bound in bounds if bound[0] >= LEAST / 2 and (accept is None or accept(names[-bound[1]])))
        pattern, pairs = _Pattern(text), _pairs(text)
        found = []
        for _, number in nlargest(_CANDIDATES, likely):
            name = names[-number]
            alike = pattern.similarity(name)
            if alike >= LEAST:
                found.append((alike, len(pairs & _pairs(name)), number, name))
        return [(alike, name) for alike, _, _, name in nlargest(count, found)]
