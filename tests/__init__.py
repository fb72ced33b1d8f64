"""The tests; each folder mirrors a plugin."""
