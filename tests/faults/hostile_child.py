"""Reads one workbook as the child of an import does; says what came of it, the time and the memory it took."""

import json
import sys
import time
from pathlib import Path

from laborqa_desktop.exchange import workbook
from laborqa_desktop.exchange.limits import set_limits
from tests.faults.memory import most_mb

if __name__ == "__main__":
    set_limits()
    began = time.monotonic()
    reason, sheets = workbook.answer(Path(sys.argv[1]))
    print(json.dumps({"reason": reason, "rows": [len(rows) for _, rows, _ in sheets],  # noqa: T201 it is the answer
                      "seconds": time.monotonic() - began,
                      "megabytes": most_mb()}))
