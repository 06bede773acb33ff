# SPDX-License-Identifier: MIT
"""The demo's own hub: another program on this computer's loopback, joined over HTTP like any hub.

Cutting the network is stopping it; connecting again is starting it on the same port.
"""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any, Final

import msgspec

from desktop.demo.errors import HubCommandFailed, HubDidNotStart
from desktop.resources import resource

START_SECONDS: Final = 90.0
_COMMAND_SECONDS: Final = 180.0
_POLL_SECONDS: Final = 0.05


class HubProcess:
    """A hub in ``folder``, made with the city's people; not running until ``start``."""

    def __init__(self, folder: Path) -> None:
        """Choose a free port; nothing is made yet."""
        self.folder = folder
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Where laptops call it."""
        return f"http://127.0.0.1:{self.port}"

    def make(self) -> dict[str, str]:
        """Make the hub and its city; return staff ids by the city's words (``aino`` …)."""
        city = resource("demo", "city.jsonl.zst")
        said = self.command("practise", "--city", str(city), "--address", self.address)
        return dict(line.split("\t") for line in said.splitlines())

    def code(self, staff: str) -> tuple[str, str]:
        """Return (code, fingerprint) for one person, good for ten minutes and one use."""
        file = self.folder / f"{staff}.kkenrol"
        said = self.command("code", staff, "--out", str(file))
        lines = dict(line.split(maxsplit=1) for line in said.splitlines())
        return lines["Code"].strip(), lines["Fingerprint"].strip()

    def status(self) -> dict[str, Any]:
        """Return the hub's own figures."""
        found: dict[str, Any] = msgspec.json.decode(self.command("status", "--json"))
        return found

    def verify(self) -> str:
        """Return the last line of the hub's own check of every chain and signature; raises on damage."""
        return self.command("verify").splitlines()[-1]

    def start(self) -> None:
        """Serve, and return once it answers; raises HubDidNotStart."""
        if _is_taken(self.port):
            raise HubDidNotStart(f"another program has taken port {self.port}")
        self._process = subprocess.Popen(  # noqa: S603 - our own program with our own words
            [*_python(), "serve", "--home", str(self.folder), "--port", str(self.port)],
            stdin=subprocess.DEVNULL,
        )
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            if self._process.poll() is not None:
                break
            if self._answers():
                return
            time.sleep(_POLL_SECONDS)
        ended = self._process.poll()
        self.stop()
        raise HubDidNotStart(
            f"no answer in {START_SECONDS:.0f} seconds"
            if ended is None
            else f"its program ended with {ended}"
        )

    def stop(self) -> None:
        """Stop serving; harmless when it does not run."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def restore(self, backup: Path) -> None:
        """Put ``backup`` in place of the stopped hub, in another folder, and take the old folder away."""
        lost, self.folder = self.folder, self.folder.with_name(f"{self.folder.name}-again")
        ledger, root = lost / "ledger.jsonl", lost / "keys" / "root.key"
        self.command("restore", "from", str(backup), "--ledger", str(ledger), "--root", str(root))
        shutil.rmtree(lost)

    def command(self, *words: str) -> str:
        """Run one command of ``kenttakirja-hub`` on this hub and return what it printed; raises HubCommandFailed."""
        try:
            done = subprocess.run(  # noqa: S603 - our own program with our own words
                [*_python(), *words, "--home", str(self.folder)],
                check=True,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=_COMMAND_SECONDS,
            )
        except subprocess.CalledProcessError as failed:
            said = failed.stderr.strip().splitlines()
            raise HubCommandFailed(f"{words[0]}: {said[-1] if said else failed.returncode}") from failed
        except subprocess.TimeoutExpired as failed:
            raise HubCommandFailed(f"{words[0]}: not done in {_COMMAND_SECONDS:.0f} seconds") from failed
        return done.stdout

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.address}/healthz", timeout=1) as answer:  # noqa: S310 - our own loopback hub
                return bool(answer.status == 200)  # noqa: PLR2004 - HTTP's OK
        except OSError:
            return False


def _python() -> list[str]:
    return [sys.executable, "-m", "sync.hub"]


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _is_taken(port: int) -> bool:
    with socket.socket() as tried:
        if (
            sys.platform != "win32"
        ):  # what the last hub left there is no other program; Windows needs no telling
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("127.0.0.1", port))
        except OSError:
            return True
        return False
