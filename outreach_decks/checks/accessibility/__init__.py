"""Rules that a finished deck must keep so that everybody can read it, one module a subject."""
