"""Lists that offices keep in spreadsheets, taken in as records: all rows of a file or none."""
