"""The counter and the workbench of officers (bàn làm việc)."""
