# SPDX-License-Identifier: MIT
"""Framing on the pipe: four bytes of length, big-endian, then that many bytes.

Used by both ends; it knows nothing of what the bytes mean.
"""

from desktop.notebook.messages.envelope import LENGTH_BYTES, MAX_MESSAGE


class FramingBroken(Exception):
    """The other end sent a length that no message has: the pipe is out of step and must be closed."""


def frame(payload: bytes) -> bytes:
    """Return the payload with its length before it."""
    return len(payload).to_bytes(LENGTH_BYTES, "big") + payload


class Unframer:
    """Takes bytes as they come and gives whole messages back, in order."""

    __slots__ = ("_buffer",)

    def __init__(self) -> None:
        """Start with nothing."""
        self._buffer = bytearray()

    def feed(self, data: bytes) -> list[bytes]:
        """Return the messages that ``data`` completes; raises FramingBroken on an impossible length."""
        self._buffer += data
        messages = []
        while len(self._buffer) >= LENGTH_BYTES:
            length = int.from_bytes(self._buffer[:LENGTH_BYTES], "big")
            if length > MAX_MESSAGE:
                raise FramingBroken(length)
            if len(self._buffer) < LENGTH_BYTES + length:
                break
            messages.append(bytes(self._buffer[LENGTH_BYTES : LENGTH_BYTES + length]))
            del self._buffer[: LENGTH_BYTES + length]
        return messages
