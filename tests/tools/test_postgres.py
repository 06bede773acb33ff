# SPDX-License-Identifier: MIT
"""The throw-away PostgreSQL of the test run."""

import psycopg


def _driver_address(url: str) -> str:
    return url.replace("postgresql+psycopg://", "postgresql://")


def test_a_test_gets_an_empty_database_that_keeps_finnish_letters(postgres_url: str) -> None:
    with psycopg.connect(_driver_address(postgres_url)) as connection:
        assert connection.execute(
            "select count(*) from pg_tables where schemaname = 'public'"
        ).fetchone() == (0,)
        connection.execute("create table place (name text)")
        connection.execute("insert into place values ('Kenttäkirja')")
        assert connection.execute("select name from place").fetchone() == ("Kenttäkirja",)


def test_the_next_test_sees_nothing_of_the_one_before(postgres_url: str) -> None:
    with psycopg.connect(_driver_address(postgres_url)) as connection:
        connection.execute("create table place (name text)")
        assert connection.execute("select count(*) from place").fetchone() == (0,)


def test_it_is_the_version_the_hub_is_made_for(postgres_url: str) -> None:
    with psycopg.connect(_driver_address(postgres_url)) as connection:
        assert connection.info.server_version // 10_000 == 18
