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
        <source>Appointment (Ctrl Shift T)</source>
        <translation>Sovi aika (Ctrl Shift T)</translation>
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
    <name>Hints</name>
    <message>
        <source>Hints</source>
        <translation>Vihjeet</translation>
    </message>
    <message>
        <source>Nothing stands out by what is known. The rules say why.</source>
        <translation>Tietojen mukaan mikään ei nouse esiin. Säännöt kertovat miksi.</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Vähemmän</translation>
    </message>
    <message numerus="yes">
        <source>All %n rules</source>
        <translation>
            <numerusform>%n sääntö</numerusform>
            <numerusform>Kaikki %n sääntöä</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken up: {hint}</source>
        <translation>Otettu puheeksi: {hint}</translation>
    </message>
    <message>
        <source>Taken up</source>
        <translation>Otettu puheeksi</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>By these facts</source>
        <translation>Näiden tietojen mukaan</translation>
    </message>
    <message>
        <source>Check: {what}</source>
        <translation>Selvitä: {what}</translation>
    </message>
    <message>
        <source>This rule awaits a lawyer&apos;s check.</source>
        <translation>Tämä sääntö odottaa juristin tarkistusta.</translation>
    </message>
    <message>
        <source>Fill in what is missing</source>
        <translation>Täydennä puuttuva tieto</translation>
    </message>
    <message>
        <source>May apply</source>
        <translation>Voi sopia</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Ei tiedossa</translation>
    </message>
    <message>
        <source>Not by what is known</source>
        <translation>Ei tietojen mukaan</translation>
    </message>
    <message>
        <source>chapter {chapter}</source>
        <translation>{chapter} luku</translation>
    </message>
    <message>
        <source>section {section}</source>
        <translation>{section} §</translation>
    </message>
    <message>
        <source>Source: {source}. Rule of {version}.</source>
        <translation>Lähde: {source}. Sääntö {version} alkaen.</translation>
    </message>
    <message>
        <source>If all of it fitted: {says}</source>
        <translation>Jos kaikki täyttyisi: {says}</translation>
    </message>
    <message>
        <source>Taken up: {who}, {when}. Rule of {version}.</source>
        <translation>Otettu puheeksi: {who}, {when}. Sääntö {version} alkaen.</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ikä</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kotikunta</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Tilanne</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Alkaen</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Koulutus</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Tulot</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Suomen taito</translation>
    </message>
    <message>
        <source>Integration plan</source>
        <translation>Kotoutumissuunnitelma</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Voimassa asti</translation>
    </message>
    <message>
        <source>Binding service</source>
        <translation>Velvoittava palvelu</translation>
    </message>
    <message>
        <source>Card with a day</source>
        <translation>Päivätty kortti</translation>
    </message>
    <message>
        <source>Card ends</source>
        <translation>Kortti päättyy</translation>
    </message>
    <message>
        <source>Missing: {facts}</source>
        <translation>Puuttuu: {facts}</translation>
    </message>
    <message>
        <source>Taken up {when}</source>
        <translation>Otettu puheeksi {when}</translation>
    </message>
    <message>
        <source>{fact}: {value}. The rule asks: {need}.</source>
        <translation>{fact}: {value}. Sääntö kysyy: {need}.</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Täyttyy</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Ei täyty</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Kaksi arvoa</translation>
    </message>
    <message>
        <source>Hidden: protected address</source>
        <translation>Piilotettu: turvakielto</translation>
    </message>
    <message>
        <source>Not written down</source>
        <translation>Ei kirjattu</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>vähintään {low}</translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation>enintään {high}</translation>
    </message>
    <message numerus="yes">
        <source>at least %n days ago</source>
        <translation>
            <numerusform>vähintään %n päivä sitten</numerusform>
            <numerusform>vähintään %n päivää sitten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n days</source>
        <translation>
            <numerusform>%n päivän kuluessa</numerusform>
            <numerusform>%n päivän kuluessa</numerusform>
        </translation>
    </message>
    <message>
        <source>below {level}</source>
        <translation>alle {level}</translation>
    </message>
    <message>
        <source>{several} or {last}</source>
        <translation>{several} tai {last}</translation>
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
        <source>Plan</source>
        <translation>Suunnitelma</translation>
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
    <message>
        <source>Plan made</source>
        <translation>Suunnitelma tehty</translation>
    </message>
    <message>
        <source>Plan changed</source>
        <translation>Suunnitelmaa muutettu</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Vaihe</translation>
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
        <source>Plan</source>
        <translation>Suunnitelma</translation>
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
        <source>The permission to contact becomes this card on saving.</source>
        <translation>Yhteydenottoluvasta tulee tämä kortti, kun tallennat.</translation>
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
    <name>PlanForm</name>
    <message>
        <source>Not a day from today on. Write it as 8.12. or +14.</source>
        <translation>Ei ole päivä tästä päivästä eteenpäin. Kirjoita 8.12. tai +14.</translation>
    </message>
    <message>
        <source>Not a day up to today. Write it as 8.12.</source>
        <translation>Ei ole mennyt päivä. Kirjoita 8.12.</translation>
    </message>
    <message>
        <source>Not a day. Write it as 8.12. or 8.12.2026.</source>
        <translation>Ei ole päivä. Kirjoita 8.12. tai 8.12.2026.</translation>
    </message>
    <message>
        <source>Write the time as 9.30.</source>
        <translation>Kirjoita aika näin: 9.30.</translation>
    </message>
    <message>
        <source>Write the day as 8.12.</source>
        <translation>Kirjoita päivä näin: 8.12.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Kello</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Ei kerrottu</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Tämä tarvitaan.</translation>
    </message>
    <message>
        <source>Services found</source>
        <translation>Löytyneet palvelut</translation>
    </message>
    <message>
        <source>From the catalogue.</source>
        <translation>Palveluluettelosta.</translation>
    </message>
    <message>
        <source>Type a few letters, or any name.</source>
        <translation>Kirjoita muutama kirjain tai mikä tahansa nimi.</translation>
    </message>
    <message>
        <source>I follow this up</source>
        <translation>Seuraan tätä itse</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>Lisätieto</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Seuraava yhteydenotto</translation>
    </message>
    <message>
        <source>1 A little</source>
        <translation>1 Vähän</translation>
    </message>
    <message>
        <source>2 With help</source>
        <translation>2 Autettuna</translation>
    </message>
    <message>
        <source>3 Alone</source>
        <translation>3 Itsenäisesti</translation>
    </message>
    <message>
        <source>4 Teaches others</source>
        <translation>4 Opettaa muita</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>Uusi vaihe</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Uusi tapaaminen</translation>
    </message>
    <message>
        <source>New transition</source>
        <translation>Uusi siirtymä</translation>
    </message>
    <message>
        <source>New skill</source>
        <translation>Uusi osaaminen</translation>
    </message>
    <message>
        <source>New card or permit</source>
        <translation>Uusi kortti tai lupa</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Suunnitelma</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Vaihe</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Tapaaminen</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>Siirtymä</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Osaaminen</translation>
    </message>
    <message>
        <source>Card or permit</source>
        <translation>Kortti tai lupa</translation>
    </message>
