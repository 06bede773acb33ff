# SPDX-License-Identifier: MIT
"""The notebook as a child process over its pipe, the way the window drives it, but without Qt."""

import itertools
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from hub_world import HubWorld
from left_children import forget, remember

from desktop.notebook.messages.envelope import (
    Answer,
    Ask,
    AskEnvelope,
    Event,
    ProblemReport,
    ReplyEnvelope,
    ReplyKind,
)
from desktop.notebook.messages.every import answer_decoder, encoder, event_decoder
from desktop.notebook.messages.framing import Unframer, frame
from desktop.notebook.messages.laptop import Invitation, Join, ReadInvitationTyped, Unlock, Unlocked
from sync.protocol.crockford import to_text
from sync.protocol.fingerprint import FINGERPRINT_CHARACTERS
from sync.records.ids import StaffId

A = TypeVar("A")
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
TYPED = "kuusi vanhaa saunaa laulaa hiljaa"

_replies = msgspec.msgpack.Decoder(ReplyEnvelope)
_problems = msgspec.msgpack.Decoder(ProblemReport)


class Said(Exception):
    """The notebook answered with a problem."""

    def __init__(self, report: ProblemReport) -> None:
        super().__init__(report.problem.value)
        self.report = report


class Gone(Exception):
    """The child ended before it answered: with which code, and what it said on the way."""

    def __init__(self, code: int | None, complaints: str) -> None:
        super().__init__(f"exit code {code}; stderr: {complaints or 'nothing'}")
        self.code = code


class NotebookChild:
    """One child; ``ask`` waits for its answer, events gather in ``events``."""

    def __init__(
        self, home: Path, *, practice: bool = True, program: tuple[str, ...] = ("-m", "desktop")
    ) -> None:
        command = [sys.executable, *program, "notebook", "--home", str(home)]
        self.process = subprocess.Popen(
            command + (["--practice"] if practice else []),
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
        )  # fmt: skip
        self.events: list[Event] = []
        self.complaints = b""
        self._numbers = itertools.count(1)
        self._replies: dict[int, queue.Queue[ReplyEnvelope | None]] = {}
        self._lock = threading.Lock()
        self._gone = False
        self._threads = [
            threading.Thread(target=self._listen, daemon=True),
            threading.Thread(target=self._overhear, daemon=True),
        ]
        for thread in self._threads:
            thread.start()
        remember(self)

    def ask(self, message: Ask[A]) -> A:
        """Return the answer; raises Said with the problem, Gone when the child ends first."""
        return self.send(message)()

    def send(self, message: Ask[A]) -> Callable[[], A]:
        """Send without waiting; the returned function waits."""
        number = next(self._numbers)
        box: queue.Queue[ReplyEnvelope | None] = queue.Queue()
        with self._lock:
            gone = self._gone
            self._replies[number] = box
        if gone:
            raise self._why_gone()
        self.write(frame(encoder.encode(AskEnvelope(number, msgspec.Raw(encoder.encode(message))))))

        def wait() -> A:
            reply = box.get(timeout=PATIENCE)
            if reply is None:
                raise self._why_gone()
            if reply.kind is ReplyKind.PROBLEM:
                raise Said(_problems.decode(reply.payload))
            answer: Any = answer_decoder.decode(reply.payload)
            assert isinstance(answer, Answer)
            return answer  # type: ignore[return-value]  # the ask's own answer type

        return wait

    def write(self, raw: bytes) -> None:
        """Write bytes as they are; raises Gone when nobody reads."""
        assert self.process.stdin is not None
        try:
            self.process.stdin.write(raw)
        except (OSError, ValueError) as problem:  # nobody reads, or it was closed here when that was found
            raise self._why_gone() from problem

    def invitation(self, world: HubWorld, address: str, staff: StaffId, name: str = "Testikone") -> Join:
        """Return the ask that enrols somebody at a hub world that serves at ``address``."""
        fingerprint = to_text(world.root_digest, FINGERPRINT_CHARACTERS)
        told: Invitation = self.ask(ReadInvitationTyped(address, world.code(staff), fingerprint))
        return Join(told.token, TYPED, name)

    def join(self, world: HubWorld, address: str, staff: StaffId, name: str = "Testikone") -> Unlocked:
        """Enrol somebody at a hub world that serves at ``address``."""
        return self.ask(self.invitation(world, address, staff, name))

    def unlock(self, staff: StaffId) -> Unlocked:
        """Unlock a notebook with the passphrase of the tests."""
        return self.ask(Unlock(staff, TYPED))

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        self.process.kill()
        self._clear()

    def end(self, *, within: float = PATIENCE) -> int:
        """Close its input and return the exit code; raises subprocess.TimeoutExpired."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        try:
            return self.process.wait(within)
        finally:
            self._clear()

    def _why_gone(self) -> Gone:
        try:
            code: int | None = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:  # it closed its output and runs on
            code = None
        self._clear()
        return Gone(code, self.complaints.decode(errors="replace"))

    def _clear(self) -> None:
        forget(self)
        self.process.kill()
        self.process.wait(PATIENCE)
        for thread in self._threads:
            thread.join(PATIENCE)
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None:
                stream.close()

    def _listen(self) -> None:
        unframer = Unframer()
        assert self.process.stdout is not None
        while data := self.process.stdout.read(1 << 16):
            for raw in unframer.feed(data):
                reply = _replies.decode(raw)
                if reply.kind is ReplyKind.EVENT:
                    self.events.append(event_decoder.decode(reply.payload))
                else:
                    self._replies.pop(reply.number).put(reply)
        with self._lock:
            self._gone = True
            for box in self._replies.values():
                box.put(None)

    def _overhear(self) -> None:
        assert self.process.stderr is not None
        while data := self.process.stderr.read(1 << 16):
            self.complaints += data
