"""Tests of building and serving, on a site of two pages."""
