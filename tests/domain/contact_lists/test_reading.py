"""Lists of people from other programs: odd files, every encoding, errors named by their line."""

from datetime import date

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.contact_lists.reading import MOST, read, sort
from desktop.domain.errors import Refusal
from desktop.domain.people import Relation

TABLE = (
    "Name;Role;Team;E-mail;Pronouns;Relation;Since\n"
    "Zoë Müller;Lead;Pay;z@m.org;she/her;mentee;2024-03\n"
)


@pytest.mark.parametrize(
    "coding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252"]
)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_particular_is_read_in_every_coding(coding: str, separator: str) -> None:
    (line,) = read(TABLE.replace(";", separator).encode(coding))

    person = line.person
    assert person is not None
    assert (person.name, person.role, person.team) == ("Zoë Müller", "Lead", "Pay")
    assert (person.email, person.pronouns) == ("z@m.org", "she/her")
    assert (person.relation, person.since) == (Relation.MENTEE, date(2024, 3, 1))


def test_first_and_last_name_make_a_name_and_other_columns_are_let_be() -> None:
    (line,) = read(b"Shoe size,Vorname,NACHNAME\n43,Jun,Watanabe\n")

    assert line.person is not None
    assert line.person.name == "Jun Watanabe"


def test_what_is_wrong_is_named_with_the_line_an_editor_shows() -> None:
    lines = read(
        b'name,e-mail,since,relation\r\n"Ann\r\nLee",a@b.c,,\r\n\r\n,x@y.z,,\r\nBo,nowhere,,\r\n'
        b"Cy,,soon,\r\nDi,,,boss\r\nEd,,,,,more\r\n"
    )

    assert [(line.number, line.problem) for line in lines] == [
        (2, ""),
        (5, "There is no name."),
        (6, "Comes without an address: “nowhere” does not look like one."),
        (7, "“soon” could not be read as a date. Write it as 2024-03-31."),
        (8, "“boss” is not one of: report, mentee, skip-level."),
        (9, "There are 6 columns here, and 4 are named above."),
    ]


def test_a_plain_list_of_names_needs_no_names_of_columns() -> None:
    assert [line.number for line in read(b"Priya Nair\nJun Watanabe\n")] == [1, 2]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is empty."),
        (b"\xef\xbb\xbf  \n", "This file is empty."),
        (bytes(range(256)) * 40, "This file holds no text."),
        (b"%PDF-1.7\n\0\0", "This file holds no text."),
        (b"shoe,size\n1,2\n", "No column is called “name”."),
        (b"name,role\n", "There is nobody in this list"),
        (b'name,role\n"Ann,Lead\nBo,Dev\n', "Line 2 cannot be read"),
        (b"name\n" + b"Ann Lee\n" * 100_000, f"This list has more than {MOST} people."),
        (b"n" * 5_000_001, "This file is far larger than a list of people."),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(content)

    assert refused.value.sentence.startswith(sentence)


CARDS = {
    "2.1": "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;Zo=\r\n"
    "=C3=AB\r\nEMAIL;INTERNET:z@m.org\r\nTITLE:Lead\r\nORG:Onward;Pay\r\nEND:VCARD\r\n",
    "3.0": "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë\r\n  Müller\r\nN:Müller;Zoë;;;\r\n"
    "item1.EMAIL;TYPE=work:z@m.org\r\nTITLE:Lead\r\nORG:On\\;ward;Pay\r\n"
    "PHOTO;ENCODING=b:AAAA\r\n BBBB\r\nEND:VCARD\r\n",
    "4.0": "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Zoë Müller\r\nEMAIL:mailto:z@m.org\r\nTITLE:Lead\r\n"
    "ORG:Onward;Pay\r\nPRONOUNS;LANGUAGE=en:she/her\r\nEND:VCARD\r\n",
}


@pytest.mark.parametrize("version", CARDS)
def test_a_card_of_every_version_is_read(version: str) -> None:
    (line,) = read(CARDS[version].encode())

    person = line.person
    assert person is not None
    assert (person.name, person.role, person.team) == ("Zoë Müller", "Lead", "Pay")
    assert person.email == "z@m.org"


def test_a_card_that_another_program_wrote_is_read_as_that_program_reads_it() -> None:
    card = vobject.vCard()
    card.add("fn").value = "Ann Lee, PhD; really"
    card.add("n").value = vobject.vcard.Name(family="Lee", given="Ann")
    card.add("email").value = "ann@lee.org"
    card.add("title").value = "Reads " * 30

    (line,) = read(card.serialize().encode())

    assert line.person is not None
    assert line.person.name == "Ann Lee, PhD; really"
    assert line.person.role == ("Reads " * 30).strip()


