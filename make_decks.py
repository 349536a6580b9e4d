"""Build the decks: the same as the installed command ``make-decks``, from a checkout and without installing it."""

from outreach_decks.cli import main

main()
