# SPDX-License-Identifier: MIT
"""What can go wrong in the vocabulary.

RecordsError                 never raised itself
└── CodeFileDamaged          environment: a shipped data file is missing or is not what it was
"""


class RecordsError(Exception):
    """Root of this package's errors."""


class CodeFileDamaged(RecordsError):
    """A file of code lists or keys cannot be read: installed wrongly, or changed by hand.

    ``name`` is the file's name without its folder, ``place`` what the decoder named.
    """

    def __init__(self, name: str, place: str) -> None:
        super().__init__(f"{name}: {place}")
        self.name = name
        self.place = place
