# SPDX-License-Identifier: MIT
"""What an operating system offers to keep a process's memory off the disk and from its neighbours.

Called first thing in both processes. It says what was achieved, since none of it exists everywhere.
"""

import sys
from dataclasses import dataclass
from typing import Final

if sys.platform in {"linux", "win32"}:
    import ctypes
if sys.platform != "win32":
    import resource

_PR_SET_DUMPABLE: Final = 4
"""``<linux/prctl.h>``"""
_NO_BOXES: Final = 0x0001 | 0x0002
"""SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX"""
_WER_NO_HEAP: Final = 0x01
"""WER_FAULT_REPORTING_FLAG_NOHEAP"""


@dataclass(frozen=True, slots=True)
class Hardening:
    """``core_dumps_off``: no memory image on a crash. ``not_traceable``: no debugger of the same user."""

    core_dumps_off: bool
    not_traceable: bool


def harden_process() -> Hardening:
    """Switch off what can be: RLIMIT_CORE on POSIX, PR_SET_DUMPABLE on Linux, error reporting on Windows."""
    return Hardening(core_dumps_off=_no_core_dumps(), not_traceable=_not_dumpable())


if sys.platform == "win32":

    def _no_core_dumps() -> bool:
        """Let no error box and no report with memory in it come of a crash (<errhandlingapi.h>, <werapi.h>).

        What an administrator has switched on for the whole computer (LocalDumps) can't be refused from here.
        """
        kernel = ctypes.windll.kernel32
        kernel.SetErrorMode(_NO_BOXES)
        return bool(kernel.WerSetFlags(_WER_NO_HEAP) == 0)

else:

    def _no_core_dumps() -> bool:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        return True


if sys.platform == "linux":

    def _not_dumpable() -> bool:
        libc = ctypes.CDLL(None, use_errno=True)
        return bool(libc.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0) == 0)

else:

    def _not_dumpable() -> bool:
        return False
