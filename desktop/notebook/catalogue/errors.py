# SPDX-License-Identifier: MIT
"""What can go wrong when services are looked for.

CatalogueError               never raised itself
└── SynonymsDamaged          environment: the shipped groups of words are missing or not what they were
"""


class CatalogueError(Exception):
    """Root of this package's errors."""


class SynonymsDamaged(CatalogueError):
    """The file of synonyms cannot be read: installed wrongly, or changed by hand.

    ``name`` is the file's name without its folder, ``place`` what the decoder or the check named.
    """

    def __init__(self, name: str, place: str) -> None:
        super().__init__(f"{name}: {place}")
        self.name = name
        self.place = place
