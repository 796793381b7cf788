"""Whatever is invented as an answer is an answer that the e-form accepts."""

from datetime import date
from random import Random

import msgspec
import pytest

from motcua.catalogue import eforms, shipped
from motcua.catalogue.eforms.options import lookup_names
from motcua.project.demo.answers import Answers
from motcua.project.demo.names import person

ON = date(2026, 11, 20)
PLACE = "xã An Thạnh, thành phố Cần Thơ"


@pytest.mark.parametrize("definition", shipped.procedures(), ids=lambda definition: definition.id)
def test_every_invented_answer_is_accepted_by_its_form(definition):
    lookups = {name: shipped.lookups()[name] for name in lookup_names(definition)}
    definition = msgspec.structs.replace(definition, lookups=lookups)

    for seed in range(40):
        random = Random(seed)
        applicant = person(random, serial=seed, today=ON, place=PLACE, hamlets=["ấp An Phú"])
        told = Answers(random, definition, applicant, on=ON, serial=seed, place=PLACE).all()
        kept = eforms.kept(definition, eforms.derive(definition, told), on=ON)

        assert eforms.validate(definition, kept, ON) == {}
