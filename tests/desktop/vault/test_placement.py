# SPDX-License-Identifier: MIT
"""Where a notebook may lie."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from desktop.vault.errors import FolderRefused, Refusal
from desktop.vault.placement import demand_allowed, refusal_on_posix, refusal_on_windows

HOME = r"C:\Users\x"
ENVIRONMENT = {
    "LocalAppData": HOME + r"\AppData\Local",
    "OneDrive": HOME + r"\OneDrive",
    "OneDriveCommercial": HOME + r"\AppData\Local\OneDrive - City",
    "OneDriveConsumer": "",
}


@pytest.mark.parametrize(
    ("folder", "refusal"),
    [
        (HOME + r"\AppData\Local\Kenttakirja", None),
        (HOME.lower() + r"\appdata\LOCAL\Kenttakirja", None),
        ("\\\\?\\" + HOME + r"\AppData\Local\Kenttakirja", None),
        (HOME + r"\AppData\Roaming\Kenttakirja", Refusal.OUTSIDE_LOCAL_DATA),
        (HOME + r"\AppData\LocalLow\Kenttakirja", Refusal.OUTSIDE_LOCAL_DATA),
        (HOME + r"\Documents", Refusal.OUTSIDE_LOCAL_DATA),
        (HOME + r"\OneDrive\Kenttakirja", Refusal.CLOUD),
        (HOME + r"\AppData\Local\onedrive - city\Kenttakirja", Refusal.CLOUD),
        (r"\\server\share\Kenttakirja", Refusal.NETWORK),
        (r"\\?\UNC\server\share\Kenttakirja", Refusal.NETWORK),
        (r"\\.\unc\server\share\Kenttakirja", Refusal.NETWORK),
        (r"N:\Kenttakirja", Refusal.NETWORK),
        (r"n:\Kenttakirja", Refusal.NETWORK),
        (r"Kenttakirja", Refusal.NOT_ABSOLUTE),
        (r"C:Kenttakirja", Refusal.NOT_ABSOLUTE),
        (r"\Kenttakirja", Refusal.NOT_ABSOLUTE),
        (HOME + r"\AppData\Local\..\..\OneDrive", Refusal.NOT_ABSOLUTE),
    ],
)
def test_on_windows_only_this_computers_own_data_folder_is_taken(
    folder: str, refusal: Refusal | None
) -> None:
    found = refusal_on_windows(
        PureWindowsPath(folder), ENVIRONMENT, is_network_drive=lambda drive: drive == "N:"
    )
    assert found == refusal


def test_without_a_local_data_folder_nothing_is_taken() -> None:
    folder = PureWindowsPath(HOME + r"\AppData\Local\Kenttakirja")
    refusal = refusal_on_windows(folder, {}, is_network_drive=lambda _drive: False)
    assert refusal is Refusal.OUTSIDE_LOCAL_DATA


@pytest.mark.parametrize(
    ("folder", "refusal"),
    [
        ("/home/x/.local/share/kenttakirja", None),
        ("share", Refusal.NOT_ABSOLUTE),
        ("/home/x/../y", Refusal.NOT_ABSOLUTE),
    ],
)
def test_elsewhere_a_plain_absolute_folder_is_taken(folder: str, refusal: Refusal | None) -> None:
    assert refusal_on_posix(PurePosixPath(folder)) == refusal


def test_this_computer_is_asked_by_its_own_rule(tmp_path: Path) -> None:
    demand_allowed(tmp_path, {"LOCALAPPDATA": str(tmp_path)})
    with pytest.raises(FolderRefused) as caught:
        demand_allowed(Path("here"), {})
    assert caught.value.refusal is Refusal.NOT_ABSOLUTE
