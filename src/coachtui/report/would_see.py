"""What somebody would see of a conversation as it stands now, for the moment at which people agree on it. Pure.

The same door as every copy: what stands here went through `sharing.share`.
"""

from collections.abc import Mapping

from coachtui.report.handed.preview import preview_lines
from coachtui.report.handed.words import is_own, to_whom
from coachtui.report.page import fit, wrap
from coachtui.session.models import Session
from coachtui.sharing import questions, share


def would_see(
    session: Session,
    audience: str,
    earlier: tuple[Session, ...] = (),
    width: int = 80,
    answers: Mapping[str, bool] | None = None,
) -> list[str]:
    """The page: whose it is, how many things would be asked about first, and what they would get.

    Args:
        session: the conversation, finished or not.
        audience: whose view it is.
        earlier: what these people held before.
        width: cells of the terminal.
        answers: what was said where the agreement says *ask first*.
    """
    width = fit(width)
    whose = to_whom(audience) if audience in ("anyone", "SLT") or is_own(audience) else f"your {audience}"
    asked = len(questions(session, audience, earlier)) - len(answers or {})
    lines = wrap(f"What {whose} would see, as it stands now:", width)
    if asked > 0:
        things, they = ("one thing", "It is") if asked == 1 else (f"{asked} things", "They are")
        lines += wrap(f"So far {things} would be asked about first. {they} not in it, and more may come.", width)
    return [*lines, "", *preview_lines(share(session, audience, answers, earlier), width)]
