# SPDX-License-Identifier: MIT
"""The import contracts of pyproject.toml name what really exists, so that no new module slips past them."""

import tomllib
from typing import Any

from sources import ROOT

CONTRACTS: list[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))[
    "tool"
]["importlinter"]["contracts"]
MAY_LOAD_QT = {
    "desktop.__main__",
    "desktop.demo",
    "desktop.run_demo",
    "desktop.run_window",
    "desktop.ui",
    "desktop.bridge",
}


def _contract(name: str) -> dict[str, Any]:
    return next(contract for contract in CONTRACTS if contract["name"] == name)


def _exists(module: str) -> bool:
    path = ROOT / module.replace(".", "/")
    return path.is_dir() or path.with_suffix(".py").is_file()


def _modules_of(package: str) -> set[str]:
    children = (ROOT / package).iterdir()
    return {
        f"{package}.{child.stem}"
        for child in children
        if (child.suffix == ".py" and child.stem != "__init__") or (child / "__init__.py").is_file()
    }


def test_everything_of_the_laptop_but_the_window_is_fenced_from_qt() -> None:
    fenced = set(_contract("Qt stays in the window")["source_modules"])
    assert _modules_of("desktop") - MAY_LOAD_QT - fenced == set()


def test_the_whole_of_sync_is_fenced_from_qt() -> None:
    assert "sync" in _contract("Qt stays in the window")["source_modules"]


def test_a_layer_is_optional_only_until_it_exists() -> None:
    layers = _contract("Layers point one way")["layers"]
    optional = [part.strip() for layer in layers for part in layer.split("|") if part.strip().startswith("(")]
    assert [name for name in optional if _exists(name.strip("()"))] == []


def test_every_package_of_sync_has_its_layer() -> None:
    layers = {
        part.strip(" ()")
        for layer in _contract("Layers point one way")["layers"]
        for part in layer.split("|")
    }
    assert _modules_of("sync") - layers == set()
