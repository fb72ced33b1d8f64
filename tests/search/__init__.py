"""Tests of the search: the rules in both languages, the size of the index, journeys."""
