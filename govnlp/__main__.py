"""``python -m govnlp``: the command line."""

import sys

from govnlp.cli import main

sys.exit(main())
