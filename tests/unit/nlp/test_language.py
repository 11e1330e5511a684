"""Which language a text is in; a wrong alarm would withhold a reading that works."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearten.nlp import detect, is_foreign

pytestmark = pytest.mark.unit

FOREIGN = {
    "de": [
        "Ich bin seit Wochen müde und weiß nicht, wie ich das alles schaffen soll.",
        "Danke für deine ehrliche Nachricht, ich melde mich morgen bei dir.",
        "Du hast in der Sitzung am Montag so ruhig reagiert, das war gut.",
    ],
    "fr": [
        "Je suis désolé que la réunion se soit passée comme ça, on en parle demain.",
        "Merci pour ton message, je comprends que la semaine a été difficile.",
        "On a besoin de toi dans cette équipe, et je me rends compte de ce que tu fais.",
    ],
    "es": [
        "Estoy muy cansado de trabajar los fines de semana sin que nadie lo note.",
        "Gracias por decírmelo, me importa mucho cómo te sientes con esto.",
        "Me gustaría hablar contigo a solas sobre lo que pasó el lunes.",
    ],
    "pl": [
        "Jestem zmęczony i nie wiem, czy dam radę to dokończyć do piątku.",
        "Dziękuję, że mi o tym mówisz, to musiało być dla ciebie trudne.",
        "A on i tak to do mnie napisał, i to do końca dnia, i to w sobotę.",
    ],
    "nl": [
        "Ik ben de laatste weken erg moe en weet niet hoe ik dit moet volhouden.",
        "Dank je wel dat je dit met me deelt, het is voor ons allemaal zwaar.",
    ],
    "it": [
        "Sono molto stanco e non so come finire tutto questo entro venerdì.",
        "Grazie per avermelo detto, mi dispiace che la settimana sia stata così dura.",
        "A me non va di fare tutto questo in un giorno, e in più a casa sono solo.",
    ],
    "pt": [
        "Estou muito cansado e não sei como vou conseguir terminar tudo isto.",
        "Obrigado por me contares isso, imagino que a semana tenha sido difícil.",
        "Do meu lado a equipa não tem a força do ano passado, e me custa a dizer.",
    ],
    "zh": [
        "我最近非常疲惫，不知道该怎么把这些工作全部完成，周末也没有时间休息，真的很难受。",
        "我很累，不知道怎么办了",
    ],
    "ar": ["أنا متعب جدا هذه الأيام ولا أعرف كيف أنهي كل هذا العمل قبل يوم الجمعة", "أنا متعب جدا هذه الأيام"],
    "ru": ["Мне очень тяжело"],
    "ja": ["これは大変ですね。明日話しましょう。"],
    "ko": ["이번 주는 정말 힘들었습니다"],
    "he": ["הדבר הזה קשה. בוא נדבר מחר."],
    "hi": ["यह सप्ताह बहुत कठिन था"],
    "el": ["Είμαι πολύ κουρασμένος"],
    "tr": ["Çok yorgunum ve bütün bunları cumaya kadar nasıl bitireceğimi bilmiyorum."],
    "sv": ["Jag är så trött och vet inte hur jag ska orka med det här i längden."],
}

READ = {
    "en": [
        "It sounds as if the last two weeks have worn you out, and I should have seen it.",
        "hey so i cant make the 3pm, kids sick again, can we do tmrw instead",
        "I was in a meeting so we do it at 3, is it ok",
        "I'm in. On it, will do it at home, so no need for it to be in a rush",
        "I told her 'gracias por todo' and she said that it made her day, honestly.",
        "Thanks a million. I owe you one for that, Tomasz, truly.",
        "He don't be coming in till noon, and you know they ain't gonna say nothing about it.",
        "Please to inform me about the shift, I am not having the informations until now.",
    ],
    "unknown": [
        "",
        "k",
        "ok thx",
        "👍👍👍👍👍",
        "αβγ δ",
        "Priya, Wojciech, Søren, Müller, Oyelaran, Nguyen, Fernández, Kowalczyk",
        "Sprint retro Thursday 15:00 Room Zürich, lunch afterwards Café Paris",
        "Refactor parse_args(); run pytest -k config; merge PR 1823; tag v2.1.0-rc1",
        "const total = items.reduce((a, b) => a + b.price, 0); console.log(total)",
        "kubectl rollout restart deployment nginx-ingress-controller namespace production",
        "SLA breach ticket INC0023344 escalated L3 vendor Siemens Healthineers",
        "lol ok will ping u abt the deploy l8r, gotta run rn",
        "https://example.org/ein/langer/weg/zu/einer/seite/die/niemand/liest",
        "Quarterly forecast: EMEA 12%, APAC 9%, LATAM 4%, churn 2.3%",
    ],
}


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, ts in FOREIGN.items() for t in ts])
def test_foreign(code, text):
    """A message in another language is named, so that its reading is withheld."""
    assert (detect(text), is_foreign(detect(text))) == (code, True)


@pytest.mark.parametrize(("code", "text"), [(c, t) for c, ts in READ.items() for t in ts])
def test_read_as_english(code, text):
    """English in any dress, names, code and scraps raise no alarm."""
    assert (detect(text), is_foreign(detect(text))) == (code, False)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any(text):
    """Any text gets a two-letter code or "unknown", and the same one again."""
    code = detect(text)
    assert code == "unknown" or len(code) == 2
    assert detect(text) == code


@pytest.mark.parametrize("text", ["a" * 60_000, "a@" * 30_000, "`" * 60_000, "#" * 60_000, "ab.c" * 15_000], ids=len)
def test_long_run(text):
    """60,000 characters without a space (a pasted picture) are dealt with, not chewed on."""
    assert detect(text) in ("unknown", "en") or is_foreign(detect(text))
