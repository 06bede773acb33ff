# SPDX-License-Identifier: MIT
"""What happens to laptops, to the hub, to clocks and to rights."""

from typing import Final

from sync.hub.compaction import compact as compacting
from sync.hub.erase import erase_subject
from sync.hub.erase import erase_write as erase_one
from sync.hub.errors import IdentityTaken
from sync.hub.quarantine import decide as deciding
from sync.hub.quarantine import held
from sync.hub.roster import end_grants, grant
from sync.hub.roster import revoke as revoking
from sync.log.commit import MARK_BYTES, CommitId
from tests.torture.city import City
from tests.torture.laptop import Laptop
from tests.torture.steps import Step

MOST_LAPTOPS: Final = 5
_TEN_YEARS: Final = 10 * 365 * 86_400_000


def clone(city: City, laptop: Laptop, _step: Step) -> None:
    """Copy a laptop's disk to another one."""
    if len(city.laptops) < MOST_LAPTOPS and not laptop.gone:
        city.laptops.append(laptop.copy())


def backup(_city: City, laptop: Laptop, _step: Step) -> None:
    """Make a backup of a notebook."""
    laptop.back_up()


def bring_back(city: City, laptop: Laptop, _step: Step) -> None:
    """Lose a laptop's disk and go on from its backup: what nobody else has is gone."""
    if laptop.kept is not None:
        laptop.bring_back()
        city.excuse_lost()


def laptop_clock(_city: City, laptop: Laptop, step: Step) -> None:
    """Set a laptop's clock ten years on or back."""
    laptop.clock += _TEN_YEARS if step.how % 2 else -_TEN_YEARS


def hub_clock(city: City, _laptop: Laptop, step: Step) -> None:
    """Set the hub's clock ten years on or back."""
    city.taken.clock.now = max(10**12, city.taken.clock.now + (_TEN_YEARS if step.how % 2 else -_TEN_YEARS))


def restart_hub(city: City, _laptop: Laptop, _step: Step) -> None:
    """Stop the hub and start it again."""
    city.world.close()
    city.world = city.taken.world()
    for laptop in city.laptops:
        laptop.connect()


def compact(city: City, _laptop: Laptop, step: Step) -> None:
    """Let the hub put old commits into its cold table; a laptop that stands below begins again."""
    list(compacting(city.world.parts, older_than_days=0, keep=1 + step.how % 8))


def end_grant(city: City, _laptop: Laptop, step: Step) -> None:
    """End somebody's role in a team."""
    owner, team = city.role(step)
    end_grants(city.world.parts, owner.staff, role=owner.role, team=team)


def give_grant(city: City, _laptop: Laptop, step: Step) -> None:
    """Give it back."""
    owner, team = city.role(step)
    rows = city.world.parts.store.grants(owner.staff)
    if not any(row.team == team and row.holds(city.world.parts.clock()) for row in rows):
        grant(city.world.parts, owner.staff, owner.role, team=team, begins=0)


def revoke(city: City, laptop: Laptop, step: Step) -> None:
    """Revoke a copy's key, and with it all that came of it; never the only laptops of everybody."""
    if step.how % 4 == 0 and sum(not one.gone for one in city.laptops) > 2:
        revoking(city.world.parts, laptop.writer)


def decide(city: City, _laptop: Laptop, step: Step) -> None:
    """Release or refuse what was held back."""
    waiting = [one for one in held(city.world.parts) if not one.refused]
    if waiting:
        one = waiting[step.what % len(waiting)]
        found = city.world.parts.store.commit_at(one.stream, one.number)
        try:
            deciding(city.world.parts, one.stream, one.number, accepted=step.how % 3 > 0)
            if found is not None and step.how % 3 > 0:
                city.released.add(CommitId(found.writer, found.n, found.hash[:MARK_BYTES]))
        except IdentityTaken:
            deciding(city.world.parts, one.stream, one.number, accepted=False)


def erase(city: City, _laptop: Laptop, step: Step) -> None:
    """Erase a person for ever."""
    person = city.person(step)
    if step.how % 3 == 0:
        erase_subject(city.world.parts, person)
        city.erased.add(person)


def erase_write(city: City, _laptop: Laptop, step: Step) -> None:
    """Erase what one save says."""
    numbered = [one for one in city.book.saves if one.subject not in city.erased and not one.emptied]
    if not numbered:
        return
    chosen = numbered[step.what % len(numbered)]
    stream, person, _ = chosen.place
    found = city.world.parts.store.commit(stream, chosen.id.writer, chosen.id.n)
    if found is None or found.hash[:MARK_BYTES] != chosen.id.mark or int(found.standing) != 0:
        return
    erase_one(city.world.parts, stream, chosen.id.writer, chosen.id.n, person)
    for one in city.book.saves:
        if one.id == chosen.id and one.place[1] == person:
            one.emptied = True
