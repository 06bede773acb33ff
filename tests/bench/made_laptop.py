# SPDX-License-Identifier: MIT
"""A laptop with a notebook of very many people, made as in life: a hub, an invitation, a first sync."""

import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from desktop.bridge.bridge import Bridge
from desktop.bridge.process import notebook_command
from desktop.demo.hub_process import HubProcess
from desktop.notebook.messages.laptop import Join, Lock, ReadInvitationTyped
from sync.hub.home import init_home, open_home
from sync.hub.roster import add_staff, add_team, grant
from sync.hub.seeding import Save, SeedWriter, seed_writer, settle_all
from sync.hub.snapshot import offer
from sync.records.ids import LaptopId, StaffId, StreamId, team_stream
from tests.bench.asker import Asker
from tests.bench.made_people import SEED, some_people, some_work

PASSPHRASE: Final = "kesä tuuli metsä järvi valo"  # noqa: S105 - of a made-up person
_COLLEAGUES_LAPTOP: Final = LaptopId("l" + "5" * 16)


class MadeLaptop:
    """A hub that runs and one adviser's notebook, locked. The hub is stopped when the block ends."""

    def __init__(self, folder: Path, *, people: int) -> None:
        """Make all of it in ``folder``; takes a minute with 100,000 people."""
        self.home = folder / "laptop"
        self.figures: dict[str, float] = {"people": people}
        self.hub = HubProcess(folder / "hub")
        self._days = 0
        self.staff, self._stream, self._colleague = self._fill_hub(people)

    def __enter__(self) -> Self:
        self.hub.start()
        try:
            self._join()
        except BaseException:
            self.hub.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.hub.stop()

    def bridge(self) -> Bridge:
        """Return a bridge to a fresh, locked notebook process; the caller ends it."""
        bridge = Bridge(notebook_command(self.home, practice=True))
        bridge.start()
        return bridge

    def let_commits_wait(self, count: int) -> None:
        """Put this many commits of a colleague into the hub, which is stopped and started for it."""
        self.hub.stop()
        self._days += 1
        home = open_home(self.hub.folder)
        self._colleague.parts = home.parts
        work = some_work(count, seed=SEED + self._days)
        self._colleague.save_all(self._stream, (Save([one], home.parts.clock()) for one in work))
        settle_all(home.parts)
        home.close()
        self.hub.start()

    def _fill_hub(self, people: int) -> tuple[StaffId, StreamId, SeedWriter]:
        home = init_home(self.hub.folder, address=self.hub.address)
        team = add_team(home.parts, fi="Itä", sv="Öst", en="East")
        adviser, colleague = add_staff(home.parts, "Aino Aalto"), add_staff(home.parts, "Bo Berg")
        for one in (adviser, colleague):
            grant(home.parts, one, "adviser", team=team)
        stream = team_stream(team)
        writer = seed_writer(home.parts, colleague, _COLLEAGUES_LAPTOP)
        writer.save_all(stream, (Save([one], home.parts.clock()) for one in some_people(people)))
        settle_all(home.parts)
        offer(home.parts, stream, people, 0)  # cut beforehand, as it is for all laptops but the first
        home.close()
        return adviser, stream, writer

    def _join(self) -> None:
        code, fingerprint = self.hub.code(self.staff)
        bridge = self.bridge()
        try:
            asker = Asker(bridge)
            invitation = asker.ask(ReadInvitationTyped(self.hub.address, code, fingerprint))
            start = time.perf_counter()
            asker.ask(Join(invitation.token, PASSPHRASE, "HEL-L-2217"))
            asker.wait_for_rounds()
            self.figures["first_sync_over_http_s"] = time.perf_counter() - start
            asker.ask(Lock("people"))
        finally:
            bridge.end()
