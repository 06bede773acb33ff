<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Backups</name>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} klo {time}</translation>
    </message>
    <message>
        <source>made by itself</source>
        <translation>tehty automaattisesti</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>tehty itse</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Session</source>
        <translation>Piste</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Asiointi</translation>
    </message>
    <message>
        <source>Head count</source>
        <translation>Kävijälaskuri</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Ihminen</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Tilanne</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Muistiinpano</translation>
    </message>
    <message>
        <source>Linked visit</source>
        <translation>Liitetty asiointi</translation>
    </message>
    <message>
        <source>Merged cards</source>
        <translation>Yhdistetyt kortit</translation>
    </message>
    <message>
        <source>Health flag</source>
        <translation>Terveysmerkintä</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Tarkistus</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Vastaus</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Viesti</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Kyllä</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Ei</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>{date} alkaen</translation>
    </message>
    <message>
        <source>{status} since {date}</source>
        <translation>{status} {date} alkaen</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n asiointi</numerusform>
            <numerusform>%n asiointia</numerusform>
        </translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Palvelu</translation>
    </message>
    <message>
        <source>Note on a service</source>
        <translation>Muistiinpano palvelusta</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Ohjaus</translation>
    </message>
    <message>
        <source>Referral of a visit</source>
        <translation>Asioinnin ohjaus</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Suostumus</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seuranta</translation>
    </message>
    <message>
        <source>Hand-out</source>
        <translation>Esite</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Teksti</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Poisto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Kutsumanimi</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Syntynyt</translation>
    </message>
    <message>
        <source>Identity code</source>
        <translation>Henkilötunnus</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Puhelin</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Sähköposti</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Mother tongue</source>
        <translation>Äidinkieli</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Tulkki</translation>
    </message>
    <message>
        <source>May contact</source>
        <translation>Yhteyslupa</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kunta</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postinumero</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Alue</translation>
    </message>
    <message>
        <source>Non-disclosure</source>
        <translation>Turvakielto</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Rekisteri</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Vastuuhenkilö</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Työtilanne</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Koulutus</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Ammatti</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Suomen kieli</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Ruotsin kieli</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Asuminen</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Toimeentulo</translation>
    </message>
    <message>
        <source>Main activity</source>
        <translation>Pääasiallinen toiminta</translation>
    </message>
    <message>
        <source>Last work</source>
        <translation>Viimeisin työ</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>Ajokortti</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Avattu</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Muoto</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Tavoite</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Työntekijät</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Kumppanit</translation>
    </message>
    <message>
        <source>Reflection</source>
        <translation>Muistettavaa ensi kerralle</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Miten piste sujui</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Aihe</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ikä</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>Eka kerta</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Huomio</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Asiointitapa</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Sukupuoli</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Kesto</translation>
    </message>
    <message>
        <source>Came through</source>
        <translation>Mistä tuli</translation>
    </message>
    <message>
        <source>Unmet need</source>
        <translation>Vaille jäänyt tarve</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Kävijöitä</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Alkaen</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Lähde</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Päätös</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Koskee</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Keneltä</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Suunnitelma</translation>
    </message>
    <message>
        <source>Step of the plan</source>
        <translation>Suunnitelman vaihe</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Tapaaminen</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Sovittu aika</translation>
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
        <translation>Lupa tai kortti</translation>
    </message>
    <message>
        <source>Hint taken up</source>
        <translation>Vihje otettu puheeksi</translation>
    </message>
    <message>
        <source>Group event</source>
        <translation>Ryhmäasiointi</translation>
    </message>
    <message>
        <source>Permission to contact</source>
        <translation>Yhteydenottolupa</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Työnantaja</translation>
    </message>
    <message>
        <source>In the client&apos;s words</source>
        <translation>Asiakkaan omin sanoin</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Sovittu</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Seuraava yhteydenotto</translation>
    </message>
    <message>
        <source>Integration plan</source>
        <translation>Kotoutumissuunnitelma</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Voimassa</translation>
    </message>
    <message>
        <source>Who does it</source>
        <translation>Kuka tekee</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Järjestys</translation>
    </message>
    <message>
        <source>Took part</source>
        <translation>Mukana</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Yhteenveto</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Seuraava vaihe</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuuttia</translation>
    </message>
    <message>
        <source>Whom they meet</source>
        <translation>Kenet tapaa</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Mihin</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>Mistä tiedetään</translation>
    </message>
    <message>
        <source>After 3 months</source>
        <translation>3 kk kuluttua</translation>
    </message>
    <message>
        <source>After 6 months</source>
        <translation>6 kk kuluttua</translation>
    </message>
    <message>
        <source>After 12 months</source>
        <translation>12 kk kuluttua</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Taso</translation>
    </message>
    <message>
        <source>Shown by</source>
        <translation>Mistä näkyy</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Vihje</translation>
    </message>
    <message>
        <source>Version of the rule</source>
        <translation>Säännön versio</translation>
    </message>
    <message>
        <source>Held by what was known</source>
        <translation>Sopi tietojen mukaan</translation>
    </message>
    <message>
        <source>Facts used</source>
        <translation>Käytetyt tiedot</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Laji</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Henkilöitä</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Kumppani</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Etunimi</translation>
    </message>
    <message>
        <source>What about</source>
        <translation>Mistä asiasta</translation>
    </message>
    <message>
        <source>Permitted</source>
        <translation>Lupa annettu</translation>
    </message>
    <message>
        <source>Permitted until</source>
        <translation>Lupa voimassa</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Otettu yhteyttä</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kortti</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>Y-tunnus</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Yhteyshenkilö</translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation>Etsii</translation>
    </message>
    <message>
        <source>Asked about wage subsidy</source>
        <translation>Kysyi palkkatuesta</translation>
    </message>
    <message>
        <source>Asked about Helsinki benefit</source>
        <translation>Kysyi Helsinki-lisästä</translation>
    </message>
    <message>
        <source>Given as</source>
        <translation>Miten annettu</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisaatio</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Tapa</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Kiireellisyys</translation>
    </message>
    <message>
        <source>Told to the service</source>
        <translation>Kirjattu ohjaukseen</translation>
    </message>
    <message>
        <source>Heard back</source>
        <translation>Palaute palvelusta</translation>
    </message>
    <message>
        <source>Consent to</source>
        <translation>Suostumus koskee</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Vastaanottaja</translation>
    </message>
    <message>
        <source>What is told</source>
        <translation>Kerrottavat asiat</translation>
    </message>
    <message>
        <source>Given how</source>
        <translation>Miten annettu</translation>
    </message>
    <message>
        <source>Version of the text</source>
        <translation>Tekstin versio</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Peruttu</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Määräpäivä</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Kenen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tehty</translation>
    </message>
    <message>
        <source>Move to another team</source>
        <translation>Siirto toiseen tiimiin</translation>
    </message>
    <message>
        <source>Came from another team</source>
        <translation>Tuli toisesta tiimistä</translation>
    </message>
    <message>
        <source>Went to another team</source>
        <translation>Siirtyi toiseen tiimiin</translation>
    </message>
    <message>
        <source>Decision on a held back save</source>
        <translation>Päätös pidätetystä tallennuksesta</translation>
    </message>
    <message>
        <source>Hand-over seen</source>
        <translation>Siirto nähty</translation>
    </message>
    <message>
        <source>Question about two values</source>
        <translation>Kysymys kahdesta arvosta</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Ilmoitus</translation>
    </message>
    <message>
        <source>Notice seen</source>
        <translation>Ilmoitus nähty</translation>
    </message>
    <message>
        <source>Save held back</source>
        <translation>Tallennus pidätetty</translation>
    </message>
    <message>
        <source>Held back save decided</source>
        <translation>Pidätetty tallennus ratkaistu</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Tiedosto</translation>
    </message>
    <message>
        <source>Mark on a service</source>
        <translation>Merkintä palvelusta</translation>
    </message>
    <message>
        <source>To the team</source>
        <translation>Tiimiin</translation>
    </message>
    <message>
        <source>From the team</source>
        <translation>Tiimistä</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Syy</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Tekijä</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Päätös</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Mitä</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Huomautus</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tiimi</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Kenelle</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Saakka</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Kenttä</translation>
    </message>
