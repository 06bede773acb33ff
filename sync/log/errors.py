# SPDX-License-Identifier: MIT
"""What can be wrong with a commit.

LogError (never raised itself)
├── Malformed          the bytes are not a commit: the other side's fault, or damage
│   ├── NotCanonical     re-encoding gives other bytes
│   ├── BodyChanged      a body is not the one whose hash was signed: refuse it, never park it
│   └── LimitExceeded    too large, too many fields, too deep
├── BadSignature       the bytes were not signed by the key they name
├── ChainBroken        ``prev`` does not follow from what is known
├── ChainForked        two different commits with one dot: a cloned laptop
├── SealBroken         a sealed message was not made for this key, or was changed
├── TooNew             a version this program does not know yet
└── WrongEntity        our own bug: a write was to be folded into another entity's state
"""


class LogError(Exception):
    """Root of everything the log can refuse."""


class Malformed(LogError):
    """The bytes are not a value of the expected form."""


class NotCanonical(Malformed):
    """The bytes decode, but are not the one encoding of what they decode to."""


class LimitExceeded(Malformed):
    """A documented limit (bytes, fields, depth) is exceeded."""


class BodyChanged(Malformed):
    """A body is missing from the count or is not the one that the header names: changed on its way.

    Unlike a body in a form that is unknown here, it must not be kept: the true one is still to come.
    """


class BadSignature(LogError):
    """A signature does not fit its key, purpose, hub or bytes."""


class ChainBroken(LogError):
    """A commit does not follow its writer's previous one in the stream."""


class ChainForked(LogError):
    """One dot with two different commits."""


class SealBroken(LogError):
    """A sealed message does not open with this key."""


class TooNew(LogError):
    """A format version above what this program reads. ``found`` is that version."""

    def __init__(self, found: int) -> None:
        """Keep the version that was found."""
        super().__init__(f"version {found}")
        self.found = found


class WrongEntity(LogError):
    """A write was given to the fold with the state of another entity: our own bug."""
