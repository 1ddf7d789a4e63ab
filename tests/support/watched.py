"""Runs coachtui under watch: the first step towards a network, another program or a browser ends it at once.

    python tests/support/watched.py REPORT ARGS...

Python itself reports such steps to an audit hook, from libraries and from C too. What was tried is written to the file
REPORT, and the exit status is 99. ARGS may hold several commands with `+` between them; they run one after the other
until one could not do its work.
"""

import os
import sys
from pathlib import Path

#: What no coachtui may do, whoever asks for it. The event loop has a pair of local sockets for itself.
FORBIDDEN = (
    "socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr",
    "socket.sendto", "socket.sendmsg", "ssl.", "urllib.Request", "http.client", "ftplib.", "smtplib.", "imaplib.",
    "poplib.", "nntplib.", "telnetlib.", "webbrowser.", "subprocess.Popen", "os.system", "os.exec", "os.posix_spawn",
    "os.spawn", "os.fork", "pty.spawn",
)  # fmt: skip
AF_UNIX = 1


def watch(report: Path) -> None:
    """From now on, end at the first forbidden step."""

    def seen(event: str, arguments: tuple[object, ...]) -> None:
        local = event == "socket.__new__" and int(str(int(arguments[1]))) == AF_UNIX  # type: ignore[call-overload]  # a family
        if event.startswith(FORBIDDEN) or (event == "socket.__new__" and not local):
            report.write_text(event, encoding="utf-8")
            os._exit(99)

    sys.addaudithook(seen)


def main(report: str, *words: str) -> None:
    """Run the commands one after the other; the exit status is that of the first that could not, which is then named."""
    watch(Path(report))
    commands: list[list[str]] = [[]]  # none at all opens the screens
    for word in words:
        if word == "+":
            commands.append([])
        else:
            commands[-1].append(word)
    from coachtui.cli.app import main as run

    for command in commands:
        status = run(command)
        if status:
            sys.stderr.write(f"{command}: exit status {status}\n")
            sys.exit(status)


if __name__ == "__main__":
    main(*sys.argv[1:])
