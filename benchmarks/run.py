"""All benchmarks: each prints a ratio against a floor that was measured in the same run."""

from __future__ import annotations

from benchmarks import audit, catalog, load_json, narrative, read_xlsx, write_xlsx


def main() -> None:
    """Run them all."""
    narrative.main()
    load_json.main()
    catalog.main()
    read_xlsx.main()
    write_xlsx.main()
    audit.main()


if __name__ == "__main__":
    main()
