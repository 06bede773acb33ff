# SPDX-License-Identifier: MIT
"""A notebook process that can't be one: it says why to every ask."""

from typing import BinaryIO

from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.server import Server


class ShutNotebook:
    """Serves a window whose laptop folder can't be used: every ask gets the reason, so that it can be told."""

    def __init__(self, why: ProblemReport, *, read: BinaryIO, write: BinaryIO) -> None:
        """``why`` is what every ask is answered with."""
        self._server = Server(read, write)
        self._server.refuse(why)

    def serve(self) -> None:
        """Serve until the window closes the pipe."""
        self._server.serve()
