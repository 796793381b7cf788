"""Pages of the register of initiatives and of its councils."""
