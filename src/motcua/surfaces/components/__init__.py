"""What every surface shares: frames, parts, filters, icons; no words of the domain."""
