# SPDX-License-Identifier: MIT
"""Where the parts of Today stand, which of them are shown, and which has the keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.measures import GAP, PAGE_MARGIN_X, PAGE_MARGIN_Y
from desktop.ui.today.panel import WalkInPanel
from desktop.ui.today.session_part import SessionPart
from desktop.ui.today.side_column import SideColumn
from desktop.ui.today.stand_forms import StandForms
from desktop.ui.today.visit_list import VisitList

_COMPACT_MARGIN = 12


class DayBoard:
    """Lays its parts out in the page. ``side_shown``: the column is unfolded in a narrow window."""

    def __init__(
        self, page: QWidget, part: SessionPart, panel: WalkInPanel, forms: StandForms, visits: VisitList,
        side: SideColumn,
    ) -> None:  # fmt: skip
        self._page = page
        self._part = part
        self._panel = panel
        self._forms = forms
        self._visits = visits
        self._side = side
        self._compact = False
        self.side_shown = False
        self._below = QWidget()
        below = QHBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(GAP)
        below.addWidget(visits, 1)
        below.addWidget(side)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(PAGE_MARGIN_X, PAGE_MARGIN_Y, PAGE_MARGIN_X, PAGE_MARGIN_Y)
        self._column.setSpacing(GAP)
        for one in (part, panel, forms):
            self._column.addWidget(one)
        self._column.addWidget(self._below, 1)

    @property
    def main(self) -> QWidget:
        """The widget that wants the keys: a form in the panel's place, the panel, or the point's form."""
        if not self._part.recording:
            return self._part.main
        return self._forms.form or self._panel

    def panes(self) -> list[QWidget]:
        """Return panel or form, list, what is due and the supervisor's words."""
        visits = [self._visits] if self._visits.anything else []
        every: list[QWidget] = [self.main, *visits, *self._side.panes()]
        return [pane for pane in every if not pane.isHidden()]

    def set_compact(self, *, compact: bool) -> None:
        """Fold to the narrow layout, or back."""
        self._compact = compact
        for one in (self._panel, self._part, self._forms):
            one.set_compact(compact=compact)
        side = _COMPACT_MARGIN if compact else PAGE_MARGIN_X
        edge = GAP - 2 if compact else PAGE_MARGIN_Y
        self._column.setContentsMargins(side, edge, side, edge)
        self._column.setSpacing(GAP - 3 if compact else GAP)
        self.arrange()

    def arrange(self) -> None:
        """Show what belongs on the page now."""
        recording = self._part.recording
        more = recording and not self._panel.more.isHidden()
        # A narrow window has no height for the keys and the column both; Ctrl N brings the keys back.
        unfolded = self._compact and self.side_shown and self._side.anything
        form = recording and self._forms.form is not None
        self._panel.setVisible(recording and not unfolded and not form)
        self._forms.setVisible(form and not unfolded)
        self._part.setVisible(not (more and self._compact))
        self._side.show_beside(beside=not more and (not self._compact or self.side_shown))
        self._visits.setVisible(not more)
        self._visits.offer_news(self._side.words() if self._compact else "")

    def turn_side(self) -> None:
        """Unfold the column in a narrow window, or fold it away."""
        self.side_shown = not self.side_shown
        self.arrange()
        if panes := self._side.panes():
            panes[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def side_changed(self) -> None:
        """Fold away a card that is empty; who emptied it has the keys of the first pane, not another card's S."""
        held = self._side.holder
        self.side_shown = self.side_shown and self._side.anything
        self.arrange()
        if held is not None and not held.holds_keys:
            self.panes()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def session_changed(self) -> None:
        """Show the panel first, hand it (or the form) the focus that is about to lose its widget, then hide."""
        if self._part.recording:
            self.main.setVisible(True)
        held = QApplication.focusWidget()
        if held is not None and self._loses(held):
            self.take_focus()
        self.arrange()

    def form_changed(self) -> None:
        """Hand the panel the keys that stood in a form which is put away, then hide the form."""
        held = QApplication.focusWidget()
        if self._forms.form is None and self._part.recording:
            self._panel.setVisible(True)
            if held is not None and self._forms.isAncestorOf(held):
                self.take_focus()
        self.arrange()

    def end_waiting(self) -> None:
        """Give the keys back from the waiting list's line; its card goes when nobody waits."""
        self.take_focus()
        self._side.stand.waiting.end_adding()
        self.side_changed()

    def take_focus(self) -> None:
        """Give the keys to the part that wants them."""
        self._page.setFocusProxy(self.main)
        self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus_if_lost(self, *, entering: bool) -> None:
        """Move the focus only when its widget has gone, or the page has just been entered.

        Never from another page: an answer that comes late must not take the keys from who types there.
        """
        held = QApplication.focusWidget()
        self._page.setFocusProxy(self.main)
        if not self._page.isVisible():
            return
        here = held is not None and self._page.isAncestorOf(held)
        gone = held is None or (here and not held.isVisible())
        if gone or (entering and not here):
            self.take_focus()

    def _loses(self, held: QWidget) -> bool:
        part, panel = self._part, self._panel
        if part.recording:
            return any(form is held or form.isAncestorOf(held) for form in (part.opening, part.closing))
        within = any(one is held or one.isAncestorOf(held) for one in (panel, self._forms, part))
        return within and held is not part.main and not part.main.isAncestorOf(held)
