"""A sheet as one HTML page: nothing is fetched, nothing runs, it prints on A4. Jinja2 escapes every text.

Jinja2 is loaded when the first page is made.
"""

from functools import cache
from typing import TYPE_CHECKING

from coachtui.report.handed.document import about, content
from coachtui.report.handed.elements import Element
from coachtui.sharing import Shared

if TYPE_CHECKING:
    from jinja2 import Template


def html_file(shared: Shared) -> bytes:
    """The sheet as the bytes of an HTML file."""
    return html_page(shared.title, content(shared), about(shared))


def html_page(title: str, elements: tuple[Element, ...], foot: tuple[Element, ...]) -> bytes:
    """Elements as the bytes of an HTML file; `foot` is what stands apart at its end."""
    return _template().render(title=title, elements=elements, about=foot).encode()


@cache
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("coachtui.report.handed", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.tests["kind"] = lambda element, name: type(element).__name__ == name
    return environment.get_template("sheet.html")
