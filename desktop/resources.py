# SPDX-License-Identifier: MIT
"""Finds the data files of `resources/`, in the source tree, an installed wheel and a frozen build alike.

In the tree and in a wheel the folder `resources` lies beside the package `desktop`; a frozen build unpacks it
into the folder that `sys._MEIPASS` names, or puts it beside the program.
"""

import sys
from pathlib import Path


class ResourceMissing(LookupError):
    """A data file that every build carries is not there: the installation is damaged. Carries its name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def resources_root() -> Path:
    """Return the folder that holds icons, fonts, forms and the rest. Raises ResourceMissing."""
    places = [Path(__file__).resolve().parent.parent]
    unpacked = getattr(sys, "_MEIPASS", None)
    if unpacked is not None:
        places.insert(0, Path(unpacked))
    if getattr(sys, "frozen", False):
        places.append(Path(sys.executable).resolve().parent)
    for place in places:
        if (place / "resources").is_dir():
            return place / "resources"
    raise ResourceMissing("resources")


def resource(*parts: str) -> Path:
    """Return the path of one data file or folder, e.g. `resource("icons", "sun.svg")`. Raises ResourceMissing."""
    path = resources_root().joinpath(*parts)
    if not path.exists():
        raise ResourceMissing("/".join(parts))
    return path
