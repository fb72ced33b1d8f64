"""Tests of the guides and the glossary: shortcodes, prose, words."""
