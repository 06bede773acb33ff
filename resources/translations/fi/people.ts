<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>CardHead</name>
    <message>
        <source>Note</source>
        <translation>Muistiinpano</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Muokkaa</translation>
    </message>
    <message>
        <source>Link a visit</source>
        <translation>Liitä asiointi</translation>
    </message>
    <message>
        <source>Hand over or move (Ctrl T)</source>
        <translation>Siirrä työtoverille tai tiimille (Ctrl T)</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n lähettämättä</numerusform>
            <numerusform>%n lähettämättä</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateHints</name>
    <message>
        <source>Perhaps the same person</source>
        <translation>Ehkä sama ihminen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>Not the same, save a new one</source>
        <translation>Ei sama, tallenna uusi</translation>
    </message>
    <message>
        <source>Perhaps this person is here already. Look before you save.</source>
        <translation>Tämä ihminen voi olla jo kirjattu. Katso ennen kuin tallennat.</translation>
    </message>
    <message>
        <source>same identity code</source>
        <translation>sama henkilötunnus</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>sama puhelin</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>sama nimi</translation>
    </message>
    <message>
        <source>name sounds alike</source>
        <translation>samankaltainen nimi</translation>
    </message>
    <message>
        <source>same birthday</source>
        <translation>sama syntymäpäivä</translation>
    </message>
    <message>
        <source>b. {year}</source>
        <translation>s. {year}</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>What stands on the card is all here. Who wrote it before is at the centre.</source>
        <translation>Kortin nykyiset tiedot ovat kaikki tässä. Aiempi kirjaushistoria on keskuksessa.</translation>
    </message>
    <message>
        <source>Fetch the earlier history</source>
        <translation>Hae aiempi historia</translation>
    </message>
</context>
<context>
    <name>Editors</name>
    <message>
        <source>Too long: {length} of {limit} signs. Shorten it; nothing is lost.</source>
        <translation>Liian pitkä: {length}/{limit} merkkiä. Lyhennä; mitään ei katoa.</translation>
    </message>
    <message>
        <source>Write the day like this: 14.2.1996.</source>
        <translation>Kirjoita päivämäärä näin: 14.2.1996.</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Ei kysytty</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Etunimi</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Sukunimi</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Alkaen</translation>
    </message>
    <message>
        <source>The identity code does not check out. Compare it with the document, or leave it empty.</source>
        <translation>Henkilötunnus ei täsmää. Vertaa sitä todistukseen tai jätä tyhjäksi.</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Use this</source>
        <translation>Käytä</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Piilota</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Näytä</translation>
    </message>
    <message>
        <source>History of this field</source>
        <translation>Kohdan historia</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>Not asked</source>
        <translation>Ei kysytty</translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation>(tyhjennetty)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sinä</translation>
    </message>
    <message>
        <source>b. {year}</source>
        <translation>s. {year}</translation>
    </message>
    <message>
        <source>interpreter needed</source>
        <translation>tulkki tarvitaan</translation>
    </message>
    <message>
        <source>May contact: {ways}</source>
        <translation>Lupa: {ways}</translation>
    </message>
    <message>
        <source>Own client</source>
        <translation>Oma asiakas</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Kunta, alue</translation>
    </message>
</context>
<context>
    <name>FieldPane</name>
    <message>
        <source>History of one field</source>
        <translation>Yhden kohdan historia</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Kohta</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Palautettu</translation>
    </message>
</context>
<context>
    <name>FormParts</name>
    <message>
        <source>Situation</source>
        <translation>Tilanne</translation>
    </message>
