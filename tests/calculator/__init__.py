"""Tests of the calculator: its data, its engine, and the worked examples of the law."""
