# SPDX-License-Identifier: MIT
"""``kenttakirja-hub stuck``: orders that could not be obeyed, and trying them again."""

import sys
from datetime import UTC, datetime
from typing import Annotated

from cyclopts import Parameter

from sync.hub.called import Called, short
from sync.hub.command_faults import REFUSED
from sync.hub.counting import counted
from sync.hub.obeying import try_again
from sync.hub.terminal import Database, Home, Opened, say, say_rows


def stuck(
    *,
    home: Home,
    again: Annotated[bool, Parameter(negative=(), help="Try them again.")] = False,
    database: Database = None,
) -> None:
    """List the moves, rulings and late work that the hub could not carry out, or try them ``--again``.

    A line of the list: stream, number, whose stream it is, what went wrong, since when (UTC). Nothing of it is lost,
    and what came after it is done. It is a fault of the program: report it, and try again after an update. The hub
    tries by itself whenever it starts.

    Example: ``kenttakirja-hub stuck --again``
    """
    with Opened(home, database) as opened:
        parts = opened.parts
        before = len(parts.store.stuck())
        left = try_again(parts) if again else parts.store.stuck()
        called = Called.of(parts)
        rows = [
            (
                short(one.stream),
                str(one.number),
                called.stream(one.stream),
                one.problem,
                datetime.fromtimestamp(one.at / 1000, UTC).isoformat(timespec="minutes"),
            )
            for one in left
        ]
    if again and before > len(left):
        say(f"{counted(before - len(left), 'order')} carried out.")
    say_rows(rows, none="Nothing is stuck.")
    if again and left:
        sys.exit(REFUSED)
