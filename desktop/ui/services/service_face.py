# SPDX-License-Identifier: MIT
"""Everything about one service: what it is, for whom, how to refer, where it comes from, what the team knows."""

from itertools import pairwise

import msgspec
from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.notebook.messages.services import ServiceClient, ServiceView
from desktop.ui.components.announce import announce
from desktop.ui.components.button import Button, ButtonKind
from desktop.ui.components.icon_words import IconWords
from desktop.ui.components.scroll_pane import ScrollPane
from desktop.ui.components.words import Words
from desktop.ui.page import Tools
from desktop.ui.services.row_words import stale_mark, to_be_had, unmet_marks
from desktop.ui.services.section_list import SectionList
from desktop.ui.services.sections import COPIED, origin_section, sections
from desktop.ui.services.team_notes import TeamNotes
from desktop.ui.theme.measures import Type
from desktop.ui.theme.tokens import Tone
from desktop.ui.words.breaking import breakable
from desktop.ui.words.moments import local_moment
from sync.catalogue.model import Service, from_map, text_in
from sync.records.ids import EntityId

_NOBODY = ServiceClient()


class ServiceFace(QWidget):
    """Filled with a ServiceView; asks nothing but for its notes."""

    service_asked = Signal(object)
    """EntityId of another service that goes with this one."""
    favourite_asked = Signal(str)
    hide_asked = Signal(str)

    def __init__(self, tools: Tools, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._view: ServiceView | None = None
        self._service: Service | None = None
        self._client = _NOBODY
        theme = tools.theme
        self._none = Words(theme, tone=Tone.MUTED, wrap=True)
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.name = Words(theme, size=Type.SECTION, wrap=True)
        self.summary = Words(theme, wrap=True)
        self.unmet = IconWords(theme, "triangle-alert")
        self.had = Words(theme, size=Type.SECONDARY, tone=Tone.MUTED, wrap=True)
        self.favourite = Button(theme, kind=ButtonKind.LINK, icon_name="star")
        self.hide_it = Button(theme, kind=ButtonKind.LINK, icon_name="eye-off")
        self.copy = Button(theme, kind=ButtonKind.LINK, icon_name="copy")
        self.told = SectionList(theme, beside={COPIED: self.copy})
        self.others_title = Words(theme, size=Type.LABEL, tone=Tone.MUTED)
        self.notes = TeamNotes(tools)
        self.origin = SectionList(theme)
        self.pane = ScrollPane(theme, " ")
        self._others: list[Button] = []
        self._others_column = QVBoxLayout()
        self._lay_out()
        self.setFocusProxy(self.pane)
        self.favourite.clicked.connect(lambda: self._about(self.favourite_asked))
        self.hide_it.clicked.connect(lambda: self._about(self.hide_asked))
        self.copy.clicked.connect(self._copy)
        self.retranslate()

    def _lay_out(self) -> None:
        body = self.pane.body
        body.setContentsMargins(13, 12, 16, 0)
        body.addWidget(self.name)
        body.addSpacing(4)
        body.addWidget(self.summary)
        body.addSpacing(4)
        body.addWidget(self.had)
        body.addWidget(self.unmet)
        acts = QHBoxLayout()
        acts.setContentsMargins(-6, 0, 0, 0)
        acts.addWidget(self.favourite)
        acts.addWidget(self.hide_it)
        acts.addStretch(1)
        body.addLayout(acts)
        body.addSpacing(6)
        body.addWidget(self.told)
        body.addWidget(self.others_title)
        self._others_column.setContentsMargins(-6, 0, 0, 8)
        self._others_column.setSpacing(0)
        body.addLayout(self._others_column)
        body.addWidget(self.notes)
        body.addWidget(self.origin)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none, 1)
        column.addWidget(self.pane, 1)

    @property
    def service(self) -> EntityId | None:
        """Whose words are shown."""
        return None if self._view is None else self._view.service

    @property
    def view(self) -> ServiceView | None:
        """What is shown."""
        return self._view

    def minimumSizeHint(self) -> QSize:
        """Scrolls rather than pushing the foot out of the window."""
        return QSize(200, 120)

    def show_view(self, view: ServiceView, client: ServiceClient) -> None:
        """Show a service for this client; another one begins at its top."""
        another = view.service != self.service
        self._view = view
        self._client = client
        try:
            self._service = from_map(view.content)
        except msgspec.ValidationError:
            self._service = None  # of a newer version: what the row says is shown, and its papers still print
        self.notes.show_notes(view.service, view.notes)
        self._fill()
        if another:
            self.pane.to_top()

    def forget(self) -> None:
        """Drop every word."""
        self._view = None
        self._service = None
        self._client = _NOBODY
        self.notes.forget()
        self._fill()

    def retranslate(self) -> None:
        """Say every word again."""
        self._none.setText(QCoreApplication.translate("ServiceFace", "Choose a service from the list."))
        self.hide_it.setToolTip("H")
        self.favourite.setToolTip("F")
        self.copy.setText(QCoreApplication.translate("ServiceFace", "Copy"))
        self.copy.setAccessibleName(
            QCoreApplication.translate("ServiceFace", "Copy the text for the client record")
        )
        self.others_title.setText(QCoreApplication.translate("ServiceFace", "Goes well with"))
        self.pane.set_name(QCoreApplication.translate("ServiceFace", "About the service"))
        self.notes.retranslate()
        self._fill()

    def _fill(self) -> None:
        view, one = self._view, self._service
        self._none.setVisible(view is None)
        self.pane.setVisible(view is not None)
        if view is None:
            self.told.show_sections(())
            self.origin.show_sections(())
            self._show_others(())
            self.name.setText("")
            self.summary.setText("")
            return
        tools, row = self._tools, view.row
        language = tools.translations.language
        self.name.setText(breakable(row.name, most=30))
        description = text_in(one.description, language.value) if one is not None else ""
        self.summary.setText(description or row.summary)
        self.had.setText(to_be_had(row, local_moment(tools.clock()).date(), language, whole=True))
        unmet = [mark.word for mark in unmet_marks(row, self._client, tools)]
        self.unmet.tell(", ".join([*unmet, *([stale_mark().word] if row.stale else [])]), tone=Tone.WARN)
        self.favourite.setText(
            QCoreApplication.translate("ServiceFace", "No favourite any more")
            if row.favourite
            else QCoreApplication.translate("ServiceFace", "Make it a favourite")
        )
        self.hide_it.setText(
            QCoreApplication.translate("ServiceFace", "Show it again")
            if row.hidden
            else QCoreApplication.translate("ServiceFace", "Hide")
        )
        for button in (self.favourite, self.hide_it, self.copy):
            button.updateGeometry()
        if one is not None:
            self.told.show_sections(sections(view, one, tools))
            self.origin.show_sections((origin_section(one, tools),))
        else:
            self.told.show_sections(())
            self.origin.show_sections(())
        self._show_others(tuple((other.service, other.name) for other in view.complementary))
        self._order()

    def _order(self) -> None:
        """Put what was made just now where it stands; Qt puts it behind everything."""
        stops: list[QWidget] = [self.pane.area, self.favourite, self.hide_it, self.copy, *self._others]
        stops += [*self.notes.drops(), self.notes.field.area, self.notes.save]
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _show_others(self, others: tuple[tuple[EntityId, str], ...]) -> None:
        for button in self._others:
            self._others_column.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._others = []
        for service, name in others:
            button = Button(self._tools.theme, name, kind=ButtonKind.LINK, icon_name="arrow-right")
            button.clicked.connect(lambda _on=False, service=service: self.service_asked.emit(service))
            self._others.append(button)
            self._others_column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.others_title.setVisible(bool(others))

    def _about(self, asked: object) -> None:
        if self._view is not None:
            asked.emit(self._view.service.hex())  # type: ignore[attr-defined] # a bound signal

    def _copy(self) -> None:
        if self._service is not None:
            text = text_in(self._service.record, self._tools.translations.language.value)
            QGuiApplication.clipboard().setText(text)
            announce(self.copy, QCoreApplication.translate("ServiceFace", "Copied"))
            self.copy.setText(QCoreApplication.translate("ServiceFace", "Copied"))
            self.copy.updateGeometry()
