"""What the objects of the model promise: they do not change, equal ones are one key, their repr can be pasted back."""

import json
import pickle
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError

import govfinance as gf
from govfinance import codes, model
from govfinance.model import (
    BudgetLine,
    Department,
    FinalAccounts,
    FunctionalItem,
    FundSource,
    Overview,
    ProjectEvaluation,
    Remarks,
    RevenueLine,
    Term,
)

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "chifeng-justice-2023.json"


def functional(**fields: Any) -> FunctionalItem:
    return FunctionalItem(**{"code": "2040601", "basic": "1", "project": "0", **fields})


def accounts(**fields: Any) -> FinalAccounts:
    return FinalAccounts(**{"department": Department(name="甲县乙局"), "year": 2023, **fields})


CLASSES = [cls for name in model.__all__ if attrs.has(cls := getattr(model, name)) and name != "FieldKind"]


def parts(value: Any) -> list[Any]:
    """The objects in an object, itself among them."""
    if isinstance(value, tuple):
        return [part for item in value for part in parts(item)]
    if not attrs.has(type(value)) or type(value) not in CLASSES:
        return []
    return [value, *(part for field in attrs.fields(type(value)) for part in parts(getattr(value, field.name)))]


@pytest.fixture(scope="module")
def example() -> FinalAccounts:
    return gf.load(EXAMPLE)


def test_objects_are_immutable(example: FinalAccounts) -> None:
    for one in parts(example):
        for field in attrs.fields(type(one)):
            with pytest.raises(FrozenInstanceError):
                setattr(one, field.name, None)
        assert not hasattr(one, "__dict__")
    with pytest.raises(TypeError):
        example.remarks.texts["overall.total.prior"] = "改"  # type: ignore[index]


def test_lists_become_tuples_and_later_changes_to_them_do_not_matter() -> None:
    lines, texts = [RevenueLine(source="other", actual="1")], {"overall.total.prior": "人员增加"}
    made = accounts(revenue=lines, remarks=Remarks(texts))
    lines.clear()
    texts.clear()
    assert 1 == len(made.revenue)
    assert "人员增加" == made.remarks.get("overall.total.prior")


def test_equal_accounts_are_one_key(example: FinalAccounts) -> None:
    again = gf.load(EXAMPLE)
    assert again is not example
    assert again == example
    assert 1 == len({again, example})
    assert hash(attrs.evolve(example, year=2022)) != hash(example)
    assert all(isinstance(hash(one), int) for one in parts(example))


def test_the_order_in_which_items_are_given_says_nothing() -> None:
    items = [functional(code="2040602"), functional(), functional(code="204", fund="government_fund")]
    assert accounts(functional=items) == accounts(functional=items[::-1])
    assert ["2040601", "2040602", "204"] == [str(item.code) for item in accounts(functional=items).functional]


def test_a_repr_can_be_pasted_back(example: FinalAccounts) -> None:
    names = {**vars(codes), **vars(model), "Decimal": Decimal}
    assert example == eval(repr(example), names)
    for one in parts(example):
        assert one == eval(repr(one), names)


def test_accounts_can_be_pickled(example: FinalAccounts) -> None:
    assert example == pickle.loads(pickle.dumps(example))


def test_what_is_not_supplied_stays_none() -> None:
    line = BudgetLine()
    assert (None, None, None, None) == (line.initial, line.adjusted, line.actual, line.prior)
    made = accounts()
    assert made.overall is None
    assert made.performance is None
    assert () == made.revenue
    assert accounts(overall=model.Overall(total=line)) != made
    assert BudgetLine(actual=0) != line
    read = gf.loads(json.dumps({**json.loads(gf.dumps(made)), "overall": {"total": {"initial": "1"}}}))
    assert read.overall is not None
    assert read.overall.total == BudgetLine(initial=1)


def test_the_required_fields_are_required() -> None:
    for cls, names in ((Term, {"term", "definition"}), (ProjectEvaluation, {"name", "budget", "executed"})):
        assert names == {field.name for field in attrs.fields(cls) if field.default is attrs.NOTHING}
    assert FundSource.GENERAL_PUBLIC is ProjectEvaluation(name="甲", budget=1, executed=0).fund


@pytest.mark.parametrize(
    ("make", "path"),
    [
        (lambda: gf.FinalAccounts(department=gf.Department(name="某局"), year=2023, revenue=None), "revenue"),  # type: ignore[arg-type]
        (lambda: gf.Department(name="某局", units=5), "units"),  # type: ignore[arg-type]
        (lambda: gf.Department(name="某局", units="某所"), "units"),  # type: ignore[arg-type]
        (lambda: Overview(functions={"甲": 1}), "functions"),
        (lambda: gf.Remarks(None), "texts"),  # type: ignore[arg-type]
        (lambda: gf.Remarks(["甲乙"]), "texts"),  # type: ignore[list-item]
        (lambda: gf.Remarks([("overall.total.prior", "甲"), ("overall.total.prior", "乙")]), "overall.total.prior"),
    ],
)
def test_what_is_no_list_is_refused_with_its_place(make: Callable[[], object], path: str) -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        make()
    assert [path] == [problem.path for problem in caught.value.problems]


def test_what_a_spreadsheet_adds_to_a_name_is_none_of_it() -> None:
    assert "赤峰市司法局" == Department(name=" 赤峰市\n司法局\u3000").name
    assert "普法宣传经费" == ProjectEvaluation(name="普法宣传经费 ", budget=1, executed=1).name
