from motcua.catalogue.services.exchange import ImportReport, export_yaml, import_yaml
from motcua.catalogue.services.load_catalogue import load_catalogue
from motcua.catalogue.services.publish_lookup import publish_lookup
from motcua.catalogue.services.publish_version import CannotPublish, publish_version
from motcua.catalogue.services.repeal import CannotRepeal, repeal
from motcua.catalogue.services.set_fee import CannotSetFee, load_demonstration_fees, set_fee

__all__ = [
    "CannotPublish",
    "CannotRepeal",
    "CannotSetFee",
    "ImportReport",
    "export_yaml",
    "import_yaml",
    "load_catalogue",
    "load_demonstration_fees",
    "publish_lookup",
    "publish_version",
    "repeal",
    "set_fee",
]
