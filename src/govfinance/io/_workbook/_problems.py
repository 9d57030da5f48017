"""What can be wrong with a workbook as a whole, in both languages."""

from __future__ import annotations

from govfinance.errors import InvalidInputError, Problem

__all__ = ["damaged", "encrypted", "not_a_workbook", "refuse", "too_large", "unsupported_xml"]


def refuse(code: str, en: str, zh: str) -> InvalidInputError:
    """One problem as the exception to raise; `read_grids` puts the name of the file before it."""
    return InvalidInputError([Problem(code, en, zh)])


def not_a_workbook(en: str, zh: str) -> InvalidInputError:
    """The file is of another kind, which is named."""
    return refuse(
        "not-a-workbook",
        f"expected an Excel or ODS workbook, got {en}; open it in Excel or WPS and save it as .xlsx",
        f"应为 Excel 或 ODS 工作簿，实际为{zh}；请用 Excel 或 WPS 打开后另存为 .xlsx",
    )


def encrypted() -> InvalidInputError:
    """Nothing can be read without the password."""
    return refuse(
        "password-protected",
        "it is password-protected: open it with its password and save it without one",
        "文件已加密：请用密码打开，取消密码后另存",
    )


def damaged(en: str, zh: str) -> InvalidInputError:
    """The file is a workbook that is broken or cut off."""
    return refuse(
        "damaged-workbook",
        f"the workbook is damaged ({en}); open it in Excel or WPS, which may repair it, and save it again",
        f"工作簿已损坏（{zh}）；请用 Excel 或 WPS 打开（可能会修复）后重新保存",
    )


def too_large(what: str, what_zh: str, limit: int) -> InvalidInputError:
    """A limit of `_limits` is passed."""
    return refuse(
        "workbook-too-large",
        f"expected at most {limit:,} {what}; keep only the sheets of the final accounts and clear unused cells",
        f"{what_zh}最多为 {limit:,}；请只保留决算表并清除未使用的单元格",
    )


def unsupported_xml(en: str, zh: str) -> InvalidInputError:
    """The XML holds what no spreadsheet program writes."""
    return refuse(
        "unsafe-workbook",
        f"expected the plain XML that spreadsheet programs write, got {en}; open it in Excel or WPS and save it again",
        f"应为表格软件写出的普通 XML，实际含有{zh}；请用 Excel 或 WPS 打开后重新保存",
    )
