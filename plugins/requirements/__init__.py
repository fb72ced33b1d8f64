"""The domain: what a license requires, read strictly from YAML, checked, compared and worded."""
