"""A session being held: what is kept comes back, whatever happens in between."""

import json
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field
from tests.faults.fake_disk import FakeDisk
from tests.store.workshop import LONG, QUICK, SOAK, States, a_document, a_store, beside

from coachtui.store.keeper import OpenSession
from coachtui.store.layout import Files
from coachtui.store.state import NotSaved, Pace, Saved, Saving

SLEEPY = Pace(flush=0.0, retry=0.005, silence=60.0, journal=1 << 30)


class Note(BaseModel):
    """A model as the session room has them: frozen, with an alias."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)
    text: str
    author: str = Field(alias="by")


def test_models_and_tuples_are_written_as_their_file_form(tmp_path: Path) -> None:
    session = a_store(tmp_path).create(a_document())
    session.keep({"records/a": {"notes": (Note.model_validate({"text": "où", "by": "p1"}),)}})
    assert session.close(LONG)
    assert json.loads(session.path.read_text())["records"]["a"] == {"notes": [{"text": "où", "by": "p1"}]}


def test_half_characters_and_odd_numbers_never_stop_the_saving(tmp_path: Path) -> None:
    session = a_store(tmp_path).create(a_document())
    session.keep({"records/a": {"text": "x\ud800y", "\udfff": float("nan")}, "records/b": float("inf")})
    session.keep({"records/c": "fine"})
    assert session.flush(LONG)
    assert session.close(LONG)
    records = json.loads(session.path.read_text())["records"]
    assert records["a"]["text"] == "x?y"
    assert records["c"] == "fine"


def test_a_value_that_cannot_be_written_is_told_of_and_harms_no_other(tmp_path: Path) -> None:
    session = a_store(tmp_path).create(a_document())
    assert session.flush(LONG)
    states = States(session)
    session.keep({"records/bad": object(), "records/good": 1})
    state = states.wait_for(NotSaved)
    assert isinstance(state, NotSaved)
    assert "mistake in coachtui" in state.reason
    assert not session.close(0.01)
    session.keep({"records/bad": "now it can"})
    assert session.close(LONG)
    assert json.loads(session.path.read_text())["records"] == {"bad": "now it can", "good": 1}


@pytest.mark.parametrize("path", ["", "seq", "/a", "records/", "seq/x"])
def test_paths_that_are_the_stores_own_are_refused(tmp_path: Path, path: str) -> None:
    session = a_store(tmp_path).create(a_document())
    with pytest.raises(ValueError, match="not a path"):
        session.keep({path: 1})
    assert session.close(LONG)


def test_after_closing_nothing_can_be_kept_and_closing_again_is_nothing(tmp_path: Path) -> None:
    session = a_store(tmp_path).create(a_document())
    assert session.close(LONG)
    assert session.close(0)
    with pytest.raises(ValueError, match="closed"):
        session.keep({"spot": "goal"})


def test_saved_is_told_only_after_the_disk_confirmed_it(tmp_path: Path) -> None:
    disk = FakeDisk()
    session = a_store(tmp_path, disk).create(a_document())
    assert session.flush(LONG)
    states = States(session)
    with disk.held("flush") as waiting:
        session.keep({"records/a": 1})
        assert waiting.wait(LONG)
        assert session.state == Saving()
        assert not [state for state in states.seen if isinstance(state, Saved)]
    states.wait_for(Saved)
    assert session.close(LONG)


def test_a_listener_that_fails_does_not_stop_the_saving(tmp_path: Path) -> None:
    session = a_store(tmp_path).create(a_document())

    def broken(_: object) -> None:
        raise RuntimeError("the screen is gone")

    session.on_state = broken
    session.keep({"records/a": 1})
    assert session.flush(LONG)
    assert session.close(LONG)


def test_the_journal_is_compacted_when_it_is_large(tmp_path: Path) -> None:
    store = a_store(tmp_path, pace=Pace(flush=0.0, journal=2_000))
    session = store.create(a_document())
    files = Files.of(session.path)
    for number in range(100):
        session.keep({"drafts/goal": "x" * number})
        assert session.flush(LONG)
        assert files.journal.stat().st_size < 6_000
    assert session.close(LONG)


class Watched(FakeDisk):
    """Says when a journal was emptied."""

    def __init__(self) -> None:
        super().__init__()
        self.emptied = threading.Event()

    def truncate(self, descriptor: int, size: int = 0) -> None:
        super().truncate(descriptor, size)
        self.emptied.set()


def test_a_change_of_question_brings_everything_into_the_json(tmp_path: Path) -> None:
    disk = Watched()
    session = a_store(tmp_path, disk, pace=SLEEPY).create(a_document())
    assert session.flush(LONG)
    session.keep({"records/a": 1})
    disk.emptied.clear()
    session.compact()
    assert disk.emptied.wait(LONG)
    assert json.loads(session.path.read_text())["records"] == {"a": 1}
    assert Files.of(session.path).journal.stat().st_size == 0
    assert Files.of(session.path).prev.exists()
    session.discard()


def test_many_threads_may_keep_at_once(tmp_path: Path) -> None:
    session = a_store(tmp_path).create(a_document())

    def talk(name: str) -> None:
        for number in range(50):
            session.keep({f"records/{name}": number})

    threads = [threading.Thread(target=talk, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert session.close(LONG)
    assert json.loads(session.path.read_text())["records"] == dict.fromkeys("abcd", 49)


def test_flush_may_be_called_from_a_signal_in_the_middle_of_keep(tmp_path: Path) -> None:
    session = a_store(tmp_path).create(a_document())
    flushed: list[bool] = []

    class Interrupting(dict[str, object]):
        def items(self) -> Any:  # `keep` holds its lock here, as it would when a signal comes
            flushed.append(session.flush(0.01))
            return super().items()

    session.keep(Interrupting({"records/a": 1}))
    assert len(flushed) == 1
    assert session.close(LONG)
    assert json.loads(session.path.read_text())["records"] == {"a": 1}


KEYS = st.sampled_from(["records/a", "records/b", "drafts/a", "elapsed/a", "spot", "people", "records"])
LEAF = st.integers(0, 99) | st.text(st.characters(codec="ascii", exclude_categories=["C"]), max_size=8) | st.none()


def fitting(path: str) -> st.SearchStrategy[object]:
    return (
        st.dictionaries(st.sampled_from("abc"), LEAF.filter(lambda leaf: leaf is not None))
        if path == "records"
        else LEAF
    )


CHANGES = KEYS.flatmap(lambda path: st.tuples(st.just("keep"), st.just(path), fitting(path)))
DEEDS = st.lists(
    CHANGES
    | st.sampled_from([(deed, "", None) for deed in ("flush", "compact", "close", "kill", "drop-json", "tear")]),
    max_size=25,
)


@given(DEEDS)
@example([("keep", "records/a", 1), ("keep", "records", {}), ("keep", "records/a", 2)])
@settings(max_examples=60 * SOAK)
def test_whatever_is_done_in_whatever_order_the_document_reads_back_equal(deeds: list[tuple[str, str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = a_store(Path(folder), pace=QUICK)
        session = store.create(a_document())
        model: dict[str, Any] = dict(session.document)
        for deed, path, value in deeds:
            if deed == "keep":
                session.keep({path: value})
                put(model, path, value)
            elif deed == "flush":
                assert session.flush(LONG)
            elif deed == "compact":
                session.compact()
            elif deed == "close":
                assert session.close(LONG)
                assert beside(session.path) == {session.path.name}
                session = store.open("last")
            else:
                session = interrupted(session, deed)
                session = store.open(session.path)
                assert same(session.document, model)
        assert session.close(LONG)
        assert same(store.read("last").document, model)


def interrupted(session: OpenSession, deed: str) -> OpenSession:
    """The program is killed after a flush; perhaps the file is lost or the journal's end is torn, too."""
    assert session.flush(LONG)
    session.discard()
    files = Files.of(session.path)
    if deed == "tear" and files.journal.exists():
        with files.journal.open("ab") as journal:
            journal.write(b'0badc0de {"n":999,"p":"spot","v":"to')
    if deed == "drop-json" and files.prev.exists() and files.json.exists() and files.json.samefile(files.prev):
        files.json.unlink()
    return session


