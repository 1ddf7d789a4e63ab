"""Goals 5, 6 and 7: what a key costs until the screen shows it, and how many bytes; and the next question.

All windows stand open side by side, and each key goes to one after the other, so that a noisy moment hits them all.
Each key is another letter, of a kind that no screen shows otherwise: where its bytes come back, it is on the screen.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack

from bench.installed import STEPS, Installed
from bench.measure import Effort, Ratio, Row, median, percentile
from bench.window import Burst, Window

#: Letters of a width of one cell each, no two alike, that are their own composed form.
LETTERS = [chr(code) for code in range(0x100, 0x240) if not 0x1C4 <= code <= 0x1CC and not 0x1F1 <= code <= 0x1F3]
#: Letters to an answer before the line is begun anew.
ANSWER = 40
#: Characters of a long answer; the most that coachtui takes is 20,000.
LONG = 19_000
#: Seconds between two keys in one window, in which it can do what it does between keys.
BETWEEN = 0.03

SENTENCE = "what was said in the meeting about the timetable and who was there. "


def measure(installed: Installed, effort: Effort) -> Iterator[Row]:
    """Keys in an answer, in a long answer, on a slow disk; then questions."""
    yield from _keys(installed, effort)
    yield from _long(installed, effort)
    yield from _questions(installed, effort)


def _open(stack: ExitStack, installed: Installed, command: Sequence[str], words: bytes = b"number 001") -> Window:
    """A window that stands, and has done what it does after its first frame."""
    window = stack.enter_context(Window(command, installed.env))
    window.wait(words)
    window.drain(1.5)
    return window


def _typed(windows: Mapping[str, Window], times: int) -> dict[str, list[Burst]]:
    """The same keys to all windows in turn; what each came to."""
    found: dict[str, list[Burst]] = {name: [] for name in windows}
    for number in range(times):
        letter = LETTERS[number % len(LETTERS)].encode()
        for name, window in windows.items():
            found[name].append(window.key(letter, letter))
            window.drain(BETWEEN)
        if number % ANSWER == ANSWER - 1:
            for window in windows.values():
                window.type(b"\r")
                window.drain(0.3)
    return found


def _keys(installed: Installed, effort: Effort) -> Iterator[Row]:
    slow = [installed.python, str(installed.floor("slow_disk")[1]), *installed.start()[1:]]
    with ExitStack() as stack:
        windows = {
            "bare": _open(stack, installed, installed.floor("textarea"), b"ready"),
            "ours": _open(stack, installed, installed.start()),
            "slow": _open(stack, installed, slow),
        }
        found = _typed(windows, effort.keys)
    times = {name: [one.shown for one in bursts] for name, bursts in found.items()}
    sizes = {name: [float(one.size) for one in bursts] for name, bursts in found.items()}
    bare = "bare TextArea"
    yield Ratio("6", "key to screen, median", bare, median(times["ours"]), median(times["bare"]), 0.65)
    p99 = {name: percentile(one, 0.99) for name, one in times.items()}
    yield Ratio("6", "key to screen, 99 of 100", bare, p99["ours"], p99["bare"], 0.5)
    yield Ratio("6", "bytes sent for a key, median", bare, median(sizes["ours"]), median(sizes["bare"]), 0.05, "bytes")
    same = "the same on this disk"
    what = "key to screen, fsync 25 ms slower"
    yield Ratio("7", f"{what}, median", same, median(times["slow"]), median(times["ours"]), 1.05)
    yield Ratio("7", f"{what}, 99 of 100", same, p99["slow"], p99["ours"], 1.05)


def _long(installed: Installed, effort: Effort) -> Iterator[Row]:
    """Keys behind a long text that was pasted."""
    text = (SENTENCE * (LONG // len(SENTENCE) + 1))[:LONG] + "the end"
    with ExitStack() as stack:
        windows = {name: _open(stack, installed, installed.start()) for name in ("empty", "long")}
        windows["long"].type(b"\x1b[200~" + text.encode() + b"\x1b[201~")
        windows["long"].wait(b"the end")
        windows["long"].drain(1.0)
        found = _typed(windows, min(ANSWER - 1, effort.keys))
    empty, full = (median([one.shown for one in found[name]]) for name in ("empty", "long"))
    yield Ratio("6", f"key to screen behind {LONG:,} characters", "the same in an empty answer", full, empty, 1.3)


def _questions(installed: Installed, effort: Effort) -> Iterator[Row]:
    """Enter on an empty line until the next question and all round it stands there; the first Enter is not counted."""
    times: dict[str, list[float]] = {"bare": [], "ours": []}
    left = min(100, effort.keys)
    while left > 0:
        _one_conversation(installed, times, min(left, STEPS - 1))
        left -= STEPS - 1
    floor = "texts changed in place, bare Textual"
    yield Ratio("5", "next question complete, median", floor, median(times["ours"]), median(times["bare"]), 1.2)
    p99 = {name: percentile(one, 0.99) for name, one in times.items()}
    yield Ratio("5", "next question complete, 99 of 100", floor, p99["ours"], p99["bare"], 1.2)


def _one_conversation(installed: Installed, times: dict[str, list[float]], questions: int) -> None:
    with ExitStack() as stack:
        bare = _open(stack, installed, installed.floor("question", "steady"))
        ours = _open(stack, installed, installed.start())
        for number in range(2, questions + 2):
            words = f"number {number:03}".encode()
            times["bare"].append(bare.key(b"\r", words).complete)
            ours.type(b"\r")
            ours.drain(0.1)
            times["ours"].append(ours.key(b"\r", words).complete)
