"""What one cell holds where an amount should stand."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from govfinance.errors import InvalidInputError
from govfinance.io._workbook import Nothing, TextAmount, Unreadable, read_amount, settle


@pytest.mark.parametrize(
    ("value", "amount"),
    [
        (1234.56, "1234.56"),
        (0.1 + 0.2, "0.30000000000000004"),
        (-0.0, "0"),
        (0.0, "0"),
        (-12.5, "-12.5"),
        (1e-07, "1E-7"),
        (999999999999999.0, "999999999999999.0"),
        (12, "12"),
        (-(10**15) + 1, "-999999999999999"),
    ],
)
def test_a_number_cell_is_the_shortest_decimal_of_its_float(value: float, amount: str) -> None:
    assert amount == str(read_amount(value))


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", "0"),
        ("0.00", "0.00"),
        ("1234.56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("12,345,678.90", "12345678.90"),
        ("１２３．４５", "123.45"),
        ("１，２３４．５０", "1234.50"),
        ("  12 ", "12"),
        ("\u00a012\u3000", "12"),
        ("\u200b12\ufeff", "12"),
        ("¥1,200", "1200"),
        ("￥1,200.00", "1200.00"),
        ("¥ 1,200", "1200"),
        ("-¥5", "-5"),
        ("¥-5", "-5"),
        ("-5.00", "-5.00"),
        ("－5.00", "-5.00"),
        ("−5.00", "-5.00"),
        ("(1,234.00)", "-1234.00"),
        ("（1,234）", "-1234"),
        ("(¥5)", "-5"),
        ("-0.00", "0.00"),
        ("(0)", "0"),
        ("999999999999999.99", "999999999999999.99"),
    ],
)
def test_a_text_is_read_as_accountants_print_amounts(text: str, amount: str) -> None:
    read = read_amount(text)
    assert isinstance(read, TextAmount)
    assert amount == str(read.value)


@pytest.mark.parametrize("value", ["", " ", "\u00a0", "\u3000\t\n", "\u200b", None])
def test_white_space_is_blank(value: object) -> None:
    assert Nothing.BLANK is read_amount(value)


@pytest.mark.parametrize("text", ["-", "—", "——", "－", "–", "−", "--", "/", "／", "无", "\\", "＼", " — "])
def test_a_dash_is_nothing_that_was_printed(text: str) -> None:
    assert Nothing.DASH is read_amount(text)


NO_AMOUNTS = [
    "1_000",
    "1e5",
    "1E5",
    "1,23,4",
    "1234,567",
    "12,34",
    ",123",
    "1,234,56",
    "0,123",
    "0012",
    ".5",
    "5.",
    "+5",
    "—5.00",
    "–5",
    "--5",
    "(-5)",
    "(5",
    "5)",
    "1.2.3",
    "1,234.5,6",
    "12元",
    "12万元",
    "$5",
    "NaN",
    "Infinity",
    "٣",
    "²",
    "½",
    "①",
    "十二",
    "x1",
    "0x10",
    "1234567890123456",
    "-（5）",
    "¥",
    "-¥-5",
    "()",
]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("12.5%", "percent-text"),
        ("１２％", "percent-text"),
        (True, "boolean-cell"),
        (False, "boolean-cell"),
        (date(2023, 1, 1), "date-cell"),
        (datetime(2023, 1, 1), "date-cell"),  # noqa: DTZ001
        (timedelta(1), "date-cell"),
        (float("nan"), "not-finite"),
        (float("inf"), "not-finite"),
        (1e15, "too-many-digits"),
        (-1e300, "too-many-digits"),
        pytest.param(10**5000, "too-many-digits", id="an integer of 5001 digits"),
        (b"1", "not-an-amount"),
        *((text, "not-an-amount") for text in NO_AMOUNTS),
        ("1 234", "not-an-amount"),
        ("5 -", "not-an-amount"),
        ("1\n2", "not-an-amount"),
        pytest.param("1" * 100_000, "not-an-amount", id="a text of 100,000 digits"),
    ],
)
def test_everything_else_is_unreadable_and_says_why(value: object, code: str) -> None:
    read = read_amount(value)
    assert isinstance(read, Unreadable)
    assert code == read.problem.code
    assert len(read.problem.en) < 150


@pytest.mark.parametrize(
    ("value", "step", "settled", "residue"),
    [
        ("0.30000000000000004", "0.0001", "0.3000", "4E-17"),
        ("69.23999999999999", "0.01", "69.24", "-1E-14"),
        ("-5.8E-11", "0.01", "0.00", "-5.8E-11"),
        ("0.125", "0.01", "0.13", "-0.005"),
        ("-0.125", "0.01", "-0.13", "0.005"),
        ("7", "5", "5", "2"),
        ("12", "0.01", "12.00", "0.00"),
    ],
)
def test_a_residue_comes_off_and_is_told(value: str, step: str, settled: str, residue: str) -> None:
    assert (settled, residue) == tuple(map(str, settle(Decimal(value), Decimal(step))))


@pytest.mark.parametrize(("value", "step"), [("1", "0"), ("1", "-1"), ("NaN", "1"), ("1", "Infinity"), ("1", "sNaN")])
def test_a_step_must_be_above_zero(value: str, step: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        settle(Decimal(value), Decimal(step))
    assert "not-a-step" == caught.value.problems[0].code