</context>
<context>
    <name>Held</name>
    <message>
        <source>The author&apos;s role does not allow this</source>
        <translation>Tekijän rooli ei salli tätä</translation>
    </message>
    <message>
        <source>It belongs to another unit</source>
        <translation>Kuuluu toiseen yksikköön</translation>
    </message>
    <message>
        <source>Written after the author&apos;s right had ended</source>
        <translation>Kirjoitettu tekijän oikeuden päätyttyä</translation>
    </message>
    <message>
        <source>The signature is wrong: it may be somebody else&apos;s</source>
        <translation>Allekirjoitus on väärä: se voi olla jonkun muun</translation>
    </message>
    <message>
        <source>Its id is in use for something else</source>
        <translation>Tunniste on jo muussa käytössä</translation>
    </message>
    <message>
        <source>It came back after the centre was restored</source>
        <translation>Palasi, kun keskus palautettiin varmuuskopiosta</translation>
    </message>
    <message>
        <source>The centre wants a check</source>
        <translation>Keskus pyytää tarkistamaan</translation>
    </message>
    <message>
        <source>There is no such save any more</source>
        <translation>Sellaista tallennusta ei enää ole</translation>
    </message>
    <message>
        <source>Somebody had decided already</source>
        <translation>Joku oli jo ratkaissut sen</translation>
    </message>
    <message>
        <source>Its id is in use: it can only be refused</source>
        <translation>Tunniste on käytössä: sen voi vain jättää hyväksymättä</translation>
    </message>
    <message>
        <source>It cannot lie in another team</source>
        <translation>Ei voi olla toisessa tiimissä</translation>
    </message>
    <message>
        <source>What it said has been erased</source>
        <translation>Sen sisältö on poistettu</translation>
    </message>
    <message>
        <source>Nobody decides about a save of their own</source>
        <translation>Kukaan ei ratkaise omaa tallennustaan</translation>
    </message>
    <message>
        <source>Only a supervisor of the team decides about it</source>
        <translation>Vain tiimin esihenkilö ratkaisee sen</translation>
    </message>
    <message>
        <source>There is no such team</source>
        <translation>Sellaista tiimiä ei ole</translation>
    </message>
    <message>
        <source>It is in that team already</source>
        <translation>On jo siinä tiimissä</translation>
    </message>
    <message>
        <source>The person is not in this team any more</source>
        <translation>Ihminen ei ole enää tässä tiimissä</translation>
    </message>
    <message>
        <source>The centre did not understand it</source>
        <translation>Keskus ei ymmärtänyt sitä</translation>
    </message>
    <message>
        <source>The centre failed at it; it is kept and tried again</source>
        <translation>Keskus epäonnistui siinä; se säilyy ja sitä yritetään uudelleen</translation>
    </message>
    <message>
        <source>Accepted, waits for the centre</source>
        <translation>Hyväksytty, odottaa keskusta</translation>
    </message>
    <message>
        <source>Not accepted, waits for the centre</source>
        <translation>Ei hyväksytty, odottaa keskusta</translation>
    </message>
    <message>
        <source>To {team}, waits for the centre</source>
        <translation>Tiimille {team}, odottaa keskusta</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>On this laptop</source>
        <translation>Tällä koneella</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Turvakielto</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Alle 18</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Poistettu</translation>
    </message>
    <message>
        <source>Deleted, but changed</source>
        <translation>Poistettu, mutta muutettu</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Pyyhitty</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The move was not carried out</source>
        <translation>Siirtoa ei tehty</translation>
    </message>
    <message>
        <source>Your decision was not carried out</source>
        <translation>Päätöstäsi ei voitu toteuttaa</translation>
    </message>
    <message>
        <source>Your right in {team} has ended</source>
        <translation>Oikeutesi päättyi: {team}</translation>
    </message>
    <message>
        <source>Its records have left this laptop</source>
        <translation>Sen tiedot ovat poistuneet tältä koneelta</translation>
    </message>
    <message numerus="yes">
        <source>%n saves of yours are still on this laptop and go to the centre. A supervisor looks at them there.</source>
        <translation>
            <numerusform>%n tallennuksesi on vielä tällä koneella ja lähtee keskukseen. Esihenkilö katsoo sen siellä.</numerusform>
            <numerusform>%n tallennustasi on vielä tällä koneella ja lähtee keskukseen. Esihenkilö katsoo ne siellä.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>What you typed is still on the screen.</source>
        <translation>Kirjoittamasi on yhä ruudulla.</translation>
    </message>
    <message>
        <source>Everything is saved on this computer.</source>
        <translation>Kaikki on tallessa koneella.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Mitään ei muutettu.</translation>
    </message>
    <message>
        <source>Open the notebook with your passphrase.</source>
        <translation>Avaa muistikirja tunnuslauseella.</translation>
    </message>
    <message>
        <source>Contact the help desk.</source>
        <translation>Ota yhteys tukeen.</translation>
    </message>
    <message>
        <source>Renew it over the network, or with the help desk&apos;s code.</source>
        <translation>Uusi lupa verkon kautta tai tuen koodilla.</translation>
    </message>
    <message>
        <source>The PIN does not match. Tries left: {tries_left}.</source>
        <translation>PIN-koodi ei täsmää. Yrityksiä jäljellä: {tries_left}.</translation>
    </message>
    <message>
        <source>Try again, or use your passphrase.</source>
        <translation>Yritä uudelleen tai käytä tunnuslausetta.</translation>
    </message>
    <message>
        <source>The PIN no longer opens this notebook.</source>
        <translation>PIN-koodi ei enää avaa tätä muistikirjaa.</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess.</source>
        <translation>Tämä PIN-koodi on liian helppo arvata.</translation>
    </message>
    <message>
        <source>Choose six digits that are no row and no repetition.</source>
        <translation>Valitse kuusi numeroa, jotka eivät ole sarja eivätkä toistoa.</translation>
    </message>
    <message>
        <source>This computer has no safe place for a PIN.</source>
        <translation>Tällä koneella ei ole turvallista paikkaa PIN-koodille.</translation>
    </message>
    <message>
        <source>This computer has not met the centre for too long.</source>
        <translation>Kone ei ole ollut yhteydessä keskukseen liian pitkään aikaan.</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock its permit has run out.</source>
        <translation>Koneen kellon mukaan sen lupa on päättynyt.</translation>
    </message>
    <message>
        <source>Check date and time first, then renew the permit.</source>
        <translation>Tarkista ensin päivä ja kellonaika, uusi sitten lupa.</translation>
    </message>
    <message>
        <source>This computer&apos;s permit is not in its key store.</source>
        <translation>Koneen lupaa ei löydy sen avainsäilöstä.</translation>
    </message>
    <message>
        <source>This code does not fit.</source>
        <translation>Koodi ei sovi.</translation>
    </message>
    <message>
        <source>Ask for it to be read out again, letter by letter.</source>
        <translation>Pyydä lukemaan se uudelleen merkki kerrallaan.</translation>
    </message>
    <message>
        <source>The centre did not renew this computer&apos;s permit.</source>
        <translation>Keskus ei uusinut koneen lupaa.</translation>
    </message>
    <message>
        <source>Check the passphrase, or contact the help desk.</source>
        <translation>Tarkista tunnuslause tai ota yhteys tukeen.</translation>
    </message>
    <message>
        <source>The centre ordered this notebook to be destroyed, and it was.</source>
        <translation>Keskus määräsi tämän muistikirjan tuhottavaksi, ja se tuhottiin.</translation>
    </message>
    <message>
        <source>What was sent is safe at the centre.</source>
        <translation>Lähetetty on turvassa keskuksessa.</translation>
    </message>
    <message>
        <source>Saves not yet sent: {count}.</source>
        <translation>Tallennuksia lähettämättä: {count}.</translation>
    </message>
    <message>
        <source>Send them first, or let a colleague deliver them.</source>
        <translation>Lähetä ne ensin tai anna kollegan toimittaa ne.</translation>
    </message>
    <message>
        <source>This answer does not open this notebook.</source>
        <translation>Tämä vastaus ei avaa tätä muistikirjaa.</translation>
    </message>
    <message>
        <source>This is no answer to a recovery request.</source>
        <translation>Tämä ei ole vastaus palautuspyyntöön.</translation>
    </message>
    <message>
        <source>Choose the file that came from the help desk.</source>
        <translation>Valitse tuesta tullut tiedosto.</translation>
    </message>
    <message>
        <source>This is no order of this computer&apos;s centre.</source>
        <translation>Tämä ei ole koneen oman keskuksen määräys.</translation>
    </message>
    <message>
        <source>This backup can&apos;t be opened.</source>
        <translation>Tätä varmuuskopiota ei voi avata.</translation>
    </message>
    <message>
        <source>Choose another, or contact the help desk.</source>
        <translation>Valitse toinen tai ota yhteys tukeen.</translation>
    </message>
    <message>
        <source>There were two copies of this notebook.</source>
        <translation>Tästä muistikirjasta oli kaksi kopiota.</translation>
    </message>
    <message>
        <source>What you wrote here is kept, and is sent.</source>
        <translation>Se, mitä kirjoitit tähän, on tallessa ja lähetetään.</translation>
    </message>
    <message>
        <source>Open the notebook and go on. Tell the help desk of the copy.</source>
        <translation>Avaa muistikirja ja jatka. Kerro kopiosta tuelle.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB.</source>
        <translation>Tiedosto on suurempi kuin {limit} Mt.</translation>
    </message>
    <message>
        <source>Attach a smaller one, a single page for instance.</source>
        <translation>Liitä pienempi, esimerkiksi yksi sivu.</translation>
    </message>
    <message>
        <source>The file is empty or can&apos;t be read.</source>
        <translation>Tiedosto on tyhjä tai sitä ei voi lukea.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Valitse toinen tiedosto.</translation>
    </message>
    <message>
        <source>Files of this kind are not taken.</source>
        <translation>Tällaisia tiedostoja ei oteta vastaan.</translation>
    </message>
    <message>
        <source>Attach a PDF, a picture or plain text.</source>
        <translation>Liitä PDF, kuva tai tekstitiedosto.</translation>
    </message>
    <message>
        <source>The file is damaged, or is not what its name says.</source>
        <translation>Tiedosto on vioittunut tai muuta kuin nimi sanoo.</translation>
    </message>
    <message>
        <source>Open it in its own program and save it anew.</source>
        <translation>Avaa se omassa ohjelmassaan ja tallenna uudelleen.</translation>
    </message>
    <message>
        <source>The file itself is not on this computer yet.</source>
        <translation>Itse tiedosto ei ole vielä tällä koneella.</translation>
    </message>
    <message>
        <source>It comes when there is a network.</source>
        <translation>Se tulee, kun verkko on käytössä.</translation>
    </message>
    <message>
        <source>The file on this computer is damaged.</source>
        <translation>Koneella oleva tiedosto on vioittunut.</translation>
    </message>
    <message>
        <source>It is fetched from the centre again.</source>
        <translation>Se haetaan keskuksesta uudelleen.</translation>
    </message>
    <message>
        <source>Try again when there is a network.</source>
        <translation>Yritä uudelleen, kun verkko on käytössä.</translation>
    </message>
    <message>
        <source>Ask your supervisor for a new code.</source>
        <translation>Pyydä esihenkilöltä uusi koodi.</translation>
    </message>
    <message>
        <source>The passphrase does not match.</source>
        <translation>Tunnuslause ei täsmää.</translation>
    </message>
    <message>
        <source>Your data is safe.</source>
        <translation>Tiedot ovat tallessa.</translation>
    </message>
    <message>
        <source>Check Caps Lock and try again.</source>
        <translation>Tarkista Caps Lock ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>Too many wrong passphrases in a row.</source>
        <translation>Liian monta väärää tunnuslausetta peräkkäin.</translation>
    </message>
    <message>
        <source>Try again in {seconds} s.</source>
        <translation>Yritä uudelleen {seconds} s kuluttua.</translation>
    </message>
    <message>
        <source>The passphrase is too easy to guess.</source>
        <translation>Tunnuslause on liian helppo arvata.</translation>
    </message>
    <message>
        <source>Use five words or at least 14 characters.</source>
        <translation>Käytä viittä sanaa tai vähintään 14 merkkiä.</translation>
    </message>
    <message>
        <source>One of the fields has a value that cannot be saved.</source>
        <translation>Yhdessä kentässä on arvo, jota ei voi tallentaa.</translation>
    </message>
    <message>
        <source>Correct it and save again.</source>
        <translation>Korjaa se ja tallenna uudelleen.</translation>
    </message>
    <message>
        <source>A field that is needed is empty.</source>
        <translation>Pakollinen kenttä on tyhjä.</translation>
    </message>
    <message>
        <source>Fill it in and save again.</source>
        <translation>Täytä se ja tallenna uudelleen.</translation>
    </message>
    <message>
        <source>The text is too long: at most {limit} characters fit.</source>
        <translation>Teksti on liian pitkä: enintään {limit} merkkiä mahtuu.</translation>
    </message>
    <message>
        <source>Shorten it and save again.</source>
        <translation>Lyhennä sitä ja tallenna uudelleen.</translation>
    </message>
    <message>
        <source>The personal identity code is not a valid one.</source>
        <translation>Henkilötunnus ei ole kelvollinen.</translation>
    </message>
    <message>
        <source>Check it, or leave it empty for now.</source>
        <translation>Tarkista se tai jätä toistaiseksi tyhjäksi.</translation>
    </message>
    <message>
        <source>The point has no place yet.</source>
        <translation>Pisteellä ei ole vielä paikkaa.</translation>
    </message>
    <message>
        <source>Choose a place or type one.</source>
        <translation>Valitse paikka tai kirjoita se.</translation>
    </message>
    <message>
        <source>The visit has no topic yet.</source>
        <translation>Asioinnilla ei ole vielä aihetta.</translation>
    </message>
    <message>
        <source>Choose at least one topic.</source>
        <translation>Valitse ainakin yksi aihe.</translation>
    </message>
    <message>
        <source>A comment is needed here.</source>
        <translation>Tähän tarvitaan kommentti.</translation>
    </message>
    <message>
        <source>Write briefly what should be added or corrected.</source>
        <translation>Kirjoita lyhyesti, mitä pitää täydentää tai korjata.</translation>
    </message>
    <message>
        <source>There is nothing left to undo: newer changes stand there.</source>
        <translation>Kumottavaa ei enää ole: kohdassa on uudempia muutoksia.</translation>
    </message>
    <message>
        <source>Correct the record itself if you need to.</source>
        <translation>Korjaa tarvittaessa kirjausta.</translation>
    </message>
    <message>
        <source>The invitation could not be read.</source>
        <translation>Kutsua ei voitu lukea.</translation>
    </message>
    <message>
        <source>Check what you typed, or ask for a new invitation file.</source>
        <translation>Tarkista kirjoittamasi tai pyydä uusi kutsutiedosto.</translation>
    </message>
    <message>
        <source>No service is chosen.</source>
        <translation>Palvelua ei ole valittu.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Valitse vähintään yksi.</translation>
    </message>
    <message>
        <source>This service needs the client&apos;s consent before data leaves.</source>
        <translation>Tämä palvelu tarvitsee asiakkaan suostumuksen ennen kuin tietoja annetaan.</translation>
    </message>
    <message>
        <source>Read the text with the client, or choose another way.</source>
        <translation>Lue teksti asiakkaan kanssa tai valitse toinen tapa.</translation>
    </message>
    <message>
        <source>The paper has no letter for {char}.</source>
        <translation>Esitteen kirjasimissa ei ole merkkiä {char}.</translation>
    </message>
    <message>
        <source>Write it in another way.</source>
        <translation>Kirjoita se toisin.</translation>
    </message>
    <message>
        <source>A personal identity code is never printed.</source>
        <translation>Henkilötunnusta ei koskaan tulosteta.</translation>
    </message>
    <message>
        <source>Remove it from your words.</source>
        <translation>Poista se tekstistäsi.</translation>
    </message>
    <message>
        <source>The file could not be read: {reason}.</source>
        <translation>Tiedostoa ei voitu lukea: {reason}.</translation>
    </message>
    <message>
        <source>The catalogue is as it was.</source>
        <translation>Luettelo on ennallaan.</translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation>Pyydä tiedosto uudelleen.</translation>
    </message>
    <message>
        <source>The file is of no service directory that is known here.</source>
        <translation>Tiedosto ei ole tuntemastamme palveluluettelosta.</translation>
    </message>
    <message>
        <source>Choose where it comes from, or another file.</source>
        <translation>Valitse, mistä se on, tai toinen tiedosto.</translation>
    </message>
    <message>
        <source>Your role does not have the right to do this.</source>
        <translation>Roolillasi ei ole oikeutta tähän.</translation>
    </message>
    <message>
        <source>Ask your supervisor for the right, or to do it for you.</source>
        <translation>Pyydä esihenkilöltä oikeus tai pyydä häntä tekemään tämä.</translation>
    </message>
    <message>
        <source>You wrote this yourself, so somebody else reviews it.</source>
        <translation>Kirjoitit tämän itse, joten joku muu tarkistaa sen.</translation>
    </message>
    <message>
        <source>Leave it in the queue for another reviewer.</source>
        <translation>Jätä se jonoon toiselle tarkistajalle.</translation>
    </message>
    <message>
        <source>This computer&apos;s right to send has been withdrawn.</source>
        <translation>Tämän koneen lähetysoikeus on peruttu.</translation>
    </message>
    <message>
        <source>Contact your supervisor: they will check what was not sent.</source>
        <translation>Ota yhteys esihenkilöön: hän tarkistaa, mitä jäi lähettämättä.</translation>
    </message>
    <message>
        <source>The notebook is locked.</source>
        <translation>Muistikirja on lukittu.</translation>
    </message>
    <message>
        <source>Open it with your passphrase and go on.</source>
        <translation>Avaa se tunnuslauseella ja jatka.</translation>
    </message>
    <message>
        <source>This notebook is open in another window.</source>
        <translation>Muistikirja on auki toisessa ikkunassa.</translation>
    </message>
    <message>
        <source>Close the other window and try again.</source>
        <translation>Sulje toinen ikkuna ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>This notebook was made by a newer version.</source>
        <translation>Muistikirja on tehty uudemmalla versiolla.</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>Päivitä ohjelma.</translation>
    </message>
    <message>
        <source>The notebook&apos;s file is damaged and was not opened.</source>
        <translation>Muistikirjan tiedosto on vaurioitunut, eikä sitä avattu.</translation>
    </message>
    <message>
        <source>What was sent is safe at the centre. The file was left as it is.</source>
        <translation>Lähetetyt tiedot ovat tallessa keskuksessa. Tiedosto jätettiin ennalleen.</translation>
    </message>
    <message>
        <source>Do not delete anything. Contact the help desk.</source>
        <translation>Älä poista mitään. Ota yhteys tukeen.</translation>
    </message>
    <message>
        <source>The notebook&apos;s key file is damaged.</source>
        <translation>Muistikirjan avaintiedosto on vaurioitunut.</translation>
    </message>
    <message>
        <source>The notebook itself was not touched.</source>
        <translation>Itse muistikirjaan ei koskettu.</translation>
    </message>
    <message>
        <source>The notebook&apos;s key file is missing.</source>
        <translation>Muistikirjan avaintiedosto puuttuu.</translation>
    </message>
    <message>
        <source>The notebook&apos;s key file was made by a newer version.</source>
        <translation>Muistikirjan avaintiedosto on tehty uudemmalla versiolla.</translation>
    </message>
    <message>
        <source>The key file is older than the notebook: it was put back from a copy.</source>
        <translation>Avaintiedosto on vanhempi kuin muistikirja: se on palautettu kopiosta.</translation>
    </message>
    <message>
        <source>The log of who read what is not whole.</source>
        <translation>Loki siitä, kuka on lukenut mitä, ei ole ehjä.</translation>
    </message>
    <message>
        <source>Contact the help desk before you go on.</source>
        <translation>Ota yhteys tukeen ennen kuin jatkat.</translation>
    </message>
    <message>
        <source>This is no longer in the notebook.</source>
        <translation>Tätä ei enää ole muistikirjassa.</translation>
    </message>
    <message>
        <source>Go back to the list and open it again.</source>
        <translation>Palaa luetteloon ja avaa se uudelleen.</translation>
    </message>
    <message>
        <source>This card has left the computer to keep little on it.</source>
        <translation>Tämä kortti on poistunut koneelta, jotta siinä säilyy vähän.</translation>
    </message>
    <message>
        <source>The centre has it.</source>
        <translation>Se on keskuksessa.</translation>
    </message>
    <message>
        <source>Open it on the page People and fetch it.</source>
        <translation>Avaa se Ihmiset-sivulla ja hae se.</translation>
    </message>
    <message>
        <source>The two cards are in different teams.</source>
        <translation>Kortit ovat eri tiimeissä.</translation>
    </message>
    <message>
        <source>Move one of the people to the other team first.</source>
        <translation>Siirrä ensin toinen ihminen samaan tiimiin.</translation>
    </message>
    <message>
        <source>Somebody else did this meanwhile.</source>
        <translation>Joku muu ehti tehdä tämän sillä välin.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Mitään ei kadonnut.</translation>
    </message>
    <message>
        <source>See what is shown now.</source>
        <translation>Katso, mikä arvo nyt näkyy.</translation>
    </message>
    <message>
        <source>The notebook stopped and was locked.</source>
        <translation>Muistikirja pysähtyi ja lukittiin.</translation>
    </message>
    <message>
        <source>Everything that was saved is safe on this computer.</source>
        <translation>Kaikki tallennettu on tallessa koneella.</translation>
    </message>
    <message>
        <source>Open it again with your passphrase.</source>
        <translation>Avaa se uudelleen tunnuslauseella.</translation>
    </message>
    <message>
        <source>The program made a mistake ({where}).</source>
        <translation>Ohjelmassa tapahtui virhe ({where}).</translation>
    </message>
    <message>
        <source>What was saved before is safe on this computer.</source>
        <translation>Aiemmin tallennettu on tallessa koneella.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, tell the help desk.</source>
        <translation>Yritä uudelleen. Jos virhe toistuu, kerro siitä tuelle.</translation>
    </message>
    <message>
        <source>The disk is full, this was not saved.</source>
        <translation>Levy on täynnä, tätä ei tallennettu.</translation>
    </message>
    <message>
        <source>Earlier entries are safe, your text is still on screen.</source>
        <translation>Aiemmat ovat tallessa, tekstisi on yhä ruudulla.</translation>
    </message>
    <message>
        <source>Free space and save.</source>
        <translation>Vapauta tilaa ja tallenna.</translation>
    </message>
    <message>
        <source>The notebook may not lie in this folder.</source>
        <translation>Muistikirja ei saa olla tässä kansiossa.</translation>
    </message>
    <message>
        <source>Contact the help desk: it belongs on this computer&apos;s own disk.</source>
        <translation>Ota yhteys tukeen: sen paikka on koneen omalla levyllä.</translation>
    </message>
    <message>
        <source>The network dropped.</source>
        <translation>Verkko katkesi.</translation>
    </message>
    <message>
        <source>Sending resumes by itself.</source>
        <translation>Lähetys jatkuu itsestään.</translation>
    </message>
    <message>
        <source>This network asks for a sign-in before it lets anything through.</source>
        <translation>Tämä verkko vaatii kirjautumisen ennen kuin päästää mitään läpi.</translation>
    </message>
    <message>
        <source>Sign in with the web browser, or use your phone&apos;s network.</source>
        <translation>Kirjaudu verkkoon selaimella tai käytä puhelimen verkkoa.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the notebook through.</source>
        <translation>Tämän verkon välityspalvelin ei päästä kenttäkirjaa läpi.</translation>
    </message>
    <message>
        <source>Choose another way in the settings, or use your phone&apos;s network.</source>
        <translation>Valitse asetuksista toinen yhteys tai käytä puhelimen verkkoa.</translation>
    </message>
    <message>
        <source>Another centre answered than the one expected.</source>
        <translation>Vastaajana oli eri keskus kuin odotettiin.</translation>
    </message>
    <message>
        <source>Nothing was sent to it.</source>
        <translation>Sille ei lähetetty mitään.</translation>
    </message>
    <message>
        <source>Check the address and the fingerprint, or contact the help desk.</source>
        <translation>Tarkista osoite ja sormenjälki tai ota yhteys tukeen.</translation>
    </message>
    <message>
        <source>The centre does not know this code.</source>
        <translation>Keskus ei tunne tätä koodia.</translation>
    </message>
    <message>
        <source>Check the code letter by letter.</source>
        <translation>Tarkista koodi merkki merkiltä.</translation>
    </message>
    <message>
        <source>The code has expired.</source>
        <translation>Koodi on vanhentunut.</translation>
    </message>
    <message>
        <source>The code has been used already.</source>
        <translation>Koodi on jo käytetty.</translation>
    </message>
    <message>
        <source>The code was tried wrong too many times and is locked.</source>
        <translation>Koodia on yritetty väärin liian monta kertaa, ja se on lukittu.</translation>
    </message>
    <message>
        <source>The centre cannot answer just now.</source>
        <translation>Keskus ei voi juuri nyt vastata.</translation>
    </message>
    <message>
        <source>Go on working and try again later.</source>
        <translation>Jatka työtä ja yritä myöhemmin uudelleen.</translation>
    </message>
    <message>
        <source>The centre did not accept this ({code}).</source>
        <translation>Keskus ei hyväksynyt tätä ({code}).</translation>
    </message>
    <message>
        <source>Tell the help desk the word in brackets.</source>
        <translation>Kerro suluissa oleva sana tuelle.</translation>
    </message>
    <message>
        <source>The computer is short of memory for opening the notebook.</source>
        <translation>Muisti ei riitä muistikirjan avaamiseen.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Sulje muita ohjelmia ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>The centre does not know this computer.</source>
        <translation>Keskus ei tunne tätä tietokonetta.</translation>
    </message>
    <message>
        <source>Enrol again on the Sync page. What you wrote comes along.</source>
        <translation>Liity uudelleen Synkronointi-sivulla. Kirjauksesi tulevat mukana.</translation>
    </message>
    <message>
        <source>This notebook is in use as two copies.</source>
        <translation>Muistikirjasta on käytössä kaksi kopiota.</translation>
    </message>
    <message>
        <source>Stop using the other copy and contact the help desk.</source>
        <translation>Lopeta toisen kopion käyttö ja ota yhteys tukeen.</translation>
    </message>
