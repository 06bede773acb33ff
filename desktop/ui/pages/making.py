# SPDX-License-Identifier: MIT
"""Makes pages, importing each when it is first made (one of the two places with imports inside functions).

Loading all pages cost two thirds of the start; the unlock page needs none of them.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

from desktop.ui.errand import Sending
from desktop.ui.page import Page, Tools
from desktop.ui.page_kinds import EntrancePage, PreferencePage


def _today(tools: Tools) -> Page:
    from desktop.ui.today.page import TodayPage

    return TodayPage(tools)


def _people(tools: Tools) -> Page:
    from desktop.ui.people.page import PeoplePage

    return PeoplePage(tools)


def _follow_up(tools: Tools) -> Page:
    from desktop.ui.follow_up.page import FollowUpPage

    return FollowUpPage(tools)


def _services(tools: Tools) -> Page:
    from desktop.ui.services.page import ServicesPage

    page = ServicesPage(tools)
    # The adviser's words are for the client's paper, not for the service: they do not go along.
    page.refer_asked.connect(
        lambda errand, chosen, _words: page.go.emit("referral", Sending(errand, tuple(chosen)))
    )
    return page


def _referral(tools: Tools) -> Page:
    from desktop.ui.referral.page import ReferralPage

    return ReferralPage(tools)


def _merging(tools: Tools) -> Page:
    from desktop.ui.merging.page import MergingPage

    return MergingPage(tools)


def _editing(tools: Tools) -> Page:
    from desktop.ui.editing.page import EditingPage

    return EditingPage(tools)


def _log(tools: Tools) -> Page:
    from desktop.ui.log.page import LogPage

    return LogPage(tools)


def _conflicts(tools: Tools) -> Page:
    from desktop.ui.conflict.page import ConflictPage

    return ConflictPage(tools)


def _review(tools: Tools) -> Page:
    from desktop.ui.review.page import ReviewPage

    return ReviewPage(tools)


def _held(tools: Tools) -> Page:
    from desktop.ui.held.page import HeldPage

    return HeldPage(tools)


def _handover(tools: Tools) -> Page:
    from desktop.ui.handover.page import HandoverPage

    return HandoverPage(tools)


def _sync(tools: Tools) -> Page:
    from desktop.ui.sync.page import SyncPage

    return SyncPage(tools)


def first_run(tools: Tools) -> EntrancePage:
    """Make the first run."""
    from desktop.ui.first_run.page import FirstRunPage

    return FirstRunPage(tools)


def settings(tools: Tools, chosen: Any) -> PreferencePage:  # noqa: ANN401 - Preferences, of a package above this one
    """Make Settings over the preferences in force."""
    from desktop.ui.settings.page import SettingsPage

    return SettingsPage(tools, chosen)


MAKERS: Final[Mapping[str, Callable[[Tools], Page]]] = MappingProxyType(
    {
        "today": _today,
        "people": _people,
        "follow_up": _follow_up,
        "services": _services,
        "referral": _referral,
        "merging": _merging,
        "editing": _editing,
        "log": _log,
        "conflicts": _conflicts,
        "review": _review,
        "held": _held,
        "handover": _handover,
        "sync": _sync,
    }
)
"""Page key → maker."""
MODULES: Final = (
    "desktop.ui.today.page",
    "desktop.ui.people.page",
    "desktop.ui.follow_up.page",
    "pypdfium2",  # these two by themselves, each some 50 ms: a turn of its own
    "segno",
    "desktop.ui.services.page",
    "desktop.ui.referral.page",
    "desktop.ui.conflict.page",
    "desktop.ui.review.page",
    "desktop.ui.sync.page",
    "desktop.ui.held.page",
    "desktop.ui.handover.page",
    "desktop.ui.merging.page",
    "desktop.ui.editing.page",
    "desktop.ui.log.page",
    "desktop.ui.settings.page",
)
"""What can be loaded ahead while somebody types a passphrase, the likeliest first."""