def put(model: dict[str, Any], path: str, value: object) -> None:
    top, slash, key = path.partition("/")
    if not slash:
        model[top] = value
    elif value is None:
        (model.get(top) or {}).pop(key, None)
        model.setdefault(top, {})
    else:
        model[top] = {**(model.get(top) or {}), key: value}


def same(document: dict[str, Any], model: dict[str, Any]) -> bool:
    plain = json.loads(json.dumps(model))
    ignored = {"seq"}
    return {k: v for k, v in document.items() if k not in ignored} == {
        k: v for k, v in plain.items() if k not in ignored
    }


PROGRAM = """
import sys
from pathlib import Path
from tests.store.workshop import a_document, a_store
store = a_store(Path(sys.argv[1]))
session = store.create(a_document(id="7f3kaaaaaaaaaaaa"))
for number in range(10**9):
    session.keep({f"records/r{number % 5}": number})
    if number % 10 == 0:
        assert session.flush(20)
        print(number, flush=True)
    if number % 25 == 0:
        session.compact()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL there")
@pytest.mark.parametrize("words", [1, 3, 8, 20])
def test_a_killed_program_has_lost_nothing_it_said_was_saved_and_frees_the_session(tmp_path: Path, words: int) -> None:
    with subprocess.Popen([sys.executable, "-c", PROGRAM, str(tmp_path)], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        confirmed = [int(program.stdout.readline()) for _ in range(words)]
        store = a_store(tmp_path)
        second = store.open("7f3k")
        assert second.read_only is not None
        assert f"process {program.pid}" in second.read_only
        program.send_signal(signal.SIGKILL)
        program.wait()
        confirmed += [int(line) for line in program.stdout.read().split("\n")[:-1]]
    session = store.open("7f3k")
    assert session.read_only is None
    assert max(session.document["records"].values()) >= confirmed[-1]
    assert session.close(LONG)
    assert beside(session.path) == {session.path.name}


def test_what_comes_late_for_the_end_leaves_no_journal_behind(tmp_path: Path) -> None:
    session = a_store(tmp_path).create(a_document())
    session.keep({"records/new": {"count": 1}})
    assert session.close(LONG)
    pump = session._pump
    assert pump is not None
    pump.writer.append(b"late\n", 99)
    assert [path.suffix for path in session.path.parent.iterdir()] == [".json"]
