"""The Shanghai narrative of a published document: what the transcription calls right comes out character for character.

White space aside. Where the published text is wrong, ours says what its tables say.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import govfinance as gf
from tests.putuo_accounts import accounts

# Published as part of a sentence whose list of items is wrong (E04, E05), so that the whole cannot come out as it is.
WITH_A_WRONG_PART = {"czj-published-C084"}


@pytest.fixture(scope="module")
def gold(reference: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((reference / "putuo-finance-2024" / "gold.json").read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module")
def form() -> gf.Jurisdiction:
    return gf.jurisdiction("shanghai", 2024)


@pytest.fixture(scope="module")
def text(gold: dict[str, Any], form: gf.Jurisdiction) -> str:
    return plain(gf.compose(accounts(gold), form).to_text())


def plain(text: str) -> str:
    return "".join(text.split())


def test_every_claim_that_is_right_comes_out_as_published(gold: dict[str, Any], text: str) -> None:
    right = [claim for claim in gold["narrative"] if claim["verdict"] in ("ok", "unverifiable")]
    assert len(right) == 84 + 49
    missing = [claim["id"] for claim in right if plain(claim["quote"]) not in text]
    assert missing == sorted(WITH_A_WRONG_PART)


def test_nothing_of_the_form_is_left_out(gold: dict[str, Any], form: gf.Jurisdiction) -> None:
    assert [one.message() for one in gf.derive(accounts(gold), form).omissions] == []


@pytest.mark.parametrize("scale", [gf.Scale.YUAN, gf.Scale.WAN])
def test_the_narrative_is_the_same_from_a_workbook(
    gold: dict[str, Any], form: gf.Jurisdiction, scale: gf.Scale, text: str, tmp_path: Path
) -> None:
    path = tmp_path / "tables.xlsx"
    gf.write_xlsx(accounts(gold), path, form, scale=scale, partial=True, supplements=True)
    assert text == plain(gf.compose(gf.read_xlsx(path, jurisdiction=form), form).to_text())


@pytest.mark.parametrize(
    ("published", "right"),
    [
        pytest.param("财政拨款收入支出总计0.3万元", "财政拨款收入支出总计2961.68万元", id="E01"),
        pytest.param("财政拨款收入支出总计持平", "财政拨款收入支出总计减少63.14万元，下降2.09%", id="E02"),
        pytest.param("（类）2106.66万元，占71.73%", "（类）2106.66万元，占71.65%", id="E03"),
        pytest.param("退休费、个人农业生产补贴；", "退休费、奖励金；", id="E04 and E05"),
        pytest.param("费决算为0.00万元，完成预算的0%；公务用车", "费决算为0.00万元；公务用车", id="E06"),
        pytest.param("费支出决算为0.00万元，完成预算的0%；公务接待", "费支出决算为0.00万元；公务接待", id="E07"),
        pytest.param("其他收入6.2万元，占0.21%；三", "其他收入6.2万元，占0.21%。三", id="E09"),
        pytest.param("项目支出603.14万元，占20.51%；四", "项目支出603.14万元，占20.51%。四", id="E10"),
        pytest.param("445.69万元，占15.16%；（三）", "445.69万元，占15.16%。（三）", id="E11"),
    ],
)
def test_where_the_published_text_is_wrong_ours_is_right(
    reference: Path, text: str, published: str, right: str
) -> None:
    document = plain((reference / "putuo-finance-2024" / "narrative.txt").read_text(encoding="utf-8"))
    assert published in document
    assert published not in text
    assert right in text


def test_the_headings_are_those_of_the_published_document(reference: Path, gold: dict[str, Any], text: str) -> None:
    lines = (reference / "putuo-finance-2024" / "narrative.txt").read_text(encoding="utf-8").splitlines()
    headings = [
        line for line in lines if line[1:2] == "、" or line[2:3] == "、" or (line[0] == "（" and len(line) < 40)
    ]
    headings = [line for line in headings if "主要用于" not in line]
    assert len(headings) == 11 + 3 + 2 + 3
    assert [line for line in headings if plain(line) not in text] == []
