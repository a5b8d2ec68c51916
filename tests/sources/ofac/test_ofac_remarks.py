"""The grammar of the remarks: where a segment ends, and what it must look like to be understood."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ostraka.model.fact import Gender, Topic
from ostraka.model.identifier import Scheme
from ostraka.model.listing import ClauseKind
from ostraka.model.name import NameKind
from ostraka.model.party import Party
from ostraka.model.place import CountryRole
from ostraka.sources.ofac.remarks import Remark, read_remark, split_remark
from sources.ofac.ofac_samples import Row, primary, read, read_party, read_remarks

_pieces = st.sampled_from(
    [
        "; ",
        ";",
        ". ",
        ".",
        "'",
        "a.k.a. '",
        "alt. ",
        "DOB ",
        "1962",
        "POB ",
        "Linked To: ",
        "X",
        " ",
    ]
)
remark_texts = st.one_of(st.text(), st.lists(_pieces).map("".join))


@given(remark_texts)
def test_segments_joined_are_the_text_again(text: str) -> None:
    """Whatever stands in the remarks, nothing is lost and nothing is added."""
    assert "; ".join(split_remark(text)) == text


@given(remark_texts, st.booleans(), st.booleans())
def test_any_text_is_read(text: str, person: bool, cut: bool) -> None:
    """Unread segments stand as they are, unless something was left out on purpose."""
    segments = list(read_remark(Remark(text, "s", "r", person=person, cut=cut)))
    assert all(s.text in text or s.dropped for s in segments)


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("", ()),
        ("DOB 1962.", ("DOB 1962.",)),
        ("DOB 1962; POB Cogton.", ("DOB 1962", "POB Cogton.")),
        ("a.k.a. 'SEMI; COLON'; DOB 1962.", ("a.k.a. 'SEMI; COLON'", "DOB 1962.")),
        ("a.k.a. 'THE 'ODD' ONE'; DOB 1962.", ("a.k.a. 'THE 'ODD' ONE'", "DOB 1962.")),
        ("a.k.a. 'OPEN; DOB 1962; a.k.a. 'B'.", ("a.k.a. 'OPEN", "DOB 1962", "a.k.a. 'B'.")),
        ("Linked To: A. B. CO., LTD.; DOB 1962", ("Linked To: A. B. CO., LTD.", "DOB 1962")),
        (
            "Organization Type: Accounting, bookkeeping and auditing activities; "
            "tax consultancy; X",
            (
                "Organization Type: Accounting, bookkeeping and auditing activities; "
                "tax consultancy",
                "X",
            ),
        ),
    ],
)
def test_a_semicolon_parts_and_a_full_stop_does_not(text: str, segments: tuple[str, ...]) -> None:
    """Quotations keep their semicolons, unless they never close."""
    assert split_remark(text) == segments


def _identifiers(party: Party) -> list[tuple[Scheme, str, str, str]]:
    return [(i.scheme, i.value, i.country, i.label) for i in party.identifiers]


@pytest.mark.parametrize(
    ("segment", "scheme", "value", "country", "label"),
    [
        ("Passport A 12-34/B (Korea, North)", "passport", "A 12-34/B", "Korea, North", "Passport"),
        ("Passport 99887766 (undetermined)", "passport", "99887766", "", "Passport"),
        ("alt. Tax ID No. 7700000016 (Russia)", "inn", "7700000016", "Russia", "Tax ID No."),
        ("Tax ID No. 100000001 (Serbia)", "tax_id", "100000001", "Serbia", "Tax ID No."),
        (
            "Registration Number 1027700000000 (Russia)",
            "ogrn",
            "1027700000000",
            "Russia",
            "Registration Number",
        ),
        (
            "Registration Number HRA 1234 (Cogton) (Germany)",
            "registration",
            "HRA 1234 (Cogton)",
            "Germany",
            "Registration Number",
        ),
        ("Identification Number 77", "national_id", "77", "", "Identification Number"),
        ("C.U.R.P. DOEJ620101XXXXXX01 (Mexico)", "national_id", "DOEJ620101XXXXXX01", "Mexico", ""),
        ("NIT # 800000000-0 (Colombia)", "tax_id", "800000000-0", "Colombia", ""),
        ("SSN 000-00-0000 (United States)", "social_security", "000-00-0000", "United States", ""),
        ("SWIFT/BIC WIDGXXYY", "bic", "WIDGXXYY", "", ""),
        ("D-U-N-S Number 53-000-0001", "duns", "53-000-0001", "", ""),
        ("Legal Entity Number 5493000000000000WW01", "lei", "5493000000000000WW01", "", ""),
        (
            "Unified Social Credit Code (USCC) 91000000000000000X (China)",
            "uscc",
            "91000000000000000X",
            "China",
            "",
        ),
        ("Vessel Registration Identification IMO 0000000", "imo", "IMO 0000000", "", ""),
        ("MMSI 000000001", "mmsi", "000000001", "", ""),
        ("Aircraft Tail Number XX-WID", "tail_number", "XX-WID", "", ""),
        (
            "Aircraft Manufacturer\u2019s Serial Number (MSN) 0123",
            "serial_number",
            "0123",
            "",
            "Aircraft Manufacturer's Serial Number (MSN)",
        ),
        ("Aircraft Mode S Transponder Code 00ABCD", "mode_s", "00ABCD", "", ""),
        (
            "Digital Currency Address - XBT 1WidgetWorksWidgetWorksWidgetWork",
            "wallet",
            "1WidgetWorksWidgetWorksWidgetWork",
            "",
            "Digital Currency Address - XBT",
        ),
        ("BIK (RU) 040000000", "other", "040000000", "", "BIK (RU)"),
        ("Government Gazette Number 00000001 (Russia)", "other", "00000001", "Russia", ""),
    ],
)
def test_an_identifier_has_scheme_number_and_country(
    segment: str, scheme: str, value: str, country: str, label: str
) -> None:
    """The label names the scheme; country and shape may name it more exactly."""
    ((found_scheme, found_value, found_country, found_label),) = _identifiers(read_remarks(segment))
    assert (found_scheme, found_value, found_country) == (scheme, value, country)
    assert label in {"", found_label}


def test_an_identification_number_of_a_company_is_a_registration() -> None:
    """Only persons have identity cards."""
    party = read_remarks("Identification Number 77.", kind="-0- ")
    assert [i.scheme for i in party.identifiers] == [Scheme.REGISTRATION]


def test_a_document_keeps_its_dates() -> None:
    """Issue and expiry follow the country and may be imprecise."""
    party = read_remarks("Passport 123 (Iran) issued 1999 expires 04 May 2009.")
    (passport,) = party.identifiers
    assert (str(passport.issued), str(passport.expires)) == ("1999", "2009-05-04")


@pytest.mark.parametrize(
    ("segment", "topic", "text"),
    [
        ("Website https://widget.example/a?b=c", Topic.WEBSITE, "https://widget.example/a?b=c"),
        ("Email Address info@widget.example", Topic.EMAIL, "info@widget.example"),
        ("Phone Number 00123456789", Topic.PHONE, "00123456789"),
        ("Telephone (99)(123456)", Topic.PHONE, "(99)(123456)"),
        ("Target Type State-Owned Enterprise", Topic.TARGET_TYPE, "State-Owned Enterprise"),
        ("Organization Type: Mixed farming", Topic.ORGANISATION_TYPE, "Mixed farming"),
        (
            "Secondary sanctions risk: section 1(b) of Executive Order 10000, as amended",
            Topic.SECONDARY_SANCTIONS,
            "section 1(b) of Executive Order 10000, as amended",
        ),
        (
            "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial "
            "Institutions: Example Regulations section 999.214",
            Topic.TRANSACTIONS_PROHIBITED,
            "Example Regulations section 999.214",
        ),
        (
            "Additional Sanctions Information - Subject to Secondary Sanctions",
            Topic.ADDITIONAL_SANCTIONS,
            "Subject to Secondary Sanctions",
        ),
        (
            "Executive Order 13662 Directive Determination - Subject to Directive 1",
            Topic.DIRECTIVE,
            "Subject to Directive 1",
        ),
        (
            "CAATSA Section 235 Information: EXPORT SANCTIONS Sec. 235(a)(2)",
            Topic.ADDITIONAL_SANCTIONS,
            "EXPORT SANCTIONS Sec. 235(a)(2)",
        ),
        ("Additional Program Tags - [IRGC]", Topic.PROGRAMME_TAG, "[IRGC]"),
        ("Other Vessel Type Roll-on Roll-off", Topic.VESSEL_TYPE, "Roll-on Roll-off"),
        ("Aircraft Model WW-100", Topic.AIRCRAFT_MODEL, "WW-100"),
        ("Aircraft Operator Widget Air", Topic.AIRCRAFT_OPERATOR, "Widget Air"),
        ("Aircraft Manufacture Date 01 May 1992", Topic.BUILT, "01 May 1992"),
        ("Issuer Name Widget Works", Topic.ISSUER, "Widget Works"),
        (
            "For more information on directives, please visit the following link: "
            "http://widget.example/x#directives.",
            Topic.DIRECTIVE,
            "For more information on directives, please visit the following link: "
            "http://widget.example/x#directives",
        ),
    ],
)
def test_a_fact_has_its_topic_and_the_words_of_the_list(
    segment: str, topic: Topic, text: str
) -> None:
    """Clauses are kept as worded, without their label."""
    (fact,) = read_remarks(segment).facts
    assert (fact.topic, fact.text, fact.origin.raw) == (topic, text, segment)


def test_birth_sex_and_nationality_are_read() -> None:
    """`alt.` gives one more value of the same kind."""
    party = read_remarks(
        "DOB circa 1951; alt. DOB 01 Jan 1955 to 31 Dec 1955; POB Cogton, Korea, North; alt. POB "
        "'Ayn Widget; nationality Burma; alt. citizen Hong Kong; Gender Female."
    )
    assert [str(born) for born in party.born] == ["circa 1951", "1955"]
    assert [(p.text, p.country) for p in party.birth_places] == [
        ("Cogton, Korea, North", ""),
        ("'Ayn Widget", ""),
    ]
    assert [(t.country, t.role) for t in party.countries] == [
        ("Burma", CountryRole.NATIONALITY),
        ("Hong Kong", CountryRole.CITIZENSHIP),
    ]
    assert [g.gender for g in party.genders] == [Gender.FEMALE]


def test_weak_aliases_come_from_the_remarks() -> None:
    """A quotation may hold apostrophes; a person's alias is parted at the comma."""
    party = read_remarks("a.k.a. 'AL-COG, 'Abd'; f.k.a. 'OLD WIDGET'; n.k.a. 'NEW WIDGET'.")
    assert [(n.text, n.kind, n.family, n.given) for n in party.names[1:]] == [
        ("AL-COG, 'Abd", NameKind.WEAK_ALIAS, "AL-COG", "'Abd"),
        ("OLD WIDGET", NameKind.WEAK_ALIAS, "", ""),
        ("NEW WIDGET", NameKind.WEAK_ALIAS, "", ""),
    ]


