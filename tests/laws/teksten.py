"""What people type, as hypothesis strategies: anything a cell can hold, and the texts that made others stumble."""

from hypothesis import strategies as st

LASTIG = (
    "=1+1",
    "+31 6 12345678",
    "-",
    "- punt 1",
    "@x",
    "http://x",
    "https://voorbeeld.nl/a?b=c&d",
    "mailto:a@b.nl",
    "internal:A1",
    "file:///etc/passwd",
    "regel 1\nregel 2",
    "tab\thier",
    "😀 👩‍👩‍👧",
    "\u202eomgekeerd",
    "_x0041_",
    "_x000D_",
    "<b>&amp;</b>",
    "]]>",
    "'s-Hertogenbosch",
    '"citaat"',
    "2019",
    "1,5",
    "TRUE",
    "#N/A",
    "n.v.t.",
    "gepland",
    "{=A1}",
    "\u00a0harde spatie\u00a0",
    "e\u0301",
    " spaties ",
    "",
)
# XML cannot hold control characters, halves of a pair or the two last of a plane; a carriage return is a line end.
_TEKENS = st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n\t", exclude_characters="\ufffe\uffff")
RUW = st.one_of(
    st.sampled_from(LASTIG), st.lists(st.sampled_from(LASTIG), max_size=3).map(" ".join), st.text(_TEKENS, max_size=40)
)
"""As typed, white space at the ends and all."""

KAAL = RUW.map(str.strip)
"""As it is kept."""
