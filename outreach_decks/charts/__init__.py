"""Charts, one file a kind: the only room that draws with matplotlib."""
