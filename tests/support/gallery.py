# SPDX-License-Identifier: MIT
"""Every component on one page inside the shell, with made-up people: for pictures and for the walker."""

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.card import Card
from desktop.ui.components.check import Check
from desktop.ui.components.choice import Choice
from desktop.ui.components.counter_tile import CounterTile
from desktop.ui.components.facts import Fact, Facts
from desktop.ui.components.field import Field, LineField, TextField
from desktop.ui.components.filter_chips import FilterChips
from desktop.ui.components.icon_button import IconButton
from desktop.ui.components.key_chip import KeyChip
from desktop.ui.components.mark_value import MarkValue
from desktop.ui.components.notice import Notice
from desktop.ui.components.passphrase import PassphraseField
from desktop.ui.components.pill import Mark, Pill
from desktop.ui.components.progress_line import ProgressLine
from desktop.ui.components.row_list import RowList
from desktop.ui.components.row_value import Row, TimelineEntry
from desktop.ui.components.search_field import SearchField
from desktop.ui.components.session_bar import SessionBar, SessionValue
from desktop.ui.components.states import State, late_mark, mark_of
from desktop.ui.components.table import Table
from desktop.ui.components.table_value import Cell, Column, ColumnKind, TableRow
from desktop.ui.components.tabs import Tabs
from desktop.ui.components.timeline import Timeline
from desktop.ui.components.toast import Toast
from desktop.ui.components.two_values import TwoValues, ValueLine
from desktop.ui.components.words import Words
from desktop.ui.shell.shell import Shell
from desktop.ui.shell.values import PersonAtWork, RailItem, SyncWord, Whereabouts
from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y, Type
from desktop.ui.theme.theme import Theme
from desktop.ui.theme.tokens import Tone

TOPICS = (
    ("Q", "Työnhaku"),
    ("W", "CV, hakemus"),
    ("E", "Uravalinta"),
    ("R", "Opinnot"),
    ("T", "Oppisopimus"),
    ("Y", "Kielikurssi"),
    ("U", "Digiapu"),
    ("I", "Etuudet"),
    ("A", "Asuminen"),
    ("S", "Terveys"),
    ("D", "Mieli"),
    ("F", "Lupa-asiat"),
    ("G", "Palkkatuki"),
    ("H", "Oma yritys"),
    ("J", "Sosiaali"),
    ("K", "Juttelu"),
)


