# SPDX-License-Identifier: MIT
"""A mask crosses the pipe until somebody asks: the code of everybody, and where a protected person is found."""

import msgspec
import pytest
from card_desk import HETU, CardDesk, field_of
from notebook_world import AINO, CELIA, DANIEL, NotebookWorld

from desktop.notebook.errors import NotFound
from desktop.notebook.masking import masked_value
from desktop.notebook.messages.people import (
    ConflictView,
    FindDuplicates,
    OpenConflict,
    PersonView,
    RevealField,
    SavePerson,
)
from desktop.notebook.messages.review import ListReview, OpenReview
from sync.records.ids import EntityId

PHONE, EMAIL, POSTCODE = "+358409990001", "canary@esimerkki.example", "00999"
SECRETS = {
    "hetu": HETU,
    "phone": PHONE,
    "email": EMAIL,
    "municipality": "235",
    "postcode": POSTCODE,
}
WHERE = [name for name in SECRETS if name != "hetu"]


@pytest.fixture
def aino(world: NotebookWorld) -> CardDesk:
    """Return Aino at the cards."""
    return CardDesk(world, AINO)


def told(answer: object) -> str:
    """Return an answer as it crosses the pipe."""
    return msgspec.json.encode(answer).decode()


def hidden_from(answer: object) -> bool:
    """Whether no secret that could not stand there by chance is in an answer."""
    text = told(answer)
    return not any(value in text for value in (HETU, PHONE, EMAIL, POSTCODE))


def reveals(desk: CardDesk) -> int:
    """Return how often something was revealed, by the access log."""
    return sum(1 for operation, _ in desk.operations() if operation == "REVEAL")


def test_nothing_of_where_a_protected_person_is_found_is_told_before_it_is_asked_for(aino: CardDesk) -> None:
    person = aino.new(protected=True, **SECRETS)
    view = aino.open(person)
    assert hidden_from(view)
    assert {one.name for one in view.fields if one.masked} == set(SECRETS)
    assert {str(field_of(view, name).value) for name in WHERE} == {"••••"}
    assert hidden_from(aino.search("Testinen"))
    assert hidden_from(aino.search(PHONE))
    assert reveals(aino) == 0


@pytest.mark.parametrize("name", list(SECRETS))
def test_each_reveal_tells_one_value_and_is_logged_once_without_it(aino: CardDesk, name: str) -> None:
    person = aino.new(protected=True, **SECRETS)
    assert aino.people.reveal(RevealField(person, name, "card")).value == SECRETS[name]
    assert reveals(aino) == 1
    logged = [row.event for row in aino.desk.store.audit_rows()]
    assert not any(SECRETS[name] in repr(event) for event in logged if len(SECRETS[name]) > 3)


def test_of_others_only_the_code_is_masked_and_nothing_else_can_be_revealed(aino: CardDesk) -> None:
    person = aino.new(**SECRETS)
    view = aino.open(person)
    assert [one.name for one in view.fields if one.masked] == ["hetu"]
    assert field_of(view, "phone").value == PHONE
    for name in WHERE:
        with pytest.raises(NotFound):
            aino.people.reveal(RevealField(person, name, "card"))
    assert reveals(aino) == 0


def test_an_order_that_one_of_two_says_counts_until_they_agree(world: NotebookWorld, aino: CardDesk) -> None:
    celia = CardDesk(world, CELIA)
    person = aino.new(phone=PHONE)
    world.sync()
    aino.open(person)
    celia.open(person)
    aino.edit(person, protected=True)
    celia.edit(person, protected=False)
    world.sync()
    for one in (aino, celia):
        view = one.open(person)
        assert len(field_of(view, "protected").sides) == 2
        assert hidden_from(view)


def two_numbers(world: NotebookWorld, aino: CardDesk) -> tuple[EntityId, PersonView, ConflictView]:
    """Let a protected person have two numbers, and open the card and the two values."""
    celia = CardDesk(world, CELIA)
    person = aino.new(protected=True, phone="+358409990009")
    world.sync()
    for desk, number in ((aino, PHONE), (celia, "+358409990002")):
        desk.open(person)
        desk.people.save(SavePerson(person, {"phone": number}))
    world.sync()
    return person, aino.open(person), aino.conflicts.open(OpenConflict(person, "phone"))


def test_two_values_and_their_history_are_masks_too(world: NotebookWorld, aino: CardDesk) -> None:
    _, card, two = two_numbers(world, aino)
    assert two.masked
    assert "35840999" not in told(two)
    assert "35840999" not in told(card)
    assert two.birth_year == 0


def test_each_of_two_values_is_revealed_by_itself(world: NotebookWorld, aino: CardDesk) -> None:
    person, _, two = two_numbers(world, aino)
    shown = {
        aino.people.reveal(RevealField(person, "phone", "two-values", side.writer, side.n)).value
        for side in two.sides
    }
    assert shown == {PHONE, "+358409990002"}
    assert reveals(aino) == 2
    with pytest.raises(NotFound):
        aino.people.reveal(RevealField(person, "phone", "two-values", two.sides[0].writer, 999))
    assert reveals(aino) == 2


def test_a_supervisor_reads_that_a_number_changed_and_not_which(world: NotebookWorld, aino: CardDesk) -> None:
    person = aino.new(protected=True, **SECRETS)
    aino.edit(person, phone="+358409990003")
    world.sync()
    daniel = CardDesk(world, DANIEL)
    world.sync()
    rows = daniel.reviews.list_all(ListReview("waiting")).rows
    views = [daniel.reviews.open(OpenReview(row.item)) for row in rows]
    assert [change.field for change in views[1].changes] == ["phone"]
    assert all(hidden_from(view) and "35840999" not in told(view) for view in views)


def test_a_duplicate_that_is_protected_does_not_tell_the_year_of_birth(aino: CardDesk) -> None:
    aino.new(first="Aila", protected=True, birth_date="1990-01-01")
    aino.new(first="Aila", birth_date="1991-01-01")
    hints = aino.people.find_duplicates(FindDuplicates("Aila", "Testinen", "", "", "", "")).hints
    assert sorted(one.birth_year for one in hints) == [0, 1991]


def test_a_mask_is_as_long_for_every_value() -> None:
    assert {masked_value("phone", text) for text in ("1", "+358409990001", "x" * 500)} == {"••••"}
    assert masked_value("phone", "") is None
