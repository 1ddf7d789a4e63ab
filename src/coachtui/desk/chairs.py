"""Who sits on which chair: people as they were named, and the roles they hold. Pure functions; touches nothing.

The first person named is the coachee, the second the coach, further ones members, unless a role is said.
"""

from collections.abc import Sequence

from coachtui.errors import UserError
from coachtui.framework.models import Framework
from coachtui.session.models import Person

#: The roles people may hold in any conversation, besides those the framework names.
ROLES = ("Coach", "Coachee", "Observer", "Facilitator", "Member")

#: A person's name, and the role that was said for them, if any.
Named = tuple[str, str | None]


def role_called(framework: Framework, word: str) -> str:
    """The role as the framework spells it. UserError names the roles there are."""
    known = dict.fromkeys((*framework.roles, *ROLES))
    found = next((role for role in known if role.lower() == word.strip().lower()), None)
    if found is None:
        listed = ", ".join(known)
        raise UserError(f"There is no role of that name in {framework.name}.", f"The roles are: {listed}.")
    return found


def seated(framework: Framework, said: Sequence[str | None], before: Sequence[str | None] = ()) -> tuple[str, ...]:
    """The role of each person in turn.

    Args:
        framework: gives the two chairs, and the names of its other roles.
        said: for each person the role that was said, or None.
        before: for each person the role held in the conversation that this one follows, or None.
    """
    chairs = [framework.coachee, framework.coach]
    roles: list[str | None] = [role_called(framework, one) if one else None for one in said]
    for number, held in enumerate(before):
        if roles[number] is None and held and (held not in chairs or held not in roles):
            roles[number] = held
    free = [chair for chair in chairs if chair not in roles]
    rest = [role for role in framework.roles if role not in chairs and role not in roles]
    member = next((role for role in framework.roles if role.lower() == "member"), "Member")
    for number, role in enumerate(roles):
        if role is None:
            roles[number] = free.pop(0) if free else rest.pop(0) if rest else member
    return tuple(role for role in roles if role is not None)


def with_roles(people: Sequence[Person], roles: Sequence[str]) -> tuple[Person, ...]:
    """The same people holding these roles."""
    return tuple(one.model_copy(update={"role": role}) for one, role in zip(people, roles, strict=True))