class Controls(QWidget):
    """First page: session bar, chips, buttons, fields, notices and tiles."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.chips: list[KeyChip] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        column.setSpacing(GAP)
        session = SessionBar(theme)
        session.show_session(
            SessionValue(
                place="Itäkeskuksen kirjasto",
                opened="12.03",
                goal="Tavoite: 25 asiointia, alle 30-vuotiaat. Mukana Mehmet Kaya ja Kela.",
                visits=13,
                target=25,
                unrecorded=2,
                heads=23,
            )
        )
        column.addWidget(session)
        column.addWidget(self._chips())
        column.addLayout(self._tiles())
        column.addLayout(self._forms(), 1)

    def set_compact(self, *, compact: bool) -> None:
        """Bring the chips closer in a narrow window."""
        for chip in self.chips:
            chip.set_painted(32 if compact else 36)

    def _chips(self) -> Card:
        card = Card(self._theme)
        card.set_ringed(ringed=True)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(Words(self._theme, "Uusi asiointi", size=Type.SECTION))
        head.addWidget(Words(self._theme, "14.26, näppäimet käytössä", size=Type.SECONDARY, tone=Tone.MUTED))
        self.toast = Toast(self._theme)
        self.toast.tell("Tallennettu 14.21: Kielikurssi, 30-44, somali")
        head.addWidget(self.toast, 1)
        card.body.addLayout(head)
        grid = QGridLayout()
        grid.setSpacing(0)
        for place, (key, words) in enumerate(TOPICS):
            chip = KeyChip(self._theme, key, words, name=words)
            self.chips.append(chip)
            chip.setChecked(key == "W")
            chip.setEnabled(key != "K")
            grid.addWidget(chip, place // 8, place % 8)
        card.body.addLayout(grid)
        row = QHBoxLayout()
        row.setSpacing(8)
        for kind, words in (
            (ButtonKind.PRIMARY, "Tallenna"),
            (ButtonKind.SECONDARY, "Muut tiedot"),
            (ButtonKind.QUIET, "Lukitse"),
            (ButtonKind.LINK, "Avaa kaikki"),
            (ButtonKind.DANGER, "Poista"),
        ):
            key = "Enter" if kind is ButtonKind.PRIMARY else ""
            button = Button(self._theme, words, kind=kind, key=key)
            row.addWidget(button)
        off = Button(self._theme, "Ei nyt", icon_name="plus")
        off.setEnabled(False)
        row.addWidget(off)
        row.addWidget(IconButton(self._theme, "chevron-left", "Edellinen"))
        row.addWidget(IconButton(self._theme, "ellipsis", "Muut toiminnot", outlined=False))
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _tiles(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for icon, tone, label, figure in (
            ("cloud-upload", Tone.WAIT, "Lähettämättä", "6"),
            ("check", Tone.OK, "Perillä, kuitattu", "1 284"),
            ("columns-2", Tone.SPLIT, "Kaksi arvoa", "3"),
            ("shield-alert", Tone.DANGER, "Esihenkilö tarkistaa", "1"),
        ):
            tile = CounterTile(self._theme, label, icon_name=icon, tone=tone)
            tile.set_figure(figure)
            row.addWidget(tile)
        return row

    def _forms(self) -> QHBoxLayout:
        left, right = Card(self._theme), Card(self._theme)
        name = LineField(self._theme, "Sukunimi", placeholder="Esim. Haddad", hint="Virallinen nimi")
        hetu = LineField(self._theme, "Henkilötunnus")
        hetu.set_text("010190-999X")
        hetu.set_error("Tarkistusmerkki ei täsmää. Mitään ei tallennettu.")
        secret = PassphraseField(self._theme, "Tunnuslause")
        secret.set_text("kolme sanaa")
        secret.caps.setVisible(True)
        language = Choice(self._theme, "Kieli")
        language.set_options((("fi", "suomi"), ("ar", "arabia"), ("so", "somali")), key="ar")
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.addWidget(name, 0, 0)
        grid.addWidget(hetu, 0, 1)
        grid.addWidget(secret, 1, 0)
        grid.addWidget(Field(self._theme, "Kieli", language), 1, 1)
        left.body.addLayout(grid)
        marks = QHBoxLayout()
        marks.setSpacing(8)
        marks.addWidget(Pill(self._theme, late_mark(1)))
        marks.addWidget(Pill(self._theme, mark_of(State.TWO_VALUES)))
        marks.addWidget(Mark(self._theme, mark_of(State.UNSENT)))
        marks.addStretch(1)
        left.body.addLayout(marks)
        left.body.addStretch(1)
        note = TextField(self._theme, "Kommentti", placeholder="Pakollinen, kun palautat tai kysyt.", lines=2)
        line = ProgressLine(self._theme, "Lähetys")
        line.show_done(done=3, total=14)
        check = Check(self._theme, "Tulkki tarvitaan")
        check.setChecked(True)
        right.body.addWidget(note)
        right.body.addWidget(
            Notice(self._theme, "Puhelimella on kaksi arvoa.", icon_name="columns-2", action="Katso")
        )
        right.body.addWidget(check)
        right.body.addWidget(line)
        right.body.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(left, 1)
        row.addWidget(right, 1)
        return row


class Lists(QWidget):
    """Second page: search, filters, rows, facts, timeline and a table."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        row.setSpacing(GAP)
        row.addWidget(self._people())
        row.addWidget(self._person(), 1)

    def _people(self) -> Card:
        card = Card(self._theme, padding=0)
        card.setFixedWidth(340)
        head = QVBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.addWidget(SearchField(self._theme, "Hae ihmistä"))
        filters = FilterChips(self._theme, "Kenen")
        filters.set_options((("own", "Omat"), ("team", "Tiimi"), ("all", "Kaikki")))
        head.addWidget(filters)
        self.rows = RowList(self._theme, "Ihmiset")
        self.rows.set_rows(
            (
                Row(
                    key="1",
                    title="Samir Haddad",
                    second="1996 · Oma · ar",
                    time="Tänään",
                    marks=(mark_of(State.TWO_VALUES), mark_of(State.UNSENT)),
                ),
                Row(
                    key="2",
                    title="Sanna Hämäläinen",
                    second="2004 · Oma · fi",
                    time="20.11.",
                    marks=(MarkValue("clock", "Tänään", Tone.WARN),),
                ),
                Row(key="3", title="Sami Häkkinen", second="1988 · Mehmet K. · fi", time="18.11."),
                Row(
                    key="4",
                    title="S. H.",
                    second="Vain nimetyt näkevät",
                    time="2.11.",
                    marks=(MarkValue("shield", "Turvakielto", Tone.DANGER),),
                ),
                Row(key="5", title="Jenni Koskela", second="Soita", pill=late_mark(1)),
            )
        )
        self.rows.choose("1")
        card.body.addLayout(head)
        card.body.addWidget(self.rows, 1)
        return card

    def _person(self) -> Card:
        card = Card(self._theme, padding=0)
        head = QVBoxLayout()
        head.setContentsMargins(19, 12, 19, 0)
        head.addWidget(Words(self._theme, "Samir Haddad", size=Type.TITLE))
        tabs = Tabs(self._theme, "Kortin osat")
        tabs.set_tabs((("sum", "Yhteenveto", 0), ("plan", "Suunnitelma", 3), ("refer", "Ohjaukset", 2)))
        head.addWidget(tabs)
        card.body.addLayout(head)
        middle = QHBoxLayout()
        middle.setContentsMargins(19, 8, 3, 0)
        facts = QVBoxLayout()
        two = TwoValues(self._theme, "Puhelin")
        two.set_values(
            (
                ValueLine(value="040 555 0132", source="Sinä, tänään 13.22"),
                ValueLine(value="044 555 7781", source="Mehmet K., eilen 16.05"),
            )
        )
        lines = Facts(self._theme, "Tilanne")
        lines.set_facts(
            (
                Fact(label="Sähköposti", value="samir.h@example.org"),
                Fact(label="Suomen kieli", value="A2.1", mark=mark_of(State.UNSENT)),
            )
        )
        facts.addWidget(two)
        facts.addWidget(lines)
        facts.addStretch(1)
        history = Timeline(self._theme, "Historia")
        history.set_entries(
            (
                TimelineEntry(
                    key="a",
                    icon="plus",
                    title="Käynti, Itäkeskuksen kirjasto",
                    detail="Kielikurssi.",
                    when="Tänään 13.22",
                    mark=mark_of(State.UNSENT),
                ),
                TimelineEntry(
                    key="b",
                    icon="pencil",
                    title="Puhelinnumero muutettu",
                    detail="Mehmet Kaya",
                    when="Eilen 16.05",
                    mark=mark_of(State.TWO_VALUES),
                ),
                TimelineEntry(
                    key="c",
                    icon="clipboard-check",
                    title="Monialainen arvio",
                    detail="8/10 osa-aluetta",
                    when="12.11.",
                    mark=mark_of(State.APPROVED),
                ),
            )
        )
        middle.addLayout(facts, 1)
        middle.addWidget(history, 1)
        card.body.addLayout(middle, 1)
        table = Table(
            self._theme,
            "Aiheet",
            (
                Column(title="Aihe"),
                Column(title="Asiointeja", width=110, kind=ColumnKind.NUMBER),
                Column(title="Osuus", width=220, kind=ColumnKind.BAR),
                Column(title="Tila", width=150, kind=ColumnKind.MARK),
            ),
        )
        table.set_rows(
            (
                TableRow(
                    key="1",
                    cells=(
                        Cell(words="Työnhaku"),
                        Cell(words="128"),
                        Cell(words="31 %", share=0.9),
                        Cell(mark=mark_of(State.UNSENT)),
                    ),
                ),
                TableRow(
                    key="2",
                    cells=(
                        Cell(words="CV ja hakemus"),
                        Cell(words="97"),
                        Cell(words="24 %", share=0.7),
                        Cell(mark=mark_of(State.DELIVERED)),
                    ),
                ),
                TableRow(
                    key="3",
                    cells=(
                        Cell(words="Kielikurssi"),
                        Cell(words="74"),
                        Cell(words="18 %", share=0.5),
                        Cell(mark=mark_of(State.PARKED)),
                    ),
                ),
                TableRow(
                    key="sum", total=True, cells=(Cell(words="Yhteensä"), Cell(words="299"), Cell(), Cell())
                ),
            )
        )
        card.body.addWidget(table, 1)
        return card


