"""What could follow a conversation: the frameworks that go well after it, by name. Reads framework files, nothing else."""

from coachtui.errors import UserError
from coachtui.framework.catalogue import Catalogue
from coachtui.framework.models import Framework


def names_afterwards(catalogue: Catalogue, framework: Framework) -> tuple[str, ...]:
    """The names of the frameworks this one leads to, as far as they are there."""
    found: list[str] = []
    for one in framework.leads_to:
        try:
            found.append(catalogue.get(one).name)
        except UserError:
            continue  # named in the file, and not made yet
    return tuple(found)
