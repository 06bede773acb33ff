# SPDX-License-Identifier: MIT
"""Names, places and sentences of the demo city; all made up, none of a person."""

from typing import Final

STAFF: Final = (
    # key, name, (team or "" for the whole city, role) …
    ("aino", "Aino Lehtonen", (("ita", "adviser"),)),
    ("mehmet", "Mehmet Kaya", (("ita", "adviser"),)),
    ("ville", "Ville Aalto", (("ita", "adviser"), ("ita", "coach"))),
    ("sofia", "Sofia Grönqvist", (("ita", "supervisor"), ("", "service_editor"))),
    ("maria", "Maria Lindholm", (("pohjoinen", "adviser"),)),
    ("juhani", "Juhani Nieminen", (("pohjoinen", "coach"),)),
    ("elias", "Elias Korhonen", (("ohjaamo", "adviser"),)),
    ("noora", "Noora Salmi", (("ohjaamo", "youth_outreach"),)),
    ("linh", "Linh Tran", (("ohjaamo", "coach"),)),
    ("henna", "Henna Mäkelä", (("pohjoinen", "supervisor"), ("ohjaamo", "supervisor"))),
    ("timo", "Timo Virtanen", (("", "admin"),)),
    ("riitta", "Riitta Salonen", (("", "auditor"),)),
)
TEAMS: Final = (
    ("ita", {"fi": "Itä", "sv": "Öst", "en": "East"}),
    ("pohjoinen", {"fi": "Pohjoinen", "sv": "Norr", "en": "North"}),
    ("ohjaamo", {"fi": "Ohjaamo", "sv": "Navigatorn", "en": "Ohjaamo"}),
)
POINTS: Final = (
    # key, team, name, kind, district
    ("itakeskus", "ita", "Itäkeskuksen kirjasto", "popup", "701"),
    ("kontula", "ita", "Kontulan ostoskeskus", "popup", "703"),
    ("vuosaari", "ita", "Vuosaaren kirjasto", "popup", "704"),
    ("myllypuro", "ita", "Myllypuron palvelutori", "palvelutori", "702"),
    ("malmi", "pohjoinen", "Malmin palvelutori", "palvelutori", "503"),
    ("malmi_kirjasto", "pohjoinen", "Malmin kirjasto", "popup", "503"),
    ("oulunkyla", "pohjoinen", "Oulunkylän kirjasto", "popup", "404"),
    ("jakomaki", "pohjoinen", "Jakomäen asukastalo", "partner_site", "506"),
    ("kamppi", "ohjaamo", "Ohjaamo Keskusta", "ohjaamo", "103"),
    ("kallio", "ohjaamo", "Kallion kirjasto", "popup", "301"),
    ("pasila", "ohjaamo", "Pasilan kauppakeskus", "popup", "304"),
    ("koulu", "ohjaamo", "Ammattiopiston aula", "partner_site", "305"),
)

NAMES: Final[dict[str, tuple[str, str]]] = {
    "so": (
        "Abdi Ayaan Fadumo Hodan Ifrah Khadra Mahad Nasra Omar Sahra Yusuf Zakariya Hamdi Liban Ubah",
        "Abdullahi Adan Ahmed Farah Hassan Hirsi Jama Mohamud Nur Osman Warsame Yasin Ali Isse",
    ),
    "ar": (
        "Ahmad Bilal Dalia Farid Ghada Hiba Karim Laila Mahmoud Nadia Rami Salma Tariq Yasmin Zeinab",
        "Abbas Aziz Darwish Fares Hamdan Jaber Khalil Mansour Nasser Qasim Saleh Shami Taleb Younes",
    ),
    "vi": (
        "Anh Bảo Hạnh Hùng Lan Linh Minh Ngọc Phương Quang Thảo Tuấn",
        "Bùi Đặng Hoàng Lê Ngô Nguyễn Phạm Trần Võ Vũ",
    ),
    "fa": (
        "Arash Farhad Laleh Mina Nasrin Omid Parisa Reza Shirin Zahra",
        "Ahmadi Ebrahimi Hosseini Karimi Moradi Rahimi Sadeghi Tehrani",
    ),
    "uk": (
        "Andrii Bohdan Daryna Iryna Kateryna Maksym Nataliia Olha Oksana Serhii Taras Yuliia",
        "Bondarenko Hnatiuk Kovalenko Kravchenko Lysenko Marchenko Melnyk Petrenko Shevchuk Tkachenko",
    ),
    "ckb": ("Azad Dilan Hana Karwan Narin Rebin Shilan Soran", "Aziz Hama Karim Mahmud Rashid Salih"),
    "tr": ("Ayşe Burak Deniz Elif Emre Gül Kemal Zeynep", "Aksoy Çelik Demir Kaya Öztürk Şahin Arslan"),
    "en": (
        "Abena Chidi Daniel Efua Grace Kwame Nana Priya Ravi Samantha",
        "Appiah Boateng Clarke Mensah Okafor Owusu Singh Thomas",
    ),
    "zh": ("Fang Hao Jing Lei Mei Wei Xin Yan", "Chen Huang Li Liu Wang Xu Zhang Zhao"),
}
"""First and last names by mother tongue, where Faker has none that people in Helsinki would have."""

