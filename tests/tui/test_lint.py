"""No bare text reaches a widget: read from the source, because a crash by markup shows only with the right words."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import coachtui.tui

ROOM = Path(coachtui.tui.__file__).parent

#: Widgets and calls of Textual that take a `str` as markup or hand it to the terminal as it is.
SINKS = {
    "Static", "Label", "Button", "Checkbox", "RadioButton", "OptionList", "Option", "SelectionList", "Select",
    "Collapsible", "Tab", "Tabs", "TabPane", "DataTable", "Tree", "RichLog", "Markdown", "Header", "Footer", "Input",
    "notify", "update", "from_markup",
}  # fmt: skip
#: Attributes of widgets that are shown.
SHOWN = {"border_title", "border_subtitle", "tooltip", "placeholder", "title", "sub_title", "suggestion"}


def modules() -> list[Path]:
    """Every module of the room."""
    return sorted(ROOM.rglob("*.py"))


def sinks(tree: ast.AST) -> Iterator[str]:
    """Every call that would show a text, and every such attribute that is set without `plain`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SINKS and not _of_a_dict(node):
                yield f"line {node.lineno}: {name}()"
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Attribute) and target.attr in SHOWN and not _is_content(node.value):
                    yield f"line {node.lineno}: {target.attr} ="


def _of_a_dict(node: ast.Call) -> bool:
    return isinstance(node.func, ast.Attribute) and node.func.attr == "update" and bool(node.keywords)


def _is_content(value: ast.expr) -> bool:
    """Made by `plain`, directly or as a name annotated as Content (mypy proves that)."""
    return isinstance(value, ast.Name) and value.id == "content"


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(ROOM).as_posix())
def test_no_text_is_shown_but_as_pieces_or_plain_content(module: Path) -> None:
    assert list(sinks(ast.parse(module.read_text(encoding="utf-8")))) == []


def test_the_lint_finds_what_it_is_for() -> None:
    bad = "Static(note)\nself.notify(note)\nself.border_title = note\nw.placeholder = 'x'\n"
    assert len(list(sinks(ast.parse(bad)))) == 4


def test_content_is_made_in_one_place_only() -> None:
    makers = [
        path.relative_to(ROOM).as_posix()
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Content"
    ]
    assert makers == ["widgets/plain.py"]


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(ROOM).as_posix())
def test_no_module_knows_everything(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= 350
