# SPDX-License-Identifier: MIT
"""Icons take the colour they are asked for and are drawn once."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop.resources import ResourceMissing, resource, resources_root
from desktop.ui.theme.icons import Icons


def colours_of(image: QImage) -> set[str]:
    seen = set()
    for x in range(image.width()):
        for y in range(image.height()):
            colour = QColor(image.pixelColor(x, y))
            if colour.alpha() == 255:
                seen.add(colour.name())
    return seen


def test_an_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication) -> None:
    assert qapp is not None
    image = Icons().picture("check", "#1e4e96", 18, 2.0).toImage()
    assert (image.width(), image.height()) == (36, 36)
    assert "#1e4e96" in colours_of(image)


def test_the_same_picture_is_drawn_once(qapp: QApplication) -> None:
    assert qapp is not None
    icons = Icons()
    assert icons.picture("lock", "#000000", 18) is icons.picture("lock", "#000000", 18)
    assert icons.picture("lock", "#000000", 14) is not icons.picture("lock", "#000000", 18)


def test_an_icon_that_is_not_there_is_named(qapp: QApplication) -> None:
    assert qapp is not None
    with pytest.raises(ResourceMissing) as told:
        Icons().picture("no-such-icon", "#000000", 18)
    assert told.value.name == "icons/no-such-icon.svg"


def test_every_icon_named_in_the_window_s_code_is_there() -> None:
    code = Path(__file__).parents[4] / "desktop" / "ui"
    wanted = set()
    for module in code.rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        wanted |= set(re.findall(r'(?:icon_name|icon)=\s*"([a-z0-9-]+)"', text))
        wanted |= set(re.findall(r'MarkValue\(\s*"([a-z0-9-]+)"', text))
        wanted |= set(re.findall(r'\.icon\(\s*"([a-z0-9-]+)"', text))
    assert wanted
    missing = {name for name in wanted if not (resources_root() / "icons" / f"{name}.svg").exists()}
    assert missing == set()


def test_every_icon_can_be_dyed() -> None:
    for file in resource("icons").glob("*.svg"):
        assert "currentColor" in file.read_text(encoding="utf-8"), file.name
