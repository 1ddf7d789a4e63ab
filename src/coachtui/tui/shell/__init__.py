"""What stands between the program and a rough world: odd bytes, signals, lost terminals, our own mistakes."""
