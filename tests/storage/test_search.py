"""The search finds everybody by every piece of every text under which he can be found, and nobody else."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from privdesk.domain.person import PeopleQuery, Profile
from privdesk.domain.text import findable, folded, words
from privdesk.storage import people_line, people_list, search
from tests.storage.people_desk import enter

# one desk for all examples of a test: each example enters people of its own and rolls them back
SHARED = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
SIGNS = st.text(alphabet="髙高﨑山田ヤマダーガが々A1aé '-.@𠮷葛\u3099", max_size=10)


@st.composite
def findable_profiles(draw: st.DrawFn) -> Profile:
    return Profile(
        name=draw(SIGNS),
        kana=draw(SIGNS),
        number=draw(SIGNS),
        postal=draw(st.sampled_from(("", "100-0005", "5300001"))),
        address=draw(SIGNS),
        phones=tuple(draw(st.lists(st.sampled_from(("03-1234-5678", "+44 20 7946 0018", "090")), unique=True))),
        mails=tuple(draw(st.lists(st.sampled_from(("a.b@example.jp", "Q@x.jp")), unique=True))),
    )


def texts(profile: Profile) -> set[str]:
    written = (profile.name, profile.kana, profile.number, profile.postal, profile.address)
    return {folded(text) for text in (*written, *profile.phones, *profile.mails)}


def pieces(text: str) -> set[str]:
    return {text[start:end] for start in range(len(text)) for end in range(start + 1, len(text) + 1)}


def hits(conn, text: str) -> set[int]:
    return set(people_list.ids(conn, PeopleQuery(text=text), with_suspended=True))


@SHARED
@given(findable_profiles())
def test_every_piece_of_every_text_finds_its_person(office, conn, profile: Profile):
    with conn.begin_nested() as change:
        (id_,) = enter(conn, office, profile)
        for piece in {piece for text in texts(profile) for piece in pieces(text) if words(piece)}:
            assert id_ in hits(conn, piece), piece
        change.rollback()


@SHARED
@given(st.lists(findable_profiles(), min_size=2, max_size=6), SIGNS)
def test_nobody_is_found_by_what_he_does_not_have(office, conn, profiles: list[Profile], typed: str):
    with conn.begin_nested() as change:
        ids = enter(conn, office, *[Profile(name=one.name, address=one.address) for one in profiles])
        found = hits(conn, typed)
        for id_, one in zip(ids, profiles, strict=True):
            parts = {*findable(one.name), folded(one.address)}
            has_all = all(any(word in part for part in parts) for word in words(typed))
            assert (id_ in found) == (bool(words(typed)) and has_all) or not typed.strip()
        change.rollback()


@pytest.mark.parametrize(
    ("held", "typed"),
    [
        ("髙橋　花子", "高橋花子"),
        ("渡邉 健一", "わたなべ"),
        ("O'Brien Sean", "obriensean"),
        ("Søren Åkesson", "soren akesson"),
        ("山﨑 陽菜", "陽菜 山崎"),
    ],
)
def test_names_are_found_as_people_type_them(office, conn, held: str, typed: str):
    (id_, other) = enter(conn, office, Profile(name=held, kana="ワタナベ ケンイチ"), Profile(name="別人"))
    assert hits(conn, typed) == {id_}
    assert other not in hits(conn, typed)


def test_no_phrase_runs_from_one_word_into_the_next(office, conn):
    enter(conn, office, Profile(name="xab bcy"))
    assert hits(conn, "abc") == set()
    assert len(hits(conn, "xab bcy")) == 1


def test_signs_of_the_query_language_mean_nothing(office, conn):
    enter(conn, office, Profile(name="山田"))
    for typed in ('"', "*", "AND", "山 OR 鈴", "name:山", "(", "'; DROP TABLE person; --", "\0", "NEAR(山 田)"):
        assert hits(conn, typed) == set()
    assert len(hits(conn, "")) == len(hits(conn, "   ")) == 1


def test_who_is_forgotten_is_not_found_and_leaves_no_term(office, conn):
    def terms() -> list[bytes]:
        search.compact(conn)
        blocks = conn.exec_driver_sql("SELECT block FROM person_gram_data")
        return [block for (block,) in blocks if "勅".encode() in block]  # terms that share a beginning are cut

    ids = enter(conn, office, Profile(name="勅使河原"), Profile(name="山田"))
    assert terms()
    people_line.forget(conn, [ids[0]])
    assert not terms()
    assert hits(conn, "勅使河原") == hits(conn, "勅") == set()
    assert hits(conn, "山田") == {ids[1]}
