# SPDX-License-Identifier: MIT
"""What can go wrong in the demo.

DemoError
├── the environment's
│   ├── HubDidNotStart      the demo's hub ended, did not answer in time, or its port was taken
│   └── HubCommandFailed    one command of the hub's program failed
├── the person's
│   └── Interrupted         Ctrl+C, or the system asked the demo to end
└── ours
    └── StoryBroken         the window or the notebook did not do what the story waits for
"""


class DemoError(Exception):
    """Root; never raised itself. ``what`` says in English what happened, for the terminal and the report."""

    def __init__(self, what: str) -> None:
        """Keep what happened."""
        super().__init__(what)
        self.what = what


class HubDidNotStart(DemoError):
    """The hub's process ended, did not answer in time, or another program has its port."""


class HubCommandFailed(DemoError):
    """A command of the hub's program failed; ``what`` holds its name and the last line it said."""


class Interrupted(DemoError):
    """The person or the system asked the demo to end."""

    def __init__(self) -> None:
        """Say no more than that."""
        super().__init__("interrupted")


class StoryBroken(DemoError):
    """What the story waited for did not come: ``what`` names it."""
