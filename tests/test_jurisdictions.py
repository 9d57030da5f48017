"""Which forms there are, and what is said when there is none."""

import sys
import zipfile
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import govfinance as gf
from govfinance.jurisdictions import Form, _registry, load_jurisdiction
from govfinance.zh import chinese_numeral, mark
from tests.jurisdiction_sources import COUNTY, SMALL


def test_an_edition_serves_its_year_and_the_later_ones() -> None:
    assert gf.jurisdiction("inner-mongolia", 2023) is gf.jurisdiction("inner-mongolia", 2030)


def test_an_unknown_jurisdiction_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.jurisdiction("inner_mongolia", 2023)
    (problem,) = caught.value.problems
    assert "unknown-jurisdiction" == problem.code
    assert "did you mean inner-mongolia?" in problem.en
    assert "inner-mongolia" in problem.zh


def test_a_year_before_the_first_edition_is_refused_with_the_editions() -> None:
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.jurisdiction("inner-mongolia", 2021)
    assert "inner-mongolia has no form for 2021; its editions begin with 2022, 2023" == caught.value.problems[0].en


def test_each_jurisdiction_says_what_it_was_checked_with_in_both_languages() -> None:
    for one in gf.jurisdictions():
        limitations = one.form.limitations
        assert one.form.references
        assert limitations
        assert all(limit.message("en").strip() and limit.message("zh").strip() for limit in limitations)
        assert one.form.checked_with or any(
            "no published" in limit.message("en") and "尚无公开" in limit.message("zh") for limit in limitations
        )


def test_the_newest_edition_that_fits_is_chosen() -> None:
    chosen = {year: gf.jurisdiction("inner-mongolia", year).year for year in (2022, 2023, 2024)}
    assert {2022: 2022, 2023: 2023, 2024: 2023} == chosen


def test_the_outlines_of_inner_mongolia_are_those_of_its_editions() -> None:
    former, current = gf.jurisdiction("inner-mongolia", 2022), gf.jurisdiction("inner-mongolia", 2023)
    assert (15, 12) == (len(former.outline.sections), len(former.tables.layouts))
    assert (14, 11) == (len(current.outline.sections), len(current.tables.layouts))
    assert "项目支出决算情况说明" == former.outline.sections[10].title
    assert "项目收入支出决算表" == former.tables.layouts[4].title


def test_a_jurisdiction_of_which_only_the_tables_are_known_says_so(tmp_path: Path) -> None:
    file = tmp_path / "county.toml"
    file.write_text(
        'id = "county"\nname = "某县"\nyear = 2024\nreferences = ["表样"]\n[tables]\norder = ["three_public"]\n'
        '[tables.three_public]\nlayout = "budget_and_actual"\ntitle = "“三公”经费支出决算表"\n'
        'columns = [{ key = "total", headings = "合计" }]\n',
        encoding="utf-8",
    )
    one = load_jurisdiction(file)
    assert not one.has_narrative
    assert one.tables.layouts
    with pytest.raises(gf.InvalidInputError) as caught:
        _ = one.outline
    (problem,) = caught.value.problems
    assert "not-in-form" == problem.code
    assert "the library does not have the narrative of county 2024" == problem.en
    assert "本库尚无某县 2024 年度决算情况说明的格式" == problem.zh


def test_ordinal_marks_are_those_of_official_documents() -> None:
    assert ["一、", "（十一）", "3. ", "3、", "（4）"] == [
        mark("一、", 1),
        mark("（一）", 11),
        mark("1.", 3),
        mark("1、", 3),
        mark("（1）", 4),
    ]
    with pytest.raises(ValueError, match="from 1 to 99"):
        chinese_numeral(100)
    with pytest.raises(ValueError, match="expected one of"):
        mark("a)", 1)


Register = Callable[..., None]


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Register]:
    """Registers entry points by id, as packages of a folder that is on the path."""
    caches = (_registry._registered, _registry._editions, _registry._load)

    def registered(**values: str) -> None:
        found = [EntryPoint(name.replace("_", "-"), value, _registry.GROUP) for name, value in values.items()]
        monkeypatch.setattr(_registry, "entry_points", lambda group: found if group == _registry.GROUP else [])
        for cache in caches:
            cache.cache_clear()

    before = set(sys.modules)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield registered
    for name in set(sys.modules) - before:
        if name.startswith("forms_of_"):
            del sys.modules[name]
    monkeypatch.undo()
    for cache in caches:
        cache.cache_clear()


def package(folder: Path, name: str, **files: str) -> None:
    """Write a package with some files; ``__`` in their names stands for a hyphen."""
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text("", encoding="utf-8")
    for file, text in files.items():
        path = folder / name / f"{file.replace('__', '-')}.toml"
        path.write_text(text, encoding="utf-8")


