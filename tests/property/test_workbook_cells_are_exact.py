"""A cell holds exactly the amount that was written, and whatever a file holds, reading it ends in grids or a problem."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from govfinance.errors import InvalidInputError
from govfinance.io._workbook import TextAmount, cell_address, read_amount, read_grids, settle
from govfinance.io._workbook._sheet_xml import read_reference
from tests import workbook_files as make
from tests.property.support import fewer

CENTS = st.integers(-(10**15) + 1, 10**15 - 1).map(lambda cents: Decimal(cents).scaleb(-2))
XLSX = make.written_xlsx({"表": [["科目", 1.5], ["合计", 2]]})
PLAIN_XLSX = make.archive(make.xlsx_parts('<row r="1"><c r="A1"><v>1</v></c></row>'), compressed=False)
XLS = make.xls({(0, 0): 1.5, (1, 0): "文"}, error_at=(2, 0))
ODS = make.ods('<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>')


@given(CENTS)
def test_an_amount_survives_a_float_and_a_text(amount: Decimal) -> None:
    number = read_amount(float(amount))  # 15 digits, as many as a float keeps
    assert isinstance(number, Decimal)
    assert amount == number
    assert TextAmount(amount) == read_amount(f"{amount:,.2f}")
    if amount < 0:
        assert TextAmount(amount) == read_amount(f"（{-amount:,.2f}）")


@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**9), max_value=10**9), st.integers(0, 4)
)
def test_what_settles_and_what_is_left_make_the_value(value: Decimal, places: int) -> None:
    step = Decimal(1).scaleb(-places)
    settled, residue = settle(value, step)
    assert value == settled + residue
    assert abs(residue) * 2 <= step


@given(st.one_of(st.text(), st.floats(), st.integers(), st.booleans(), st.none(), st.dates(), st.binary()))
def test_reading_a_cell_never_raises(value: object) -> None:
    assert read_amount(value) is not None


@given(st.integers(0, 1_048_575), st.integers(0, 16_383))
def test_an_address_leads_back_to_its_cell(row: int, column: int) -> None:
    assert (row, column) == read_reference(cell_address(row, column))


@fewer(2)
@given(
    st.sampled_from([XLSX, PLAIN_XLSX, XLS, ODS]),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8),
)
def test_a_file_with_wrong_bytes_is_read_or_refused(data: bytes, changes: list[tuple[float, int]]) -> None:
    changed = bytearray(data)
    for place, value in changes:
        changed[int(place * len(changed))] = value
    try:
        grids = read_grids(bytes(changed))
    except InvalidInputError as error:
        assert 1 == len(error.problems)
    else:
        assert all(len(row) == len(grid.rows[0]) for grid in grids for row in grid.rows)
