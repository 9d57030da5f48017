"""The laws of sentences, each a check of one claim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import attrs
from attrs import field, frozen
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from govfinance.claims import described
from govfinance.errors import Lang
from govfinance.jurisdictions import Jurisdiction
from govfinance.money import Printed
from govfinance.sentences import Mismatch, Sentence, UnsayableError
from govfinance.testing._claims import claims
from govfinance.testing._spellings import pieces_of, spellings

__all__ = [
    "COMPLETE",
    "COMPOSED",
    "LAWS",
    "Breach",
    "Law",
    "Trial",
    "breach_of",
    "shortened",
    "stopped",
    "trials",
]

_DIGITS: Final = "0123456789"


@frozen(kw_only=True)
class Trial:
    """One claim of one sentence on which a law is tried.

    ``spelling`` is a tolerated way to write it, empty where it is not drawn; ``step`` is by how much law 3 turns digits.
    """

    jurisdiction: Jurisdiction
    sentence: Sentence[Any]
    claim: Any
    spelling: str = ""
    step: int = 1


@frozen(kw_only=True)
class Law:
    """Something that has to hold for every sentence (1 to 5) or for the form as a whole (6 and 7), in both languages."""

    number: int
    en: str
    zh: str
    check: Callable[[Trial], Breach | None] = field(repr=False, eq=False)
    """What breaks the law in a trial, None if nothing does."""
    spelled: bool = field(default=False, repr=False)
    """Whether trials need a spelling."""

    def name(self, lang: Lang = "en") -> str:
        """What the law says, in a language."""
        return self.zh if lang == "zh" else self.en


@frozen(kw_only=True)
class Breach:
    """A law that does not hold: for which sentence, the text that shows it, and what is wrong, in both languages."""

    law: Law
    sentence: str
    text: str
    en: str
    zh: str

    def message(self, lang: Lang = "en") -> str:
        """The breach in one line, without the name of its law."""
        where = self.sentence or self.law.name(lang)
        return f"{where}：{self.zh}" if lang == "zh" else f"{where}: {self.en}"


def breach_of(number: int, sentence: str, text: str, en: str, zh: str) -> Breach:
    return Breach(law=_BY_NUMBER[number], sentence=sentence, text=text, en=en, zh=zh)


def shortened(value: object) -> str:
    text = value if isinstance(value, str) else repr(value)
    return text if len(text) <= 200 else f"{text[:197]}..."


def _difference(said: Any, read: Any, path: str) -> tuple[str, object, object]:
    """The path of the first field in which two claims differ, and both values of it."""
    if type(said) is type(read) and attrs.has(type(said)) and not isinstance(said, Printed):
        parts = [
            (f"{path}.{one.name}" if path else one.name, getattr(said, one.name), getattr(read, one.name))
            for one in attrs.fields(type(said))
        ]
    elif isinstance(said, tuple) and isinstance(read, tuple):
        parts = [(f"{path}[{number}]", *both) for number, both in enumerate(zip(said, read, strict=False))]
    else:
        return path, said, read
    return next((_difference(one, other, inner) for inner, one, other in parts if one != other), (path, said, read))


def _read_otherwise(number: int, trial: Trial, text: str, found: object) -> Breach:
    """The breach that a text is not read as the claim of the trial."""
    if isinstance(found, Mismatch):
        en, zh = f"is not read back: {found.message('en')}", f"无法读回：{found.message('zh')}"
    else:
        path, said, read = _difference(trial.claim, found, "")
        en = f"is read with {path} {shortened(read)}, but says {shortened(said)}"
        zh = f"读出的 {path} 为 {shortened(read)}，实际所述为 {shortened(said)}"
    return breach_of(number, trial.sentence.name, text, f"{shortened(text)!r} {en}", f"“{shortened(text)}”{zh}")


def stopped(number: int, sentence: str, error: Exception) -> Breach:
    """The breach that something else than a law stopped the trials."""
    what = shortened(f"{type(error).__name__}: {error}")
    return breach_of(number, sentence, what, f"stopped by {what}", f"因 {what} 而中断")


def _reads_back(trial: Trial) -> Breach | None:
    text = trial.sentence.render(trial.claim)
    found = trial.sentence.match(text)
    return None if found == trial.claim else _read_otherwise(1, trial, text, found)


def _is_canonical(trial: Trial) -> Breach | None:
    canonical = trial.sentence.render(trial.claim)
    for text in (trial.spelling or canonical, canonical):
        found = trial.sentence.match(text)
        if isinstance(found, Mismatch):
            return _read_otherwise(2, trial, text, found)
        try:
            again = trial.sentence.render(found)
        except UnsayableError as error:
            again = error.message()
        if again != canonical:
            return breach_of(
                2,
                trial.sentence.name,
                text,
                f"{shortened(text)!r} is said again as {shortened(again)!r}, not as {shortened(canonical)!r}",
                f"“{shortened(text)}”重写为“{shortened(again)}”，而不是“{shortened(canonical)}”",
            )
    return None


def _digits_count(trial: Trial) -> Breach | None:
    text = trial.sentence.render(trial.claim)
    for position, char in enumerate(text):
        if char in _DIGITS:
            digit = _DIGITS[(_DIGITS.index(char) + trial.step) % 10]
            changed = text[:position] + digit + text[position + 1 :]
            if trial.sentence.match(changed) == trial.claim:
                return breach_of(
                    3,
                    trial.sentence.name,
                    changed,
                    f"{shortened(changed)!r} is read as if character {position + 1} were still {char}",
                    f"“{shortened(changed)}”第 {position + 1} 字已改，读出的仍是 {char}",
                )
    return None


def _stands_alone(trial: Trial) -> Breach | None:
    text = trial.sentence.render(trial.claim)
    for other in trial.jurisdiction.sentences():
        if other is not trial.sentence and not isinstance(other.match(text), Mismatch):
            return breach_of(
                4,
                trial.sentence.name,
                text,
                f"{shortened(text)!r} is accepted by {other.name} too",
                f"“{shortened(text)}”也符合 {other.name} 的句式",
            )
    return None


def _means_the_same(trial: Trial) -> Breach | None:
    text = trial.spelling or trial.sentence.render(trial.claim)
    found = trial.sentence.match(text)
    return None if found == trial.claim else _read_otherwise(5, trial, text, found)


def _can_be_composed(trial: Trial) -> Breach | None:
    sentence, claim = trial.sentence, trial.claim
    try:
        text = sentence.render(claim)
    except UnsayableError as error:
        if pieces_of(_first, sentence.variants, claim) is not None:
            return None  # a variant fits, but a text contains words of the sentence
        (problem,) = error.problems
        return breach_of(7, sentence.name, "", problem.en, problem.zh)
    found = sentence.match(text)
    return None if found == claim else _read_otherwise(7, trial, text, found)


def _first(words: Sequence[str]) -> str:
    return words[0]


def _has_words(trial: Trial) -> Breach | None:
    try:
        trial.sentence.render(trial.claim)
    except UnsayableError:
        situation = ", ".join(described(trial.claim, trial.sentence.said()))
        name = trial.sentence.name
        return breach_of(
            6,
            name,
            situation,
            f"no variant says: {situation or 'anything'}",
            f"没有适用的句式：{situation or '任何情形'}",
        )
    return None


LAWS: Final = (
    Law(
        number=1,
        en="what a sentence says is read back as the same claim",
        zh="写出的句子读回后与原来所述相同",
        check=_reads_back,
    ),
    Law(
        number=2,
        en="every tolerated spelling has one canonical form",
        zh="各种可接受的写法都归于同一标准写法",
        check=_is_canonical,
        spelled=True,
    ),
    Law(number=3, en="no digit can be changed unnoticed", zh="任何一个数字的改动都能发现", check=_digits_count),
    Law(
        number=4,
        en="a sentence is read by its own template only",
        zh="每个句子只符合自己的句式",
        check=_stands_alone,
    ),
    Law(
        number=5,
        en="tolerated spellings mean the same",
        zh="各种可接受的写法含义相同",
        check=_means_the_same,
        spelled=True,
    ),
)
"""The five laws of sentences. `trials` draws what each is tried on.

