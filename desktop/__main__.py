# SPDX-License-Identifier: MIT
"""Picks one process by its argument and imports only that (the one place with imports inside functions).

``kenttakirja`` opens the window, ``kenttakirja notebook`` is the process the window starts for itself,
``kenttakirja demo`` makes a made-up city with its own hub and opens its window.
"""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the process that the first argument names; return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    first = given[0] if given else ""
    if first == "notebook":
        from desktop.run_notebook import run  # noqa: PLC0415 - this process must never load Qt

        return run(given[1:])
    if first == "demo":
        from desktop.run_demo import run as run_demo  # noqa: PLC0415 - nobody else needs the demo

        return run_demo(given[1:])
    from desktop.run_window import run as run_window  # noqa: PLC0415 - Qt loads only where a window opens

    return run_window(given)


if __name__ == "__main__":
    sys.exit(main())
