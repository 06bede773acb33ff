# SPDX-License-Identifier: MIT
"""Settings: the way to the centre is chosen by keys, and what is no proxy is said at its field."""

import pytest
from fake_notebook import FakeBridge
from page_bench import shown_page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.notebook.messages.backups import BackupsView, ShowBackups
from desktop.notebook.messages.envelope import ProblemReport
from desktop.notebook.messages.laptop import LaptopView, ShowLaptop
from desktop.notebook.messages.network import ChooseProxy, NetworkView, ShowNetwork
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.settings.network_card import NetworkCard
from desktop.ui.settings.page import COMPUTER, SettingsPage
from desktop.ui.window.preferences import Preferences

NOW = 1_795_523_000_000


class Bench:
    """Settings, turned to this computer, before a notebook that keeps a way."""

    def __init__(self, dressed: Dressed, qtbot: QtBot) -> None:
        self.view = NetworkView("system", "", pinned=False)
        self.notebook = FakeBridge()
        self.notebook.on(
            ShowLaptop, lambda _ask: LaptopView([], 0, "HEL-L-2217", practice=False, version="0.1")
        )
        self.notebook.on(ShowBackups, lambda _ask: BackupsView([], last_failed=False))
        self.notebook.on(ShowNetwork, lambda _ask: self.view)
        self.notebook.on(ChooseProxy, self._choose)
        self.page = shown_page(
            lambda tools: SettingsPage(tools, Preferences()), self.notebook, dressed, qtbot, now=NOW
        )
        self.page.show_part(COMPUTER)

    def _choose(self, ask: ChooseProxy) -> NetworkView | ProblemReport:
        if ask.proxy == "own" and ":" not in ask.address:
            return ProblemReport(Problem.ENROLMENT_UNREADABLE, {"part": "proxy"})
        self.view = NetworkView(ask.proxy, ask.address, pinned=self.view.pinned)
        return self.view

    @property
    def card(self) -> NetworkCard:
        return self.page.network


@pytest.fixture
def bench(dressed: Dressed, qtbot: QtBot) -> Bench:
    return Bench(dressed, qtbot)


def press(key: Qt.Key) -> None:
    held = QApplication.focusWidget()
    assert held is not None
    QTest.keyClick(held, key)


def choose(bench: Bench, key: str) -> None:
    bench.card.choice.setFocus()
    while bench.card.choice.key() != key:
        press(Qt.Key.Key_Down)
    bench.card.choice.activated.emit(bench.card.choice.currentIndex())


def test_what_is_chosen_is_shown(bench: Bench) -> None:
    assert bench.card.choice.key() == "system"
    assert not bench.card.address.isVisible()


def test_no_proxy_counts_at_once(bench: Bench) -> None:
    choose(bench, "none")
    assert bench.view.proxy == "none"


def test_an_own_proxy_counts_once_its_address_is_kept(bench: Bench) -> None:
    choose(bench, "own")
    assert bench.view.proxy == "system"
    press(Qt.Key.Key_Tab)
    assert bench.card.address.line.hasFocus()
    QTest.keyClicks(bench.card.address.line, "proxy.example:8080")
    press(Qt.Key.Key_Return)
    assert (bench.view.proxy, bench.view.address) == ("own", "proxy.example:8080")
    assert bench.card.address.error == ""


def test_what_is_no_proxy_is_said_at_its_field_and_nothing_is_lost(bench: Bench) -> None:
    choose(bench, "own")
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(bench.card.address.line, "proxy")
    press(Qt.Key.Key_Return)
    assert "proxy.example:8080" in bench.card.address.error
    assert bench.card.address.text() == "proxy"
    assert bench.view.proxy == "system"


def test_a_pinned_certificate_is_told(bench: Bench) -> None:
    bench.view = NetworkView("system", "", pinned=True)
    bench.card.load()
    assert bench.card._pin.text()
    assert bench.card._pin.isVisible()
