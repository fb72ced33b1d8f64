"""The words that rules may use, and the national bodies and credit systems behind them."""
