from motcua.catalogue.services.publish_version import publish_version

__all__ = ["publish_version"]
