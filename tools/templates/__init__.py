"""The parts of the template builder: drawing, type, motifs, layouts and the package."""
