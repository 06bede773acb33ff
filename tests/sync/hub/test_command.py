# SPDX-License-Identifier: MIT
"""``kenttakirja-hub`` from end to end in a folder, as an administrator types it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
import requests

from sync.hub.__main__ import app, main
from sync.protocol.enrolment import read_enrolment


def say(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    app(list(words), result_action="return_value")
    return capsys.readouterr().out


def test_a_hub_is_made_and_looked_after(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = ("--home", str(tmp_path / "hub"))
    assert "Root fingerprint" in say(capsys, "init", *home, "--address", "http://127.0.0.1:8470")
    team = say(capsys, "stream", "Itä", *home).strip()
    staff = say(capsys, "staff", "Aino Testinen", *home).strip()
    assert say(capsys, "grant", staff, "adviser", "--team", team, *home) == "granted\n"
    assert "Aino Testinen" in say(capsys, "staff", *home)
    assert f"team/{team}\t0" in say(capsys, "stream", *home)
    file = tmp_path / "aino.kkenrol"
    printed = say(capsys, "code", staff, "--out", str(file), *home)
    enrolment = read_enrolment(file.read_bytes())
    assert enrolment.name == "Aino Testinen"
    assert enrolment.code == printed.split()[1].replace("-", "")
    assert "commits wait for a decision" in say(capsys, "status", *home)
    status = msgspec.json.decode(say(capsys, "status", "--json", *home))
    assert (status["staff"], status["teams"], status["root_key_here"]) == (1, 1, True)
    assert "All is well." in say(capsys, "verify", *home)
    out = tmp_path / "out.jsonl"
    assert say(capsys, "export", "--out", str(out), *home) == "4 entities\n"
    kinds = [msgspec.json.decode(line)["kind"] for line in out.read_bytes().splitlines()]
    assert sorted(kinds) == ["grant", "staff", "team", "writer"]
    assert say(capsys, "grant", staff, "adviser", "--team", team, "--end", *home) == "1 ended\n"
    assert say(capsys, "held", *home) == ""
    assert "0 ids" not in say(capsys, "erase", "00" * 16, "--yes", *home)
    assert "New online keys" in say(capsys, "renew-keys", *home)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["status", "--home", "{}/nothing"], "There is no hub in this folder"),
        (["init", "--home", "{}/hub"], "There is a hub in this folder already. Nothing was changed."),
        (["code", "s0000000000000000", "--home", "{}/hub"], "There is no such staff."),
        (["grant", "s0000000000000000", "auditor", "--home", "{}/hub"], "There is no such staff."),
        (["grant", "s0000000000000000", "adviser", "--home", "{}/hub"], "This role is held in a team"),
        (["revoke", "zz", "--home", "{}/hub"], "There is no such writer."),
        (["revoke", "00", "--home", "{}/hub"], "There is no such writer."),
        (["held", "--release", "--home", "{}/hub"], "To decide, name a stream, a number"),
        (["held", "city", "--refuse", "--home", "{}/hub"], "To decide, name a stream, a number"),
        (["held", "city", "1", "--home", "{}/hub"], "To decide, name a stream, a number"),
        (["held", "city", "1", "--release", "--home", "{}/hub"], "There is no such commit."),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: list[str],
    sentence: str,
) -> None:
    say(capsys, "init", "--home", str(tmp_path / "hub"))
    monkeypatch.setattr(sys, "argv", ["kenttakirja-hub", *(word.format(tmp_path) for word in words)])
    with pytest.raises(SystemExit) as caught:
        main()
    assert str(caught.value).startswith(sentence)


def test_an_unknown_role_is_answered_with_those_there_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home = ("--home", str(tmp_path / "hub"))
    say(capsys, "init", *home)
    staff = say(capsys, "staff", "Aino Testinen", *home).strip()
    monkeypatch.setattr(sys, "argv", ["kenttakirja-hub", "grant", staff, "chief", *home])
    with pytest.raises(SystemExit) as caught:
        main()
    assert str(caught.value) == (
        "There is no such role. It is one of adviser, coach, youth_outreach, supervisor, service_editor, admin, "
        "auditor, partner."
    )


def test_ending_what_nobody_holds_is_not_a_success(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = ("--home", str(tmp_path / "hub"))
    say(capsys, "init", *home)
    staff = say(capsys, "staff", "Aino Testinen", *home).strip()
    with pytest.raises(SystemExit) as caught:
        say(capsys, "grant", staff, "auditor", "--end", *home)
    assert caught.value.code == 1


def test_erasing_asks_to_be_sure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        say(capsys, "erase", "00" * 16, "--home", str(tmp_path))


def test_a_served_hub_answers_and_stops_when_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home, port = tmp_path / "hub", tmp_path / "port"
    say(capsys, "init", "--home", str(home))
    command = [sys.executable, "-m", "sync.hub", "serve", "--home", str(home), "--port", "0"]
    with subprocess.Popen(
        [*command, "--port-file", str(port)], env=os.environ | {"PYTHONPATH": str(Path.cwd())}
    ) as hub:
        try:
            until = time.monotonic() + 30
            while not (port.exists() and port.read_text()) and time.monotonic() < until:
                time.sleep(0.05)
            address = f"http://127.0.0.1:{port.read_text()}"
            assert answers(f"{address}/healthz", until)
        finally:
            hub.send_signal(signal.SIGTERM)
            hub.wait(30)


@pytest.mark.parametrize(
    ("words", "warned"),
    [
        ([], False),
        (["--host", "::1"], False),
        (["--host", "0.0.0.0"], True),  # noqa: S104 - nothing listens in this test
        (["--host", "192.0.2.7"], True),
        (["--host", "192.0.2.7", "--certificate", "c.pem", "--key", "k.pem"], False),
    ],
)
def test_serving_others_without_a_certificate_says_one_sentence_and_goes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str], *, warned: bool
) -> None:
    served: list[str] = []
    monkeypatch.setattr("sync.hub.serve.run", lambda _home, *, host, **_more: served.append(host))
    app(["serve", "--home", "hub", *words], result_action="return_value")
    assert len(served) == 1
    said = capsys.readouterr().err
    assert ("balancer that ends TLS" in said, said.count("\n")) == (warned, int(warned))


def answers(address: str, until: float) -> bool:
    """The socket listens before the server takes calls."""
    while time.monotonic() < until:
        try:
            return requests.get(address, timeout=5).text == "ok"
        except requests.ConnectionError:
            time.sleep(0.05)
    return False
