# SPDX-License-Identifier: MIT
"""What a notebook that exists twice asks: a new writer for the same person, let in by the old one's signature."""

from typing import Protocol

import msgspec

from sync.records.ids import LaptopId, StaffId, WriterId


class SucceedRequest(msgspec.Struct, array_like=True, frozen=True):
    """The public keys of the writer that goes on, and a laptop id that nobody has used; signed by the old writer.

    The laptop id is fresh so that the two notebooks' access logs lie in two streams from now on.
    """

    signing: bytes
    receiving: bytes
    laptop: LaptopId
    laptop_name: str = ""


class Succeeded(msgspec.Struct, array_like=True, frozen=True):
    """The new writer as the roster has it now. Both writers are in force; revoking the old one revokes both."""

    writer: WriterId
    staff: StaffId
    laptop: LaptopId


class SuccessionHub(Protocol):
    """The hub as a notebook sees it that has found out that it exists twice."""

    def succeed(self, request: SucceedRequest) -> Succeeded:
        """Let the new writer in; the same request again gives the same answer.

        Raises AccessRefused (unknown-writer, writer-revoked), FrameRefused (malformed, also for a laptop that is
        in use), and what the transport raises.
        """
