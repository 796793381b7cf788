"""The source documents come alive: what four districts and a province did, told with records of those years."""
