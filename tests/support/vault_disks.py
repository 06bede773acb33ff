# SPDX-License-Identifier: MIT
"""Disks for the vault's tests: one that fills up, one that remembers, and what a power cut leaves."""

import errno
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop.vault.disk import RealDisk
from desktop.vault.kdf import KdfParameters

CHEAP = KdfParameters(memory_kib=19 * 1024, passes=1, lanes=1)
"""The floor: about 20 ms. For tests only."""


class FullDisk(RealDisk):
    """A real disk on which the call number ``fails_at`` (from 0) and all later ones find no room."""

    def __init__(self, fails_at: int, *, code: int = errno.ENOSPC) -> None:
        self.fails_at = fails_at
        self.code = code
        self.calls = 0

    def _count(self) -> None:
        self.calls += 1
        if self.calls > self.fails_at:
            raise OSError(self.code, "made up")

    def create(self, path: Path) -> int:
        self._count()
        return super().create(path)

    def write(self, descriptor: int, content: bytes) -> None:
        self._count()
        super().write(descriptor, content)

    def flush(self, descriptor: int) -> None:
        self._count()
        super().flush(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self._count()
        super().replace(source, target)


@dataclass(frozen=True)
class Call:
    """One call that reached the disk."""

    verb: str
    name: str = ""
    other: str = ""
    descriptor: int = -1
    content: bytes = b""


class RecordingDisk(RealDisk):
    """A real disk that remembers every call that changes something, in order."""

    def __init__(self) -> None:
        self.calls: list[Call] = []

    def create(self, path: Path) -> int:
        descriptor = super().create(path)
        self.calls.append(Call("create", path.name, descriptor=descriptor))
        return descriptor

    def write(self, descriptor: int, content: bytes) -> None:
        self.calls.append(Call("write", descriptor=descriptor, content=content))
        super().write(descriptor, content)

    def flush(self, descriptor: int) -> None:
        self.calls.append(Call("flush", descriptor=descriptor))
        super().flush(descriptor)

    def replace(self, source: Path, target: Path) -> None:
        self.calls.append(Call("replace", source.name, target.name))
        super().replace(source, target)

    def flush_folder(self, folder: Path) -> None:
        self.calls.append(Call("flush_folder"))
        super().flush_folder(folder)

    def remove(self, path: Path) -> None:
        self.calls.append(Call("remove", path.name))
        super().remove(path)


@dataclass
class _Inode:
    written: bytes = b""
    durable: bytes = b""


@dataclass
class _Model:
    """A disk that keeps only what was flushed; names since the last folder flush may be lost."""

    names: dict[str, _Inode] = field(default_factory=dict)
    pending: list[Call] = field(default_factory=list)
    made: dict[int, _Inode] = field(default_factory=dict)
    born: dict[int, _Inode] = field(default_factory=dict)

    def apply(self, call: Call) -> None:
        if call.verb == "write":
            self.made[call.descriptor].written += call.content
        elif call.verb == "flush":
            self.made[call.descriptor].durable = self.made[call.descriptor].written
        elif call.verb == "flush_folder":
            for earlier in self.pending:
                self._rename(self.names, earlier)
            self.pending = []
        else:
            if call.verb == "create":
                self.made[call.descriptor] = self.born[id(call)] = _Inode()
            self.pending.append(call)

    def _rename(self, names: dict[str, _Inode], call: Call) -> None:
        if call.verb == "create":
            names[call.name] = self.born[id(call)]
        elif call.verb == "replace":
            if call.name in names:
                names[call.other] = names.pop(call.name)
        else:
            names.pop(call.name, None)

    def after_a_cut(self) -> Iterator[dict[str, bytes]]:
        """Yield what may lie there: any prefix of the pending names; unflushed bytes gone or half."""
        for kept in range(len(self.pending) + 1):
            names = dict(self.names)
            for call in self.pending[:kept]:
                self._rename(names, call)
            yield {name: inode.durable for name, inode in names.items()}
            yield {
                name: inode.durable or inode.written[: len(inode.written) // 2]
                for name, inode in names.items()
            }


def states_after_power_cuts(before: dict[str, bytes], calls: list[Call]) -> Iterator[dict[str, bytes]]:
    """Yield each different content of the folder that a cut before, between or after the calls leaves."""
    model = _Model(names={name: _Inode(content, content) for name, content in before.items()})
    seen: set[tuple[tuple[str, bytes], ...]] = set()
    for call in [None, *calls]:
        if call is not None:
            model.apply(call)
        for state in model.after_a_cut():
            key = tuple(sorted(state.items()))
            if key not in seen:
                seen.add(key)
                yield state


def states_after_all_of(before: dict[str, bytes], calls: list[Call]) -> list[dict[str, bytes]]:
    """Return what a cut after the last call, when the save was acknowledged, may leave."""
    model = _Model(names={name: _Inode(content, content) for name, content in before.items()})
    for call in calls:
        model.apply(call)
    return list(model.after_a_cut())