</context>
<context>
    <name>PlanPaper</name>
    <message>
        <source>Client&apos;s copy of the plan</source>
        <translation>Suunnitelma asiakkaalle</translation>
    </message>
    <message>
        <source>Language of the copy</source>
        <translation>Paperin kieli</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>Isot kirjaimet</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Tulosta</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Tallenna PDF</translation>
    </message>
    <message>
        <source>Easy Finnish</source>
        <translation>Selkosuomi</translation>
    </message>
    <message>
        <source>The paper is being made.</source>
        <translation>Paperia tehdään.</translation>
    </message>
    <message>
        <source>This computer has no printer. PDF works.</source>
        <translation>Tällä koneella ei ole tulostinta. PDF toimii.</translation>
    </message>
    <message>
        <source>Protected address: the paper shows where they go. Agree first how they keep it. It has no address.</source>
        <translation>Turvakielto: paperista näkyy, missä hän käy. Sopikaa ensin, miten hän säilyttää sen. Osoitetta siinä ei ole.</translation>
    </message>
    <message>
        <source>We have agreed</source>
        <translation>Olemme sopineet</translation>
    </message>
    <message>
        <source>Printed and logged.</source>
        <translation>Tulostettu ja kirjattu lokiin.</translation>
    </message>
    <message>
        <source>The printer did not take it. Try again, or save a PDF.</source>
        <translation>Tulostin ei ottanut sitä. Yritä uudelleen tai tallenna PDF.</translation>
    </message>
    <message>
        <source>PDF saved and logged.</source>
        <translation>PDF tallennettu ja kirjattu lokiin.</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Tiedostoa ei voitu kirjoittaa. Valitse toinen paikka.</translation>
    </message>
    <message>
        <source>The plan says nothing yet.</source>
        <translation>Suunnitelmassa ei ole vielä mitään.</translation>
    </message>
