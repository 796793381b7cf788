"""Pages of this part of the reform chain."""
