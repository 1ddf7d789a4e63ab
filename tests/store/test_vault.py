"""The seam of protection: file, journal, older copy, list of people and names all pass through the vault."""

import base64
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest
from tests.store.workshop import LONG, a_document, a_store, beside

from coachtui.errors import UserError
from coachtui.store.disk import Disk
from coachtui.store.people import People
from coachtui.store.sessions import Store


class Toy:
    """Turns every byte round: no protection at all, but nothing in clear passes unnoticed."""

    locked = False

    def seal(self, data: bytes) -> bytes:
        return b"toy1\n" + bytes(255 - byte for byte in data)

    def unseal(self, data: bytes) -> bytes:
        if self.locked:
            raise UserError("The notes are locked.", "Unlock them first.")
        if not data.startswith(b"toy1\n"):
            raise ValueError("not sealed")
        return bytes(255 - byte for byte in data[5:])

    def seal_line(self, data: bytes) -> bytes:
        return base64.b64encode(self.seal(data))

    def unseal_line(self, data: bytes) -> bytes:
        return self.unseal(base64.b64decode(data, validate=True))

    def file_stem(self, document: Mapping[str, object], when: datetime) -> str:
        return "q8w7e6r5"

    def belongs(self, stem: str, identity: str) -> bool:
        return True


def all_bytes(store: Store) -> bytes:
    files = [path for root in (store.home.root, store.home.state) for path in root.rglob("*") if path.is_file()]
    return b"\n".join(path.name.encode() + b"\n" + path.read_bytes() for path in files)


def test_nothing_said_and_no_name_stands_in_clear_anywhere(tmp_path: Path) -> None:
    store = a_store(tmp_path, vault=Toy())
    people = People(store.home.people, Disk(), Toy(), store._mint, store._clock)
    people.add("canary-name")
    session = store.create(a_document(framework={"id": "canary-framework"}))
    session.keep({"records/a": "canary-one"})
    assert session.flush(LONG)
    session.compact()
    session.keep({"records/a": "canary-two"})
    assert session.flush(LONG)
    assert b"canary" not in all_bytes(store)
    session.discard()
    again = store.open("last")
    assert again.document["records"] == {"a": "canary-two"}
    again.keep({"records/b": "canary-three"})
    assert again.close(LONG)
    assert b"canary" not in all_bytes(store)
    assert beside(again.path) == {"q8w7e6r5.json"}
    assert store.read("last").document["records"] == {"a": "canary-two", "b": "canary-three"}
    assert [each.name for each in people.people()] == ["canary-name"]


def test_a_locked_vault_goes_on_writing_and_cannot_read(tmp_path: Path) -> None:
    vault = Toy()
    store = a_store(tmp_path, vault=vault)
    session = store.create(a_document())
    vault.locked = True
    session.keep({"records/a": 1})
    session.compact()
    assert session.flush(LONG)
    with pytest.raises(UserError, match="locked"):
        store.read(session.path)
    assert session.close(LONG)
    vault.locked = False
    assert store.read("last").document["records"] == {"a": 1}


def test_damage_to_a_sealed_file_is_said(tmp_path: Path) -> None:
    store = a_store(tmp_path, vault=Toy())
    session = store.create(a_document())
    assert session.close(LONG)
    session.path.write_bytes(b"something else")
    with pytest.raises(UserError, match="not what was sealed"):
        store.read(session.path)


def test_whatever_name_a_vault_gives_it_stays_in_its_folder(tmp_path: Path) -> None:
    class Tricky(Toy):
        def file_stem(self, document: Mapping[str, object], when: datetime) -> str:
            return "../../../tricky\x1b/CON"

    store = a_store(tmp_path, vault=Tricky())
    session = store.create(a_document())
    assert session.close(LONG)
    assert session.path.parent == store.home.sessions / "2026"
    assert "tricky" in session.path.name
