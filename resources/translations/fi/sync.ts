<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Again</name>
    <message>
        <source>New code from an administrator</source>
        <translation>Uusi koodi ylläpitäjältä</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation>Liity uudelleen</translation>
    </message>
    <message>
        <source>Type the code first.</source>
        <translation>Kirjoita ensin koodi.</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Not sent</source>
        <translation>Lähettämättä</translation>
    </message>
    <message>
        <source>Delivered, with receipt</source>
        <translation>Perillä, kuitattu</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Kaksi arvoa</translation>
    </message>
    <message>
        <source>Last rounds</source>
        <translation>Viime kerrat</translation>
    </message>
    <message>
        <source>No round yet.</source>
        <translation>Yhteyttä ei ole vielä kokeiltu.</translation>
    </message>
    <message>
        <source>{sent} sent, {received} received</source>
        <translation>{sent} lähetetty, {received} saatu</translation>
    </message>
    <message>
        <source>receipt kept</source>
        <translation>kuitti tallessa</translation>
    </message>
    <message>
        <source>nothing new to send</source>
        <translation>ei uutta lähetettävää</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Keskeytit lähetyksen</translation>
    </message>
    <message>
        <source>tried again by itself</source>
        <translation>yritetään uudelleen itsestään</translation>
    </message>
    <message>
        <source>Differs from the centre: {teams}</source>
        <translation>Eroaa keskuksesta: {teams}</translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n records, no gaps</source>
        <translation>
            <numerusform>Tarkistettu: %n merkintä, ei aukkoja</numerusform>
            <numerusform>Tarkistettu: %n merkintää, ei aukkoja</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} fast. It does no harm.</source>
        <translation>Koneen kello on {span} edellä. Siitä ei ole haittaa.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} slow. It does no harm.</source>
        <translation>Koneen kello on {span} jäljessä. Siitä ei ole haittaa.</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minuutin</numerusform>
            <numerusform>%n minuuttia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n tunnin</numerusform>
            <numerusform>%n tuntia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n päivän</numerusform>
            <numerusform>%n päivää</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n vuoden</numerusform>
            <numerusform>%n vuotta</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Yritä nyt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Keskeytä</translation>
    </message>
    <message>
        <source>Sent so far</source>
        <translation>Lähetetty tähän mennessä</translation>
    </message>
    <message>
        <source>Sending {done} of {total}</source>
        <translation>Lähetetään {done}/{total}</translation>
    </message>
    <message>
        <source>Fetching what is new</source>
        <translation>Haetaan uutta</translation>
    </message>
    <message>
        <source>Fetching {done} of {total}; use what has come</source>
        <translation>Haetaan {done} / {total}; voit jo käyttää haettuja</translation>
    </message>
    <message numerus="yes">
        <source>Fetching what is new, %n so far</source>
        <translation>
            <numerusform>Haetaan uutta, %n tähän mennessä</numerusform>
            <numerusform>Haetaan uutta, %n tähän mennessä</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet in touch with the centre</source>
        <translation>Ei vielä yhteydessä keskukseen</translation>
    </message>
    <message>
        <source>All delivered</source>
        <translation>Kaikki perillä</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, all saved on this computer</source>
        <translation>
            <numerusform>%n lähettämättä, kaikki tallessa tällä koneella</numerusform>
            <numerusform>%n lähettämättä, kaikki tallessa tällä koneella</numerusform>
        </translation>
    </message>
    <message>
        <source>All saved on this computer, nothing waits to be sent</source>
        <translation>Kaikki tallessa, mitään ei odota lähtöä</translation>
    </message>
    <message>
        <source>Last in touch {when}.</source>
        <translation>Viimeksi yhteydessä {when}.</translation>
    </message>
    <message>
        <source>No network.</source>
        <translation>Ei verkkoa.</translation>
    </message>
    <message>
        <source>Sending starts by itself when there is a network.</source>
        <translation>Lähetys alkaa itsestään, kun verkko löytyy.</translation>
    </message>
    <message>
        <source>You can go on working meanwhile.</source>
        <translation>Voit jatkaa työtä sillä aikaa.</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Matkalla</translation>
    </message>
    <message>
        <source>nothing here keeps the rest from going</source>
        <translation>mikään ei estä muiden lähtöä</translation>
    </message>
    <message>
        <source>All delivered. New entries come here first.</source>
        <translation>Kaikki perillä. Uudet kirjaukset näkyvät tässä, kunnes ne on lähetetty.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Laji</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Sisältö</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Yksikkö</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Written by {by}.</source>
        <translation>Kirjasi {by}.</translation>
    </message>
    <message>
        <source>Made with a newer program</source>
        <translation>Tehty uudemmalla ohjelmalla</translation>
    </message>
    <message>
        <source>The person went to another team: the centre passes it on</source>
        <translation>Ihminen siirtyi toiseen tiimiin: keskus välittää tämän</translation>
    </message>
    <message>
        <source>The role does not allow this</source>
        <translation>Rooli ei salli tätä</translation>
    </message>
    <message>
        <source>The author&apos;s right ended</source>
        <translation>Tekijän oikeus päättyi</translation>
    </message>
    <message>
        <source>The signature is wrong</source>
        <translation>Allekirjoitus ei täsmää</translation>
    </message>
    <message>
        <source>The centre has another entry in its place</source>
        <translation>Keskuksessa on toinen kirjaus sen paikalla</translation>
    </message>
    <message>
        <source>The id is in use already</source>
        <translation>Tunniste on jo käytössä</translation>
    </message>
    <message>
        <source>The centre wants a check</source>
        <translation>Keskus pyytää tarkistamaan</translation>
    </message>
    <message>
        <source>The network wants a sign-in</source>
        <translation>Verkko vaatii kirjautumisen</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong</source>
        <translation>Koneen kello on väärässä</translation>
    </message>
    <message>
        <source>This computer is not accepted</source>
        <translation>Konetta ei hyväksytty</translation>
    </message>
    <message>
        <source>The centre does not know a colleague yet</source>
        <translation>Keskus ei vielä tunne erästä työtoveria</translation>
    </message>
    <message>
        <source>Their entries are kept here and go once an administrator has confirmed them.</source>
        <translation>Hänen merkintänsä ovat tallessa täällä ja lähtevät, kun ylläpitäjä on vahvistanut hänet.</translation>
    </message>
    <message>
        <source>The centre has an older copy of its records</source>
        <translation>Keskuksella on vanhempi kopio tiedoistaan</translation>
    </message>
    <message>
        <source>Nothing is lost: this laptop keeps what it has. Contact the help desk.</source>
        <translation>Mitään ei ole kadonnut: tämä tietokone säilyttää tietonsa. Ota yhteyttä tukeen.</translation>
    </message>
    <message>
        <source>This program is too old</source>
        <translation>Ohjelma on liian vanha</translation>
    </message>
    <message>
        <source>The centre is too old</source>
        <translation>Keskus on liian vanha</translation>
    </message>
    <message>
        <source>Nothing is lost. News comes once the centre has been updated.</source>
        <translation>Mitään ei ole kadonnut. Uutiset tulevat, kun keskus on päivitetty.</translation>
    </message>
    <message>
        <source>The notebook exists twice</source>
        <translation>Muistikirja on kahdella koneella</translation>
    </message>
    <message>
        <source>Records differ</source>
        <translation>Merkinnät eroavat</translation>
    </message>
    <message>
        <source>Sending stopped</source>
        <translation>Lähetys keskeytyi</translation>
    </message>
    <message>
        <source>It is tried again by itself. Tell the help desk the code {code}.</source>
        <translation>Yritetään uudelleen itsestään. Kerro tuelle koodi {code}.</translation>
    </message>
    <message>
        <source>Untouched cards stay on this computer for {others} days, your own for {own}.</source>
        <translation>Koskemattomat asiakaskortit säilyvät tällä tietokoneella {others} päivää, omasi {own} päivää.</translation>
    </message>
    <message numerus="yes">
        <source>%n older cards have left it and are at the centre.</source>
        <translation>
            <numerusform>%n vanhempi kortti on poistunut täältä ja on keskuksessa.</numerusform>
            <numerusform>%n vanhempaa korttia on poistunut täältä ja on keskuksessa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch the older cards for {days} days</source>
        <translation>Hae vanhemmat kortit {days} päiväksi</translation>
    </message>
    <message>
        <source>Belongs to another unit</source>
        <translation>Kuuluu toiseen yksikköön</translation>
    </message>
    <message numerus="yes">
        <source>Compared record by record: %n differed, asked for again</source>
        <translation>
            <numerusform>Verrattu tietue tietueelta: %n poikkesi, haettiin uudelleen</numerusform>
            <numerusform>Verrattu tietue tietueelta: %n poikkesi, haettiin uudelleen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared record by record: %n differ, all will be loaded again</source>
        <translation>
            <numerusform>Verrattu tietue tietueelta: %n poikkeaa, kaikki haetaan uudelleen</numerusform>
            <numerusform>Verrattu tietue tietueelta: %n poikkeaa, kaikki haetaan uudelleen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Avaa kortti</translation>
    </message>
    <message>
        <source>Waits for an update</source>
        <translation>Odottaa keskusta</translation>
    </message>
    <message>
        <source>A supervisor will check</source>
        <translation>Esihenkilö tarkistaa</translation>
    </message>
    <message>
        <source>It is saved, and goes on by itself once the centre has been updated.</source>
        <translation>Se on tallessa ja etenee itsestään, kun keskus on päivitetty.</translation>
    </message>
    <message>
        <source>It is saved. A supervisor checks it; you need do nothing.</source>
        <translation>Se on tallessa. Esihenkilö tarkistaa sen, sinun ei tarvitse tehdä mitään.</translation>
    </message>
    <message>
        <source>A colleague&apos;s entry on this laptop. It goes with yours.</source>
        <translation>Työkaverin kirjaus tällä koneella. Se lähtee sinun kirjaustesi mukana.</translation>
    </message>
    <message>
        <source>It is saved here and goes when there is a network.</source>
        <translation>Se on tallessa tällä koneella ja lähtee, kun verkko löytyy.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Yritetään uudelleen itsestään.</translation>
    </message>
    <message>
        <source>Nothing is lost. Contact the help desk.</source>
        <translation>Mitään ei ole kadonnut. Ota yhteys tukeen.</translation>
    </message>
    <message>
        <source>The centre did not answer</source>
        <translation>Keskus ei vastannut</translation>
    </message>
    <message>
        <source>The centre was busy</source>
        <translation>Keskus oli ruuhkainen</translation>
    </message>
    <message>
        <source>Sign in with the web browser, or use your phone&apos;s network.</source>
        <translation>Kirjaudu verkkoon selaimella tai käytä puhelimen verkkoa.</translation>
    </message>
    <message>
        <source>Another centre answered</source>
        <translation>Vastasi toinen keskus</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Contact the help desk.</source>
        <translation>Sille ei lähetetty mitään. Ota yhteys tukeen.</translation>
    </message>
    <message>
        <source>Set the date and time, then try again.</source>
        <translation>Aseta päivä ja kellonaika ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>Nothing is lost. Contact your supervisor: they check what was not sent.</source>
        <translation>Mitään ei ole kadonnut. Kerro esihenkilölle: hän tarkistaa lähettämättömät.</translation>
    </message>
    <message>
        <source>The centre does not know this computer any more</source>
        <translation>Keskus ei enää tunne tätä tietokonetta</translation>
    </message>
    <message>
        <source>It came back from an older copy. Nothing is lost: what you wrote is here, and goes once an administrator has confirmed you, or you have enrolled again with a new code.</source>
        <translation>Keskus palautettiin vanhemmasta kopiosta. Mitään ei ole kadonnut: kirjauksesi ovat tässä ja lähtevät, kun ylläpitäjä on vahvistanut sinut tai olet liittynyt uudelleen uudella koodilla.</translation>
    </message>
    <message>
        <source>Nothing is lost. Update the program.</source>
        <translation>Mitään ei ole kadonnut. Päivitä ohjelma.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Levy on täynnä</translation>
    </message>
    <message>
        <source>Free space, then try again.</source>
        <translation>Vapauta tilaa ja yritä uudelleen.</translation>
    </message>
</context>
</TS>
