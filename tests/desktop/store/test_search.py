# SPDX-License-Identifier: MIT
"""Search as people type: any keyboard, any script, a slip of the finger; never more than fifty."""

import pytest
from store_world import NOON, TEAM, edit, note, person

from desktop.store.notebook import NotebookStore
from desktop.store.views import Found

TARAS = ("\u0422\u0430\u0440\u0430\u0441", "Самойленко")


def _names(store: NotebookStore, typed: str) -> list[str]:
    return [row.name for row in store.reads().search.people(typed)]


@pytest.fixture
def people(notebook: NotebookStore) -> NotebookStore:
    """A few people who are hard to type."""
    cards = [
        person("Väinö", "Hämäläinen", known_as="Vänskä", phone="+358405550132"),
        person("Aino", "Mäkinen", hetu="131052-9030"),
        person(*TARAS),
        person("سمير", "حداد"),
        person("Thị", "Nguyễn"),
        person("Ó", "Li", phone="the sister's"),
        person("Sean", "O'Hara"),
    ]
    for card in cards:
        notebook.save(TEAM, [card], time_ms=NOON)
    notebook.save(TEAM, [note(cards[1].entity, "Puhuttiin hygieniapassista ja työkokeilusta")], time_ms=NOON)
    return notebook


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("hämäl", "Väinö Hämäläinen"), ("HAMAL", "Väinö Hämäläinen"), ("vänsk", "Väinö Hämäläinen"),
        ("v", "Väinö Hämäläinen"), ("hä", "Väinö Hämäläinen"), ("vä hä", "Väinö Hämäläinen"),
        ("h väinö", "Väinö Hämäläinen"), ("makin", "Aino Mäkinen"), ("kine", "Aino Mäkinen"),
        ("samoy", " ".join(TARAS)), ("самой", " ".join(TARAS)), ("nguyen", "Thị Nguyễn"),
        ("samir", "سمير حداد"), ("li", "Ó Li"), ("ohara", "Sean O'Hara"), ("o'hara", "Sean O'Hara"),
        ("040 555 0132", "Väinö Hämäläinen"), ("+358 40 555", "Väinö Hämäläinen"), ("5550132", "Väinö Hämäläinen"),
    ],
)  # fmt: skip
def test_a_person_is_found_however_they_are_typed(people: NotebookStore, typed: str, found: str) -> None:
    assert found in _names(people, typed)


@pytest.mark.parametrize("typed", ["hamalainne", "hämläinen", "hamalaine", "makinne", "mäkineb"])
def test_a_slip_of_the_finger_is_forgiven(people: NotebookStore, typed: str) -> None:
    (row,) = people.reads().search.people(typed)
    assert row.found in {Found.ALIKE, Found.NAME}


def test_an_identity_code_finds_its_owner_only_as_a_whole(people: NotebookStore) -> None:
    (row,) = people.reads().search.people(" 131052-9030 ")
    assert (row.name, row.found) == ("Aino Mäkinen", Found.HETU)
    assert people.reads().search.people("131052-903") == ()
    assert people.reads().search.people("131052-904") == ()


def test_the_code_itself_is_in_no_index(people: NotebookStore) -> None:
    with people.reading() as connection:
        words = connection.execute("SELECT words FROM people_text").fetchall()
        codes = connection.execute("SELECT hetu FROM people WHERE hetu IS NOT NULL").fetchall()
    assert not any("131052" in row[0] for row in words)
    assert [len(row[0]) for row in codes] == [32]


def test_a_note_finds_its_person_after_those_found_by_name(people: NotebookStore) -> None:
    (row,) = people.reads().search.people("hygienia")
    assert (row.name, row.found, row.note is not None) == ("Aino Mäkinen", Found.NOTE, True)


@pytest.mark.parametrize("typed", ["", "   ", "'", '"', "*", "AND", "NEAR(", "%", "(", "-"])
def test_what_is_no_word_finds_nobody_and_breaks_nothing(people: NotebookStore, typed: str) -> None:
    assert _names(people, typed) == []


def test_no_more_than_fifty_the_newest_first(notebook: NotebookStore) -> None:
    for start in range(0, 120, 60):
        notebook.save(
            TEAM, [person("Aino", f"Virta{at:03}") for at in range(start, start + 60)], time_ms=NOON
        )
    for typed in ("aino", "ai", "a", "virta"):
        names = _names(notebook, typed)
        assert (len(names), names[0]) == (50, "Aino Virta119")


def test_a_changed_name_is_found_by_the_new_one_only(notebook: NotebookStore) -> None:
    card = person("Aino", "Korhonen")
    notebook.save(TEAM, [card], time_ms=NOON)
    notebook.save(
        TEAM, [edit("person", card.entity, name={"first": "Aino", "last": "Lähteenmäki"})], time_ms=NOON
    )
    assert _names(notebook, "korhonen") == []
    assert _names(notebook, "ko") == []
    assert _names(notebook, "lahteenm") == ["Aino Lähteenmäki"]
    with notebook.reading() as connection:
        words = connection.execute("SELECT word, uses FROM words ORDER BY word").fetchall()
    assert words == [("aino", 1), ("lahteenmaki", 1)]


def test_protected_people_are_found_and_marked(notebook: NotebookStore) -> None:
    notebook.save(TEAM, [person("Aino", "Korhonen", protected=True)], time_ms=NOON)
    (row,) = notebook.reads().search.people("korho")
    assert row.protected
