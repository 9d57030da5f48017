"""The command line: ``govfinance report|check|explain|jurisdictions ...``, also as ``python -m govfinance``.

It needs the extra ``cli`` (cyclopts and rich), which is imported when a command runs and not before.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from govfinance.cli._terminal import Terminal, give_up_stdout, language_of, use_utf8

__all__ = ["main"]

_NEEDS = ("cyclopts", "rich")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    ``argv`` is what stands after the name of the program (by default that of the process). The exit code is 0 when all
    is well, 1 when a check found something, 2 for input that cannot be read and for wrong usage, 130 after an
    interruption and 141 when nobody reads the results any longer.

    >>> main(["jurisdictions", "--lang", "en"])
    inner-mongolia  内蒙古自治区
      edition: ...
      narrative: ...
    0
    """
    try:
        return _main(sys.argv[1:] if argv is None else [*argv])
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        give_up_stdout()
        return 141


def _main(argv: list[str]) -> int:
    use_utf8()
    try:
        from govfinance.cli._app import run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _NEEDS:
            raise
        Terminal("en").tell("命令行需要附加组件 · the command line needs an extra: pip install 'govfinance[cli]'")
        return 2
    return run(argv, Terminal(language_of(argv, os.environ)))