</context>
<context>
    <name>FormProblems</name>
    <message>
        <source>The identity code does not check out. Nothing was saved; compare it and save again.</source>
        <translation>Henkilötunnus ei täsmää. Mitään ei tallennettu; vertaa ja tallenna uudelleen.</translation>
    </message>
    <message>
        <source>Give at least what the person is called.</source>
        <translation>Anna ainakin kutsumanimi.</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 14.2.1996.</source>
        <translation>Tämä ei ole päivämäärä. Kirjoita se näin: 14.2.1996.</translation>
    </message>
    <message>
        <source>This is no e-mail address. Compare it, or leave it empty.</source>
        <translation>Tämä ei ole sähköpostiosoite. Tarkista se tai jätä tyhjäksi.</translation>
    </message>
    <message>
        <source>This is not in the list any more. Choose another.</source>
        <translation>Tätä ei enää ole luettelossa. Valitse toinen.</translation>
    </message>
    <message>
        <source>The number is outside what is possible.</source>
        <translation>Luku ei ole mahdollinen.</translation>
    </message>
    <message>
        <source>The notebook did not take this. Nothing was saved; write it another way.</source>
        <translation>Muistikirja ei hyväksynyt tätä. Mitään ei tallennettu; kirjoita toisin.</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>What is shown of the history</source>
        <translation>Mitä historiasta näytetään</translation>
    </message>
    <message>
        <source>Undo this save</source>
        <translation>Kumoa tämä tallennus</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Täällä ei ole vielä mitään.</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Visit</source>
        <translation>Asiointi</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>Muistiinpano poistettu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Muistiinpano</translation>
    </message>
    <message>
        <source>Card made</source>
        <translation>Kortti tehty</translation>
    </message>
    <message>
        <source>Card deleted</source>
        <translation>Kortti poistettu</translation>
    </message>
    <message>
        <source>Situation written down</source>
        <translation>Tilanne kirjattu</translation>
    </message>
    <message>
        <source>{fields} changed</source>
        <translation>Muutettu: {fields}</translation>
    </message>
    <message>
        <source>Visit unlinked</source>
        <translation>Asioinnin liitos poistettu</translation>
    </message>
    <message>
        <source>Separated</source>
        <translation>Erotettu</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Yhdistetty</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Ohjaus</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <translation>Kortti {number}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sinä</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Asioinnit</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Muistiinpanot</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Palvelut</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Liitteet</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Muutokset</translation>
    </message>
    <message>
        <source>Consent taken back</source>
        <translation>Suostumus peruttu</translation>
    </message>
    <message>
        <source>File added</source>
        <translation>Tiedosto lisätty</translation>
    </message>
    <message>
        <source>File removed</source>
        <translation>Tiedosto poistettu</translation>
    </message>
    <message>
        <source>File brought back</source>
        <translation>Tiedosto palautettu</translation>
    </message>
    <message>
        <source>File renamed</source>
        <translation>Tiedoston nimi vaihdettu</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Hyväksytty</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Palautettu</translation>
    </message>
    <message>
        <source>Question from the supervisor</source>
        <translation>Esihenkilön kysymys</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Tarkistus</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Write the note first.</source>
        <translation>Kirjoita ensin muistiinpano.</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Uusi muistiinpano</translation>
    </message>
    <message>
        <source>Write what was agreed. The person may read this.</source>
        <translation>Kirjoita, mitä sovittiin. Asiakas saa lukea tämän.</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Tallenna muistiinpano</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Ei vielä muistiinpanoja.</translation>
    </message>
    <message>
        <source>The note is too long: {length} of {limit} signs. Shorten it; nothing is lost.</source>
        <translation>Muistiinpano on liian pitkä: {length}/{limit} merkkiä. Lyhennä; mitään ei katoa.</translation>
    </message>
