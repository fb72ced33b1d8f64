"""Tests of the domain: loading, checks, wording, differences."""
