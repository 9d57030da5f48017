"""HiGHS, through SciPy: how far from possible inequalities are, and which of them clash. Floating point: hints only."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

from attrs import frozen

from govfinance.audit._joint._domains import Domain
from govfinance.audit._joint._types import Inequality, Part
from govfinance.errors import InvalidInputError, Problem

__all__ = ["Solver", "UnsolvedError", "new_solver"]

_STRICT: Final = {"primal_feasibility_tolerance": 1e-9, "dual_feasibility_tolerance": 1e-9, "time_limit": 10.0}
_OPTIONS: Final = (_STRICT, {**_STRICT, "presolve": False}, {"time_limit": 10.0})
"""What is tried one after the other: close to the limits of floating point HiGHS now and then gives up."""

_OPEN: Final = 10_000_000
_GIVEN: Final = 0.05
_SUPPORT: Final = 1e-8
_LARGEST_COST: Final = 1e5


class UnsolvedError(Exception):
    """HiGHS gave up."""


@frozen
class _SciPy:
    """The modules that are needed, imported late."""

    numpy: Any
    optimize: Any
    sparse: Any


@frozen
class _Scaled:
    """Coefficients and bounds in units of the freedom of the quantities: the greatest coefficient of each is one."""

    coefficients: list[float]
    bounds: list[float]


class Solver:
    """Linear programs over some of the inequalities, which are called by their numbers."""

    def __init__(self, scipy: _SciPy, inequalities: Sequence[Inequality], domains: Sequence[Domain]) -> None:
        self._scipy = scipy
        numpy = scipy.numpy
        scaled = _scaled(inequalities, domains)
        rows = [row for row, one in enumerate(inequalities) for _ in one.terms]
        columns = [quantity for one in inequalities for quantity, _ in one.terms]
        shape = (len(inequalities), len(domains))
        self._matrix = scipy.sparse.csr_matrix((scaled.coefficients, (rows, columns)), shape=shape)
        self._bounds = numpy.array(scaled.bounds, dtype=float)
        self._statements = numpy.array([one.statement for one in inequalities], dtype=int)
        self._given = numpy.array([one.part is Part.RELATION for one in inequalities], dtype=bool)

    def distances(self, rows: Sequence[int]) -> dict[int, float]:
        """By how much statements must give way so that all of ``rows`` hold: the least sum, in half last digits.

        Relations never give way. Statements that need not are left out.
        """
        numpy, sparse = self._scipy.numpy, self._scipy.sparse
        matrix, bounds = self._part(rows)
        loose = numpy.flatnonzero(~self._given[rows])
        if not len(loose):
            return {}
        statements, columns = numpy.unique(self._statements[rows][loose], return_inverse=True)
        slack = sparse.csr_matrix((numpy.ones(len(loose)), (loose, columns)), shape=(len(rows), len(statements)))
        width = matrix.shape[1]
        result = self._solve(
            numpy.concatenate((numpy.zeros(width), numpy.ones(len(statements)))),
            free=width,
            A_ub=-sparse.hstack((matrix, slack), format="csr"),
            b_ub=-bounds,
        )
        found = result.x[width:]
        return {int(statements[at]): float(found[at]) for at in numpy.flatnonzero(found > _SUPPORT)}

    def clash(self, rows: Sequence[int]) -> list[int] | None:
        """Some of ``rows`` that clash and of which none can be spared, as few as is easy; None where nothing clashes.

        It is a corner of the cone of all ways to add them up to nothing, that is, a smallest clash (Gleeson and Ryan
        1990); the sum of the weights is one, and what they add up to is to be as much as possible.
        """
        numpy, sparse = self._scipy.numpy, self._scipy.sparse
        if not len(rows):
            return None
        matrix, bounds = self._part(rows)
        weights = numpy.where(self._given[rows], _GIVEN, 1.0)
        size = max(1.0, float(abs(bounds).max()) / _LARGEST_COST)
        result = self._solve(
            -bounds / size,
            A_eq=sparse.vstack((matrix.T, sparse.csr_matrix(weights)), format="csr"),
            b_eq=numpy.append(numpy.zeros(matrix.shape[1]), 1.0),
        )
        if result is None or -result.fun * size <= _SUPPORT:
            return None
        return [rows[at] for at in numpy.flatnonzero(result.x > _SUPPORT * result.x.max())]

    def _part(self, rows: Sequence[int]) -> tuple[Any, Any]:
        matrix = self._matrix[rows]
        return matrix[:, self._scipy.numpy.unique(matrix.indices)], self._bounds[rows]

    def _solve(self, cost: Any, *, free: int = 0, **constraints: Any) -> Any:
        """The optimum, None where nothing satisfies the equations."""
        numpy = self._scipy.numpy
        limits = numpy.tile((0.0, numpy.inf), (len(cost), 1))
        limits[:free, 0] = -numpy.inf
        message = ""
        for options in _OPTIONS:
            result = self._scipy.optimize.linprog(cost, bounds=limits, method="highs", options=options, **constraints)
            if result.status == 0:
                return result
            if result.status == 2 and "A_eq" in constraints:
                return None
            message = str(result.message)
        raise UnsolvedError(message)


def new_solver(inequalities: Sequence[Inequality], domains: Sequence[Domain]) -> Solver:
    """A solver. Raises `InvalidInputError` where SciPy is not installed."""
    try:
        scipy = _SciPy(*map(import_module, ("numpy", "scipy.optimize", "scipy.sparse")))
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("scipy", "numpy"):
            raise
        raise InvalidInputError(
            [
                Problem(
                    "needs-extra",
                    'the joint proof needs an extra: pip install "govfinance[joint]"',
                    '联合证明需要附加组件：pip install "govfinance[joint]"',
                )
            ]
        ) from None
    return Solver(scipy, inequalities, domains)


def _units(domains: Sequence[Domain]) -> tuple[list[int], list[int]]:
    """The middle and half of the width of each domain, so that every quantity is a number around zero and one.

    Domains that contradictory statements have squeezed to nothing get a thousandth of the usual width.
    """
    widths = sorted(high - low for low, high in domains if low is not None and high is not None and high > low)
    floor = max(1, widths[len(widths) // 2] // 2000) if widths else 1
    centers: list[int] = []
    scales: list[int] = []
    for low, high in domains:
        if low is not None and high is not None:
            centers.append((low + high) // 2)
            scales.append(max(floor, (high - low) // 2))
        else:
            center = low if low is not None else high or 0
            centers.append(center)
            scales.append(max(_OPEN, abs(center) // 100))
    return centers, scales


def _scaled(inequalities: Sequence[Inequality], domains: Sequence[Domain]) -> _Scaled:
    centers, scales = _units(domains)
    scaled = _Scaled([], [])
    for one in inequalities:
        unit = max(abs(coefficient) * scales[quantity] for quantity, coefficient in one.terms)
        rest = one.bound - sum(coefficient * centers[quantity] for quantity, coefficient in one.terms)
        scaled.coefficients.extend(coefficient * scales[quantity] / unit for quantity, coefficient in one.terms)
        scaled.bounds.append(rest / unit)
    return scaled
