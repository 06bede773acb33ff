# SPDX-License-Identifier: MIT
"""The form of a service: filled, refused beside the field, saved, and not lost by locking."""

import json
from typing import Any

import pytest
from cut_words import cut_words
from editing_desk import COACHING, CTRL, READING, SHIFT, TODAY, Bench
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from walker import walk

from desktop.notebook.messages.editing import SaveService
from desktop.notebook.messages.problems import Problem
from desktop.ui.app import Dressed
from desktop.ui.editing.code_editors import CodesEditor
from desktop.ui.editing.complementary_editor import ComplementaryEditor
from desktop.ui.editing.form import ServiceForm
from desktop.ui.editing.form_parts import SECTIONS
from desktop.ui.editing.languages_editor import LanguagesEditor
from desktop.ui.editing.openings_editor import OpeningsEditor
from desktop.ui.editing.part_editor import LineEditor
from desktop.ui.editing.place_editor import PlacesEditor
from desktop.ui.editing.texts_editor import TextsEditor
from desktop.ui.words.language import Language
from sync.catalogue.model import FIRST_OWN, Service, from_map, reference_of, service_entity, to_map


def edit(bench: Bench, pile: str = "proposals") -> ServiceForm:
    """Open the first service of a pile for editing, by key."""
    bench.pile(pile)
    bench.key(Qt.Key.Key_E, CTRL)
    assert bench.page.right.currentWidget() is bench.page.form
    return bench.page.form


def line(form: ServiceForm, field: str) -> LineEditor:
    """Return the editor of a line."""
    editor = form.parts.editors[field]
    assert isinstance(editor, LineEditor)
    return editor


def texts(form: ServiceForm, field: str) -> TextsEditor:
    """Return the editor of a text."""
    editor = form.parts.editors[field]
    assert isinstance(editor, TextsEditor)
    return editor


def told(service: Service) -> dict[str, Any]:
    """Return a service as it comes over the pipe: lists, no tuples."""
    return dict(json.loads(json.dumps(to_map(service))))


def sent(bench: Bench) -> SaveService:
    """Return what was saved last."""
    return bench.notebook.all_of(SaveService)[-1]


def test_every_field_but_the_origin_can_be_edited() -> None:
    fields = {spot.field.partition(".")[0] for spots in SECTIONS.values() for spot in spots}
    assert set(Service.__struct_fields__) - fields == {"origin"}


def test_a_form_that_nobody_touched_writes_what_it_was_given(bench: Bench) -> None:
    edit(bench)
    bench.key(Qt.Key.Key_S, CTRL)
    assert sent(bench).content == told(COACHING)
    assert (sent(bench).status, sent(bench).sight) == ("published", 7)


def test_a_new_own_service_is_written_and_published_by_keys(bench: Bench) -> None:
    bench.key(Qt.Key.Key_I, CTRL | SHIFT)
    bench.type("Aamukahvila")
    bench.key(Qt.Key.Key_S, CTRL)
    assert sent(bench).service is None
    assert sent(bench).content == {"name": {"fi": "Aamukahvila"}}
    assert from_map(sent(bench).content).origin.source == FIRST_OWN
    assert sent(bench).status == "published"
    assert bench.page.right.currentWidget() is bench.page.item
    assert bench.title() == "Aamukahvila"
    assert bench.page.item.toast.words() == "Tallennettu: Julkaistu"


def test_a_new_service_may_wait(bench: Bench) -> None:
    bench.page.new_service()
    bench.type("Iltakahvila")
    bench.page.form.foot.second.click()
    assert sent(bench).status == "waiting"


def test_a_service_without_a_name_is_not_sent(bench: Bench) -> None:
    bench.page.new_service()
    bench.key(Qt.Key.Key_S, CTRL)
    assert bench.notebook.all_of(SaveService) == []
    assert texts(bench.page.form, "name").field.error == "Kirjoita tämä ainakin yhdellä kielellä."


def test_texts_are_written_a_language_at_a_time_beside_the_finnish(bench: Bench) -> None:
    form = edit(bench)
    form.bar.chips.chip("sv").click()
    name = texts(form, "name")
    assert name.field.label.text() == "Nimi (ruotsi)"
    name.setFocus()
    bench.type("Jobbcoachning")
    form.bar.choose("ar")
    assert form.bar.language == "ar"
    assert name.field.text() == ""
    name.setFocus()
    bench.type("Arab")
    bench.key(Qt.Key.Key_S, CTRL)
    assert sent(bench).content["name"] == {"fi": "Työhönvalmennus", "sv": "Jobbcoachning", "ar": "Arab"}


