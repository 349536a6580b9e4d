"""YAML outlines, one per audience, become finished PowerPoint decks."""
