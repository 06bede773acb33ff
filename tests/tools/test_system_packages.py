# SPDX-License-Identifier: MIT
"""What the machine must have, found without installing anything."""

import pytest

from tools.system_packages import (
    DISPLAY_LIBRARIES,
    WINDOW_LIBRARIES,
    can_load,
    has_display,
    missing_packages,
)


def test_a_machine_with_all_libraries_lacks_none_of_them() -> None:
    lacking = missing_packages(display=True, loads=lambda _soname: True)
    assert set(lacking) & {*WINDOW_LIBRARIES.values(), *DISPLAY_LIBRARIES.values()} == set()


def test_a_bare_machine_lacks_what_qt_needs_offscreen() -> None:
    lacking = missing_packages(display=False, loads=lambda _soname: False)
    assert set(WINDOW_LIBRARIES.values()) <= set(lacking)
    assert not set(DISPLAY_LIBRARIES.values()) & set(lacking)


def test_only_what_does_not_load_is_named() -> None:
    lacking = missing_packages(display=True, loads=lambda soname: soname != "libxcb-icccm.so.4")
    assert [name for name in lacking if name.startswith("libxcb")] == ["libxcb-icccm4"]


def test_a_library_that_no_machine_has_cannot_be_loaded() -> None:
    assert not can_load("libkenttakirja-that-nobody-has.so.9")


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_only_linux_may_have_no_display(
    environment: dict[str, str], platform: str, *, expected: bool
) -> None:
    assert has_display(environment, platform) is expected
