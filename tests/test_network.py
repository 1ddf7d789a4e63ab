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
