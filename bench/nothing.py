"""A program that does nothing: what any module started with `python -m` costs in this very environment."""
