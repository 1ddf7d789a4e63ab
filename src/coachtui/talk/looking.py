"""Commands that only show: the tips, the menu, the help. What they need a screen for, they ask of the face."""

from coachtui.flow.pace import minutes_at
from coachtui.session.wording import filled
from coachtui.talk.holder import Holder
from coachtui.talk.view import Reply


def look(talk: Holder, _: str) -> Reply:
    """The screen's next look; a line mode has none."""
    return Reply(wants="look")


def tips(talk: Holder, _: str) -> Reply:
    """What helps here and what gets in the way; on the screen it comes and goes as a strip."""
    step, session = talk.session.framework.step(talk.spot.step), talk.session
    page = [f"tips   {filled(session, talk.spot, one)}" for one in step.do]
    page += [f"avoid  {filled(session, talk.spot, one)}" for one in step.avoid]
    share = None if session.from_paper else minutes_at(session, talk.past, talk.spot)
    page += [f"time   about {max(0.5, round(share * 2) / 2):g} of {session.minutes} minutes"] if share else []
    return Reply(page=tuple(page) or ("There are no tips for this step.",), wants="tips")


def menu(_: Holder, __: str) -> Reply:
    """All commands to choose from; a face without a menu shows the help instead."""
    return Reply(wants="menu")


def help_wanted(_: Holder, __: str) -> Reply:
    """What can be done here; the page itself is made where the whole table is known."""
    return Reply(wants="help")
