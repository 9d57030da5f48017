"""All benchmarks: each prints a ratio against a floor that was measured in the same run."""

from __future__ import annotations

from benchmarks import load_json, narrative


def main() -> None:
    """Run them all."""
    narrative.main()
    load_json.main()


if __name__ == "__main__":
    main()
