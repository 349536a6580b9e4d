"""A Talk becomes a Deck: every shape gets its box, every text its size."""
