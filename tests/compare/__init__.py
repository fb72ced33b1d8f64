"""Tests of comparisons: the columns in Python, the page in a real browser."""
