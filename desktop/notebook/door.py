# SPDX-License-Identifier: MIT
"""The door: who is on this laptop, joining a hub, unlocking, changing the passphrase, locking.

Before anybody has come in there is nothing but the list of names and the throttle. Times for unlocking
exclude typing: the passphrase costs 0.5 to 0.8 s by design (Argon2id), all the rest little.
"""

import logging
import secrets
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any, Final

from desktop.notebook.desk import Desk
from desktop.notebook.errors import NotFound
from desktop.notebook.hub_card import demand_same_root, read_hub_card, written_true
from desktop.notebook.invitations import read_invitation_file, read_invitation_typed
from desktop.notebook.joining import join_hub
from desktop.notebook.meeting import take_up_pending
from desktop.notebook.messages.envelope import Ask, Done
from desktop.notebook.messages.laptop import (
    ChangePassphrase,
    Join,
    LaptopView,
    Lock,
    PassphraseRating,
    PersonOnLaptop,
    RatePassphrase,
    ReadInvitationFile,
    ReadInvitationTyped,
    ShowLaptop,
    SuggestedPassphrase,
    SuggestPassphrase,
    Unlock,
    Unlocked,
)
from desktop.notebook.premises import Entered, Premises, desk_of, open_store
from desktop.notebook.server import Handler
from desktop.notebook.standing_orders import demand_no_order, standing_order
from desktop.notebook.succession import settled
from desktop.store.errors import DiskFull, StoreError
from desktop.store.notebook import NotebookStore
from desktop.vault.card import NotebookCard
from desktop.vault.errors import KeyFileDamaged, LaptopFault, NotebookInUse
from desktop.vault.keyfile import Header
from desktop.vault.lease_keeping import demand_share
from desktop.vault.lockfile import NotebookLock
from desktop.vault.passphrase import Strength, generate, strength, words_from
from desktop.vault.throttle import FailedUnlocks
from desktop.vault.vault import OpenVault, change_passphrase, strengthen, unlock
from desktop.vault.wiping import told_names
from sync.records.ids import StaffId, TeamId

PAGE_SETTING: Final = "page"

_log = logging.getLogger(__name__)


