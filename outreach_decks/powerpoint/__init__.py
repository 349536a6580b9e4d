"""The room of PowerPoint files: the only one that imports pptx."""