FAKER: Final = {"fi": "fi_FI", "sv": "sv_SE", "et": "et_EE", "ru": "ru_RU"}

KNOWN: Final = (
    # first, last, mother tongue, birth date, responsible
    ("Samir", "Haddad", "ar", "1996-05-03", "aino"),
    ("Sanna", "Hämäläinen", "fi", "2004-09-17", "aino"),
    ("Sami", "Häkkinen", "fi", "1988-01-29", "mehmet"),
    ("Samira", "Hassan Ali", "so", "2001-06-11", "aino"),
    ("Oleksandra", "Samoilenko", "uk", "1991-12-02", "ville"),
    ("Samuel", "Sjöholm", "sv", "2009-03-24", "aino"),
    ("Samantha", "Owusu", "en", "1999-08-08", "mehmet"),
    ("Sampo", "Saarinen", "fi", "1979-10-30", "ville"),
    ("Jenni", "Koskela", "fi", "1993-02-14", "aino"),
    ("Mai", "Nguyễn Thị", "vi", "1987-07-21", "aino"),
)
"""People of team East whom the pictures and the story of the demo name."""

FIRST_PHONE: Final = "+358505559000"
"""The first person's, as the pictures show it before two people change it."""

OCCUPATIONS: Final = (
    "sähköasentaja", "lähihoitaja", "kokki", "siivooja", "myyjä", "varastotyöntekijä", "kirvesmies",
    "ohjelmoija", "lastenhoitaja", "bussinkuljettaja", "kirjanpitäjä", "sairaanhoitaja", "hitsaaja",
    "tarjoilija", "graafinen suunnittelija", "koneistaja", "parturi-kampaaja", "toimistosihteeri",
)  # fmt: skip
LAST_WORK: Final = (
    "ravintola-apulainen, 2 v", "kesätyö kaupassa 2025", "rakennusala ulkomailla, 6 v", "kotipalvelu, 1 v",
    "varasto, vuokratyö", "oma kioski, 3 v", "hoivakoti, sijaisuus", "IT-tuki, 4 v",
)  # fmt: skip
VISIT_NOTES: Final = (
    "Tulostettu kaksi kopiota.", "Ohjattu suomi A2 -kurssille, lähtötasotesti ensi viikolla.",
    "Tarvitsee tulkin seuraavalla kerralla.", "Sähköinen asiointi ei onnistunut, tehtiin paperilla.",
    "Kurssi täynnä, jono kevääseen.", "Ohjattu velkaneuvontaan.", "Palaa torstaina todistusten kanssa.",
    "Kiinnostunut oppisopimuksesta rakennusalalla.", "Hakemus lähetetty yhdessä.",
    "Vill ha rådgivning på svenska.",
    "Asked about work permits for students.", "Etuuspäätös epäselvä, neuvottu soittamaan.",
)  # fmt: skip
PERSON_NOTES: Final = (
    "Soitettu, sovittu tapaaminen ensi viikolle. Haluaa päivittää ansioluettelon ennen sitä.",
    "Kävi pop-upissa. Kielikurssi kiinnostaa, iltaryhmä sopii parhaiten.",
    "Sai haastatteluajan. Harjoiteltiin kysymyksiä yhdessä.",
    "Ei tavoitettu puhelimella, jätetty viesti.",
    "Tavoitteena oppisopimus syksyllä. Työnantajan yhteystiedot puuttuvat vielä.",
    "Palkkatuen ehdot käyty läpi. Palataan, kun työsopimus on valmis.",
    "Asunto vaihtuu kuun lopussa, sen jälkeen jaksaa taas hakea töitä.",
    "Ringde och bokade tid. Vill fortsätta på svenska.",
    "Met at the library. Looking for part-time work beside studies.",
    "Todistukset ulkomailta käännettävänä. Tunnustamista haetaan yhdessä.",
    "Työkokeilu päättyy, työnantaja jatkaisi mielellään. Seuraava askel sovittu.",
    "Digitaidot vahvistuneet, täytti hakemuksen itse.",
)
REFLECTIONS: Final = (
    "Vilkas päivä, kaksi neuvojaa tarvittiin koko ajan.",
    "Hiljainen alku, koulun jälkeen nuoria tuli ryhmissä.",
    "Kielikursseista kysyttiin eniten, jonot ovat pitkät.", "Tulkkia olisi tarvittu somaliksi.",
    "Hyvä paikka oven vieressä, pysytään siinä.", "Tulostin jumissa, tuodaan oma ensi kerralla.",
)  # fmt: skip
GOALS: Final = ("alle 30-vuotiaat", "kesätyöt", "kielikurssien haku", "uudet kävijät", "digiapu")
PARTNERS: Final = (
    "Kela",
    "kirjaston digineuvonta",
    "velkaneuvonta",
    "sosiaaliohjaaja",
    "oppilaitoksen hakutoimisto",
)