def test_packages_register_the_files_of_their_forms(register: Register, tmp_path: Path) -> None:
    package(tmp_path, "forms_of_a", duolun__2024=COUNTY, duolun__2026=COUNTY.replace("2024", "2026"), other__2024="")
    register(duolun="forms_of_a")
    assert "<jurisdiction duolun 2024>" == repr(gf.jurisdiction("duolun", 2025))
    assert "<jurisdiction duolun 2026>" == repr(gf.jurisdiction("duolun", 2030))
    assert ("duolun", 2026) in [(one.id, one.year) for one in gf.jurisdictions()]


def test_a_file_in_an_archive_inherits_from_files_beside_it(
    register: Register, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "forms.zip", "w") as archive:
        archive.writestr("forms_of_z/__init__.py", "")
        archive.writestr("forms_of_z/sub/base.toml", SMALL)
        archive.writestr("forms_of_z/sub/next.toml", 'inherits = "./base.toml"\n')
        archive.writestr("forms_of_z/z-2024.toml", 'id = "z"\ninherits = "./sub/../sub/next.toml"\n')
        archive.writestr("forms_of_z/z-2025.toml", 'id = "z"\ninherits = "./none.toml"\n')
        archive.writestr("forms_of_z/z-2026.toml", 'id = "z"\ninherits = "../../none.toml"\n')
    monkeypatch.syspath_prepend(str(tmp_path / "forms.zip"))
    register(z="forms_of_z")
    assert "<jurisdiction z 2024>" == repr(gf.jurisdiction("z", 2024))
    for year in (2025, 2026):
        with pytest.raises(gf.InvalidInputError, match=f"z-{year}.toml:2: inherits: cannot inherit"):
            gf.jurisdiction("z", year)


def test_a_file_inherits_the_form_of_a_package(register: Register, tmp_path: Path) -> None:
    package(tmp_path, "forms_of_a", a__2024=SMALL)
    register(a="forms_of_a")
    path = tmp_path / "own.toml"
    path.write_text('id = "own"\ninherits = "a/2024"\n', encoding="utf-8")
    assert "<jurisdiction own 2024>" == repr(load_jurisdiction(path))


def test_packages_register_forms_as_objects(
    register: Register, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "forms_of_b.py").write_text("", encoding="utf-8")
    form = Form(id="b", name="乙", year=2024)
    monkeypatch.setattr(import_module("forms_of_b"), "FORMS", [form, Form(id="b", name="乙", year=2025)], raising=False)
    register(b="forms_of_b:FORMS")
    assert gf.jurisdiction("b", 2024).form is form
    path = tmp_path / "own.toml"
    path.write_text('id = "own"\ninherits = "b/2024"\n', encoding="utf-8")
    with pytest.raises(gf.InvalidInputError, match="b/2024 is no file of TOML"):
        load_jurisdiction(path)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("forms_of_nobody", "cannot be loaded: ModuleNotFoundError"),
        ("json:loads", "cannot be loaded: TypeError"),
        ("json:__all__", "to be a package of files broken-YEAR.toml"),
    ],
)
def test_a_package_that_cannot_be_loaded_is_told_when_it_is_asked_for(
    value: str, said: str, register: Register
) -> None:
    register(broken=value)
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.jurisdiction("broken", 2024)
    (problem,) = caught.value.problems
    assert "broken-package" == problem.code
    assert said in problem.en
    assert value in problem.zh
    assert "broken" not in [one.id for one in gf.jurisdictions()]
    assert 2023 == gf.jurisdiction("inner-mongolia", 2023).year


def test_the_forms_of_the_library_stand_whatever_packages_say(register: Register, tmp_path: Path) -> None:
    package(tmp_path, "forms_of_a", ministry__2023="", ministry__2040=SMALL.replace('"a"', '"ministry"'))
    register(ministry="forms_of_a", shanghai="forms_of_nobody")
    assert "财政部" == gf.jurisdiction("ministry", 2023).name
    assert {"ministry", "shanghai"} <= {one.id for one in gf.jurisdictions()}
    with pytest.raises(gf.InvalidInputError) as caught:
        gf.jurisdiction("ministry", 2040)
    assert ["ministry-2040.toml"] == [problem.path for problem in caught.value.problems]


def test_an_unknown_jurisdiction_is_refused_with_those_of_packages_too(register: Register) -> None:
    register(duolun="forms_of_nobody")
    with pytest.raises(gf.InvalidInputError, match=r"expected one of duolun, .*did you mean duolun\?"):
        gf.jurisdiction("doulun", 2024)