</context>
<context>
    <name>ServiceFields</name>
    <message>
        <source>Place {number}</source>
        <translation>Paikka {number}</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Palvelu</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nimi</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Lyhyesti</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Kuvaus</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Muut nimet</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>Hakusanat</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Kenelle</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Vaatimukset</translation>
    </message>
    <message>
        <source>Effect on benefits</source>
        <translation>Vaikutus etuuksiin</translation>
    </message>
    <message>
        <source>What the consent is about</source>
        <translation>Mitä suostumus koskee</translation>
    </message>
    <message>
        <source>How to refer</source>
        <translation>Näin ohjaat</translation>
    </message>
    <message>
        <source>What taking part means</source>
        <translation>Mitä osallistuminen vaatii</translation>
    </message>
    <message>
        <source>What to write down</source>
        <translation>Mitä kirjataan</translation>
    </message>
    <message>
        <source>About the price</source>
        <translation>Hinnasta</translation>
    </message>
    <message>
        <source>About accessibility</source>
        <translation>Esteettömyydestä</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>Toteuttaja</translation>
    </message>
    <message>
        <source>Contact for staff</source>
        <translation>Yhteys henkilöstölle</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Palveluluokka</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Aiheet</translation>
    </message>
    <message>
        <source>Life situations</source>
        <translation>Elämäntilanteet</translation>
    </message>
    <message>
        <source>Lowest age</source>
        <translation>Alaikäraja</translation>
    </message>
    <message>
        <source>Highest age</source>
        <translation>Yläikäraja</translation>
    </message>
    <message>
        <source>Situation in working life</source>
        <translation>Työtilanne</translation>
    </message>
    <message>
        <source>Home municipalities</source>
        <translation>Kotikunnat</translation>
    </message>
    <message>
        <source>Obligation</source>
        <translation>Velvoittavuus</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Suostumus</translation>
    </message>
    <message>
        <source>Ways of referring</source>
        <translation>Ohjaamisen tavat</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Kielet</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Taso</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Tulkki</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Hinta</translation>
    </message>
    <message>
        <source>Without appointment</source>
        <translation>Ilman ajanvarausta</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>Esteettömyys</translation>
    </message>
    <message>
        <source>Free places</source>
        <translation>Vapaita paikkoja</translation>
    </message>
    <message>
        <source>Queue in weeks</source>
        <translation>Jono viikkoina</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Alkaa</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Paikat</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Puhelin</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Sähköposti</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Verkko-osoite</translation>
    </message>
    <message>
        <source>Goes with</source>
        <translation>Sopii yhteen</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Voimassa alkaen</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Voimassa asti</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Tarkistettu</translation>
    </message>
    <message>
        <source>Check again by</source>
        <translation>Tarkistettava viimeistään</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Järjestäjä</translation>
    </message>
    <message>
        <source>Organisation&apos;s id at the source</source>
        <translation>Järjestäjän tunnus lähteessä</translation>
    </message>
    <message>
        <source>Kind of organisation</source>
        <translation>Järjestäjän tyyppi</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>Y-tunnus</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Lähde</translation>
    </message>
    <message>
        <source>Id at the source</source>
        <translation>Tunnus lähteessä</translation>
    </message>
    <message>
        <source>Address at the source</source>
        <translation>Osoite lähteessä</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Käyttölupa</translation>
    </message>
    <message>
        <source>Changed at the source</source>
        <translation>Muutettu lähteessä</translation>
    </message>
    <message>
        <source>Read from the source</source>
        <translation>Luettu lähteestä</translation>
    </message>
    <message>
        <source>Name of the place</source>
        <translation>Paikan nimi</translation>
    </message>
    <message>
        <source>Street address</source>
        <translation>Katuosoite</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postinumero</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Postitoimipaikka</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kunta</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Alue</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Leveysaste</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Pituusaste</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Aukioloajat</translation>
    </message>
    <message>
        <source>Opening hours in words</source>
        <translation>Aukioloajat sanoin</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Päättyy</translation>
    </message>
    <message>
        <source>Accessible</source>
        <translation>Esteetön</translation>
    </message>
    <message>
        <source>About the place</source>
        <translation>Paikasta</translation>
    </message>
    <message>
        <source>Weekly hours</source>
        <translation>Viikon ajat</translation>
    </message>
    <message>
        <source>Other hours</source>
        <translation>Poikkeusajat</translation>
    </message>
    <message>
        <source>Write this in one language at least.</source>
        <translation>Kirjoita tämä ainakin yhdellä kielellä.</translation>
    </message>
    <message>
        <source>Too long. Shorten it; nothing is lost.</source>
        <translation>Liian pitkä. Lyhennä; mitään ei katoa.</translation>
    </message>
    <message>
        <source>This is not in the list any more. Choose another.</source>
        <translation>Tätä ei enää ole luettelossa. Valitse toinen.</translation>
    </message>
    <message>
        <source>Write the day like this: 14.2.2027.</source>
        <translation>Kirjoita päivä näin: 14.2.2027.</translation>
    </message>
    <message>
        <source>Write the times like this: 9.00-15.30.</source>
        <translation>Kirjoita ajat näin: 9.00-15.30.</translation>
    </message>
    <message>
        <source>A web address begins with https:// and has no spaces.</source>
        <translation>Verkko-osoite alkaa https:// eikä siinä ole välejä.</translation>
    </message>
    <message>
        <source>The number is outside what is possible.</source>
        <translation>Luku ei ole mahdollinen.</translation>
    </message>
    <message>
        <source>There are hidden signs in the text. Type it anew instead of pasting.</source>
        <translation>Tekstissä on piilomerkkejä. Kirjoita se uudelleen liittämisen sijaan.</translation>
    </message>
    <message>
        <source>This cannot be saved. Write it another way.</source>
        <translation>Tätä ei voi tallentaa. Kirjoita se toisin.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Uusi</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Muuttunut</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Ennallaan</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Poistunut</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Ei luettu</translation>
    </message>
    <message>
        <source>Read in part</source>
        <translation>Luettu osin</translation>
    </message>
    <message>
        <source>It has no id.</source>
        <translation>Siltä puuttuu tunnus.</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>Siltä puuttuu nimi.</translation>
    </message>
    <message>
        <source>The same id stands twice in the file.</source>
        <translation>Sama tunnus on tiedostossa kahdesti.</translation>
    </message>
    <message>
        <source>It is a draft at the source.</source>
        <translation>Se on lähteessä luonnos.</translation>
    </message>
    <message>
        <source>It is not public at the source.</source>
        <translation>Se ei ole lähteessä julkinen.</translation>
    </message>
    <message>
        <source>It is no service.</source>
        <translation>Se ei ole palvelu.</translation>
    </message>
    <message>
        <source>It has another shape than expected.</source>
        <translation>Se on eri muodossa kuin odotettiin.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Se on liian suuri.</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>Se on jo päättynyt.</translation>
    </message>
    <message>
        <source>It has not begun yet.</source>
        <translation>Se ei ole vielä alkanut.</translation>
    </message>
    <message>
        <source>It points back at itself.</source>
        <translation>Se viittaa itseensä.</translation>
    </message>
    <message>
        <source>What it points at is not in the file.</source>
        <translation>Viittauksen kohde ei ole tiedostossa.</translation>
    </message>
    <message>
        <source>There are too many; the rest was left out.</source>
        <translation>Niitä on liikaa; loput jäivät pois.</translation>
    </message>
    <message>
        <source>It has too many parts; the rest was left out.</source>
        <translation>Siinä on liikaa osia; loput jäivät pois.</translation>
    </message>
    <message>
        <source>The value is of another kind than expected.</source>
        <translation>Arvo on eri lajia kuin odotettiin.</translation>
    </message>
    <message>
        <source>The text was too long and was cut.</source>
        <translation>Teksti oli liian pitkä ja lyheni.</translation>
    </message>
    <message>
        <source>Formatting was removed, the words stayed.</source>
        <translation>Muotoilu poistui, sanat säilyivät.</translation>
    </message>
    <message>
        <source>The language is not known here.</source>
        <translation>Kieltä ei tunneta täällä.</translation>
    </message>
    <message>
        <source>The value is not known here.</source>
        <translation>Arvoa ei tunneta täällä.</translation>
    </message>
    <message>
        <source>The day is no day.</source>
        <translation>Päivä ei ole päivämäärä.</translation>
    </message>
    <message>
        <source>The opening hours cannot be read.</source>
        <translation>Aukioloaikoja ei voi lukea.</translation>
    </message>
    <message>
        <source>The place cannot be read.</source>
        <translation>Paikkaa ei voi lukea.</translation>
    </message>
    <message>
        <source>The number cannot be read.</source>
        <translation>Lukua ei voi lukea.</translation>
    </message>
    <message>
        <source>The web address cannot be read.</source>
        <translation>Verkko-osoitetta ei voi lukea.</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>se on liian suuri</translation>
    </message>
    <message>
        <source>its letters are not UTF-8</source>
        <translation>sen merkistö ei ole UTF-8</translation>
    </message>
    <message>
        <source>it is not whole JSON</source>
        <translation>se ei ole ehyttä JSONia</translation>
    </message>
    <message>
        <source>it is built in another way than expected</source>
        <translation>se on rakennettu toisin kuin odotettiin</translation>
    </message>
    <message>
        <source>it was made by a newer version</source>
        <translation>se on tehty uudemmalla versiolla</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>sitä ei enää ole siellä</translation>
    </message>
    <message>
        <source>you have no right to read it</source>
        <translation>sinulla ei ole oikeutta lukea sitä</translation>
    </message>
    <message>
        <source>the disk did not give it</source>
        <translation>levy ei antanut sitä</translation>
    </message>
</context>
</TS>