</context>
<context>
    <name>PlanTab</name>
    <message>
        <source>Order changed</source>
        <translation>Järjestys vaihdettu</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Viimeksi yhteydessä</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Kotoutuminen</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>Määräpäivä {day}</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Seuraavaksi: {step}</translation>
    </message>
    <message>
        <source>{months} mo: {answer}</source>
        <translation>{months} kk: {answer}</translation>
    </message>
    <message>
        <source>{months} mo question {day}</source>
        <translation>{months} kk kysytään {day}</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Kysy nyt</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Ei pääty</translation>
    </message>
    <message>
        <source>Ran out {day}</source>
        <translation>Vanheni {day}</translation>
    </message>
    <message>
        <source>Runs out {day}</source>
        <translation>Vanhenee {day}</translation>
    </message>
    <message>
        <source>Valid until {day}</source>
        <translation>Voimassa {day} asti</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation>Lisää: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>Vielä %n</numerusform>
            <numerusform>Vielä %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why in a few words: it helps whoever goes on.</source>
        <translation>Kirjoita lyhyesti miksi: se auttaa jatkajaa.</translation>
    </message>
    <message>
        <source>State of the step</source>
        <translation>Vaiheen tila</translation>
    </message>
    <message>
        <source>How does the step stand?</source>
        <translation>Missä vaihe on?</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Miksi</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Muokkaa</translation>
    </message>
    <message>
        <source>Edit the plan</source>
        <translation>Muokkaa suunnitelmaa</translation>
    </message>
    <message>
        <source>Client&apos;s copy</source>
        <translation>Asiakkaalle</translation>
    </message>
    <message>
        <source>No plan yet. Press E and write the goal in the client&apos;s words.</source>
        <translation>Ei vielä suunnitelmaa. Paina E ja kirjoita tavoite asiakkaan sanoin.</translation>
    </message>
    <message>
        <source>S: done. Shift S: other states. Enter: edit. Alt and arrows: order. Del: remove.</source>
        <translation>S: tehty. Shift S: muu tila. Enter: muokkaa. Alt ja nuolet: järjestys. Del: poista.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Suunnitelma</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Vaiheet</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Tapaamiset</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>Siirtymät</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Osaaminen</translation>
    </message>
    <message>
        <source>Cards and permits</source>
        <translation>Kortit ja luvat</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Vaihe</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Tapaaminen</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>Siirtymä</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Osaaminen</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kortti</translation>
    </message>
    <message>
        <source>No steps yet. Agree on the first small one.</source>
        <translation>Ei vielä vaiheita. Sopikaa ensimmäinen pieni askel.</translation>
    </message>
    <message>
        <source>No meetings yet.</source>
        <translation>Ei vielä tapaamisia.</translation>
    </message>
    <message>
        <source>Nothing has come of it yet: work, studies, a service.</source>
        <translation>Ei vielä siirtymää työhön, opintoihin tai palveluun.</translation>
    </message>
    <message>
        <source>Nothing written down of what they can.</source>
        <translation>Osaamista ei ole vielä kirjattu.</translation>
    </message>
    <message>
        <source>No cards or permits.</source>
        <translation>Ei kortteja eikä lupia.</translation>
    </message>
    <message>
        <source>Plan saved</source>
        <translation>Suunnitelma tallennettu</translation>
    </message>
    <message>
        <source>Step saved</source>
        <translation>Vaihe tallennettu</translation>
    </message>
    <message>
        <source>Meeting saved</source>
        <translation>Tapaaminen tallennettu</translation>
    </message>
    <message>
        <source>Transition saved</source>
        <translation>Siirtymä tallennettu</translation>
    </message>
    <message>
        <source>Skill saved</source>
        <translation>Osaaminen tallennettu</translation>
    </message>
    <message>
        <source>Card saved</source>
        <translation>Kortti tallennettu</translation>
    </message>
    <message>
        <source>Step removed</source>
        <translation>Vaihe poistettu</translation>
    </message>
    <message>
        <source>Meeting removed</source>
        <translation>Tapaaminen poistettu</translation>
    </message>
    <message>
        <source>Transition removed</source>
        <translation>Siirtymä poistettu</translation>
    </message>
    <message>
        <source>Skill removed</source>
        <translation>Osaaminen poistettu</translation>
    </message>
    <message>
        <source>Card removed</source>
        <translation>Kortti poistettu</translation>
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
