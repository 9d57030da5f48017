"""``python -m govfinance`` is the command ``govfinance``."""

import sys

from govfinance.cli import main

if __name__ == "__main__":
    sys.exit(main())
