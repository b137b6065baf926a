"""English is told from other languages, and those by name."""

import gzip
import json
import os
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given

from scorer.text.language import find_language, language_name
from tests.strategies import texts

CORPORA = Path(os.environ.get("SCORER_CORPORA", "../shared/corpora"))

TEXTS = [
    ("en", "The mayor said on Friday that two cows had fled from the fair."),
    (
        "de",
        "Der Bürgermeister sagte, dass zwei Kühe vom Markt geflohen sind und nicht.",
    ),
    ("fr", "Le maire a dit que deux vaches se sont enfuies de la foire dans la nuit."),
    (
        "es",
        "El alcalde dijo que dos vacas se escaparon de la feria, según su amo.",
    ),
    ("it", "Il sindaco ha detto che due mucche sono scappate dalla fiera nella notte."),
    ("pt", "O prefeito disse que duas vacas não foram vistas na feira em São João."),
    ("nl", "De burgemeester zei dat er twee koeien van de markt zijn gevlucht."),
    (
        "sv",
        "Borgmästaren sade att två kor hade rymt från marknaden och att det var sent.",
    ),
    (
        "da",
        "Borgmesteren sagde at to køer var løbet væk fra markedet, og det blev sent.",
    ),
    (
        "no",
        "Ordføreren sa at to kyr hadde rømt fra markedet, og at det ble sent etter.",
    ),
    (
        "fi",
        "Pormestari sanoi, että kaksi lehmää oli karannut, mutta se ei ole vielä ohi.",
    ),
    (
        "pl",
        "Burmistrz powiedział, że dwie krowy uciekły z targu, ale nie jest to pewne.",
    ),
    (
        "cs",
        "Starosta řekl, že dvě krávy utekly z trhu, ale to se ještě podle něj řeší.",
    ),
    ("hu", "A polgármester azt mondta, hogy két tehén elszökött, de ez nem volt baj."),
    ("ro", "Primarul a spus că două vaci au fugit de la târg și că nu sunt găsite."),
    ("tr", "Belediye başkanı iki ineğin kaçtığını söyledi ve bu olay için çok üzgün."),
    (
        "id",
        "Wali kota mengatakan bahwa dua sapi itu tidak akan dibawa ke pasar dan ini.",
    ),
    ("vi", "Ông thị trưởng nói rằng hai con bò đã không được tìm thấy ở trong chợ."),
    (
        "hr",
        "Gradonačelnik je rekao da su dvije krave pobjegle sa sajma i da nije kasno.",
    ),
    (
        "ru",
        "Мэр сказал, что две коровы убежали с ярмарки ещё вечером, это было поздно.",
    ),
    ("uk", "Мер сказав, що дві корови втекли з ярмарку, і їх досі не знайшли її люди."),
    (
        "bg",
        "Кметът каза, че две крави са избягали от панаира и това било късно вечерта.",
    ),
    ("sr", "Градоначелник је рекао да су двије краве побјегле са сајма, његове људе."),
    ("el", "Ο δήμαρχος είπε ότι δύο αγελάδες έφυγαν από το πανηγύρι."),
    ("ar", "قال رئيس البلدية إن بقرتين هربتا من المعرض مساء الجمعة."),
    ("fa", "شهردار گفت که دو گاو از نمایشگاه گریختند و پیدا نشدند."),
    ("he", "ראש העיר אמר ששתי פרות ברחו מהיריד בערב."),
    ("hi", "महापौर ने कहा कि दो गायें मेले से भाग गईं।"),
    ("zh", "市长说，两头牛昨天晚上从集市上逃走了，没有人受伤。"),
    ("ja", "市長は、昨夜二頭の牛が市場から逃げたと述べました。"),
    ("ko", "시장은 어젯밤 소 두 마리가 시장에서 도망쳤다고 말했습니다."),
    ("th", "นายกเทศมนตรีกล่าวว่าวัวสองตัวหนีออกจากงาน"),
]


@pytest.mark.parametrize(("code", "text"), TEXTS, ids=[code for code, _ in TEXTS])
def test_tells_the_language_of_a_sentence(code: str, text: str) -> None:
    assert find_language(text) == code
    assert find_language(text * 40) == code
    assert language_name(code) != code


@pytest.mark.parametrize(
    "text",
    [
        "Zoë Łukasz, José Müller and Đorđe Šimić met in Łódź, said the mayor of it.",
        "He said “Привет, друзья” to the crowd, and they were told that it was over.",
        "The play, La casa de la abuela, was shown by El Teatro de la Luna for a week.",
        "“Nein, nein, das ist nicht so,” he said when the police asked him about it.",
    ],
)
def test_english_full_of_names_and_foreign_words_is_english(text: str) -> None:
    assert find_language(text) == "en"


@pytest.mark.parametrize("text", ["", "42", "Cows flee fair", "* * *", "12:30 — 14:00"])
def test_too_little_text_is_undetermined(text: str) -> None:
    assert find_language(text) == "und"


@given(text=texts())
def test_any_text_has_a_language_with_a_name(text: str) -> None:
    assert language_name(find_language(text))


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not here")
def test_takes_no_english_article_for_another_language() -> None:
    with gzip.open(CORPORA / "articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = {
            find_language(json.loads(line)["text"]) for line in islice(lines, 2000)
        }
    assert found <= {"en", "und"}
