"""One application (hồ sơ) from submission to result."""