def test_what_is_wrong_is_told_in_its_language_and_its_section_opens(bench: Bench) -> None:
    form = edit(bench)
    web = texts(form, "web")
    web.speak("sv")
    web.field.set_text("palvelut.example")
    web._typed("palvelut.example")
    web.speak("fi")
    bench.key(Qt.Key.Key_S, CTRL)
    assert bench.notebook.all_of(SaveService) == []
    assert not form.parts.sections["organisation"].folded
    assert form.bar.language == "sv"
    assert web.field.error == "Verkko-osoite alkaa https:// eikä siinä ole välejä."


@pytest.mark.parametrize(
    ("field", "typed", "error"),
    [
        ("valid_from", "joskus", "Kirjoita päivä näin: 14.2.2027."),
        ("lowest_age", "noin 18", "Kirjoita kokonaisluku tai jätä tyhjäksi."),
        ("highest_age", "300", "Luku ei ole mahdollinen."),
    ],
)
def test_days_and_numbers_are_checked_before_anything_is_sent(
    bench: Bench, field: str, typed: str, error: str
) -> None:
    form = edit(bench)
    line(form, field).field.set_text(typed)
    bench.key(Qt.Key.Key_S, CTRL)
    shown = "lowest_age" if field == "highest_age" else field  # the two are checked as one
    assert line(form, shown).field.error == error
    assert bench.notebook.all_of(SaveService) == []


def test_what_the_notebook_refuses_is_shown_beside_its_field(bench: Bench) -> None:
    form = edit(bench)
    bench.notebook.refuse(SaveService, Problem.FIELD_REFUSED, field="places.0.address.fi", reason="too_long")
    bench.key(Qt.Key.Key_S, CTRL)
    places = form.parts.editors["places"]
    assert isinstance(places, PlacesEditor)
    address = places.places[0].editors["address"]
    assert isinstance(address, LineEditor)
    assert address.field.error == "Liian pitkä. Lyhennä; mitään ei katoa."
    assert not form.parts.sections["places"].folded
    bench.notebook.on(SaveService, bench.desk.save)
    bench.key(Qt.Key.Key_S, CTRL)
    assert bench.page.right.currentWidget() is bench.page.item


def test_places_are_added_filled_and_taken_away(bench: Bench) -> None:
    form = edit(bench)
    places = form.parts.editors["places"]
    assert isinstance(places, PlacesEditor)
    form.parts.reveal("places")
    places.add.click()
    bench.type("Kirjasto")
    hours = places.places[1].editors["hours"]
    assert isinstance(hours, OpeningsEditor)
    hours.days[6].setFocus()
    bench.type("10-14")
    bench.key(Qt.Key.Key_S, CTRL)
    first, second = sent(bench).content["places"]
    assert first == told(COACHING)["places"][0]
    assert second == {
        "name": {"fi": "Kirjasto"},
        "hours": {"openings": [{"weekday": 6, "opens": "10:00", "closes": "14:00"}]},
    }
    form = edit(bench, "all")
    places.places[0].remove.click()
    assert len(places.places) <= 1


def test_times_that_are_none_are_told_at_their_day(bench: Bench) -> None:
    form = edit(bench)
    places = form.parts.editors["places"]
    assert isinstance(places, PlacesEditor)
    hours = places.places[0].editors["hours"]
    assert isinstance(hours, OpeningsEditor)
    hours.days[3].set_text("iltaisin")
    bench.key(Qt.Key.Key_S, CTRL)
    assert hours.days[3].error == "Kirjoita ajat näin: 9.00-15.30."
    assert bench.notebook.all_of(SaveService) == []


def test_codes_and_languages_are_ticked_and_chosen(bench: Bench) -> None:
    form = edit(bench)
    form.parts.reveal("topics")
    topics = form.parts.editors["topics"]
    assert isinstance(topics, CodesEditor)
    topics.boxes["cv_application"].setFocus()
    bench.key(Qt.Key.Key_Space)
    languages = form.parts.editors["languages"]
    assert isinstance(languages, LanguagesEditor)
    languages.add.chosen.emit("so")
    languages.rows[0].remove.click()
    bench.key(Qt.Key.Key_S, CTRL)
    assert sent(bench).content["topics"] == ["job_search", "cv_application"]
    assert sent(bench).content["languages"] == [{"language": "en"}, {"language": "so"}]


