"""Running the slash commands of the table, and telling of them: what can be done here, now, and with one thing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from coachtui.errors import UserError
from coachtui.framework.steps import ChooseStep, LinkStep
from coachtui.session.boards import items, options
from coachtui.talk.holder import Holder
from coachtui.talk.table import COMMANDS, GROUPS, Command, Group
from coachtui.talk.view import Reply

_BY_NAME = {one.name: one for one in COMMANDS}
#: Other words for a command, as people say them.
_ALSO = {word: one for one in COMMANDS for word in one.also}
#: Of so many commands with the same beginning it is said what each does.
_TOLD = 3


def run(talk: Holder, line: str) -> Reply:
    """Run a slash command. The beginning of a name is enough where it is clear. UserError where it is not known."""
    name, _, argument = line[1:].strip().replace("\t", " ").partition(" ")
    command = find(name.lower() or "help", argument.strip())
    reply = command.run(talk, _numbered(talk, command, argument.strip()))
    # Only here the whole table is known; a face with a menu or keys of its own makes its own page.
    return replace(reply, page=help_lines(infos(talk), {})) if reply.wants in {"help", "menu"} else reply


def _numbered(talk: Holder, command: Command, argument: str) -> str:
    """The argument with a letter on show as the number of its thing, where the command begins with a number."""
    first, _, rest = argument.partition(" ")
    thing = talk.letters.get(first.upper())
    words = rest and command.argument == "N"  # "/drop a wrong word": no letter, but how the words begin
    if thing is None or words or not command.argument.lstrip("[").startswith("N"):
        return argument
    return f"{_number_of(talk, thing)} {rest}".rstrip()


def _number_of(talk: Holder, thing: str) -> int | None:
    return next((number for number, one in talk.numbers.items() if one == thing), None)


def find(name: str, argument: str = "") -> Command:
    """The command of this name, else of another word for it, else with this beginning and room for what follows.

    A name comes before another word. UserError names the nearest.
    """
    exact = _BY_NAME.get(name) or _ALSO.get(name)
    if exact is not None:
        return exact
    begin = [one for one in COMMANDS if name and one.name.startswith(name)]
    begin = begin or [one for one in COMMANDS if name and any(word.startswith(name) for word in one.also)]
    # "/d" alone can only be the command that needs nothing after it, "/d 3" only one that takes a number.
    fitting = [one for one in begin if (one.argument if argument else not one.argument or one.argument.startswith("["))]
    for found in (begin, fitting):
        if len(found) == 1:
            return found[0]
    if begin:
        if len(begin) <= _TOLD:
            raise UserError(f"Which one? {'; '.join(f'/{one.name}: {one.help}' for one in begin)}.")
        raise UserError(f"Which one: {', '.join('/' + one.name for one in begin)}?")
    raise UserError(f"There is no command /{name[:40]}. /help shows what can be done here. Two slashes write one.")


# -- telling of them


@dataclass(frozen=True, slots=True)
class CommandInfo:
    """A slash command as a face shows it; `here` says whether it can be done now. The rest is as in the table."""

    name: str
    argument: str
    help: str
    here: bool
    group: Group = "looking"
    short: str = ""
    wanted: str = ""
    also: tuple[str, ...] = ()


def infos(talk: Holder) -> tuple[CommandInfo, ...]:
    """All commands, as a face shows them."""
    return tuple(info(one, here=one.here(talk)) for one in COMMANDS)


def info(one: Command, *, here: bool) -> CommandInfo:
    """One command, as a face shows it."""
    return CommandInfo(one.name, one.argument, one.help, here, one.group, one.short, one.wanted, one.also)


def help_lines(commands: Sequence[CommandInfo], keys: Mapping[str, str]) -> tuple[str, ...]:
    """What can be done here, in words, one group after the other; `keys` are spelt out, by command."""
    lines = ["Type and press Enter to keep what is said. An empty line goes on."]
    for group in GROUPS:
        here = [one for one in commands if one.here and one.group == group]
        lines += ["", group.capitalize()] if here else []
        lines += [_told(one, keys.get(one.name, "")) for one in here]
    return tuple(lines)


def _told(one: CommandInfo, key: str) -> str:
    words = f"/{one.name} {one.argument}".rstrip().ljust(18) + one.help
    return f"{words} ({key})" if key else words


# -- with one thing


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that can be done with a thing on show: in words, and the line that does it.

    `typed`: more words are still to be typed after the line.
    """

    say: str
    line: str
    typed: bool = False


def deeds(talk: Holder, thing: str) -> tuple[Deed, ...]:
    """What can be done with a thing here and now, by its id or its number; empty where it has no number on show."""
    number = next((number for number, one in talk.numbers.items() if thing in (one, str(number))), None)
    if number is None:
        return ()
    thing = talk.numbers[number]
    label = _label(talk, thing)
    found = [
        Deed(choice.say, f"/{one.name} {label} {choice.words}".rstrip() + " " * choice.typed, choice.typed)
        for one in COMMANDS
        if one.here(talk)
        for choice in one.choices(talk, thing)
    ]
    return (*_said_with_numbers(talk, thing), *found)


def _label(talk: Holder, thing: str) -> str:
    """What stands before a thing: its letter, else its number."""
    letter = next((letter for letter, one in talk.letters.items() if one == thing), "")
    return letter or str(_number_of(talk, thing))


def _said_with_numbers(talk: Holder, thing: str) -> tuple[Deed, ...]:
    """What is done without a command, by saying numbers: choosing, tying."""
    step = talk.session.framework.step(talk.spot.step)
    if isinstance(step, ChooseStep):
        offered = [one.id for one in options(talk.session, step, talk.spot)]
        return (Deed("choose it", _label(talk, thing)),) if thing in offered else ()
    if not isinstance(step, LinkStep):
        return ()
    sides = [items(talk.session, source) for source in (step.from_, step.to)]
    own = [side for side in sides if thing in [one.id for one in side]]
    others = [one for side in sides if own and side not in own for one in side]
    return tuple(Deed(f"tie it to {one.text}", f"{_label(talk, thing)} {_label(talk, one.id)}") for one in others)
