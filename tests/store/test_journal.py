"""Lines of the journal: what is written is read, and what is not whole is noticed."""

import json

from hypothesis import given
from hypothesis import strategies as st

from coachtui.store import journal
from coachtui.store.vault import Plain

PLAIN = Plain()
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(codec="ascii", categories=["L", "Z", "P"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=6,
)
PATHS = st.sampled_from(["people", "records/goal", "records/them@7f3k", "drafts/a", "elapsed/x/y"])


def written(entries: list[tuple[str, object]]) -> bytes:
    return b"".join(
        journal.line(number, path, json.dumps(value).encode(), PLAIN) for number, (path, value) in enumerate(entries, 1)
    )


@given(st.lists(st.tuples(PATHS, VALUES), max_size=6))
def test_what_is_written_is_read(entries: list[tuple[str, object]]) -> None:
    found = journal.read(written(entries), PLAIN)
    assert [(each.path, each.value) for each in found.lines] == entries
    assert (found.torn, found.damaged) == (False, 0)


@given(st.lists(st.tuples(PATHS, VALUES), min_size=1, max_size=5), st.data())
def test_a_cut_loses_at_most_what_was_not_whole(entries: list[tuple[str, object]], data: st.DataObject) -> None:
    raw = written(entries)
    cut = data.draw(st.integers(0, len(raw)))
    found = journal.read(raw[:cut], PLAIN)
    whole = raw[:cut].count(b"\n")
    assert [(each.path, each.value) for each in found.lines] == entries[:whole]
    assert found.damaged == 0
    assert found.torn == (cut != 0 and raw[cut - 1 : cut] != b"\n")


def test_a_line_is_a_checksum_a_blank_and_compact_json() -> None:
    assert journal.line(7, "spot", b'"goal"', PLAIN) == b'022ada42 {"n":7,"p":"spot","v":"goal"}\n'


def test_bad_lines_inside_are_counted_and_the_rest_is_used() -> None:
    raw = written([("spot", "a"), ("spot", "b"), ("spot", "c")]).splitlines(keepends=True)
    found = journal.read(raw[0] + b"00000000 {}\nnonsense\n" + raw[2], PLAIN)
    assert [each.value for each in found.lines] == ["a", "c"]
    assert found.damaged == 2


def test_zeros_from_a_power_cut_are_a_torn_end_and_no_damage() -> None:
    found = journal.read(written([("spot", "a")]) + bytes(100), PLAIN)
    assert len(found.lines) == 1
    assert (found.torn, found.damaged) == (True, 0)


def test_lines_come_in_the_order_of_their_numbers_and_only_newer_ones() -> None:
    raw = b"".join(journal.line(number, "spot", b"%d" % number, PLAIN) for number in (3, 1, 2, 9))
    assert [each.seq for each in journal.read(raw, PLAIN).after(1)] == [2, 3, 9]


def test_markers_name_snapshots_and_are_no_changes() -> None:
    found = journal.read(journal.marker(4, "ab12", PLAIN), PLAIN)
    assert found.bases == {"ab12"}
    assert found.lines == ()


def test_paths_that_may_be_kept() -> None:
    assert [path for path in ("people", "records/a", "records/a@b/c") if not journal.usable(path)] == []
    assert [path for path in ("", "/", "/a", "records/", "seq", "seq/a") if journal.usable(path)] == []
