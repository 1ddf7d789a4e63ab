"""Where the frameworks lie that come with the program. Looks at the disk; reads no file."""

from functools import cache
from pathlib import Path


@cache
def shipped_folder() -> Path:
    """The folder of shipped frameworks: inside an installed package, or `frameworks/` of a checkout.

    In a folder that is neither (somebody took the sources apart) it is the place where a wheel would have them; it
    then does not exist, and the catalogue is empty.
    """
    package = Path(__file__).resolve().parent.parent
    installed = package / "_frameworks"
    checkout = package.parent.parent / "frameworks"
    if not installed.is_dir() and package.parent.name == "src" and checkout.is_dir():
        return checkout
    return installed