def gallery(theme: Theme) -> Shell:
    """Return the shell with both pages, the first one shown."""
    shell = Shell(theme)
    shell.show_items(
        (
            RailItem(key="today", icon="sun", label="Tänään"),
            RailItem(key="people", icon="users", label="Ihmiset", badge=3, badge_tone=Tone.SPLIT),
            RailItem(key="due", icon="calendar-clock", label="Seuranta", badge=3, badge_tone=Tone.WARN),
            RailItem(key="services", icon="book-open", label="Palvelut"),
            RailItem(key="review", icon="clipboard-check", label="Tarkistus", badge=1, badge_tone=Tone.WARN),
            RailItem(key="figures", icon="chart-column", label="Tilastot"),
        ),
        (
            RailItem(key="sync", icon="refresh-cw", label="Synkronointi", badge=6, badge_tone=Tone.WAIT),
            RailItem(key="settings", icon="settings", label="Asetukset"),
        ),
    )
    shell.show_person(PersonAtWork(name="Aino Lehtonen", role="Neuvoja, Itä"))
    shell.show_where(Whereabouts(place="Itäkeskuksen kirjasto", since="avattu 12.03"))
    shell.show_sync(SyncWord(mark=mark_of(State.OFFLINE), strong="6 lähettämättä"))
    shell.add_page("today", lambda: Controls(theme))
    shell.add_page("people", lambda: Lists(theme))
    shell.show_page("today")
    return shell
