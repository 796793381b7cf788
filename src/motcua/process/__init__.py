"""How this office works: steps, lanes, assignment, step clocks."""
