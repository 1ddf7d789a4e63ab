"""`coachtui frameworks`: what conversations there are."""

from typing import TYPE_CHECKING, Any

import click

from coachtui.cli.common import (
    Settings,
    home_option,
    json_option,
    json_out,
    lines_out,
    note,
    pass_settings,
    printable,
    width,
)

if TYPE_CHECKING:
    from coachtui.framework.catalogue import Entry


@click.command(name="frameworks")
@json_option
@home_option
@pass_settings
def command(settings: Settings, as_json: bool) -> None:
    """List the frameworks: yours and those that came with coachtui."""
    entries = settings.desk().catalogue.entries()
    if as_json:
        json_out({"frameworks": [_as_json(one) for one in entries]})
        return
    lines_out(line for one in entries if one.framework for line in _lines(one))
    for one in entries:
        if one.framework is None:
            mistakes = "one mistake" if len(one.mistakes) == 1 else f"{len(one.mistakes)} mistakes"
            note(printable(f"{one.id} cannot be used: {mistakes}. coachtui check {one.path} tells what to do."))


def _lines(one: "Entry") -> list[str]:
    from coachtui.report.page import fit, wrap

    minutes = "/".join(str(count) for count in one.minutes)
    own = "" if one.origin == "shipped" else f" ({one.origin})"
    head = f"{one.id} - {one.name}, {minutes} minutes, {' or '.join(one.people)}{own}"
    about = [f'"{one.words}"' if one.words else "", one.summary]
    told = " ".join(about).strip()
    return [*wrap(head, fit(width()), "", "    "), *(wrap(told, fit(width()), "    ") if told else [])]


def _as_json(one: "Entry") -> dict[str, Any]:
    framework = one.framework
    return {
        "id": one.id,
        "path": str(one.path),
        "origin": one.origin,
        "name": one.name,
        "words": one.words,
        "summary": one.summary,
        "family": one.family,
        "people": list(one.people),
        "minutes": list(one.minutes),
        "version": framework.version if framework else None,
        "use_when": framework.use_when if framework else "",
        "not_when": framework.not_when if framework else "",
        "roles": list(framework.roles) if framework else [],
        "materials": list(framework.materials) if framework else [],
        "leads_to": list(framework.leads_to) if framework else [],
        "mistakes": [mistake.sentence for mistake in one.mistakes],
    }
