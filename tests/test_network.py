"""No network, no browser, no other program: nothing in the source asks for one, and a whole session goes without."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import coachtui
from coachtui.cli.app import COMMANDS

SOURCE = Path(coachtui.__file__).parent
ROOT = Path(__file__).parent.parent

#: Modules that reach out of this machine, or start something that may.
OUTWARD = {
    "socket", "ssl", "socketserver", "http", "urllib.request", "urllib.robotparser", "ftplib", "smtplib", "smtpd",
    "imaplib", "poplib", "nntplib", "telnetlib", "xmlrpc", "wsgiref", "webbrowser", "subprocess", "pty",
    "multiprocessing", "requests", "httpx", "aiohttp", "urllib3", "websockets", "paramiko",
}  # fmt: skip
#: Calls that do, by whatever name their module goes.
CALLS = {
    "open_connection", "start_server", "open_unix_connection", "start_unix_server", "create_connection",
    "create_server", "create_datagram_endpoint", "create_subprocess_exec", "create_subprocess_shell",
    "open_url", "deliver_text", "deliver_binary", "deliver_screenshot", "system", "popen", "fork", "posix_spawn",
    "execv", "execve", "execvp", "spawnv", "getaddrinfo", "gethostbyname", "urlopen",
}  # fmt: skip


def modules() -> list[Path]:
    """Every module of ours."""
    return sorted(SOURCE.rglob("*.py"))


def outward(tree: ast.AST) -> Iterator[str]:
    """Every import and call in a module that could leave this process."""
    for node in ast.walk(tree):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{one.name}" for one in node.names)]
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in CALLS:
            yield f"line {node.lineno}: a call"
        yield from (
            f"line {getattr(node, 'lineno', 0)}: {name}" for name in names for one in OUTWARD if _within(name, one)
        )


def _within(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}.")


@pytest.mark.parametrize("module", modules(), ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_no_module_reaches_out(module: Path) -> None:
    found = list(outward(ast.parse(module.read_text(encoding="utf-8"))))
    if module.name == "locks.py":  # says on which computer a session is open, and asks for nothing but its name
        found = [one for one in found if not one.endswith(": socket")]
        used = set(re.findall(r"\bsocket\.(\w+)", module.read_text(encoding="utf-8")))
        assert used == {"gethostname"}
    assert found == []


def test_the_search_finds_what_it_is_for() -> None:
    bad = "import socket\nfrom urllib import request\nimport http.client as x\nself.app.open_url('')\nos.system('x')\n"
    assert len(set(outward(ast.parse(bad)))) == 5


def test_the_watch_bites(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.support.watched import watch\n"
        "watch(Path(sys.argv[1])); import socket; socket.create_connection(('127.0.0.1', 9), 1)\n"
    )
    report = tmp_path / "report"
    path = os.pathsep.join((str(ROOT), str(ROOT / "src")))
    done = subprocess.run(
        [sys.executable, "-c", script, str(report)], env={**os.environ, "PYTHONPATH": path}, check=False
    )
    assert done.returncode == 99
    assert report.read_text(encoding="utf-8").startswith("socket.")


#: A whole conversation in lines, with a limit that was reached and a promise with a day.
TALK = (
    "/go topic", "How to say no", "/duty Ms Example yes", "/go reality", "They ask in the corridor", "/go options", "a sign",
    "/go pick", "1", "/go actions", "ring the parents", "Friday", "/preview", "/show", "/go next-date", "in two weeks", "/end",
)  # fmt: skip


def every_command(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Every command there is, in an order in which each finds something to do; copies go to this folder."""
    copies = [("export", "last", "--for", "coachee", "--to", str(folder / f"copy{end}")) for end in ENDINGS]
    return (
        ("start", "grow", "--plain", "--with", "p1", "--with", "p2"),
        ("list",),
        ("list", "--json"),
        ("show", "last"),
        ("show", "last", "--json"),
        ("prepare", "p1"),
        ("actions",),
        ("search", "parents"),
        *copies,
        ("export", "last", "--for", "coachee", "--held-back"),
        ("duty", "last", "--to", str(folder / "duty.html"), "--yes"),
        ("frameworks",),
        ("check", str(ROOT / "frameworks" / "grow.toml")),
        ("rename", "p1", "p9"),
        ("doctor",),
        ("resume", "last", "--plain"),
        ("delete", "last", "--yes"),
        ("--version",),
        ("--help",),
    )


ENDINGS = (".html", ".md", ".json", ".ics")


def test_every_command_and_a_whole_conversation_with_its_copies_open_no_way_out(person: Path, tmp_path: Path) -> None:
    commands, report = every_command(tmp_path), tmp_path / "report"
    words = [word for one in commands for word in (*one, "+")][:-1]
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "support" / "watched.py"), str(report), *words],
        input="\n".join(TALK), env={**os.environ, "PYTHONPATH": str(ROOT / "src")}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert not report.exists(), report.read_text(encoding="utf-8")
    assert done.returncode == 0, done.stderr
    assert {path.name for path in tmp_path.iterdir()} >= {*(f"copy{end}" for end in ENDINGS), "duty.html"}


def test_no_command_is_forgotten(tmp_path: Path) -> None:
    assert {one[0] for one in every_command(tmp_path) if not one[0].startswith("-")} == set(COMMANDS)
