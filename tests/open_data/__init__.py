"""Tests of the open data, as programs and spreadsheets read it."""
