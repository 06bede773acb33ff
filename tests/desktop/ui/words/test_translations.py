# SPDX-License-Identifier: MIT
"""The window speaks three languages completely and changes them while it is open."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from desktop.resources import resource
from desktop.ui.app import Dressed
from desktop.ui.components.states import State, late_mark, mark_of
from desktop.ui.shell.header import Header
from desktop.ui.words.build import TranslationRefused, release
from desktop.ui.words.language import Language

ROOT = Path(__file__).parents[4]
UNFINISHED = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context><name>A</name><message><source>One</source><translation type="unfinished"></translation></message></context>
</TS>
"""


def test_all_three_languages_are_complete_and_up_to_date_with_the_code() -> None:
    done = subprocess.run(
        [sys.executable, "tools/translations.py", "check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_an_unfinished_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "fi" / "a.ts"
    file.parent.mkdir()
    file.write_text(UNFINISHED, encoding="utf-8")
    with pytest.raises(TranslationRefused) as told:
        release(file, strict=True)
    assert told.value.file == "fi/a.ts"


def test_the_languages_hold_the_same_texts() -> None:
    finnish = {file.name for file in resource("translations", "fi").glob("*.ts")}
    assert finnish == {file.name for file in resource("translations", "sv").glob("*.ts")}
    for name in finnish:
        texts = [
            re.findall(
                r"<source>(.*?)</source>", resource("translations", each, name).read_text(encoding="utf-8")
            )
            for each in ("fi", "sv")
        ]
        assert texts[0] == texts[1]


def test_states_are_said_in_the_language_in_force(dressed: Dressed) -> None:
    assert mark_of(State.UNSENT).word == "Lähettämättä"
    dressed.translations.speak(Language.SWEDISH)
    assert mark_of(State.UNSENT).word == "Osänt"
    dressed.translations.speak(Language.ENGLISH)
    assert mark_of(State.UNSENT).word == "Not sent"


def test_numbers_stand_in_their_sentences_in_every_language(dressed: Dressed) -> None:
    said = []
    for language in Language:
        dressed.translations.speak(language)
        said.append(late_mark(3).word)
    assert said == ["Myöhässä 3 pv", "Försenad 3 d", "3 d late"]


def test_an_open_window_changes_its_words(dressed: Dressed, qtbot: QtBot) -> None:
    header = Header(dressed.theme)
    qtbot.addWidget(header)
    assert header.lock.text() == "Lukitse"
    dressed.translations.speak(Language.SWEDISH)
    QCoreApplication.processEvents()
    assert header.lock.text() == "Lås"


def test_qt_s_own_buttons_speak_too(dressed: Dressed, qtbot: QtBot) -> None:
    assert dressed.translations.language is Language.FINNISH
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Peru"
