from motcua.identity.models.account import Account

__all__ = ["Account"]
