# SPDX-License-Identifier: MIT
"""Why there is no paper, QR code or consent text.

::

    HandoutError                  (never raised itself)
    ├── OrderRefused              the person: what was asked for can't be given so
    │   ├── NothingChosen         a paper needs a service
    │   ├── TooManyServices       limit, count
    │   ├── WordsTooLong          limit, length
    │   ├── PaperTooLong          limit, length: all its services together say too much for one paper
    │   ├── GlyphMissing          char: no letter of the paper's fonts shows it
    │   ├── PersonalIdOnPaper     the adviser's words hold a personal identity code
    │   ├── NothingShared         a consent about nothing, or to nobody
    │   └── ScopeUnknown          code
    ├── LinkRefused               the directory: reason; its address can't be a QR code
    ├── LanguageMissing           language: there are no frame texts in it
    ├── FramesDamaged             the installation: name, what
    ├── CoverageDamaged           the installation: the list of letters can't be read
    └── PaperFailed               our own bug: the typesetter refused the template
"""


class HandoutError(Exception):
    """Root of the tree. No error holds a text of the paper; one holds a single letter of it."""


class OrderRefused(HandoutError):
    """The person's order can't be printed as it is."""


class NothingChosen(OrderRefused):
    """A paper without a service."""


class TooManyServices(OrderRefused):
    """More services than a person takes along."""

    def __init__(self, limit: int, count: int) -> None:
        super().__init__(limit, count)
        self.limit = limit
        self.count = count


class WordsTooLong(OrderRefused):
    """The adviser's words are longer than ``limit`` letters."""

    def __init__(self, limit: int, length: int) -> None:
        super().__init__(limit, length)
        self.limit = limit
        self.length = length


class PaperTooLong(OrderRefused):
    """All texts of a paper together have ``length`` letters; ``limit`` is some sixty pages."""

    def __init__(self, limit: int, length: int) -> None:
        super().__init__(f"{length} letters, at most {limit}")
        self.limit = limit
        self.length = length


class GlyphMissing(OrderRefused):
    """The bundled fonts have no picture of ``char``; on paper it would be an empty box."""

    def __init__(self, char: str) -> None:
        super().__init__(char)
        self.char = char


class PersonalIdOnPaper(OrderRefused):
    """A personal identity code is never printed (Data Protection Act 1050/2018, 29 §)."""


class NothingShared(OrderRefused):
    """A consent needs somebody to tell and something that is told."""


class ScopeUnknown(OrderRefused):
    """No words say what this code of ``shared_scopes`` is."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class LinkRefused(HandoutError):
    """An address that a phone should not open, or that is too long. ``reason`` is one of LinkReason."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LanguageMissing(HandoutError):
    """There are no frame texts in ``language``."""

    def __init__(self, language: str) -> None:
        super().__init__(language)
        self.language = language


class FramesDamaged(HandoutError):
    """The frame texts of ``name`` are not complete or can't be read; ``what`` says which key."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(name, what)
        self.name = name
        self.what = what


class CoverageDamaged(HandoutError):
    """The list of the letters that the fonts have can't be read."""


class PaperFailed(HandoutError):
    """The typesetter refused; ``message`` is its own sentence, which may name no text of the paper."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
