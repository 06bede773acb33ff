# SPDX-License-Identifier: MIT
"""What can go wrong with a file of services as a whole; what is wrong inside it stands in the report.

CatalogueError               never raised itself
└── FileRefused              other side: nothing of the file was read
    ├── FileTooLarge         more bytes than we take
    ├── EncodingUnknown      neither UTF-8 nor UTF-16
    ├── JsonBroken           no JSON, or JSON with what JSON does not have (NaN); line and column
    ├── NestedTooDeep        lists in lists without an end
    ├── SourceUnknown        no directory's shape, or a directory we have no reader for
    ├── ShapeUnexpected      JSON, but not what this directory gives
    └── VersionNewer         our own file, of a version that only a newer program reads
"""


class CatalogueError(Exception):
    """Root of this package's errors."""


class FileRefused(CatalogueError):
    """A file of services cannot be read at all; nothing of it was imported."""


class FileTooLarge(FileRefused):
    """The file has ``size`` bytes; ``most`` are taken."""

    def __init__(self, size: int, most: int) -> None:
        super().__init__(f"{size} bytes, at most {most}")
        self.size = size
        self.most = most


class EncodingUnknown(FileRefused):
    """The bytes are no UTF-8 and no UTF-16; ``offset`` is the first byte that does not fit."""

    def __init__(self, offset: int) -> None:
        super().__init__(f"byte {offset}")
        self.offset = offset


class JsonBroken(FileRefused):
    """The text is no JSON from ``line`` and ``column`` on; both count from 1."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(f"line {line}, column {column}")
        self.line = line
        self.column = column


class NestedTooDeep(FileRefused):
    """Objects or lists lie in one another deeper than any directory's do."""


class SourceUnknown(FileRefused):
    """The file looks like no directory's, or ``source`` names one without a reader."""

    def __init__(self, source: str = "") -> None:
        super().__init__(source or "no known shape")
        self.source = source


class ShapeUnexpected(FileRefused):
    """The file is JSON, but its top level is not what ``source`` gives."""

    def __init__(self, source: str) -> None:
        super().__init__(source)
        self.source = source


class VersionNewer(FileRefused):
    """Our own file says ``version``; this program reads up to ``known``."""

    def __init__(self, version: int, known: int) -> None:
        super().__init__(f"version {version}, known {known}")
        self.version = version
        self.known = known
