"""Screens of initiatives (mô hình, sáng kiến): registered, tried out, judged, recognised."""
