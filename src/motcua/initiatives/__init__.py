"""Models of service and initiatives: registered, piloted, judged, recognised, spread, counted."""