def test_flags_old_and_new_are_told_apart() -> None:
    """A vessel without a flag says so in words."""
    party = read_remarks(
        "Former Vessel Flag Malta; alt. Former Vessel Flag None Identified; "
        "Other Vessel Flag Togo.",
        kind="vessel",
    )
    assert [(t.country, t.role) for t in party.countries] == [
        ("Malta", CountryRole.FORMER_FLAG),
        ("None Identified", CountryRole.FORMER_FLAG),
        ("Togo", CountryRole.FLAG),
    ]


def test_an_establishment_date_is_not_a_birth() -> None:
    """Companies have the one, persons the other."""
    party = read_remarks("Organization Established Date 05 May 2014.", kind="-0- ")
    assert [str(d) for d in party.established] == ["2014-05-05"]
    assert party.born == ()


def test_all_offices_worldwide_is_a_clause_of_the_listing() -> None:
    """It names branches beyond the party itself."""
    (listing,) = read_remarks("all offices worldwide.", kind="-0- ").listings
    assert [(c.kind, c.text) for c in listing.clauses] == [
        (ClauseKind.SUBUNITS, "all offices worldwide")
    ]


@pytest.mark.parametrize(
    "segment",
    [
        "former prime minister",
        "Passport issued in Cogton",
        "Passport 123 issued under the name John Doe",
        "DOB early in the morning",
        "DOB 31 Feb 1962",
        "nationality possibly Ruritanian",
        "Gender unknown to this office",
        "SWIFT/BIC not known",
        "ISIN XX000000001",
        "MMSI 12345",
        "Email Address info at widget",
        "Website none",
        "Secondary sanctions risk: high",
        "POB unknown; perhaps abroad",
        "Digital Currency Address - XBT 1Gq",
        "Tax ID No. was withdrawn by the competent authorities",
        "Linked To: see the press release of 1 May: annex",
        "Additional Sanctions Information - whatever",
        "Organization Established Date long ago",
        "Aircraft Mode S Transponder Code unknown",
    ],
)
def test_a_label_before_a_value_of_another_shape_proves_nothing(segment: str) -> None:
    """What is not understood stays word for word and counts as not understood."""
    parsed = read("us_ofac_sdn", primary(Row(name="DOE, Jane", remarks=f"{segment}; DOB 1962")))
    segments = split_remark(segment)
    (party,) = parsed.parties
    assert [f.text for f in party.facts if f.topic is Topic.REMARK] == list(segments)
    assert parsed.tallies["remark segments"] == len(segments) + 1
    assert parsed.tallies["remark segments understood"] == 1