class Door:
    """Answers what may be asked while the notebook is closed, and opens it."""

    def __init__(
        self,
        premises: Premises,
        *,
        entered: Callable[[Entered, bool], None],
        leaving: Callable[[str], None],
    ) -> None:
        """``entered`` gets an open notebook, and whether it is new, before the answer goes out."""
        self._premises = premises
        self._entered = entered
        self._leaving = leaving
        self._inside: Entered | None = None
        self._card: NotebookCard | None = None
        self._carding = threading.Lock()
        self._arrivals: list[Callable[[Entered, str], None]] = []
        self._key_file = threading.Lock()

    def handlers(self) -> dict[type[Ask[Any]], Handler]:
        """Return what answers the asks of a closed notebook."""
        lane = self._premises.lane
        return {
            ShowLaptop: Handler(self.show, lane),
            RatePassphrase: Handler(self.rate, lane),
            SuggestPassphrase: Handler(self.suggest, lane),
            ReadInvitationFile: Handler(read_invitation_file, lane),
            ReadInvitationTyped: Handler(read_invitation_typed, lane),
            Join: Handler(self.join, lane),
            Unlock: Handler(self.unlock, lane),
            ChangePassphrase: Handler(self.change_passphrase, lane),
            Lock: Handler(self.lock, lane),
        }

    def show(self, _ask: ShowLaptop) -> LaptopView:
        """Return the unlock page's list."""
        cards = self._premises.laptop.notebooks()
        return LaptopView(
            people=[
                PersonOnLaptop(
                    card.staff,
                    card.name,
                    card.role,
                    card.team,
                    (card.opened or 0) * 1000,
                    pin=self._premises.pin_lock(card.staff).armed() is not None,
                    closed="revoke" if self._is_revoked(card.staff) else "",
                )
                for card in cards
            ],
            unsent=sum(card.unsent or 0 for card in cards),
            laptop_name=self._laptop_name(cards),
            practice=self._premises.laptop.practice,
            version=self._premises.version,
            wiped=told_names(self._premises.disk, self._premises.laptop.root, now=self._premises.clock()),
        )

    def rate(self, ask: RatePassphrase) -> PassphraseRating:
        """Return how good a passphrase is."""
        found = strength(ask.passphrase)
        accepted = found is not Strength.TOO_SHORT
        return PassphraseRating(int(found), accepted, too_short=not accepted)

    def suggest(self, _ask: SuggestPassphrase) -> SuggestedPassphrase:
        """Return five random words."""
        words = words_from(self._premises.passphrase_words)
        return SuggestedPassphrase(generate(words, choose=secrets.choice))

    # --- coming in ---

    def on_arrival(self, arrived: Callable[[Entered, str], None]) -> None:
        """Call ``arrived`` with each notebook that opens and the word for its key, before its use cases begin."""
        self._arrivals.append(arrived)

    @property
    def key_file(self) -> AbstractContextManager[bool]:
        """Held while the key file is rewritten: by the person in one lane, by ``strengthen`` in another."""
        return self._key_file

    def join(self, ask: Join) -> Unlocked:
        """Enrol at the hub of an invitation and open the new notebook."""
        self.demand_outside()
        entered, name = join_hub(self._premises, ask)
        return self.come_in(entered, name=name, fresh=True, by="enrol")

    def unlock(self, ask: Unlock) -> Unlocked:
        """Open one person's notebook; raises what ``desktop.vault.vault.unlock`` raises, NotebookInUse."""
        answer = self.open_with(
            ask.staff, lambda folder: self.open_vault(folder, ask.passphrase), by="unlock"
        )
        inside = self.demand_inside()
        self._premises.spare.post(lambda: self._strengthen(inside.vault, inside.desk.store, ask.passphrase))
        return answer

    def open_vault(self, folder: Path, passphrase: str) -> OpenVault:
        """Open the vault of a folder with its passphrase and its lease's share; raises what ``unlock`` does."""
        premises = self._premises

        def share_of(header: Header) -> bytes:
            return demand_share(premises.key_store, header, now=premises.clock())

        return unlock(folder, passphrase, share_of=share_of, disk=premises.disk)

    def open_with(
        self,
        staff: StaffId,
        opening: Callable[[Path], OpenVault],
        *,
        by: str,
        first: Callable[[Entered], None] | None = None,
    ) -> Unlocked:
        """Open one person's notebook; ``opening`` opens the vault of a folder, with whatever key it has.

        ``by`` is the access log's word for that key; ``first`` runs before anything is shown, and what it raises
        leaves the notebook shut. Raises NotFound, NotebookInUse, KeyFileRolledBack, what both and the store raise.
        """
        premises = self._premises
        self.demand_outside()
        folder = premises.laptop.folder_of(staff)
        if not folder.is_dir():
            raise NotFound(kind="notebook")
        demand_no_order(premises.disk, folder)
        with ExitStack() as undo:
            lock = NotebookLock(folder)
            undo.callback(lock.release)
            vault = opening(folder)
            undo.callback(vault.close)
            card = read_hub_card(premises.disk, folder)
            demand_same_root(card, vault.secrets.hub_root)
            take_up_pending(premises, vault)
            store = open_store(premises, vault, card, fresh=False)
            undo.callback(store.close)
            vault.confirm(store.generation)
            store, card = settled(premises, vault, store, card)
            undo.callback(store.close)
            store.generation = vault.generation
            card = written_true(premises.disk, folder, card, store.me.writer)
            demand_no_order(premises.disk, folder)
            entered = Entered(desk_of(premises, store, card), vault, lock, card, premises.clock())
            if first is not None:
                first(entered)
            undo.pop_all()
        return self.come_in(entered, name="", fresh=False, by=by)

    def change_passphrase(self, ask: ChangePassphrase) -> Done:
        """Replace the passphrase; raises WrongPassphrase, Throttled, PassphraseTooWeak."""
        inside = self.demand_inside()
        with self._key_file:
            change_passphrase(inside.vault, current=ask.old, new=ask.new)
            inside.desk.store.generation = inside.vault.generation
        inside.desk.looked("UPDATE", None, kind="passphrase", reason="own")
        return Done()

    def lock(self, ask: Lock) -> Done:
        """Remember the page, flush, and close the notebook; the window ends the process after this answer.

        Whatever happens on the way, the keys are gone when this returns.
        """
        if self._inside is not None:
            try:
                self._inside.desk.store.shelf.put_setting(PAGE_SETTING, ask.page)
            except DiskFull:
                _log.info("the page was not remembered: the disk is full")
            self.leave("asked")
        return Done()

    def leave(self, why: str) -> None:
        """Let go of the open notebook, if one is: what works behind the door first, then store, keys and lock."""
        if self._inside is not None:
            try:
                self._inside.desk.looked("LOCK", None, kind="notebook", reason=why)
            except StoreError as problem:
                _log.info("the lock was not written down: %s", type(problem).__name__)
            try:
                self._leaving(why)
            finally:
                self.close()

    def close(self) -> None:
        """Close what is open: store, vault, lock."""
        inside, self._inside = self._inside, None
        if inside is None:
            return
        self.keep_card(inside)
        try:
            inside.desk.store.close()
        finally:
            inside.vault.close()
            inside.lock.release()

    def keep_card(self, inside: Entered) -> None:
        """Write what the unlock page shows of this notebook, when it has changed: name, role, team, unsent.

        Called after every bundle and round, from their threads, so that a process that is killed leaves the
        right number behind. A card is no reason to fail: what can't be written now is written next time.
        """
        try:
            with self._carding:
                card = self._card_of(inside)
                if card != self._card:
                    self._premises.laptop.record(card)
                    self._card = card
        except (LaptopFault, StoreError, OSError) as problem:
            _log.info("the card was not kept: %s", type(problem).__name__)

    def _card_of(self, inside: Entered) -> NotebookCard:
        desk = inside.desk
        held = desk.held()
        first = held[0] if held else None
        return NotebookCard(
            staff=desk.staff,
            name=desk.staff_name(desk.staff),
            role=first.role.value if first is not None else "",
            team=desk.team_name(first.team) if first is not None else "",
            opened=inside.since // 1000,
            unsent=desk.reads.sending.unsent_count(),
        )

    def come_in(self, inside: Entered, *, name: str, fresh: bool, by: str = "unlock") -> Unlocked:
        """Let the person of an open notebook in: audit, use cases, card; the one way for every kind of key.

        ``name`` stands in until the roster is here. Whatever fails on the way closes the notebook again.
        """
        self._inside = inside
        desk = inside.desk
        try:
            failed = inside.vault.throttle.take_failures(lambda found: self._tell_failures(desk, found))
            desk.looked("UNLOCK", None, kind="notebook", reason=by)
            for arrived in self._arrivals:
                arrived(inside, by)
            self._entered(inside, fresh)
        except BaseException:
            self.leave("failed")
            raise
        self.keep_card(inside)
        held = desk.held()
        first = held[0] if held else None
        page = desk.store.shelf.setting(PAGE_SETTING)
        return Unlocked(
            staff=desk.staff,
            name=desk.staff_name(desk.staff) or name,
            role=first.role.value if first is not None else "",
            roles=list(dict.fromkeys(one.role.value for one in held)),
            team=desk.teams()[0] if desk.teams() else TeamId(""),
            team_name=desk.team_name(first.team) if first is not None else "",
            laptop_name=inside.hub.laptop_name,
            practice=self._premises.laptop.practice,
            can_review=desk.can_review(),
            unsent=desk.reads.sending.unsent_count(),
            failed_unlocks=len(failed.times) + failed.more,
            draft_page=page if isinstance(page, str) else "",
        )

    def _tell_failures(self, desk: Desk, found: FailedUnlocks) -> None:
        """Write failed unlocks into the access log; the throttle forgets them only after this returned."""
        if found:
            counted = {"count": len(found.times) + found.more, "damaged": int(found.damaged)}
            desk.looked("UNLOCK_FAILED", None, kind="notebook", reason="unlock", extra=counted)

    def _strengthen(self, vault: OpenVault, store: NotebookStore, passphrase: str) -> None:
        """Raise the cost of guessing, if this computer has become faster; nobody waits for it."""
        wanted = self._premises.kdf()
        with self._key_file:
            if self._inside is None or self._inside.vault is not vault:
                return  # locked again meanwhile
            if strengthen(vault, passphrase, wanted=wanted):
                store.generation = vault.generation

    def _is_revoked(self, staff: StaffId) -> bool:
        return standing_order(self._premises.disk, self._premises.laptop.folder_of(staff)) is not None

    def demand_outside(self) -> None:
        """Raise NotebookInUse when a notebook is open: a process holds the keys of one person only."""
        if self._inside is not None:
            raise NotebookInUse

    @property
    def inside(self) -> Entered | None:
        """The open notebook, if one is."""
        return self._inside

    def demand_inside(self) -> Entered:
        """Return the open notebook; raises NotFound when none is."""
        if self._inside is None:
            raise NotFound(kind="notebook")
        return self._inside

    def _laptop_name(self, cards: tuple[NotebookCard, ...]) -> str:
        """Return what this laptop calls itself, as the first notebook that can say so does."""
        for card in cards:
            folder = self._premises.laptop.folder_of(card.staff)
            try:
                return read_hub_card(self._premises.disk, folder).laptop_name
            except KeyFileDamaged:
                continue  # told when that notebook is opened; it keeps no colleague out
        return ""
