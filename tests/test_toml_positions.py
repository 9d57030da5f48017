"""The lines on which the values of a TOML file begin; each text of these documents says its own line."""

import re
import tomllib
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from govfinance.jurisdictions._source._positions import KeyPath, positions

AWKWARD = r'''
a = "@" # "@"
"b # [c]" = '@'
c."d.e".'f g' = "@"
d = [ "@", # comment ] "
  "@", ["@", [
  "@"]], { x = "@", y.z = "@" },
]
e = """@
[not.a.table]
# not = "a comment" \""" """""
f = '@' # ~~~
g = """"@" ends with quotes"""""
h = ~~~@
= [ " # ~~~''
i = 1979-05-27 07:32:00 # a date
j = { k = [ "@", "@" ], "l\u0041" = "@" }
k = """@ \
   # no comment
   """
[t]
a = "@"
[t.u . "v w"] # ]
a.b.c = "@"
a.d = [1979-05-27 07:32:00, 1e5, +inf, 0x1F]
[[r]]
a = "@"
[[r.s]]
a = "@"
[r.s.t]
a = "@"
[[r.s]]
[[r]]
"a" = "@"
[r.u]
a = ["""@
""", '', "", "@"]
[ 'q' ]
a="@"
'''.replace("~~~", "'" * 3)


def numbered(text: str) -> str:
    """The text with L and the number of its line for each @."""
    return "\n".join(line.replace("@", f"L{number}") for number, line in enumerate(text.split("\n"), 1))


def texts(value: Any, path: KeyPath = ()) -> list[tuple[KeyPath, Any]]:
    """Every value of a document with its path."""
    inner: list[tuple[str | int, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [(path, value), *(found for key, one in inner for found in texts(one, (*path, key)))]


def agree(text: str) -> int:
    """Compare the lines with what the texts say; how many there are."""
    lines, compared = positions(text), 0
    found = texts(tomllib.loads(text))
    assert {path for path, _ in found if path} == set(lines)
    for path, value in found:
        said = re.match(r'\s*"?L(\d+)', value) if isinstance(value, str) else None
        if said:
            assert int(said[1]) == lines[path], path
            compared += 1
    return compared


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_value_is_found_on_the_line_where_it_begins(end: str) -> None:
    assert 26 == agree(numbered(AWKWARD).replace("\n", end))


_FRAGMENTS = [
    'k{} = "@"',
    "k{} = '@' # \"",
    'k{} = """@\n# [x]\n\\""" \'\'\' """',
    "k{} = '''@\n\"\"\"\n[[y]] = '''",
    'k{} = [ "@",\n  # ]\n  ["@"], {{ a = "@" }},\n]',
    'k{} = {{ a = "@", b.c = ["@"], "d # ]" = {{}} }}',
    'k{}."a.b" = "@"',
    "k{} = 1979-05-27 07:32:00",
    "# k{} = [",
    "",
    "[t{}]",
    "[t{}.u]",
    "[[r]]",
    "[r.s{}]",
    "[[r.q]]",
]


@given(st.lists(st.sampled_from(_FRAGMENTS), max_size=12), st.sampled_from(["\n", "\r\n"]))
def test_every_value_of_any_document_is_found(fragments: list[str], end: str) -> None:
    text = "\n".join(fragment.format(number) for number, fragment in enumerate(fragments))
    text = numbered(text)
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assume(False)
    agree(text.replace("\n", end))
