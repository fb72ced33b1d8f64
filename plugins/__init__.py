"""The vertical slices of CME Atlas: each folder is one, and all may import `requirements` only."""
