# SPDX-License-Identifier: MIT
"""A notebook is locked while its lanes are reading: each is told, and the process lives.

Before a step held its connection, the driver freed the statements under the reading thread: about one
closing in ten ended the process by a signal, or gave the reader a MemoryError.
"""

import os
import threading
import time
from pathlib import Path

import pytest

from desktop.store.errors import Interrupted, NotebookClosed
from desktop.store.sqlcipher import Connection, Steps, connect, transaction

ROWS = 3_000
QUESTIONS = 200
ENDLESS = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n
"""


@pytest.fixture
def filled(tmp_path: Path) -> tuple[Path, bytes]:
    """A database of a few hundred pages, and its key."""
    path, key = tmp_path / "notebook.db", os.urandom(32)
    writing = connect(path, key, create=True)
    writing.execute("CREATE TABLE lines (number INTEGER, text TEXT)")
    with transaction(writing):
        writing.executemany("INSERT INTO lines VALUES (?, ?)", [(i, "kenttä" * 30) for i in range(ROWS)])
    writing.close()
    return path, key


def _read_on(connection: Connection, told: list[type[BaseException]]) -> None:
    try:
        while True:
            for _ in connection.execute("SELECT * FROM lines WHERE text LIKE '%ttä%'"):
                pass
            connection.execute("SELECT max(number), min(text) FROM lines").fetchone()
    except BaseException as problem:  # noqa: BLE001 - what it is is what the test asks
        told.append(type(problem))


def test_closing_under_readers_tells_each_and_ends_no_process(filled: tuple[Path, bytes]) -> None:
    for pause in range(20):
        readers = [connect(*filled, read_only=True) for _ in range(3)]
        told: list[type[BaseException]] = []
        threads = [threading.Thread(target=_read_on, args=(reader, told)) for reader in readers]
        for thread in threads:
            thread.start()
        time.sleep(0.001 * pause)
        for reader in readers:
            reader.close()
        for thread in threads:
            thread.join(20)
        assert len(told) == len(readers)
        assert set(told) <= {Interrupted, NotebookClosed}


def test_a_long_question_ends_when_its_notebook_is_closed(filled: tuple[Path, bytes]) -> None:
    reader = connect(*filled, read_only=True)
    asked = threading.Event()
    told: list[type[BaseException]] = []

    def ask() -> None:
        asked.set()
        try:
            reader.execute(ENDLESS).fetchone()
        except BaseException as problem:  # noqa: BLE001 - what it is is what the test asks
            told.append(type(problem))

    thread = threading.Thread(target=ask)
    thread.start()
    asked.wait(20)
    reader.close()
    thread.join(20)
    assert not thread.is_alive()
    assert told in ([Interrupted], [NotebookClosed])


def test_rows_that_were_not_yet_fetched_are_refused_after_the_end(filled: tuple[Path, bytes]) -> None:
    reader = connect(*filled, read_only=True)
    rows = reader.execute("SELECT * FROM lines")
    begun = iter(rows)
    next(begun)
    reader.close()
    with pytest.raises(NotebookClosed):
        rows.fetchone()
    with pytest.raises(NotebookClosed):
        list(begun)
    with pytest.raises(NotebookClosed):
        reader.execute("SELECT 1")
    reader.interrupt()
    reader.close()


def _leave_off(connection: Connection, begun: threading.Event, told: list[type[BaseException]]) -> None:
    try:
        while True:
            cursors = [connection.execute(f"SELECT number, {one} FROM lines") for one in range(QUESTIONS)]  # noqa: S608 - numbers of the test
            begun.set()
            while cursors:
                cursors.pop()
    except BaseException as problem:  # noqa: BLE001 - what it is is what the test asks
        told.append(type(problem))


def test_a_reader_that_leaves_off_before_the_last_row_may_be_closed_meanwhile(
    filled: tuple[Path, bytes],
) -> None:
    # The driver lets others run while it frees a statement: a cursor that went just then was a second user of it.
    for pause in range(20):
        reader = connect(*filled, read_only=True)
        begun = threading.Event()
        told: list[type[BaseException]] = []
        thread = threading.Thread(target=_leave_off, args=(reader, begun, told))
        thread.start()
        assert begun.wait(20)
        time.sleep(0.0003 * pause)
        reader.close()
        thread.join(20)
        assert told in ([Interrupted], [NotebookClosed])


def test_of_two_that_close_at_once_neither_ends_what_the_other_does() -> None:
    # The driver refuses to end a step of what is closed: a closing failed because another one had been faster.
    asked, closing = threading.Event(), threading.Event()
    ended_while_closing: list[bool] = []

    def interrupt() -> None:
        ended_while_closing.append(closing.is_set())
        asked.set()
        closing.wait(0.2)

    steps = Steps(interrupt)

    def close() -> None:
        with steps.ended():
            closing.set()
            time.sleep(0.05)
            closing.clear()

    both = [threading.Thread(target=close) for _ in range(2)]
    with steps:
        both[0].start()
        assert asked.wait(20)
    both[1].start()
    for one in both:
        one.join(20)
    assert ended_while_closing
    assert not any(ended_while_closing)


def test_a_save_whose_notebook_is_closed_meanwhile_says_so_and_is_undone(filled: tuple[Path, bytes]) -> None:
    writing = connect(*filled)
    with pytest.raises(NotebookClosed), transaction(writing):  # noqa: PT012 - closed in the midst
        writing.execute("DELETE FROM lines")
        closing = threading.Thread(target=writing.close)
        closing.start()
        closing.join(20)
        writing.execute("DELETE FROM lines")
    reader = connect(*filled, read_only=True)
    assert reader.execute("SELECT count(*) FROM lines").fetchone() == (ROWS,)
    reader.close()
