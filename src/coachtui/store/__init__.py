"""The only room that touches session files: home, lock, journal, durable write, migrations, the vault.

Floor 2. May use: floor 0, pydantic-core (to encode), filelock, platformdirs. Knows neither models nor flow: a session
is a JSON document, changed by top-level path. What it promises stands in docs/contributors/store.md.
"""
