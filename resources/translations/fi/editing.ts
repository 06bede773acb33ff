<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Editing</name>
    <message>
        <source>Partly</source>
        <translation>Osittain</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ei tiedossa</translation>
    </message>
    <message>
        <source>Find a service that goes with this</source>
        <translation>Hae tähän sopivaa palvelua</translation>
    </message>
    <message>
        <source>Services found</source>
        <translation>Löytyneet palvelut</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Poista {name}</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Julkaistu</translation>
    </message>
    <message>
        <source>Left out of use</source>
        <translation>Jätetty pois käytöstä</translation>
    </message>
    <message>
        <source>Marked as checked</source>
        <translation>Merkitty tarkistetuksi</translation>
    </message>
    <message>
        <source>Withdrawn from use</source>
        <translation>Poistettu käytöstä</translation>
    </message>
    <message>
        <source>Back in use</source>
        <translation>Palautettu käyttöön</translation>
    </message>
    <message>
        <source>The proposal was approved</source>
        <translation>Ehdotus hyväksytty</translation>
    </message>
    <message>
        <source>The proposal was left</source>
        <translation>Ehdotus jätetty</translation>
    </message>
    <message>
        <source>Read a file of services</source>
        <translation>Tuo palvelutiedosto</translation>
    </message>
    <message>
        <source>Service directories</source>
        <translation>Palveluluettelot</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Kaikki tiedostot</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Tallenna raportti</translation>
    </message>
    <message>
        <source>What you had half done is here again. It is not saved yet.</source>
        <translation>Keskeneräinen muokkaus on tässä taas. Sitä ei ole vielä tallennettu.</translation>
    </message>
    <message>
        <source>Fields of the service</source>
        <translation>Palvelun kentät</translation>
    </message>
    <message>
        <source>Checked today</source>
        <translation>Tarkistettu tänään</translation>
    </message>
    <message>
        <source>New own service</source>
        <translation>Uusi oma palvelu</translation>
    </message>
    <message>
        <source>Edit: {name}</source>
        <translation>Muokkaa: {name}</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Hylkää muutokset</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Poista käytöstä</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Palauta</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Julkaise</translation>
    </message>
    <message>
        <source>Save, publish later</source>
        <translation>Tallenna, julkaise myöhemmin</translation>
    </message>
    <message>
        <source>{filled} of {all} filled</source>
        <translation>{filled}/{all} täytetty</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Mikä palvelu on</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Kenelle</translation>
    </message>
    <message>
        <source>Obligation and consent</source>
        <translation>Velvoittavuus ja suostumus</translation>
    </message>
    <message>
        <source>Referring</source>
        <translation>Ohjaaminen</translation>
    </message>
    <message>
        <source>Languages, price, accessibility</source>
        <translation>Kielet, hinta ja esteettömyys</translation>
    </message>
    <message>
        <source>Organisation and contacts</source>
        <translation>Järjestäjä ja yhteystiedot</translation>
    </message>
    <message>
        <source>Places and opening hours</source>
        <translation>Paikat ja aukioloajat</translation>
    </message>
    <message>
        <source>Room, validity and checking</source>
        <translation>Tilanne, voimassaolo ja tarkistus</translation>
    </message>
    <message>
        <source>Told from the file</source>
        <translation>Päätellään tiedostosta</translation>
    </message>
    <message>
        <source>Done. {new} new services wait and {changed} changes are proposed. Nothing was overwritten.</source>
        <translation>Valmis. Uusia palveluja odottaa {new} ja muutoksia ehdotetaan {changed}. Mitään ei kirjoitettu yli.</translation>
    </message>
    <message>
        <source>report</source>
        <translation>raportti</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>Raportti on tallennettu.</translation>
    </message>
    <message>
        <source>The report could not be written. The services are as they were. Choose another place.</source>
        <translation>Raporttia ei voitu kirjoittaa. Palvelut ovat ennallaan. Valitse toinen paikka.</translation>
    </message>
    <message>
        <source>Where the file comes from</source>
        <translation>Mistä tiedosto on</translation>
    </message>
    <message>
        <source>The file has all of the source&apos;s services</source>
        <translation>Tiedostossa ovat kaikki lähteen palvelut</translation>
    </message>
    <message>
        <source>Lines of the report</source>
        <translation>Raportin rivit</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Tallenna raportti…</translation>
    </message>
    <message>
        <source>The file was read</source>
        <translation>Tiedosto on tuotu</translation>
    </message>
    <message>
        <source>What reading the file would do</source>
        <translation>Mitä tuonti tekisi</translation>
    </message>
    <message>
        <source>Read it in</source>
        <translation>Tuo</translation>
    </message>
    <message>
        <source>Leave the file</source>
        <translation>Jätä tuomatta</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mitä</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Palvelu</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Miksi</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Missä</translation>
    </message>
    <message>
        <source>Not published yet. {field}: {why}</source>
        <translation>Ei vielä julkaistu. {field}: {why}</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Muokkaa</translation>
    </message>
    <message>
        <source>Choose a service, add one of your own (Ctrl Shift I) or read a file (Ctrl O).</source>
        <translation>Valitse palvelu, lisää oma (Ctrl Shift I) tai tuo tiedosto (Ctrl O).</translation>
    </message>
    <message>
        <source>What the service says</source>
        <translation>Mitä palvelu kertoo</translation>
    </message>
    <message>
        <source>Written by a newer version</source>
        <translation>Kirjattu uudemmalla versiolla</translation>
    </message>
    <message numerus="yes">
        <source>Proposed changes, %n fields</source>
        <translation>
            <numerusform>Ehdotettu muutos, %n kohta</numerusform>
            <numerusform>Ehdotetut muutokset, %n kohtaa</numerusform>
        </translation>
    </message>
    <message>
        <source>removed</source>
        <translation>poistettu</translation>
    </message>
    <message>
        <source>checked {day}</source>
        <translation>tarkistettu {day}</translation>
    </message>
    <message>
        <source>This wants checking since {day}. Is all of it still true?</source>
        <translation>Tämä on odottanut tarkistusta {day} alkaen. Pitääkö kaikki yhä paikkansa?</translation>
    </message>
    <message>
        <source>Two people changed this at the same time, and one text is shown. Edit and save: what you save stands.</source>
        <translation>Kaksi ihmistä muutti tätä yhtä aikaa, ja tässä näkyy toinen teksti. Muokkaa ja tallenna: tallentamasi jää voimaan.</translation>
    </message>
    <message>
        <source>This was written by a newer version. Update the program to edit it.</source>
        <translation>Tämä on kirjattu uudemmalla versiolla. Päivitä ohjelma, niin voit muokata.</translation>
    </message>
    <message>
        <source>Show the whole service as it stands</source>
        <translation>Näytä koko palvelu nykyisellään</translation>
    </message>
    <message>
        <source>Hide the whole service</source>
        <translation>Piilota koko palvelu</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Ehdotus</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Hyväksy</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Jätä</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Hylkää</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Tekstien kieli</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Muu kieli</translation>
    </message>
    <message>
        <source>No level needed</source>
        <translation>Ei tasovaatimusta</translation>
    </message>
    <message>
        <source>Level needed: {language}</source>
        <translation>Tasovaatimus: {language}</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Lisää kieli</translation>
    </message>
    <message>
        <source>Service editor</source>
        <translation>Palvelujen hoito</translation>
    </message>
    <message>
        <source>Read a file…</source>
        <translation>Tuo tiedosto…</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Hae nimellä</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Palvelut</translation>
    </message>
    <message>
        <source>Nothing in this pile is called so.</source>
        <translation>Tässä pinossa ei ole sen nimistä.</translation>
    </message>
    <message>
        <source>No service waits. New ones come here when a file is read.</source>
        <translation>Mikään palvelu ei odota. Uudet tulevat tähän, kun tiedosto tuodaan.</translation>
    </message>
    <message>
        <source>No proposals. What a source has changed comes here when a file is read.</source>
        <translation>Ei ehdotuksia. Lähteen muutokset tulevat tähän, kun tiedosto tuodaan.</translation>
    </message>
    <message>
        <source>Nothing wants checking today.</source>
        <translation>Mikään ei odota tarkistusta tänään.</translation>
    </message>
    <message>
        <source>No own services yet. Add one (Ctrl Shift I).</source>
        <translation>Ei vielä omia palveluja. Lisää sellainen (Ctrl Shift I).</translation>
    </message>
    <message>
        <source>Nothing has been withdrawn.</source>
        <translation>Mitään ei ole poistettu käytöstä.</translation>
    </message>
    <message>
        <source>The catalogue is empty. Read a file (Ctrl O).</source>
        <translation>Luettelo on tyhjä. Tuo tiedosto (Ctrl O).</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Odottaa</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Vanhentunut</translation>
    </message>
    <message>
        <source>Opening hours in words</source>
        <translation>Aukioloajat sanoin</translation>
    </message>
    <message>
        <source>Other hours: {hours}</source>
        <translation>Poikkeusajat: {hours}</translation>
    </message>
    <message>
        <source>Undone, but something newer was left as it is</source>
        <translation>Kumottu, mutta jokin uudempi jätettiin ennalleen</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Kumottu</translation>
    </message>
    <message>
        <source>Saved: {state}</source>
        <translation>Tallennettu: {state}</translation>
    </message>
    <message>
        <source>Write the day like this: 14.2.2027.</source>
        <translation>Kirjoita päivä näin: 14.2.2027.</translation>
    </message>
    <message>
        <source>Write a whole number, or leave it empty.</source>
        <translation>Kirjoita kokonaisluku tai jätä tyhjäksi.</translation>
    </message>
    <message>
        <source>Which services</source>
        <translation>Mitkä palvelut</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Ehdotukset</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Vanhentuneet</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Omat</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Poistetut</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <translation>Paikka {number}</translation>
    </message>
    <message>
        <source>Remove the place</source>
        <translation>Poista paikka</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>Lisää paikka</translation>
    </message>
    <message>
        <source>New ones</source>
        <translation>Uusia</translation>
    </message>
    <message>
        <source>Changed ones</source>
        <translation>Muuttuneita</translation>
    </message>
    <message>
        <source>Same as before</source>
        <translation>Ennallaan</translation>
    </message>
    <message>
        <source>Gone from the source</source>
        <translation>Poistunut lähteestä</translation>
    </message>
    <message>
        <source>Not read, ones</source>
        <translation>Ei luettu</translation>
    </message>
    <message>
        <source>Report of reading: {source}</source>
        <translation>Tuonnin raportti: {source}</translation>
    </message>
    <message numerus="yes">
        <source>%n more lines are not shown.</source>
        <translation>
            <numerusform>Lisäksi %n rivi, jota ei näytetä.</numerusform>
            <numerusform>Lisäksi %n riviä, joita ei näytetä.</numerusform>
        </translation>
    </message>
    <message>
        <source>In Finnish: {text}</source>
        <translation>Suomeksi: {text}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>suljettu</translation>
    </message>
</context>
</TS>
