"""Tests of the built site, page by page and in a real browser."""
