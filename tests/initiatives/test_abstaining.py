"""Nobody judges the own work, whether the register knows them by an account or only by a name."""

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.initiatives import services
from motcua.initiatives.queries import sheet, waiting_for
from tests.factories.directives import officer
from tests.factories.initiatives import author, concluded, council, laid, scored, sent


def nameless(by, share=100, name=""):
    """An author whom the registration names without an account."""
    return author(by, share, account_id=None, name=name or by.name)


@pytest.mark.parametrize("name", ["Phan Thị Kim Ngân", "  PHAN THỊ KIM NGÂN ", "Phan Thi Kim Ngan"])
def test_an_author_without_an_account_abstains_by_name(commune, name):
    ngan = commune.judges[0]
    review = laid(commune, sent(commune, author(commune.ba, 50), nameless(ngan, 50, name)))

    with pytest.raises(services.AuthorAbstains, match="Bạn là tác giả của sáng kiến này nên không chấm"):
        scored(commune, review, ngan)

    assert not sheet(review, ngan).may_score
    assert [member.account_id for member in sheet(review, ngan).abstains] == [ngan.account_id]
    assert waiting_for(ngan) == []
    assert waiting_for(commune.judges[1]) == [review]


def test_a_namesake_of_an_author_with_an_account_judges(commune):
    namesake = officer(commune.unit, "council_member", name=commune.ba.name)
    review = laid(commune, sent(commune), council(commune, commune.chair, namesake, *commune.judges))

    assert sheet(review, namesake).may_score


def test_a_council_concludes_without_its_authors(commune):
    ngan = commune.judges[0]
    review = laid(commune, sent(commune, author(commune.ba, 50), nameless(ngan, 50)))

    done = concluded(commune, scored(commune, review, commune.chair, *commune.judges[1:]))

    assert (done.passed, done.average_tenths) == (True, 830)


def test_what_is_left_of_a_council_must_be_its_majority(commune):
    members = (commune.chair, commune.hanh, *commune.judges[:2])
    it = sent(commune, author(commune.judges[0], 50), nameless(commune.hanh, 50))

    with pytest.raises(services.WrongCouncil) as refused:
        laid(commune, it, council(commune, *members))

    assert str(refused.value) == (
        "Phần lớn thành viên hội đồng là tác giả, chỉ còn 2 trên 4 người chấm. Lập hội đồng khác."
    )


MEMBERS = st.lists(st.sampled_from(["judge", "author", "named author"]), min_size=3, max_size=7)


@given(parts=MEMBERS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_exactly_those_who_did_not_write_it_judge_it_and_only_as_a_majority(commune, parts):
    with transaction.atomic():
        people = [
            officer(commune.unit, "council_member", name=f"Ủy viên Đặng Thị {place}")
            for place, _part in enumerate(parts)
        ]
        makers = {"author": author, "named author": nameless}
        writers = [(makers[part], one) for part, one in zip(parts, people, strict=True) if part in makers]
        rest = 100 - len(writers)
        it = sent(commune, author(commune.ba, rest), *(make(one, 1) for make, one in writers))
        before = council(commune, *people)
        judges = [one for part, one in zip(parts, people, strict=True) if part == "judge"]
        if 2 * len(judges) <= len(people) or len(judges) < 2:
            with pytest.raises(services.WrongCouncil):
                laid(commune, it, before)
        else:
            review = laid(commune, it, before)
            assert [one for one in people if sheet(review, one).may_score] == judges
            for _make, one in writers:
                with pytest.raises(services.AuthorAbstains):
                    scored(commune, review, one)
            assert concluded(commune, scored(commune, review, *judges), by=people[0]).passed
        transaction.set_rollback(True)
