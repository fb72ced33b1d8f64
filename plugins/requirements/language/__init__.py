"""The rules language: shapes of law as immutable models, from phrases to a requirement."""
