"""Builds the site with Pelican, and serves it with live reload while someone works on it."""
