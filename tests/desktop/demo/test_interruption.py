# SPDX-License-Identifier: MIT
"""The demo ends in one sentence whatever stops it, and leaves no process and no folder."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import run_demo
from desktop.demo.errors import HubCommandFailed, HubDidNotStart, Interrupted
from desktop.demo.hub_process import HubProcess
from desktop.demo.interruption import Interruption

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 180.0


@contextmanager
def demo(space: Path, *more: str) -> Iterator[subprocess.Popen[str]]:
    """Run a demo whose temporary folder lies in ``space``; killed if it is still there in the end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "demo", "--offscreen", *more],
        cwd=ROOT, env=os.environ | {"TMPDIR": str(space)}, text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # its hub too: it holds the pipe that is read to its end
        process.communicate(timeout=PATIENCE)


def of_demo(space: Path) -> list[str]:
    """Return the command lines of the processes that work in ``space``."""
    found = []
    for one in Path("/proc").iterdir():
        try:
            words = (one / "cmdline").read_bytes().decode().split("\0")
        except (OSError, UnicodeDecodeError):
            continue
        if one.name.isdigit() and any(str(space) in word for word in words):
            found.append(" ".join(words))
    return found


def wait_for_processes(space: Path, count: int) -> None:
    """Wait until so many processes work in ``space``: a busy machine takes its time to start them."""
    patience = time.monotonic() + PATIENCE
    while len(of_demo(space)) != count:
        assert time.monotonic() < patience, of_demo(space)
        time.sleep(0.05)


def wait_for_line(process: subprocess.Popen[str], beginning: str) -> None:
    """Read what the demo says up to a line that begins so."""
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if line.startswith(beginning):
            return
    raise AssertionError(said)


GONE = "Stopped. The demo's hub, its notebooks and its folder are gone."


def test_two_demos_at_once_are_strangers_and_each_is_gone_when_it_is_interrupted(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.mkdir()
    other.mkdir()
    with demo(one) as first, demo(other, "--language", "sv") as second:
        for process, space, how in ((first, one, signal.SIGINT), (second, other, signal.SIGTERM)):
            wait_for_line(process, "Everybody's passphrase here: ")
            wait_for_processes(space, 2)  # the hub and the notebook process
            process.send_signal(how)
            said, _ = process.communicate(timeout=PATIENCE)
            assert process.returncode == 130
            assert said.splitlines() == [GONE]
            assert of_demo(space) == []
            assert list(space.iterdir()) == []


@pytest.mark.parametrize("seconds", [0.0, 0.7], ids=["at once", "while the city is made"])
def test_a_demo_interrupted_while_it_is_made_is_gone(tmp_path: Path, seconds: float) -> None:
    with demo(tmp_path, "--report", str(tmp_path / "report")) as process:
        wait_for_line(process, "Making a made-up city")
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to everybody in it
        said, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert said.splitlines()[-1] == GONE
    assert of_demo(tmp_path) == []
    assert list(tmp_path.iterdir()) == []


def test_a_hub_whose_port_is_taken_says_so(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub")
    with socket.create_server(("127.0.0.1", hub.port)), pytest.raises(HubDidNotStart) as raised:
        hub.start()
    assert raised.value.what == f"another program has taken port {hub.port}"
    hub.stop()


def test_a_hub_that_was_never_made_does_not_start(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub")
    with pytest.raises(HubDidNotStart) as raised:
        hub.start()
    assert raised.value.what.startswith("its program ended with ")


def test_a_command_that_the_hub_refuses_is_told_with_its_own_last_words(tmp_path: Path) -> None:
    hub = HubProcess(tmp_path / "hub")
    with pytest.raises(HubCommandFailed) as raised:
        hub.status()
    assert raised.value.what.startswith("status: ")
    assert "Traceback" not in raised.value.what


def test_a_demo_whose_hub_breaks_ends_with_one_sentence(
    qapp: QCoreApplication,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    del qapp
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(run_demo, "HubProcess", NeverMade)
    assert run_demo.run(["--offscreen", "--report", str(tmp_path / "report")]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "The demo could not go on: HubCommandFailed, practise: the disk is full."
    assert list(tmp_path.iterdir()) == []


class NeverMade(HubProcess):
    """A hub that can't be made."""

    def make(self) -> dict[str, str]:
        """Fail as its program would."""
        raise HubCommandFailed("practise: the disk is full")


def test_a_signal_ends_the_event_loop_and_whoever_waits(qtbot: QtBot, qapp: QCoreApplication) -> None:
    del qtbot
    interruption = Interruption()
    before = signal.getsignal(signal.SIGINT)
    with interruption.heard():
        interruption.demand_none()
        QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))
        qapp.exec()
        assert interruption.came
        with pytest.raises(Interrupted):
            interruption.demand_none()
    assert signal.getsignal(signal.SIGINT) is before


class InterruptedInPaint(QWidget):
    """A window that is asked to end while it is painted for the first time."""

    painted = 0

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Ask this process to end, in the middle of painting."""
        self.painted += 1
        if self.painted == 1:
            os.kill(os.getpid(), signal.SIGTERM)


def test_a_window_that_is_interrupted_while_it_is_painted_is_painted_to_its_end_and_then_closed(
    qtbot: QtBot, qapp: QApplication
) -> None:
    interruption = Interruption()
    window = InterruptedInPaint()
    qtbot.addWidget(window)
    with interruption.heard():
        window.show()
        qapp.exec()  # what Qt has to say of a surface that is gone would fail the test
    assert interruption.came
    assert window.painted
    assert not window.isVisible()
