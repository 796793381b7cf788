"""Pages of commendations (khen thưởng), inspections (kiểm tra) and the backlog of records (tài liệu tồn đọng)."""