@pytest.mark.parametrize(
    "preferred",
    [
        "EMAIL;PREF;INTERNET",
        "item2.EMAIL;type=INTERNET;type=pref",
        'EMAIL;TYPE="work,pref"',
        "EMAIL;PREF=1",
    ],
)
def test_of_several_addresses_the_preferred_one_comes_in(preferred: str) -> None:
    (line,) = read(
        "BEGIN:VCARD\nFN:Ann Lee\nEMAIL;TYPE=home:ann@home.org\nEMAIL;PREF=50:ann@club.org\n"
        f"{preferred}:ann@work.org\nROLE:Writes\nTITLE:Lead\nEND:VCARD\n".encode()
    )

    assert line.person is not None
    assert (line.person.email, line.person.role) == ("ann@work.org", "Lead")


def test_a_preference_that_is_no_number_prefers_nothing() -> None:
    (line,) = read(
        b"BEGIN:VCARD\nFN:Ann Lee\nEMAIL;PREF=first:ann@home.org\nEMAIL;PREF=1:ann@work.org\n"
        b"END:VCARD\n"
    )

    assert line.person is not None
    assert line.person.email == "ann@work.org"


@pytest.mark.parametrize("row", ['"Ann Lee,ann@work.org', '"Ann" Lee,ann@work.org'])
def test_quotation_marks_that_do_not_pair_up_are_named_with_what_to_do(row: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(f"name,e-mail\nBo Lind,bo@work.org\n{row}\nCy Varga,cy@work.org\n".encode())

    assert refused.value.sentence == (
        "Line 3 cannot be read: its quotation marks do not pair up. Nobody was added. "
        "Put them right, and choose the list again."
    )


def test_a_card_without_an_end_or_a_name_is_named_by_where_it_begins() -> None:
    lines = read(b"BEGIN:VCARD\nFN:Ann\nBEGIN:VCARD\nEMAIL:a@b.c\nEND:VCARD\n")

    assert [(line.number, line.problem) for line in lines] == [
        (1, "This card has no end."),
        (3, "There is no name."),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"name,e-mail,role\nAnn Lee,ann at lee.org,Lead\n",
        b"BEGIN:VCARD\nFN:Ann Lee\nEMAIL:ann at lee.org\nTITLE:Lead\nEND:VCARD\n",
    ],
)
def test_a_bad_address_keeps_nobody_out_and_is_named(content: bytes) -> None:
    (line,) = read(content)

    assert line.person is not None
    assert (line.person.name, line.person.role, line.person.email) == ("Ann Lee", "Lead", "")
    assert line.problem == "Comes without an address: “ann at lee.org” does not look like one."


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("03.04.2022", date(2022, 4, 3)),
        ("3. 4. 2022", date(2022, 4, 3)),
        ("29.02.2024", date(2024, 2, 29)),
        ("2022-04-03", date(2022, 4, 3)),
        ("2022-04", date(2022, 4, 1)),
    ],
)
def test_a_start_is_read_in_figures_that_have_one_meaning(written: str, meant: date) -> None:
    (line,) = read(f"name;since\nAnn;{written}\n".encode())
    assert line.person is not None
    assert line.person.since == meant


@pytest.mark.parametrize(
    ("written", "told"),
    [("03/04/2022", "could be two different days"), ("30.02.2022", "could not be read as a date")],
)
def test_a_start_that_is_no_day_or_two_is_named(written: str, told: str) -> None:
    (line,) = read(f"name;since\nAnn;{written}\n".encode())
    assert line.person is None
    assert f"“{written}” {told}" in line.problem


def test_who_is_here_or_stands_twice_is_told_apart() -> None:
    here = [line.person for line in read(b"Priya Nair\n") if line.person]
    lines = read(b"name,e-mail\nPRIYA NAIR,\nJun,j@w.org\nJun W,J@W.org\n,\n,x\n")

    found = sort(lines, here)

    assert [line.number for line in found.new] == [3]
    assert [line.number for line in found.known] == [2]
    assert [line.number for line in found.again] == [4]
    assert [line.number for line in found.unreadable] == [6]


@given(st.binary(max_size=400))
def test_no_bytes_are_an_error(content: bytes) -> None:
    try:
        lines = read(content)
    except Refusal:
        return
    assert all(line.person or line.problem for line in lines)


@given(st.text(max_size=200).filter(lambda words: "\0" not in words))
def test_no_card_is_an_error(words: str) -> None:
    assert read(f"BEGIN:VCARD\nFN:Ann\n{words}\nEND:VCARD".encode("utf-8", "replace"))
