"""Print what was measured: ours, the floor, the ratio, and the goal where there is one."""

from bench import commands, engine, saving


def main() -> None:
    """Measure room by room."""
    for room in (commands, engine, saving):
        for line in room.measure():
            print(line, flush=True)


if __name__ == "__main__":
    main()