</context>
<context>
    <name>OlderLine</name>
    <message>
        <source>Fetch</source>
        <translation>Hae</translation>
    </message>
    <message>
        <source>Fetch the older cards</source>
        <translation>Hae vanhemmat kortit</translation>
    </message>
    <message>
        <source>Fetching the older cards …</source>
        <translation>Haetaan vanhempia kortteja …</translation>
    </message>
    <message numerus="yes">
        <source>%n older cards at the centre</source>
        <translation>
            <numerusform>%n vanhempi kortti keskuksessa</numerusform>
            <numerusform>%n vanhempaa korttia keskuksessa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Search for a person and open the card with Enter, or add a new one (Ctrl I).</source>
        <translation>Hae ihminen ja avaa kortti Enterillä, tai lisää uusi (Ctrl&#xa0;I).</translation>
    </message>
    <message>
        <source>This card is no longer in the notebook.</source>
        <translation>Tätä korttia ei enää ole muistikirjassa.</translation>
    </message>
    <message>
        <source>This card has left the computer to keep little on it. Fetch it from the centre.</source>
        <translation>Tämä kortti on poistunut koneelta, jotta siinä säilyy vähän. Hae se keskuksesta.</translation>
    </message>
    <message>
        <source>The card is being fetched from the centre.</source>
        <translation>Korttia haetaan keskuksesta.</translation>
    </message>
    <message>
        <source>The card was not fetched: there is no connection to the centre. Try again later.</source>
        <translation>Korttia ei saatu: keskukseen ei ole yhteyttä. Yritä myöhemmin uudelleen.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tallennettu</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Muistiinpano tallennettu</translation>
    </message>
    <message>
        <source>Undone, but something newer was left as it is</source>
        <translation>Kumottu, mutta uudempi jäi ennalleen</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Kumottu</translation>
    </message>
    <message>
        <source>Visit linked</source>
        <translation>Asiointi liitetty</translation>
    </message>
    <message>
        <source>Fetch it from the centre</source>
        <translation>Hae keskuksesta</translation>
    </message>
    <message>
        <source>Today has no visit without a person</source>
        <translation>Tänään ei ole liittämätöntä asiointia</translation>
    </message>
</context>
<context>
    <name>PeopleRows</name>
    <message>
        <source>No name</source>
        <translation>Ei nimeä</translation>
    </message>
    <message>
        <source>Only those named see this</source>
        <translation>Vain nimetyt näkevät</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Oma</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tiimi</translation>
    </message>
    <message numerus="yes">
        <source>%n cards</source>
        <translation>
            <numerusform>%n kortti</numerusform>
            <numerusform>%n korttia</numerusform>
        </translation>
    </message>
    <message>
        <source>found by phone</source>
        <translation>löytyi puhelimella</translation>
    </message>
    <message>
        <source>found by identity code</source>
        <translation>löytyi tunnuksella</translation>
    </message>
    <message>
        <source>found in a note</source>
        <translation>muistiinpanossa</translation>
    </message>
    <message>
        <source>sounds alike</source>
        <translation>samankaltainen nimi</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Parts of the card</source>
        <translation>Kortin osat</translation>
    </message>
    <message>
        <source>Only the name is known so far. Add the rest with Edit.</source>
        <translation>Vasta nimi on tiedossa. Lisää muut tiedot Muokkaa-painikkeesta.</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Mitä tiedetään</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Palvelut</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Liitteet</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Yhteenveto</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Tilanne</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Muistiinpanot</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>Yhteystiedot</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Less</source>
        <translation>Vähemmän</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>Lisää tietoja</translation>
    </message>
    <message>
        <source>Details of the person</source>
        <translation>Ihmisen tiedot</translation>
    </message>
    <message>
        <source>First note</source>
        <translation>Ensimmäinen muistiinpano</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>What the person is called is enough. Ask for the rest when it is needed.</source>
        <translation>Kutsumanimi riittää. Kysy muut sitten, kun niitä tarvitaan.</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Uusi ihminen</translation>
    </message>
    <message>
        <source>Edit: {name}</source>
        <translation>Muokkaa: {name}</translation>
    </message>
    <message>
        <source>The visit is linked to this person on saving.</source>
        <translation>Asiointi liitetään tähän ihmiseen, kun tallennat.</translation>
    </message>
    <message>
        <source>Hide the protected details</source>
        <translation>Piilota suojatut tiedot</translation>
    </message>
    <message>
        <source>Show the protected details (this is logged)</source>
        <translation>Näytä suojatut tiedot (tästä jää merkintä)</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Choose the person the visit belongs to.</source>
        <translation>Valitse ihminen, jolle asiointi kuuluu.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Hae ihmistä</translation>
    </message>
    <message>
        <source>Whose people</source>
        <translation>Kenen asiakkaat</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Omat</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tiimi</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Ihmiset</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Uusi ihminen</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>Siirrot</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} / {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n osuma</numerusform>
            <numerusform>%n osumaa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n ihminen</numerusform>
            <numerusform>%n ihmistä</numerusform>
        </translation>
    </message>
    <message>
        <source>No hits for &apos;{text}&apos;. Add a new person (Ctrl I).</source>
        <translation>Ei osumia haulle &apos;{text}&apos;. Lisää uusi ihminen (Ctrl&#xa0;I).</translation>
    </message>
    <message>
        <source>No clients of your own yet. Look at the team&apos;s, or add a new person (Ctrl I).</source>
        <translation>Sinulla ei ole vielä omia asiakkaita. Katso tiimin asiakkaat tai lisää uusi ihminen (Ctrl&#xa0;I).</translation>
    </message>
    <message>
        <source>No people here yet. Add the first one (Ctrl I).</source>
        <translation>Täällä ei ole vielä ketään. Lisää ensimmäinen ihminen (Ctrl&#xa0;I).</translation>
    </message>
</context>
<context>
    <name>ServicesTab</name>
    <message>
        <source>Choose why: it helps the next client.</source>
        <translation>Valitse syy: siitä on apua seuraavalle asiakkaalle.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>What was heard back</source>
        <translation>Mitä palvelusta kuului</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>Seuraava seuranta</translation>
    </message>
    <message>
        <source>8.12. or +14. Empty: none.</source>
        <translation>8.12. tai +14. Tyhjä: ei seurantaa.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Lisää tiedosto</translation>
    </message>
    <message>
        <source>Take back the consent</source>
        <translation>Peru suostumus</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Takaisin listaan</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>Ei syytä</translation>
    </message>
    <message>
        <source>Not a day from today on. Write it as 8.12. or +14.</source>
        <translation>Tämä ei ole päivä tästä päivästä eteenpäin. Kirjoita 8.12. tai +14.</translation>
    </message>
    <message>
        <source>The referral stays and says so. Tell the service as well. Take it back?</source>
        <translation>Ohjaus jää näkyviin ja kertoo perumisesta. Kerro siitä myös palvelulle. Perutaanko?</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>Consent taken back</source>
        <translation>Suostumus peruttu</translation>
    </message>
    <message>
        <source>Referred by {who} {when}.</source>
        <translation>Ohjannut {who} {when}.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>sinä</translation>
    </message>
    <message>
        <source>{state}, {when}.</source>
        <translation>{state}, {when}.</translation>
    </message>
    <message>
        <source>Written: {text}</source>
        <translation>Kirjattu: {text}</translation>
    </message>
    <message>
        <source>Heard back: {text}</source>
        <translation>Palaute: {text}</translation>
    </message>
    <message>
        <source>{consent}, read in {language}.</source>
        <translation>{consent} (kieli: {language}).</translation>
    </message>
    <message>
        <source>consent given</source>
        <translation>suostumus annettu</translation>
    </message>
    <message>
        <source>consent taken back</source>
        <translation>suostumus peruttu</translation>
    </message>
    <message>
        <source>Follow-up {day}</source>
        <translation>Seuranta {day}</translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation>Etsi palvelu</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Ohjaukset</translation>
    </message>
    <message>
        <source>Not referred anywhere yet. Find a service with F3.</source>
        <translation>Ei vielä ohjauksia. Etsi palvelu (F3).</translation>
    </message>
    <message>
        <source>Enter: what has become of it.</source>
        <translation>Enter: kirjaa, miten kävi.</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>To whom</source>
        <translation>Kenelle</translation>
    </message>
    <message>
        <source>Why the person moves</source>
        <translation>Miksi ihminen siirtyy</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Jätä</translation>
    </message>
    <message>
        <source>Moving to {team}, the centre has been told</source>
        <translation>Siirtymässä tiimille {team}, keskus on saanut tiedon</translation>
    </message>
    <message>
        <source>Moving to {team}, waits for the centre</source>
        <translation>Siirtymässä tiimille {team}, odottaa keskusta</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>Team: {name}</source>
        <translation>Tiimi: {name}</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Siirrä</translation>
    </message>
    <message>
        <source>The card and all that is about the person go to the other team, once the centre has it.</source>
        <translation>Kortti ja kaikki ihmisestä kirjattu siirtyy toiseen tiimiin, kun keskus on saanut tiedon.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Siirrä</translation>
    </message>
    <message>
        <source>A colleague of the team becomes responsible.</source>
        <translation>Tiimin työtoverista tulee vastuuhenkilö.</translation>
    </message>
    <message>
        <source>A coach or a supervisor of the team moves people to another team.</source>
        <translation>Toiseen tiimiin siirtää tiimin valmentaja tai esihenkilö.</translation>
    </message>
    <message>
        <source>The move waits for the centre</source>
        <translation>Siirto odottaa keskusta</translation>
    </message>
    <message>
        <source>Handed over to {name}</source>
        <translation>Siirretty: {name}</translation>
    </message>
    <message>
        <source>The person stays in this team</source>
        <translation>Ihminen pysyy tässä tiimissä</translation>
    </message>
</context>
<context>
    <name>VisitChoice</name>
    <message>
        <source>Which of today&apos;s visits was this person&apos;s?</source>
        <translation>Mikä tämän päivän asioinneista oli tämän henkilön?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Jätä</translation>
    </message>
</context>
</TS>
