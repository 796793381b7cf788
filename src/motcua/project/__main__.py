"""``python -m motcua.project`` is ``motcua``."""

from motcua.project.cli import main

main()
