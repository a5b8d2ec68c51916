"""Texts that names could be, for property tests of this room."""

from __future__ import annotations

from hypothesis import strategies as st

LATIN_WORDS = st.text(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=10
)
KNOWN_WORDS = st.sampled_from(
    (
        *("Ltd", "Co", "GmbH", "S.A.", "d.o.o.", "&", "and", "Trading", "Group", "OOO", "Limited"),
        *("Sp. z o.o.", "Company", "Real Estate", "Aktiengesellschaft", "Joint Stock Company"),
        *("al", "bin", "van", "Dr", "Sheikh", "Prince", "Vice Marshal", "Mohammed"),
        *("26", "II", "M/V"),
    )
)
LATIN_NAMES = st.lists(LATIN_WORDS | KNOWN_WORDS, min_size=1, max_size=6).map(" ".join)
SCRIPT_LETTERS = st.sampled_from(
    "абвгдежзиклмнопрстуфхцчшщъыьэюяёіїєґўђљњћџ"
    "αβγδεζηθικλμνξοπρστυφχψως"
    "აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ"
    "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև"
    "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأإةىئؤپچژگکی"
    "אבגדהוזחטיכלמנסעפצקרשתךםןףץ"
    "가리영길박최정삼성주식회사"
    "アイウエオカキクケコサシスセソッャュョンーあいうえお"
    "陈王李欧阳全国深圳市科技有限公司集团商汤"
    "กขคนรสหอาิีเแโไ์"
    "कखगमहािीुेो্"
    " -.·'’"
)
ANY_TEXT = st.text(max_size=30) | st.text(SCRIPT_LETTERS, max_size=20) | LATIN_NAMES
