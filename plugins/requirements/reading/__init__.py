"""Strict reading: YAML with a line for every value, and mistakes told in plain words."""