def test_a_segment_that_repeats_the_title_is_understood() -> None:
    """The title is a fact once, and its echo in the remarks is no second one."""
    row = Row(name="DOE, Jane", title="Minister; Poet", remarks="DOB 1962; Poet; Sculptor.")
    party = read_party(row)
    assert [(f.topic, f.text) for f in party.facts] == [
        (Topic.POSITION, "Minister; Poet"),
        (Topic.REMARK, "Sculptor"),
    ]


@pytest.mark.parametrize(
    "segment", ["ethnicity Cogish", "Tribe: Cogs", "Kurdish", "Religion: Cogism", "Bosnian Serb"]
)
def test_special_categories_are_dropped_with_their_raw_text(segment: str) -> None:
    """Ethnicity and religion are not kept anywhere, the record included."""
    parsed = read("us_ofac_sdn", primary(Row(remarks=f"DOB 1962; {segment}; Gender Male.")))
    assert segment not in repr(parsed.parties)
    assert parsed.tallies["remark segments dropped"] == 1


def test_the_day_of_listing_is_exact() -> None:
    """The date of a measure is a day, or it is not understood."""
    remarks = "Listing Date (CMIC) 10 Dec 2030; Effective Date (CMIC) Feb 2031."
    party = read_party(Row(programmes="CMIC-EO13959", remarks=remarks), "us_ofac_cons")
    assert party.listings[0].listed_on == date(2030, 12, 10)
    assert party.listings[0].dates == ()
    assert [f.text for f in party.facts] == ["Effective Date (CMIC) Feb 2031"]
