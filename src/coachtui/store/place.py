"""Where a writer works, and taking the older copies of a session away. Touches the files of one session only."""

from dataclasses import dataclass
from pathlib import Path

from coachtui.store.disk import Disk
from coachtui.store.layout import Files
from coachtui.store.vault import Vault


@dataclass
class Place:
    """What a writer works with: the disk, the vault, and the folder that takes one older copy at the end."""

    disk: Disk
    vault: Vault
    previous: Path

    def drop_older(self, files: Files) -> bool:
        """Take away every copy that was made before the session's file as it is now; whether all of them are gone.

        Only for a moment at which that file is whole and durable: there is no other one afterwards.
        """
        gone = True
        for path in (files.prev, files.bak, self.previous / files.json.name):
            try:
                if self.disk.stamp(path) is not None:
                    self.disk.remove(path)
                    self.disk.flush_folder(path.parent)
            except OSError:
                gone = False
        return gone