def test_what_goes_with_it_is_found_by_name(bench: Bench) -> None:
    form = edit(bench)
    form.parts.reveal("complementary")
    goes = form.parts.editors["complementary"]
    assert isinstance(goes, ComplementaryEditor)
    goes.search.setFocus()
    bench.type("digi")
    goes._seek()
    bench.key(Qt.Key.Key_Return)
    bench.key(Qt.Key.Key_S, CTRL)
    reference = reference_of(READING.origin)
    assert sent(bench).content["complementary"] == [reference]
    edit(bench, "all")
    bench.page._edit(bench.desk.open_view(service_entity(COACHING.origin)))
    assert goes.value() == [reference]
    assert "Digineuvonta kirjastossa" in [name.text() for _, _, name in goes._chosen]


def test_checked_today_counts_half_a_year_on(bench: Bench) -> None:
    form = edit(bench)
    form.checked.click()
    bench.key(Qt.Key.Key_S, CTRL)
    assert sent(bench).content["checked"] == TODAY
    assert sent(bench).content["stale_after"] == "2027-05-24"


def test_closing_keeps_the_draft_and_it_comes_back(bench: Bench) -> None:
    form = edit(bench)
    bench.type(" uusi")
    bench.key(Qt.Key.Key_Escape)
    assert bench.page.right.currentWidget() is bench.page.item
    place = f"service/{service_entity(COACHING.origin).hex()}"
    kept = json.loads(bench.desk.drafts[place]["content"])
    assert kept["name"] == {"fi": "Työhönvalmennus uusi"}
    bench.key(Qt.Key.Key_E, CTRL)
    assert texts(form, "name").field.text() == "Työhönvalmennus uusi"
    assert form.draft.isVisible()
    form.foot.drop.click()
    assert place not in bench.desk.drafts
    bench.key(Qt.Key.Key_E, CTRL)
    assert texts(form, "name").field.text() == "Työhönvalmennus"
    assert not form.draft.isVisible()


@pytest.mark.parametrize("new", [True, False])
def test_a_lock_loses_nothing_and_the_form_opens_again(bench: Bench, *, new: bool) -> None:
    if new:
        bench.page.new_service()
    else:
        edit(bench)
    bench.type(" kesken")
    page = bench.again()
    assert page.right.currentWidget() is page.form
    name = texts(page.form, "name").field.text()
    assert name == ("kesken" if new else "Työhönvalmennus kesken")


def test_a_day_that_is_half_typed_is_not_lost_either(bench: Bench) -> None:
    form = edit(bench)
    form.parts.reveal("valid_from")
    line(form, "valid_from").setFocus()
    bench.type("14.2")
    page = bench.again()
    assert line(page.form, "valid_from").field.text() == "14.2"
    assert texts(page.form, "name").field.text() == "Työhönvalmennus"


def test_a_saved_service_leaves_no_draft(bench: Bench) -> None:
    edit(bench)
    bench.type(" uusi")
    bench.key(Qt.Key.Key_S, CTRL)
    assert bench.desk.drafts == {}
    assert bench.again().right.currentWidget() is bench.page.item


def test_choosing_another_service_puts_the_form_away_with_its_draft(bench: Bench) -> None:
    bench.pile("all")
    bench.key(Qt.Key.Key_E, CTRL)
    bench.type("x")
    bench.page.list.rows.setFocus()
    bench.key(Qt.Key.Key_J)
    assert bench.page.right.currentWidget() is bench.page.item
    assert bench.title() == "Hygieniapassikurssi"
    assert [place for place in bench.desk.drafts if place.startswith("service/")]


def test_other_people_s_work_leaves_a_form_alone(bench: Bench) -> None:
    form = edit(bench)
    bench.type(" uusi")
    bench.page.records_changed(["service"])
    assert bench.page.right.currentWidget() is form
    assert texts(form, "name").field.text() == "Työhönvalmennus uusi"


def test_a_save_pressed_twice_is_sent_once(bench: Bench) -> None:
    edit(bench)
    bench.notebook.held = True
    bench.key(Qt.Key.Key_S, CTRL)
    bench.key(Qt.Key.Key_S, CTRL)
    bench.notebook.let_go()
    assert len(bench.notebook.all_of(SaveService)) == 1


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("section", list(SECTIONS))
def test_every_section_is_reached_named_and_fits_the_compact_window(
    bench: Bench, dressed: Dressed, language: Language, section: str
) -> None:
    dressed.translations.speak(language)
    bench.page.set_compact(compact=True)
    bench.page.resize(960, 584)
    form = edit(bench)
    for key, one in form.parts.sections.items():
        one.fold(folded=key != section)
    assert not bench.page.list.isVisible()
    assert cut_words(bench.page) == []
    assert bench.page.width() == 960
    bench.page.resize(960, 3000)  # Tab would scroll, and what is measured after it stands elsewhere
    QApplication.processEvents()
    assert walk(bench.page, dressed.theme) == []
