"""What the law offers (danh mục thủ tục hành chính): procedures as dated versions, kept as data."""
