"""Demonstration data: a believable population and its work, made up, never real people."""
