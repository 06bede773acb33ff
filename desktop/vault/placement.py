# SPDX-License-Identifier: MIT
"""Where a notebook may lie: on this computer's own disk, in no folder that copies itself away.

On a network folder fsync and locks lie; in a OneDrive-redirected one every old key file lives on
in somebody's version history. A pure function over the path and the environment, so that the rule
for Windows is tested everywhere.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath, PureWindowsPath
from typing import Final

from desktop.vault.errors import FolderRefused, Refusal

if sys.platform == "win32":
    import ctypes

_CLOUD_VARIABLES: Final = ("ONEDRIVE", "ONEDRIVECOMMERCIAL", "ONEDRIVECONSUMER")
_NETWORK_PREFIXES: Final = ("\\\\?\\UNC\\", "\\\\.\\UNC\\")
_LOCAL_PREFIX: Final = "\\\\?\\"


def demand_allowed(folder: Path, environment: Mapping[str, str]) -> None:
    """Raise FolderRefused unless this folder may hold notebooks on the computer we run on."""
    if sys.platform == "win32":
        refusal = refusal_on_windows(
            PureWindowsPath(folder), environment, is_network_drive=_is_mapped_to_a_share
        )
    else:
        refusal = refusal_on_posix(folder)
    if refusal is not None:
        raise FolderRefused(refusal)


def refusal_on_windows(
    folder: PureWindowsPath,
    environment: Mapping[str, str],
    *,
    is_network_drive: Callable[[str], bool],
) -> Refusal | None:
    """Return why this folder may not hold notebooks on Windows, ``None`` if it may.

    It must lie under ``%LOCALAPPDATA%``, on no share or mapped drive (``is_network_drive`` is
    asked with ``"N:"``), and under none of OneDrive's folders.
    """
    text = str(folder)
    if text.upper().startswith(_NETWORK_PREFIXES):
        return Refusal.NETWORK
    plain = PureWindowsPath(text.removeprefix(_LOCAL_PREFIX))
    if plain.drive.startswith("\\\\") or (plain.drive and is_network_drive(plain.drive.upper())):
        return Refusal.NETWORK
    if not plain.is_absolute() or ".." in plain.parts:
        return Refusal.NOT_ABSOLUTE
    variables = {name.upper(): value for name, value in environment.items() if value}
    for name in _CLOUD_VARIABLES:
        if name in variables and plain.is_relative_to(PureWindowsPath(variables[name])):
            return Refusal.CLOUD
    local = variables.get("LOCALAPPDATA")
    if local is None or not plain.is_relative_to(PureWindowsPath(local)):
        return Refusal.OUTSIDE_LOCAL_DATA
    return None


def refusal_on_posix(folder: PurePath) -> Refusal | None:
    """Return why this folder may not hold notebooks elsewhere: it must be absolute, without ``..``."""
    return None if folder.is_absolute() and ".." not in folder.parts else Refusal.NOT_ABSOLUTE


if sys.platform == "win32":
    _DRIVE_REMOTE: Final = 4

    def _is_mapped_to_a_share(drive: str) -> bool:
        return bool(ctypes.windll.kernel32.GetDriveTypeW(drive + "\\") == _DRIVE_REMOTE)
