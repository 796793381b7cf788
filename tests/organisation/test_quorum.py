from hypothesis import given
from hypothesis import strategies as st

from motcua.organisation.quorum import Quorum


@given(st.integers(0, 60), st.integers(1, 9), st.integers(0, 9))
def test_a_quorum_is_the_fewest_that_make_the_share(entitled, votes, more):
    quorum = Quorum(votes, votes + more)

    needed = quorum.needed(entitled)

    assert needed * quorum.of >= votes * entitled > (needed - 1) * quorum.of
    assert needed <= entitled


def test_two_thirds_of_four_are_three():
    assert (Quorum(2, 3).needed(4), str(Quorum(2, 3))) == (3, "2/3")
