"""What leaders see: what is late, where and why (điều hành)."""
