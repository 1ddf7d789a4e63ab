"""The only room that touches session files: home, lock, journal, durable write, migrations, the vault.

Floor 2. May use: session, framework and floor 0, pydantic, filelock, platformdirs. Does not know flow.
"""
