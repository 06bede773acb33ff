# SPDX-License-Identifier: MIT
"""``kenttakirja-hub`` from end to end in a folder, as an administrator types it."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
import requests
from hub_terminal import Terminal

from sync.hub.__main__ import app, main
from sync.protocol.enrolment import read_enrolment


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    one = Terminal(tmp_path / "hub", capsys, monkeypatch)
    one.say("init")
    return one


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
    assert f"team/{team[:9]}\t0\tItä" in say(capsys, "stream", *home)
    file = tmp_path / "aino.kkenrol"
    printed = say(capsys, "code", staff, "--out", str(file), *home)
    enrolment = read_enrolment(file.read_bytes())
    assert enrolment.name == "Aino Testinen"
    assert enrolment.code == printed.split()[1].replace("-", "")
    assert "0 commits wait for a decision" in say(capsys, "status", *home)
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
    ("words", "code", "sentence"),
    [
        (["status", "--home", "{}/nothing"], 1, "There is no hub in this folder"),
        (["init", "--home", "{}/hub"], 1, "There is a hub in this folder already. Nothing was changed."),
        (
            ["init", "--home", "{}/b", "--address", "http://hub.example"],
            2,
            "Laptops call a hub on another machine",
        ),
        (
            ["init", "--home", "{}/b", "--address", "ftp://hub.example"],
            2,
            "The hub's address cannot be given",
        ),
        (["code", "s0000000000000000"], 1, "There is no such staff"),
        (["grant", "s0000000000000000", "auditor"], 1, "There is no such staff"),
        (["grant", "s0000000000000000", "chief"], 2, "There is no such role. It is one of adviser, coach,"),
        (["grant", "s0000000000000000", "hub"], 2, "There is no such role."),
        (["grant", "s0000000000000000", "adviser"], 2, "This role is held in a team"),
        (["grant", "s0000000000000000", "admin", "--team", "Itä"], 2, "This role is held in the whole city"),
        (["grant", "--end"], 2, "Say who, and which role."),
        (["stream", "--sv", "Öst"], 2, "Say the team's name as well."),
        (["staff", " "], 2, "A name needs letters"),
        (["staff", "--again"], 2, "Say the name as well."),
        (["revoke", "zz"], 1, "There is no such writer."),
        (["revoke", "00"], 1, "There is no such writer."),
        (["laptop", "revoke", "00000000"], 1, "There is no such writer."),
        (["laptop", "wipe", "00000000"], 2, "The notebook is destroyed for good."),
        (["held", "--release"], 2, "To decide, name a stream, a number"),
        (["held", "city", "--refuse"], 2, "To decide, name a stream, a number"),
        (["held", "city", "1"], 2, "To decide, name a stream, a number"),
        (["held", "city", "1", "--release"], 1, "There is no such commit held back."),
        (["held", "nowhere", "1", "--release"], 1, "There is no such stream."),
        (["erase", "zz", "--yes"], 1, "There is no such person"),
        (["erase", "00", "--yes"], 1, "There is no such person"),
        (["erase", "00"], 2, "This cannot be undone."),
        (["export", "--out", "{}/x", "--stream", "nowhere"], 1, "There is no such stream."),
        (["export", "--out", "{}/nowhere/x"], 1, "The system refused {}/nowhere/x: No such file"),
        (["audit", "list", "--staff", "nobody"], 1, "There is no such staff"),
        (["audit", "list", "--operation", "LOOK"], 2, "There is no such operation. It is one of"),
        (["restore", "confirm"], 2, "Name the numbers of the list, or say --all."),
        (["restore", "confirm", "--all"], 1, "No right waits."),
        (["restore", "confirm", "7"], 1, "There is no such right waiting."),
        (["recovery", "drill", "--key", "{}/none.key"], 1, "The key file none.key is missing or damaged."),
        (["moved"], 1, "This folder is the hub's already."),
        (
            ["practise", "--home", "{}/b", "--city", "{}/none"],
            1,
            "{}/none cannot be used: there is no such file.",
        ),
        (["serve", "--certificate", "{}/c.pem"], 2, "A certificate and its key go together"),
        (
            ["serve", "--certificate", "{}/c.pem", "--key", "{}/k.pem"],
            1,
            "{}/c.pem cannot be used: No such file",
        ),
        (
            ["serve", "--host", "192.0.2.7", "--port", "1"],
            1,
            "The hub listens on 192.0.2.7 without a certificate",
        ),
        (["status", "--database", "nonsense"], 2, "This is no address of a PostgreSQL database."),
        (["status", "--database", "mysql://x/y"], 2, "This is no address of a PostgreSQL database."),
        (["stauts"], 2, 'Unknown command "stauts". Did you mean "status"?'),
        (
            ["code", "Aino", "Testinen"],
            2,
            "This is more than the command takes: Testinen. A name of several words",
        ),
        (
            ["compact", "--keep", "few"],
            2,
            'Invalid value for --keep: unable to convert "few" into int. See --help.',
        ),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_ends_by_who_can_mend_it(
    terminal: Terminal, tmp_path: Path, words: list[str], code: int, sentence: str
) -> None:
    ended, said = terminal.fault(*(word.format(tmp_path) for word in words))
    assert said.splitlines()[0].startswith(sentence.format(tmp_path))
    assert ended == code


def test_a_command_without_a_folder_asks_for_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KENTTAKIRJA_HUB_HOME", raising=False)
    monkeypatch.setattr(sys, "argv", ["kenttakirja-hub", "status"])
    with pytest.raises(SystemExit) as caught:
        main()
    assert caught.value.code == 2
    assert capsys.readouterr().err.startswith("Name the hub's folder with --home")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["staff"], "There is nobody in the roster yet."),
        (["grant"], "Nobody has a role yet."),
        (["revoke"], "No laptop has joined yet."),
        (["laptop", "list"], "No laptop has joined yet. The command code lets one in."),
        (["laptop", "farewells"], "No notebook has said farewell."),
        (["held"], "Nothing is held back."),
        (["restore", "list"], "No right waits."),
        (["restore", "moves"], "Nobody is between two teams."),
        (["restore", "moves", "--finish"], "Nobody is between two teams."),
        (["catalogue", "list"], "There are no services yet."),
        (["catalogue", "list", "--status", "withdrawn"], "There is no such service."),
        (["audit", "list"], "No such event is logged."),
    ],
)
def test_a_list_with_nothing_in_it_says_so_beside_its_empty_answer(
    terminal: Terminal, words: list[str], sentence: str
) -> None:
    assert terminal.none(*words) == sentence


def test_what_there_is_once_is_not_made_again_by_mistake(terminal: Terminal) -> None:
    team = terminal.say("stream", "Itä").strip()
    code, said = terminal.fault("stream", "itä")
    assert (code, team in said, "--again" in said) == (1, True, True)
    staff = terminal.say("staff", "Aino Testinen").strip()
    code, said = terminal.fault("staff", "Aino  Testinen")
    assert (code, staff in said, "--again" in said) == (1, True, True)
    assert terminal.say("grant", staff, "adviser", "--team", team) == "granted\n"
    already = "Has it already: Aino Testinen, adviser, Itä."
    assert terminal.fault("grant", staff, "adviser", "--team", team) == (1, already)
    assert terminal.say("grant", staff, "auditor") == "granted\n"
    assert terminal.say("staff", "Aino Testinen", "--again").strip() != staff
    assert terminal.say("stream", "Itä", "--again").strip() != team


def test_whom_a_word_means_is_plain_or_asked_about(terminal: Terminal) -> None:
    aino, other = (terminal.say("staff", "Aino Testinen", *more).strip() for more in ([], ["--again"]))
    team = terminal.say("stream", "Itä").strip()
    code, said = terminal.fault("code", "Aino Testinen")
    assert (code, aino[:9] in said, other[:9] in said) == (1, True, True)
    assert terminal.say("staff", "Aino Toinen", "--rename", other).strip() == other
    assert terminal.say("grant", "aino testinen", "adviser", "--team", "itä") == "granted\n"
    assert terminal.say("grant", aino[:9]) == f"{aino[:9]}\tAino Testinen\tadviser\tItä\t{team[:9]}\n"
    assert terminal.none("grant", other[:9]) == "Aino Toinen has no role."
    assert terminal.fault("grant", aino[:3], "adviser", "--team", team) == (
        1, "There is no such staff: nobody in the roster has this id or name. The command staff lists them.",
    )  # fmt: skip
    assert terminal.say("stream", "Länsi", "--rename", team[:9]).strip() == team
    assert f"{aino[:9]}" in terminal.say("staff")
    assert terminal.say("staff").splitlines()[0] == f"{aino}\tAino Testinen\tadviser in Länsi"


def test_names_stand_beside_short_ids_in_the_list_of_streams(terminal: Terminal) -> None:
    team, staff = terminal.say("stream", "Itä").strip(), terminal.say("staff", "Aino Testinen").strip()
    assert terminal.say("stream").splitlines() == [
        "city\t3\twhat everybody reads",
        f"staff/{staff[:9]}\t0\tmessages to Aino Testinen",
        f"team/{team[:9]}\t0\tItä",
        f"team/{team[:9]}/special\t0\tItä, special categories",
    ]
    out = terminal.home.parent / "out.jsonl"
    assert terminal.say("export", "--out", str(out), "--stream", "Itä") == "0 entities\n"
    assert terminal.say("export", "--out", str(out), "--stream", f"team/{team[:6]}") == "0 entities\n"
    special = f"team/{team[:9]}/special"
    assert "Say --special" in terminal.fault("export", "--out", str(out), "--stream", special)[1]
    assert terminal.say("export", "--out", str(out), "--stream", special, "--special") == "0 entities\n"


def test_a_code_for_somebody_without_a_role_says_what_the_laptop_will_show(terminal: Terminal) -> None:
    terminal.say("staff", "Aino Testinen")
    out = str(terminal.home.parent / "a.kkenrol")
    code, answer, beside = terminal.ended("code", "Aino Testinen", "--out", out)
    assert (code, "Code" in answer) == (0, True)
    assert beside.startswith("Aino Testinen has no role yet")
    terminal.say("grant", "Aino Testinen", "auditor")
    assert terminal.ended("code", "Aino Testinen", "--out", out)[2] == ""


@pytest.mark.parametrize("name", ["hub.sqlite", "body-keys.sqlite"])
def test_a_hub_whose_database_file_is_gone_makes_no_empty_one(terminal: Terminal, name: str) -> None:
    (terminal.home / name).unlink()
    code, said = terminal.fault("status")
    assert (code, said.startswith(f"The database file {name} is not in the hub's folder.")) == (1, True)
    assert not (terminal.home / name).exists()


def test_a_database_that_is_none_or_is_away_is_told_without_a_stack(terminal: Terminal) -> None:
    away = "postgresql://127.0.0.1:1/none?connect_timeout=5"
    code, said = terminal.fault("status", "--database", away)
    assert (code, said.startswith("The database refused or went away (connection failed")) == (1, True)
    for file in terminal.home.glob("hub.sqlite*"):
        file.unlink()
    (terminal.home / "hub.sqlite").write_bytes(bytes(range(256)) * 16)
    code, said = terminal.fault("status")
    assert (code, said.startswith("The database refused or went away (file is not a database)")) == (1, True)


def test_two_hubs_do_not_listen_at_one_port(terminal: Terminal) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code, said = terminal.fault("serve", "--port", str(port))
    assert (code, said) == (1, f"Port {port} of 127.0.0.1 cannot be listened at: Address already in use.")


def test_another_root_key_is_told_from_a_missing_one(terminal: Terminal) -> None:
    key = terminal.home / "keys" / "root.key"
    kept = key.read_bytes()
    for other in (bytes(32), b"short"):
        key.write_bytes(other)
        said = "The key in root.key is not the root key of this hub. Nothing was changed."
        assert terminal.fault("renew-keys") == (1, said)
    key.unlink()
    assert terminal.fault("renew-keys")[1].startswith("The root key is not there.")
    key.write_bytes(kept)
    assert "New online keys" in terminal.say("renew-keys")


def test_whoever_stops_a_command_with_ctrl_c_reads_one_sentence(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(_parts: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sync.hub.verify.verify", stopped)
    code, said = terminal.fault("verify")
    assert (code, said.startswith("Broken off.")) == (130, True)


def test_ending_what_nobody_holds_is_not_a_success(terminal: Terminal) -> None:
    terminal.say("staff", "Aino Testinen")
    assert terminal.fault("grant", "Aino Testinen", "auditor", "--end") == (
        1,
        "Nothing to end: Aino Testinen, auditor, the whole city.",
    )


@pytest.mark.parametrize(
    ("before", "wish", "code", "last"),
    [
        ("trap - INT; ", signal.SIGTERM, -signal.SIGTERM, "Ctrl+C stops it."),
        ("trap - INT; ", signal.SIGINT, 0, "The hub has stopped."),
        ("trap '' INT; ", signal.SIGINT, 0, "The hub has stopped."),
    ],
    ids=["by the system", "by Ctrl+C", "by Ctrl+C below a shell that ignores it"],
)
def test_a_served_hub_answers_and_stops_when_told(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    before: str,
    wish: signal.Signals,
    code: int,
    last: str,
) -> None:
    home, port = tmp_path / "hub", tmp_path / "port"
    say(capsys, "init", "--home", str(home))
    command = [sys.executable, "-m", "sync.hub", "serve", "--home", str(home), "--port", "0"]
    with subprocess.Popen(
        ["/bin/sh", "-c", f'{before}exec "$@"', "sh", *command, "--port-file", str(port)],
        env=os.environ | {"PYTHONPATH": str(Path.cwd())},
        stderr=subprocess.PIPE,
        text=True,
    ) as hub:
        try:
            until = time.monotonic() + 30
            while not (port.exists() and port.read_text()) and time.monotonic() < until:
                time.sleep(0.05)
            address = f"http://127.0.0.1:{port.read_text()}"
            assert answers(f"{address}/healthz", until)
        finally:
            hub.send_signal(wish)
            _, said = hub.communicate(timeout=120)
    assert (hub.returncode, said.strip().endswith(last)) == (code, True)


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
    assert ("balancer that ends TLS" in said, said.splitlines()[warned:]) == (
        warned,
        ["The hub has stopped."],
    )


def answers(address: str, until: float) -> bool:
    """The socket listens before the server takes calls."""
    while time.monotonic() < until:
        try:
            return requests.get(address, timeout=5).text == "ok"
        except requests.ConnectionError:
            time.sleep(0.05)
    return False
