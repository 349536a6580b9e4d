"""How far a build is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Step = Callable[[str], None]


@contextmanager
def bar(count: int) -> Iterator[Step]:
    """A bar that moves on with each talk and is gone when all are done."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (
        TextColumn("{task.description:<24}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=count)
        started = False

        def step(talk: str) -> None:
            nonlocal started
            progress.update(task, description=talk, advance=1 if started else 0)
            started = True

        yield step


@contextmanager
def lines(tell: Step) -> Iterator[Step]:
    """A line for each talk."""
    yield lambda talk: tell(f"{talk} ...")
