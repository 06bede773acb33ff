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
from sync.hub.store.rows import Standing
from sync.records.ids import TeamId
from tests.torture.city import City
from tests.torture.holdings import commits_of, id_of
from tests.torture.laptop import Laptop
from tests.torture.shelf import Owner
from tests.torture.steps import Step

MOST_LAPTOPS: Final = 5
_TEN_YEARS: Final = 10 * 365 * 86_400_000


def clone(city: City, laptop: Laptop, _step: Step) -> bool:
    """Copy a laptop's disk to another one."""
    if len(city.laptops) >= MOST_LAPTOPS or laptop.gone:
        return False
    city.laptops.append(laptop.copy())
    return True


def backup(_city: City, laptop: Laptop, _step: Step) -> bool:
    """Make a backup of a notebook."""
    laptop.back_up()
    return True


def bring_back(city: City, laptop: Laptop, _step: Step) -> bool:
    """Lose a laptop's disk and go on from its backup: what nobody else has is gone."""
    if not laptop.bring_back():
        return False
    city.excuse_lost()
    return True


def laptop_clock(_city: City, laptop: Laptop, step: Step) -> bool:
    """Set a laptop's clock ten years on or back."""
    laptop.clock += _TEN_YEARS if step.how % 2 else -_TEN_YEARS
    return True


def hub_clock(city: City, _laptop: Laptop, step: Step) -> bool:
    """Set the hub's clock ten years on or back."""
    city.taken.clock.now = max(10**12, city.taken.clock.now + (_TEN_YEARS if step.how % 2 else -_TEN_YEARS))
    return True


def restart_hub(city: City, _laptop: Laptop, _step: Step) -> bool:
    """Stop the hub and start it again."""
    city.world.close()
    city.reopen()
    return True


def compact(city: City, _laptop: Laptop, step: Step) -> bool:
    """Let the hub put old commits into its cold table; a laptop that stands below begins again."""
    return bool(list(compacting(city.world.parts, older_than_days=0, keep=1 + step.how % 8)))


def end_grant(city: City, _laptop: Laptop, step: Step) -> bool:
    """End somebody's role in a team."""
    owner, team = city.role(step)
    if not _holds(city, owner, team):
        return False
    end_grants(city.world.parts, owner.staff, role=owner.role, team=team)
    return True


def give_grant(city: City, _laptop: Laptop, step: Step) -> bool:
    """Give it back."""
    roles = [(owner, team) for owner in city.owners for team in owner.teams if not _holds(city, owner, team)]
    if not roles:
        return False
    owner, team = roles[step.what % len(roles)]
    grant(city.world.parts, owner.staff, owner.role, team=team, begins=0)
    return True


def _holds(city: City, owner: Owner, team: TeamId) -> bool:
    now = city.world.parts.clock()
    rows = city.world.parts.store.grants(owner.staff)
    return any((row.team, row.role) == (team, owner.role) and row.holds(now) for row in rows)


def revoke(city: City, laptop: Laptop, step: Step) -> bool:
    """Revoke a copy's key, and with it all that came of it; never the only laptops of everybody."""
    row = city.world.parts.store.writer(laptop.writer)
    if step.how % 4 or row is None or row.revoked or sum(not one.gone for one in city.laptops) <= 2:
        return False
    revoking(city.world.parts, laptop.writer)
    return True


def decide(city: City, _laptop: Laptop, step: Step) -> bool:
    """Release or refuse what was held back."""
    waiting = [one for one in held(city.world.parts) if not one.refused]
    if not waiting:
        return False
    one = waiting[step.what % len(waiting)]
    found = city.world.parts.store.commit_at(one.stream, one.number)
    try:
        deciding(city.world.parts, one.stream, one.number, accepted=step.how % 3 > 0)
        if found is not None and step.how % 3 > 0:
            city.released.add(id_of(found))
    except IdentityTaken:
        deciding(city.world.parts, one.stream, one.number, accepted=False)
    return True


def erase(city: City, _laptop: Laptop, step: Step) -> bool:
    """Erase a person for ever."""
    person = city.person(step)
    if step.how % 3 or person in city.erased:
        return False
    erase_subject(city.world.parts, person)
    city.erased.add(person)
    return True


def erase_write(city: City, _laptop: Laptop, step: Step) -> bool:
    """Erase what one save says, where the person is now: the save itself, or what the hub has carried of it."""
    city.learn_carried()
    open_ = [one for one in city.book.saves if one.subject not in city.erased and not one.emptied]
    if not open_:
        return False
    chosen = open_[step.what % len(open_)]
    parts, person = city.world.parts, chosen.place[1]
    stream = city.now_at(chosen.subject)
    there = {id_of(one): one for one in commits_of(parts, stream)}
    its = sorted(chosen.ids & there.keys())
    if not its or any(there[one].standing is not Standing.EFFECTIVE for one in its):
        return False
    for one in its:
        erase_one(parts, stream, one.writer, one.n, person)
    for saved in city.book.saves:
        if saved.ids & set(its) and saved.place[1] == person:
            saved.emptied = True
    return True
