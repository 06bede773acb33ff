# SPDX-License-Identifier: MIT
"""What the operating system must have before a virtual environment can be made, and how to get it.

The lists were proved on a bare Debian 12 (debootstrap --variant=minbase); the display list is what
`objdump -p` names as NEEDED in PySide6's libqxcb.so. Only Linux lacks any of it: the Windows and macOS
wheels bring everything along.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

WINDOW_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
"""Soname to Debian package: without these PySide6 cannot be imported, not even offscreen."""

DISPLAY_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
"""Wanted in addition by a window on an X display (Wayland sessions have one too)."""

CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


class SystemLacksError(Exception):
    """Something is missing and may not or cannot be installed from here; the text is for the person."""


def has_display(environment: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Whether a window can be shown: always on Windows and macOS, with a display variable on Linux."""
    if platform != "linux":
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def can_load(soname: str) -> bool:
    """Whether the dynamic linker finds this library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_packages(*, display: bool, loads: Callable[[str], bool] = can_load) -> list[str]:
    """Names of the Debian packages that this machine lacks, sorted; empty when all is there."""
    wanted = WINDOW_LIBRARIES | (DISPLAY_LIBRARIES if display else {})
    lacking = {package for soname, package in wanted.items() if not loads(soname)}
    if importlib.util.find_spec("ensurepip") is None:
        # Debian ships `venv` without `ensurepip`; the package carries the version in its name.
        lacking.add(f"python3.{sys.version_info.minor}-venv")
    if shutil.which("apt-get") and not CERTIFICATES.exists():
        lacking.add("ca-certificates")
    return sorted(lacking)


def ensure_system(*, display: bool) -> None:
    """Install what lacks with apt-get when we may; otherwise raise SystemLacksError with the line to run."""
    if sys.platform != "linux":
        return
    lacking = missing_packages(display=display)
    if not lacking:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *lacking]
    line = f"apt-get update && {' '.join(install)}"
    if shutil.which("apt-get") is None:
        message = f"This system lacks what these Debian packages hold; install its own: {' '.join(lacking)}"
        raise SystemLacksError(message)
    if os.geteuid() != 0:
        message = f"Some system packages are missing. Run this line, then try again:\n  sudo sh -c '{line}'"
        raise SystemLacksError(message)
    print(f"Installing system packages: {' '.join(lacking)}", flush=True)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-q"], install):
        if subprocess.run(command, env=quiet, stdout=subprocess.DEVNULL, check=False).returncode != 0:
            message = f"`{' '.join(command)}` failed. Is there a network? Then run:\n  {line}"
            raise SystemLacksError(message)
    still = missing_packages(display=display)
    if still:
        message = f"apt-get succeeded, but this Python still lacks what these hold: {' '.join(still)}"
        raise SystemLacksError(message)
