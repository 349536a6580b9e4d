"""JSON Schemas of the YAML files, from which an editor completes keys and underlines mistakes."""

from __future__ import annotations
