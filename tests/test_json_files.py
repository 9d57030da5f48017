"""Files are read and written as a whole, and what goes wrong is a problem with their path."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import govfinance as gf
from govfinance.io import read_whole, write_whole
from govfinance.model import Department, FinalAccounts

ACCOUNTS = FinalAccounts(department=Department(name="甲县乙局"), year=2023)


def test_a_file_is_replaced_as_a_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "accounts.json"
    target.write_text("before", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.dump(ACCOUNTS, target)
    assert f"{target}: it cannot be written: No space left on device" == str(caught.value)
    assert "before" == target.read_text(encoding="utf-8")
    assert [target] == list(tmp_path.iterdir())
    monkeypatch.undo()
    gf.dump(ACCOUNTS, target)
    assert ACCOUNTS == gf.load(target)
    assert [target] == list(tmp_path.iterdir())


def test_nothing_is_written_of_accounts_that_cannot_be(tmp_path: Path) -> None:
    with pytest.raises(gf.InvalidInputError):
        gf.dump(ACCOUNTS, tmp_path / "accounts.json", gf.Scale.YI)
    assert [] == list(tmp_path.iterdir())


def test_a_replaced_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "accounts.json", tmp_path / "link.json"
    target.write_text("before", encoding="utf-8")
    target.chmod(0o640)
    link.symlink_to(target)
    write_whole(link, "after\n")
    assert "after\n" == target.read_text(encoding="utf-8")
    assert link.is_symlink()
    assert 0o640 == target.stat().st_mode & 0o777


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_whole(tmp_path / "text.txt", "甲\n乙\r\n")
    assert "甲\n乙\r\n".encode() == read_whole(tmp_path / "text.txt")


def test_a_file_that_cannot_be_read_is_a_problem_with_its_path(tmp_path: Path) -> None:
    def message(path: Path | str) -> tuple[str, str]:
        with pytest.raises(gf.InvalidInputError) as caught:
            gf.load(path)
        return caught.value.message("en"), caught.value.message("zh")

    (tmp_path / "file").write_bytes(b"{")
    missing, below = tmp_path / "甲.json", tmp_path / "file" / "below.json"
    assert (
        f"{missing}: expected a file, but there is none of this name",
        f"{missing}：没有这个文件",
    ) == message(missing)
    assert (f"{tmp_path}: expected a file, but this is a folder", f"{tmp_path}：应为文件，实际为文件夹") == message(
        tmp_path
    )
    assert (
        f"{below}: expected folders before the name of the file",
        f"{below}：路径的上级不是文件夹",
    ) == message(below)
    assert ("a\\0b: it cannot be read: embedded null byte", "a\\0b：无法读取：embedded null byte") == message("a\0b")


@pytest.mark.parametrize(
    ("error", "en", "zh"),
    [
        (PermissionError(13, "Permission denied"), "no permission to read it", "没有读取权限"),
        (OSError(5, "Input/output error"), "it cannot be read: Input/output error", "无法读取：Input/output error"),
    ],
)
def test_what_the_system_refuses_is_a_problem_with_the_path(
    error: OSError, en: str, zh: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bytes:
        raise error

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.load("closed.json")
    assert (f"closed.json: {en}", f"closed.json：{zh}") == (caught.value.message("en"), caught.value.message("zh"))


@pytest.mark.skipif(not Path(os.devnull).exists(), reason="has no such device")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_whole(os.devnull, "甲")
    assert not Path(os.devnull).is_file()


def test_a_file_that_cannot_be_written_is_a_problem_with_its_path(tmp_path: Path) -> None:
    def message(path: Path | str) -> str:
        with pytest.raises(gf.InvalidInputError) as caught:
            write_whole(path, "甲")
        return str(caught.value)

    nowhere = tmp_path / "none" / "out.txt"
    assert f"{nowhere}: expected a folder that exists" == message(nowhere)
    assert f"{tmp_path}: expected a file, but this is a folder" == message(tmp_path)
    assert [] == list(tmp_path.iterdir())
