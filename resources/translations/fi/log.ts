<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Log</name>
    <message>
        <source>Everything</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Nähty</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Haettu</translation>
    </message>
    <message>
        <source>Hidden detail shown</source>
        <translation>Piilotettu tieto näytetty</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>Luovutettu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Muutettu</translation>
    </message>
    <message>
        <source>Opened and locked</source>
        <translation>Avattu ja lukittu</translation>
    </message>
    <message>
        <source>Failed, broken, put back</source>
        <translation>Epäonnistunut, rikki, palautettu</translation>
    </message>
    <message>
        <source>Sent and received</source>
        <translation>Lähetetty ja haettu</translation>
    </message>
    <message>
        <source>Opened to read</source>
        <translation>Avasi luettavaksi</translation>
    </message>
    <message>
        <source>Saw a list</source>
        <translation>Näki luettelon</translation>
    </message>
    <message>
        <source>Showed a hidden detail</source>
        <translation>Näytti piilotetun tiedon</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Tulosti</translation>
    </message>
    <message>
        <source>Disclosed</source>
        <translation>Luovutti</translation>
    </message>
    <message>
        <source>Wrote to a file</source>
        <translation>Kirjoitti tiedostoon</translation>
    </message>
    <message>
        <source>Took onto a stick</source>
        <translation>Vei muistitikulle</translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation>Teki varmuuskopion</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Lisäsi</translation>
    </message>
    <message>
        <source>Read a file of services</source>
        <translation>Luki palvelutiedoston</translation>
    </message>
    <message>
        <source>Took in a colleague&apos;s entries</source>
        <translation>Otti vastaan kollegan kirjaukset</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Poisti</translation>
    </message>
    <message>
        <source>Opened the notebook</source>
        <translation>Avasi muistikirjan</translation>
    </message>
    <message>
        <source>Wrong passphrases</source>
        <translation>Vääriä tunnuslauseita</translation>
    </message>
    <message>
        <source>Locked the notebook</source>
        <translation>Lukitsi muistikirjan</translation>
    </message>
    <message>
        <source>Took the notebook off the laptop</source>
        <translation>Poisti muistikirjan koneelta</translation>
    </message>
    <message>
        <source>Renewed the permit</source>
        <translation>Uusi luvan</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Muistikirja</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Käyttöloki</translation>
    </message>
    <message numerus="yes">
        <source>%n chains are broken: events are missing or an older notebook was put back.</source>
        <translation>
            <numerusform>Yksi ketju on rikki: tapahtumia puuttuu tai vanhempi muistikirja on palautettu.</numerusform>
            <numerusform>%n ketjua on rikki: tapahtumia puuttuu tai vanhempi muistikirja on palautettu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every chain is whole: no event is missing.</source>
        <translation>Jokainen ketju on eheä: yhtään tapahtumaa ei puutu.</translation>
    </message>
    <message>
        <source>No laptop has sent its events yet.</source>
        <translation>Yksikään kone ei ole vielä lähettänyt tapahtumiaan.</translation>
    </message>
    <message>
        <source>Is the log whole?</source>
        <translation>Onko loki eheä?</translation>
    </message>
    <message>
        <source>People and laptops</source>
        <translation>Henkilöt ja koneet</translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n tapahtuma</numerusform>
            <numerusform>%n tapahtumaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Broken from number {number}</source>
        <translation>Rikki numerosta {number}</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Eheä</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Tapahtuma</translation>
    </message>
    <message>
        <source>Record (id)</source>
        <translation>Tietue (tunniste)</translation>
    </message>
    <message>
        <source>All of this record</source>
        <translation>Kaikki tästä tietueesta</translation>
    </message>
    <message>
        <source>All by this person</source>
        <translation>Kaikki tämän henkilön tekemä</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Kuka</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Milloin</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Kohde</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Miksi</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Kone</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numero</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Epäonnistui</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tehty</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Evätty</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Tapahtumat</translation>
    </message>
    <message>
        <source>Events, the newest first</source>
        <translation>Tapahtumat, uusin ensin</translation>
    </message>
    <message>
        <source>Nothing of this kind has happened.</source>
        <translation>Tällaista ei ole tapahtunut.</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mitä</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Kuka teki</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Mitä tehtiin</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Alkaen</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Asti</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>No such day</source>
        <translation>Ei ole päivä</translation>
    </message>
    <message>
        <source>No such id</source>
        <translation>Ei ole tunniste</translation>
    </message>
    <message>
        <source>Write to a file…</source>
        <translation>Kirjoita tiedostoon…</translation>
    </message>
    <message>
        <source>Write the log to a file</source>
        <translation>Kirjoita loki tiedostoon</translation>
    </message>
    <message>
        <source>access-log</source>
        <translation>kayttoloki</translation>
    </message>
    <message>
        <source>The city&apos;s audit events</source>
        <translation>Kaupungin lokitapahtumat</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Kirjoitettu</translation>
    </message>
    <message>
        <source>Not written: choose a new name or another place</source>
        <translation>Ei kirjoitettu: valitse uusi nimi tai toinen paikka</translation>
    </message>
    <message>
        <source>Older notebook put back</source>
        <translation>Vanhempi muistikirja tilalle</translation>
    </message>
    <message>
        <source>Notebook is damaged</source>
        <translation>Muistikirja ei ole eheä</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Tunnuslause</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>Lupa</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Liite</translation>
    </message>
    <message>
        <source>on the card</source>
        <translation>kortilla</translation>
    </message>
    <message>
        <source>from another page</source>
        <translation>toiselta sivulta</translation>
    </message>
    <message>
        <source>from a search</source>
        <translation>hausta</translation>
    </message>
    <message>
        <source>last opened</source>
        <translation>viimeksi avatut</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>tänään hoidettavat</translation>
    </message>
    <message>
        <source>looking for the same person</source>
        <translation>samaa henkilöä etsittäessä</translation>
    </message>
    <message>
        <source>the open card, anew</source>
        <translation>avoin kortti uudelleen</translation>
    </message>
    <message>
        <source>after saving</source>
        <translation>tallennuksen jälkeen</translation>
    </message>
    <message>
        <source>after linking a visit</source>
        <translation>asioinnin liittämisen jälkeen</translation>
    </message>
    <message>
        <source>in the form</source>
        <translation>lomakkeella</translation>
    </message>
    <message>
        <source>by identity code</source>
        <translation>henkilötunnuksella</translation>
    </message>
    <message>
        <source>review</source>
        <translation>tarkistus</translation>
    </message>
    <message>
        <source>two values</source>
        <translation>kaksi arvoa</translation>
    </message>
    <message>
        <source>history of a field</source>
        <translation>kentän historia</translation>
    </message>
    <message>
        <source>fetched from the centre again</source>
        <translation>haettu uudelleen keskuksesta</translation>
    </message>
    <message>
        <source>earlier history, from the centre</source>
        <translation>aiempi historia keskuksesta</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>pidätetty</translation>
    </message>
    <message>
        <source>two cards side by side</source>
        <translation>kaksi korttia rinnakkain</translation>
    </message>
    <message>
        <source>merged cards</source>
        <translation>yhdistetyt kortit</translation>
    </message>
    <message>
        <source>services of a person</source>
        <translation>henkilön palvelut</translation>
    </message>
    <message>
        <source>hints about a person</source>
        <translation>vihjeet henkilöstä</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>ohjaus</translation>
    </message>
    <message>
        <source>hand-out</source>
        <translation>esite</translation>
    </message>
    <message>
        <source>attachments of a person</source>
        <translation>henkilön liitteet</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>katsottu</translation>
    </message>
    <message>
        <source>readable copy</source>
        <translation>luettava kopio</translation>
    </message>
    <message>
        <source>by an auditor</source>
        <translation>tarkastaja</translation>
    </message>
    <message>
        <source>service directory</source>
        <translation>palveluhakemisto</translation>
    </message>
    <message>
        <source>from this laptop&apos;s outbox</source>
        <translation>tämän koneen lähtevistä</translation>
    </message>
    <message>
        <source>round with the centre</source>
        <translation>yhteys keskukseen</translation>
    </message>
    <message>
        <source>path of a person</source>
        <translation>asiakkaan polku</translation>
    </message>
    <message>
        <source>the client&apos;s copy of the plan</source>
        <translation>asiakkaan kappale suunnitelmasta</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>seuranta</translation>
    </message>
    <message>
        <source>appointments of a person</source>
        <translation>asiakkaan sovitut ajat</translation>
    </message>
    <message>
        <source>calendar file</source>
        <translation>kalenteritiedosto</translation>
    </message>
    <message>
        <source>permissions to contact</source>
        <translation>yhteydenottoluvat</translation>
    </message>
    <message>
        <source>by passphrase</source>
        <translation>tunnuslauseella</translation>
    </message>
    <message>
        <source>by PIN</source>
        <translation>PIN-koodilla</translation>
    </message>
    <message>
        <source>on joining</source>
        <translation>käyttöönotossa</translation>
    </message>
    <message>
        <source>by the city&apos;s recovery key</source>
        <translation>kaupungin palautusavaimella</translation>
    </message>
    <message>
        <source>with a permit from the centre</source>
        <translation>luvalla keskuksesta</translation>
    </message>
    <message>
        <source>with a permit that was read out</source>
        <translation>ääneen luetulla luvalla</translation>
    </message>
    <message>
        <source>from a backup</source>
        <translation>varmuuskopiosta</translation>
    </message>
    <message>
        <source>an older copy of the folder</source>
        <translation>kansion vanhempi kopio</translation>
    </message>
    <message>
        <source>records differed from the centre&apos;s and were mended</source>
        <translation>tietueet poikkesivat keskuksen tiedoista ja korjattiin</translation>
    </message>
    <message>
        <source>records differ from the centre&apos;s</source>
        <translation>tietueet poikkeavat keskuksen tiedoista</translation>
    </message>
    <message>
        <source>own wish</source>
        <translation>oma pyyntö</translation>
    </message>
    <message>
        <source>to a stick</source>
        <translation>muistitikulle</translation>
    </message>
    <message>
        <source>by itself, daily</source>
        <translation>itsestään, päivittäin</translation>
    </message>
    <message>
        <source>for the first time</source>
        <translation>ensimmäistä kertaa</translation>
    </message>
    <message>
        <source>at a contact with the centre</source>
        <translation>yhteydessä keskukseen</translation>
    </message>
    <message>
        <source>by the person</source>
        <translation>itse</translation>
    </message>
    <message>
        <source>the window was closed</source>
        <translation>ikkuna suljettiin</translation>
    </message>
    <message>
        <source>ordered by the centre</source>
        <translation>keskuksen määräyksestä</translation>
    </message>
    <message>
        <source>opening failed</source>
        <translation>avaaminen epäonnistui</translation>
    </message>
    <message>
        <source>left the laptop</source>
        <translation>lähti koneelta</translation>
    </message>
    <message>
        <source>goes on as the heir of a copied notebook</source>
        <translation>jatkaa kopioidun muistikirjan perijänä</translation>
    </message>
    <message>
        <source>revoked by the centre</source>
        <translation>keskus perui</translation>
    </message>
    <message>
        <source>wiped by the centre</source>
        <translation>keskus tyhjensi</translation>
    </message>
    <message>
        <source>access log changed</source>
        <translation>käyttölokia muutettu</translation>
    </message>
    <message>
        <source>own entries changed</source>
        <translation>omia kirjauksia muutettu</translation>
    </message>
    <message>
        <source>what is shown was changed</source>
        <translation>näytettävää muutettu</translation>
    </message>
    <message>
        <source>file damaged</source>
        <translation>tiedosto vaurioitunut</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rivejä</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Tieto</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Lähetetty</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Haettu</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Kirjauksia</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Kertoja</translation>
    </message>
    <message>
        <source>Counter damaged</source>
        <translation>Laskuri rikki</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Palvelu</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Ohjaus</translation>
    </message>
    <message>
        <source>Asked for: staff</source>
        <translation>Haku: kuka</translation>
    </message>
    <message>
        <source>Asked for: what</source>
        <translation>Haku: mitä</translation>
    </message>
    <message>
        <source>Asked for: record</source>
        <translation>Haku: tietue</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Ei nimetty</translation>
    </message>
</context>
</TS>