>>> from govfinance.jurisdictions import jurisdiction
>>> from hypothesis import given, settings
>>> form = jurisdiction("inner-mongolia", 2023)
>>> @settings(max_examples=5, database=None)
... @given(trials(form, next(form.sentences())))
... def every_law_holds(trial):
...     assert [law.number for law in LAWS if law.check(trial) is not None] == []
>>> every_law_holds()
"""

COMPLETE: Final = Law(
    number=6,
    en="there are words for every situation that can occur",
    zh="每种可能的情形都有相应的句式",
    check=_has_words,
)
"""What the sentences of a form have to hold together: none of `govfinance.claims.situations` leaves them speechless."""

COMPOSED: Final = Law(
    number=7,
    en="the narrative of any accounts can be written, and reads back",
    zh="任何决算数据都能写成说明并读回",
    check=_can_be_composed,
)
"""What a form has to hold: the narrative of drawn accounts is composed, and each claim is found in it again."""

_BY_NUMBER: Final = {law.number: law for law in (*LAWS, COMPLETE, COMPOSED)}


@st.composite
def trials(
    draw: DrawFn,
    jurisdiction: Jurisdiction,
    sentence: Sentence[Any],
    *,
    spelled: bool = True,
    text: SearchStrategy[str] | None = None,
) -> Trial:
    """Claims of a sentence with all that the laws are tried on; ``text`` is that of `claims`.

    Without ``spelled`` no spelling is drawn, which takes the most time and only some laws need (`Law.spelled`).
    """
    claim = draw(claims(sentence.cls, jurisdiction, text=text))
    return Trial(
        jurisdiction=jurisdiction,
        sentence=sentence,
        claim=claim,
        spelling=draw(spellings(sentence, claim)) if spelled else "",
        step=draw(st.integers(1, 9)),
    )
