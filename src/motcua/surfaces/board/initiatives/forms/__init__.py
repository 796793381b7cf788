"""Forms of the register of initiatives and of its councils."""
