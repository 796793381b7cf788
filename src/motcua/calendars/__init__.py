"""Working time: what the law's days and hours mean on a clock."""
