"""A run of all laws of sentences over the form of a jurisdiction, and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

import hypothesis
from attrs import frozen
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from hypothesis.strategies import SearchStrategy

from govfinance.claims import situations
from govfinance.compose import set_in_outline
from govfinance.derive import Derivation, derive
from govfinance.document import Document
from govfinance.errors import IncompleteAccountsError
from govfinance.jurisdictions import Jurisdiction
from govfinance.model import FinalAccounts
from govfinance.sentences import Sentence, UnsayableError
from govfinance.testing._accounts import final_accounts
from govfinance.testing._laws import COMPLETE, COMPOSED, LAWS, Breach, Law, Trial, breach_of, shortened, stopped, trials

__all__ = ["LawReport", "SentenceReport", "check_laws"]

_UNHURRIED: Final = [
    HealthCheck.data_too_large,
    HealthCheck.filter_too_much,
    HealthCheck.large_base_example,
    HealthCheck.nested_given,
    HealthCheck.too_slow,
]


@frozen(kw_only=True)
class SentenceReport:
    """What became of one sentence: on how many claims and situations it was tried, and of each law the plainest breach.

    Breaches of `COMPLETE` are all there.
    """

    name: str
    variants: int
    claims: int
    situations: int
    breaches: tuple[Breach, ...]


@frozen(kw_only=True)
class LawReport:
    """What became of a form: its sentences, how many accounts were drawn and composed, what went wrong with these."""

    sentences: tuple[SentenceReport, ...]
    accounts: int
    composed: int
    composing: tuple[Breach, ...]

    @property
    def breaches(self) -> tuple[Breach, ...]:
        """All breaches that were found."""
        return (*(breach for one in self.sentences for breach in one.breaches), *self.composing)

    @property
    def holds(self) -> bool:
        """Whether no law was found broken."""
        return not self.breaches

    def tried(self, law: Law) -> int:
        """On how many claims, situations or accounts a law was tried."""
        if law is COMPOSED:
            return self.accounts
        return sum(one.situations if law is COMPLETE else one.claims for one in self.sentences)


def check_laws(
    jurisdiction: Jurisdiction,
    *,
    examples: int = 50,
    seed: int = 0,
    on_progress: Callable[[int, int, str], None] | None = None,
) -> LawReport:
    """Try all laws on every sentence of a form, and compose drawn accounts with it.

    ``examples`` claims are drawn for each sentence, and as many accounts; the same ``seed`` draws the same ones with the
    same version of Hypothesis. ``on_progress`` is called before each step with the number of steps done, that of all
    steps, and the name of the sentence (empty for the accounts). A form without a narrative has nothing to try.

    Raises `TemplateError` where the sentences do not compile.

    >>> from govfinance.jurisdictions import jurisdiction
    >>> report = check_laws(jurisdiction("inner-mongolia", 2023), examples=2)
    >>> report.holds, report.accounts
    (True, 2)
    """
    if not jurisdiction.has_narrative:
        return LawReport(sentences=(), accounts=0, composed=0, composing=())
    sentences = tuple(jurisdiction.sentences())
    tell = on_progress or _tell_nobody
    run = _Run(jurisdiction=jurisdiction, examples=examples, seed=seed)
    reports = []
    for done, sentence in enumerate(sentences):
        tell(done, len(sentences) + 1, sentence.name)
        reports.append(run.sentence(sentence))
    tell(len(sentences), len(sentences) + 1, "")
    accounts, composed, composing = run.accounts()
    return LawReport(sentences=tuple(reports), accounts=accounts, composed=composed, composing=composing)


def _tell_nobody(done: int, total: int, name: str) -> None:
    pass


@frozen(kw_only=True)
class _Run:
    jurisdiction: Jurisdiction
    examples: int
    seed: int

    def each(self, strategy: SearchStrategy[Any], look: Callable[[Any], None]) -> None:
        """Look at each of the drawn values: the same ones each time, nothing is kept, nothing shrunk."""

        @hypothesis.seed(self.seed)
        @settings(
            max_examples=self.examples,
            database=None,
            deadline=None,
            derandomize=False,  # the seed does it
            phases=[Phase.generate],
            suppress_health_check=_UNHURRIED,
        )
        @given(strategy)
        def every(value: Any) -> None:
            look(value)

        every()

    def sentence(self, sentence: Sentence[Any]) -> SentenceReport:
        """The laws of one sentence, and whether it has words for every situation."""
        plainest: dict[int, Breach] = {}
        tried: list[Trial] = []

        def look(trial: Trial) -> None:
            tried.append(trial)
            for law in LAWS:
                breach = law.check(trial)
                known = plainest.get(law.number)
                if breach is not None and (known is None or len(breach.text) < len(known.text)):
                    plainest[law.number] = breach

        try:
            self.each(trials(self.jurisdiction, sentence), look)
        except Unsatisfiable:
            en, zh = "no claim was found that it says and that is read back", "未能找到可以写出并读回的内容"
            plainest[1] = breach_of(1, sentence.name, "", en, zh)
        except Exception as error:  # noqa: BLE001 - a form can be wrong in more ways than are known
            plainest[1] = stopped(1, sentence.name, error)
        met = [
            Trial(jurisdiction=self.jurisdiction, sentence=sentence, claim=claim)
            for claim in situations(sentence.cls, sentence.said(), self.jurisdiction.conventions)
        ]
        speechless = [breach for trial in met if (breach := COMPLETE.check(trial)) is not None]
        return SentenceReport(
            name=sentence.name,
            variants=len(sentence.variants),
            claims=len(tried),
            situations=len(met),
            breaches=(*(plainest[number] for number in sorted(plainest)), *speechless),
        )

    def accounts(self) -> tuple[int, int, tuple[Breach, ...]]:
        """How many accounts were drawn and how many composed, and of each sentence the first breach."""
        found: dict[str, Breach] = {}
        counts = [0, 0]

        def look(accounts: FinalAccounts) -> None:
            counts[0] += 1
            breaches: list[Breach] = []
            try:
                derivation = derive(accounts, self.jurisdiction)
                breaches += self.unsaid(derivation)
                document = set_in_outline(accounts, self.jurisdiction, derivation)
                breaches += _unfound(self.jurisdiction, derivation, document)
                counts[1] += 1
            except IncompleteAccountsError:
                return  # what is drawn need not have all that a form says
            except UnsayableError:
                pass  # texts that contain words of a sentence; all else is in `breaches`
            except Exception as error:  # noqa: BLE001 - a form can be wrong in more ways than are known
                breaches.append(stopped(7, "", error))
            for breach in breaches:
                found.setdefault(breach.sentence, breach)

        self.each(final_accounts(consistent=True), look)
        return counts[0], counts[1], tuple(found.values())

    def unsaid(self, derivation: Derivation) -> Iterator[Breach]:
        """What is wrong with claims that were derived."""
        for derived in derivation.claims:
            sentence = self.jurisdiction.sentence(type(derived.claim))
            trial = Trial(jurisdiction=self.jurisdiction, sentence=sentence, claim=derived.claim)
            if (breach := COMPOSED.check(trial)) is not None:
                yield breach


def _unfound(jurisdiction: Jurisdiction, derivation: Derivation, document: Document) -> Iterator[Breach]:
    """The claims of which the document does not have the sentence."""
    whole = document.to_text()
    for derived in derivation.claims:
        text = jurisdiction.sentence(type(derived.claim)).render(derived.claim)
        if text not in whole:
            yield breach_of(
                7,
                derived.topic,
                text,
                f"{shortened(text)!r} does not stand in the narrative",
                f"说明中没有“{shortened(text)}”",
            )
