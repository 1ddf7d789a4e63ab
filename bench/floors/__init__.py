"""Floors: the smallest programs that could do a part of what coachtui does. Each is run as `python FILE`."""
