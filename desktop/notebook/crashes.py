# SPDX-License-Identifier: MIT
"""What a crash of the notebook process says: the class of the error and its place, never its words."""

import logging
import sys
import threading

from desktop.notebook.faults import place_of

_log = logging.getLogger(__name__)


def keep_values_out_of_crashes() -> None:
    """Log an error that nothing caught by its class and place: its words may hold a value or a path."""

    def tell(problem: BaseException) -> None:
        _log.critical("%s at %s", type(problem).__name__, place_of(problem))

    def tell_of_thread(hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            tell(hook.exc_value)

    sys.excepthook = lambda _kind, problem, _trace: tell(problem)
    threading.excepthook = tell_of_thread
