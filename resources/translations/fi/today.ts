<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>ClosingCard</name>
    <message>
        <source>Close the point</source>
        <translation>Sulje piste</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Asiointeja</translation>
    </message>
    <message>
        <source>In groups</source>
        <translation>Ryhmissä</translation>
    </message>
    <message>
        <source>Unrecorded</source>
        <translation>Kirjaamatta</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Kävijöitä</translation>
    </message>
    <message>
        <source>How did it go?</source>
        <translation>Miten piste sujui?</translation>
    </message>
    <message>
        <source>badly</source>
        <translation>huonosti</translation>
    </message>
    <message>
        <source>rather badly</source>
        <translation>vaisusti</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>tavallisesti</translation>
    </message>
    <message>
        <source>well</source>
        <translation>hyvin</translation>
    </message>
    <message>
        <source>very well</source>
        <translation>erinomaisesti</translation>
    </message>
    <message>
        <source>What should we remember next time?</source>
        <translation>Mitä muistetaan ensi kerralla?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Next</source>
        <translation>Seuraavaksi</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tehty</translation>
    </message>
    <message>
        <source>Done: {name}, {what}</source>
        <translation>Tehty: {name}, {what}</translation>
    </message>
</context>
<context>
    <name>GroupForm</name>
    <message>
        <source>Choose a kind</source>
        <translation>Valitse laji</translation>
    </message>
    <message>
        <source>How many people came?</source>
        <translation>Montako henkilöä tuli?</translation>
    </message>
    <message>
        <source>{name} off</source>
        <translation>{name} pois</translation>
    </message>
    <message>
        <source>Group event</source>
        <translation>Ryhmäasiointi</translation>
    </message>
    <message>
        <source>Change a group event</source>
        <translation>Muuta ryhmäasiointia</translation>
    </message>
    <message>
        <source>Letters choose kind and topic, digits say how many, Enter saves.</source>
        <translation>Kirjaimet valitsevat lajin ja aiheen, numerot määrän, Enter tallentaa.</translation>
    </message>
    <message>
        <source>{time}, keys are live</source>
        <translation>{time}, näppäimet käytössä</translation>
    </message>
    <message>
        <source>{time}, Ctrl G for the keys</source>
        <translation>{time}, Ctrl G ottaa näppäimet</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Laji</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Aihe</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lisäksi</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Henkilöitä</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>Yksi vähemmän</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>Yksi lisää</translation>
    </message>
    <message>
        <source>Type the number, or press + and -</source>
        <translation>Kirjoita luku, tai paina + ja -</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Kumppani</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Huomautus</translation>
    </message>
    <message>
        <source>A line, no names</source>
        <translation>Huomautus, ei nimiä</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Kieli: {name}</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Kesto</translation>
    </message>
    <message>
        <source>The group was removed</source>
        <translation>Ryhmäasiointi poistettu</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n henkilö</numerusform>
            <numerusform>%n henkilöä</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Tallennettu: {what}</translation>
    </message>
</context>
<context>
    <name>LanguageStrip</name>
    <message>
        <source>Another language, by its first letters</source>
        <translation>Muu kieli, alkukirjaimilla</translation>
    </message>
    <message>
        <source>other…</source>
        <translation>muu…</translation>
    </message>
    <message>
        <source>Language&apos;s first letters</source>
        <translation>Kielen alkukirjaimet</translation>
    </message>
    <message>
        <source>No such language in the list</source>
        <translation>Kieltä ei ole luettelossa</translation>
    </message>
</context>
<context>
    <name>LeadCard</name>
    <message>
        <source>May be called</source>
        <translation>Saa soittaa</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Soitettu</translation>
    </message>
    <message>
        <source>Make a card</source>
        <translation>Tee kortti</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day} asti</translation>
    </message>
    <message>
        <source>Called: {name}</source>
        <translation>Soitettu: {name}</translation>
    </message>
    <message>
        <source>Not called: {name}</source>
        <translation>Ei soitettu: {name}</translation>
    </message>
</context>
<context>
    <name>LeadForm</name>
    <message>
        <source>What are they called?</source>
        <translation>Mikä on nimi?</translation>
    </message>
    <message>
        <source>A phone number or an e-mail address</source>
        <translation>Puhelinnumero tai sähköposti</translation>
    </message>
    <message>
        <source>This is no phone number</source>
        <translation>Tämä ei ole puhelinnumero</translation>
    </message>
    <message>
        <source>About what may they be called?</source>
        <translation>Mistä asiasta saa ottaa yhteyttä?</translation>
    </message>
    <message>
        <source>A day from today to {last}</source>
        <translation>Päivä tästä päivästä {last} asti</translation>
    </message>
    <message>
        <source>Change a permission to contact</source>
        <translation>Muuta yhteydenottolupaa</translation>
    </message>
    <message>
        <source>Permission to contact</source>
        <translation>Yhteydenottolupa</translation>
    </message>
    <message>
        <source>For who is no client. It is erased when the day has passed.</source>
        <translation>Hänelle, joka ei ole asiakas. Poistuu koneelta, kun päivä on ohi.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Etunimi</translation>
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
        <source>Not asked</source>
        <translation>Ei kysytty</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>Mistä asiasta</translation>
    </message>
    <message>
        <source>One thing, for example a course that begins</source>
        <translation>Yksi asia, esimerkiksi alkava kurssi</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Lupa voimassa</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>May be called: {name}</source>
        <translation>Saa soittaa: {name}</translation>
    </message>
    <message>
        <source>The permission was removed</source>
        <translation>Yhteydenottolupa poistettu</translation>
    </message>
</context>
<context>
    <name>MoreDetails</name>
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
        <source>Situation</source>
        <translation>Tilanne</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kotikunta</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Kaupunginosa</translation>
    </message>
    <message>
        <source>How they found us</source>
        <translation>Mistä löysi meidät</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Ei kysytty</translation>
    </message>
    <message>
        <source>What was wanted and could not be given</source>
        <translation>Mitä kaivattiin, mutta ei voitu tarjota</translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message>
        <source>From the supervisor</source>
        <translation>Esihenkilöltä</translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n vastattava</numerusform>
            <numerusform>%n vastattavaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Vastauksesi</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Vastaa</translation>
    </message>
    <message>
        <source>Approved: {what}</source>
        <translation>Hyväksyi: {what}</translation>
    </message>
    <message>
        <source>Returned: {what}</source>
        <translation>Palautti: {what}</translation>
    </message>
    <message>
        <source>Asks: {what}</source>
        <translation>Kysyy: {what}</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Vastattu</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Odottaa keskusta</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>News</source>
        <translation>Uutta</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Nähty</translation>
    </message>
    <message numerus="yes">
        <source>%n people were handed over to you</source>
        <translation>
            <numerusform>%n ihminen siirrettiin sinulle</numerusform>
            <numerusform>%n ihmistä siirrettiin sinulle</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter shows from whom, and what came late</source>
        <translation>Enter näyttää, keneltä ja mitä tuli myöhässä</translation>
    </message>
    <message numerus="yes">
        <source>%n saves wait for your decision</source>
        <translation>
            <numerusform>%n tallennus odottaa päätöstäsi</numerusform>
            <numerusform>%n tallennusta odottaa päätöstäsi</numerusform>
        </translation>
    </message>
    <message>
        <source>The centre holds them back</source>
        <translation>Keskus pidättää niitä</translation>
    </message>
</context>
<context>
    <name>OpeningCard</name>
    <message>
        <source>Plan a point</source>
        <translation>Suunnittele piste</translation>
    </message>
    <message>
        <source>Open a point</source>
        <translation>Avaa piste</translation>
    </message>
    <message>
        <source>No point is open.</source>
        <translation>Pistettä ei ole auki.</translation>
    </message>
    <message>
        <source>No point is open. Filled in from the last time.</source>
        <translation>Pistettä ei ole auki. Viime kerran tiedot on täytetty valmiiksi.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>Begin to type, or write any place</source>
        <translation>Kirjoita paikan nimi</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Muoto</translation>
    </message>
    <message>
        <source>Goal, visits</source>
        <translation>Tavoite, kpl</translation>
    </message>
    <message>
        <source>Goal in words</source>
        <translation>Tavoite sanoin</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Kumppanit</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Työkaverit mukana</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Tallenna suunnitelma</translation>
    </message>
    <message>
        <source>Open the point</source>
        <translation>Avaa piste</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>Avaa nyt</translation>
    </message>
    <message>
        <source>Plan for later</source>
        <translation>Suunnittele myöhemmäksi</translation>
    </message>
    <message>
        <source>Record without a point</source>
        <translation>Kirjaa ilman pistettä</translation>
    </message>
</context>
<context>
    <name>PlanStrip</name>
    <message>
        <source>A day, for example 27.11.2026</source>
        <translation>Päivä, esimerkiksi 27.11.2026</translation>
    </message>
    <message>
        <source>A time to come, for example 12.30</source>
        <translation>Tuleva kellonaika, esimerkiksi 12.30</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Ei suunnitelmaa</translation>
    </message>
    <message>
        <source>Planned points</source>
        <translation>Suunnitellut pisteet</translation>
    </message>
    <message>
        <source>Remove the plan</source>
        <translation>Poista suunnitelma</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Klo</translation>
    </message>
</context>
<context>
    <name>SessionPart</name>
    <message>
        <source>Where are you? Your visit is kept, and is saved when the point opens.</source>
        <translation>Missä olet? Asiointi on tallessa ja tallentuu, kun piste avautuu.</translation>
    </message>
    <message>
        <source>Planned: {place}, {when}</source>
        <translation>Suunniteltu: {place}, {when}</translation>
    </message>
    <message>
        <source>The plan was removed</source>
        <translation>Suunnitelma poistettu</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n asiointi</numerusform>
            <numerusform>%n asiointia</numerusform>
        </translation>
    </message>
    <message>
        <source>Goal: {goal}.</source>
        <translation>Tavoite: {goal}.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> ja </translation>
    </message>
    <message>
        <source>With {names}.</source>
        <translation>Mukana {names}.</translation>
    </message>
    <message>
        <source>No point is open: visits are recorded at your last place.</source>
        <translation>Pistettä ei ole auki: asioinnit kirjataan viime paikkaasi.</translation>
    </message>
    <message>
        <source>Open a point…</source>
        <translation>Avaa piste…</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Nothing to undo</source>
        <translation>Ei kumottavaa</translation>
    </message>
    <message>
        <source>Undone. What was changed later stays.</source>
        <translation>Kumottu. Myöhemmin muutettu jäi ennalleen.</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Kumottu</translation>
    </message>
    <message>
        <source>Open a point first: the waiting list is a point&apos;s own</source>
        <translation>Avaa ensin piste: jono on pisteen oma</translation>
    </message>
    <message>
        <source>Waiting {count}</source>
        <translation>Jonossa {count}</translation>
    </message>
    <message>
        <source>Next {count}</source>
        <translation>Seuraavaksi {count}</translation>
    </message>
    <message>
        <source>May be called {count}</source>
        <translation>Saa soittaa {count}</translation>
    </message>
    <message>
        <source>Two values {count}</source>
        <translation>Kaksi arvoa {count}</translation>
    </message>
    <message>
        <source>News {count}</source>
        <translation>Uutta {count}</translation>
    </message>
    <message>
        <source>From the supervisor {count}</source>
        <translation>Esihenkilöltä {count}</translation>
    </message>
    <message>
        <source>Closed: {place}. {visits}, {heads}.</source>
        <translation>Suljettu: {place}. {visits}, {heads}.</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n asiointi</numerusform>
            <numerusform>%n asiointia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n heads</source>
        <translation>
            <numerusform>%n kävijä</numerusform>
            <numerusform>%n kävijää</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {time}: {what}</source>
        <translation>Tallennettu {time}: {what}</translation>
    </message>
</context>
<context>
    <name>ToldCard</name>
    <message>
        <source>Two values</source>
        <translation>Kaksi arvoa</translation>
    </message>
    <message>
        <source>Bring mine back</source>
        <translation>Palauta omani</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Nähty</translation>
    </message>
    <message>
        <source>{field} is again what you wrote</source>
        <translation>{field} on taas se, minkä kirjoitit</translation>
    </message>
    <message>
        <source>You are asked: does the record stay?</source>
        <translation>Sinulta kysytään: jääkö tieto?</translation>
    </message>
    <message>
        <source>Please choose: {field}</source>
        <translation>Valitse: {field}</translation>
    </message>
    <message>
        <source>Another value was chosen: {field}</source>
        <translation>Valittiin toinen arvo: {field}</translation>
    </message>
    <message>
        <source>Deleted, though you had changed it</source>
        <translation>Poistettu, vaikka olit muuttanut</translation>
    </message>
    <message>
        <source>Another value is shown: {field}</source>
        <translation>Näkyvissä on toinen arvo: {field}</translation>
    </message>
</context>
<context>
    <name>VisitList</name>
    <message>
        <source>Today</source>
        <translation>Tänään</translation>
    </message>
    <message>
        <source>Today&apos;s visits</source>
        <translation>Tämän päivän asioinnit</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n asiointi</numerusform>
            <numerusform>%n asiointia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>%n ryhmä</numerusform>
            <numerusform>%n ryhmää</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n lähettämättä</numerusform>
            <numerusform>%n lähettämättä</numerusform>
        </translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Ryhmä</translation>
    </message>
    <message>
        <source>Permission to contact</source>
        <translation>Soittolupa</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Jonoon</translation>
    </message>
    <message>
        <source>No visits yet. Press Ctrl N when someone comes.</source>
        <translation>Ei vielä asiointeja. Paina Ctrl N, kun joku tulee.</translation>
    </message>
    <message>
        <source>Group: {kind}</source>
        <translation>Ryhmä: {kind}</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n hlö</numerusform>
            <numerusform>%n hlö</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Taken off the list</source>
        <translation>Poistettu jonosta</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Seuraava</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Lähti</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Jonossa</translation>
    </message>
    <message>
        <source>First name; empty for a number</source>
        <translation>Etunimi; tyhjä antaa numeron</translation>
    </message>
    <message>
        <source>Saved nowhere. Gone when the point closes.</source>
        <translation>Ei tallennu minnekään. Katoaa, kun piste suljetaan.</translation>
    </message>
    <message>
        <source>Number {number}</source>
        <translation>Numero {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>waited {time}</source>
        <translation>odottanut {time}</translation>
    </message>
    <message>
        <source>Next: {who}</source>
        <translation>Vuorossa: {who}</translation>
    </message>
</context>
<context>
    <name>WalkInPanel</name>
    <message numerus="yes">
        <source>The note is %n characters too long.</source>
        <translation>
            <numerusform>Huomio on %n merkin liian pitkä.</numerusform>
            <numerusform>Huomio on %n merkkiä liian pitkä.</numerusform>
        </translation>
    </message>
    <message>
        <source>a personal identity code</source>
        <translation>henkilötunnus</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>sähköpostiosoite</translation>
    </message>
    <message>
        <source>a phone number</source>
        <translation>puhelinnumero</translation>
    </message>
    <message>
        <source>a home address</source>
        <translation>kotiosoite</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>nimi</translation>
    </message>
    <message>
        <source>This looks like {what}. A walk-in is anonymous: please take it out.</source>
        <translation>Tässä näyttää olevan {what}. Asiointi on nimetön: poista se, kiitos.</translation>
    </message>
    <message>
        <source>Choose a topic</source>
        <translation>Valitse aihe</translation>
    </message>
    <message>
        <source>Emptied</source>
        <translation>Tyhjennetty</translation>
    </message>
    <message>
        <source>{name} off</source>
        <translation>{name} pois</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Uusi asiointi</translation>
    </message>
    <message>
        <source>Letters choose topics and outcomes, digits the age, Enter saves.</source>
        <translation>Kirjaimet valitsevat aiheet ja tulokset, numerot iän, Enter tallentaa.</translation>
    </message>
    <message>
        <source>{time}, keys are live</source>
        <translation>{time}, näppäimet käytössä</translation>
    </message>
    <message>
        <source>{time}, Ctrl N for the keys</source>
        <translation>{time}, näppäimet: Ctrl N</translation>
    </message>
    <message numerus="yes">
        <source>From the heads: %n left, Esc ends</source>
        <translation>
            <numerusform>Pääluvusta: %n jäljellä, Esc lopettaa</numerusform>
            <numerusform>Pääluvusta: %n jäljellä, Esc lopettaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ikä</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Aihe</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Tulos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lisäksi</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Palvelu</translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation>Etsi palvelu</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomio</translation>
    </message>
    <message>
        <source>Note, no names and no numbers</source>
        <translation>Huomio, ei nimiä eikä numeroita</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>Muut tiedot</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Kieli: {name}</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Tulkki</translation>
    </message>
    <message>
        <source>In words: cv 22 ru +referral</source>
        <translation>Sanoin: cv 22 ru +ohjaus</translation>
    </message>
    <message>
        <source>Sent to: {names}</source>
        <translation>Ohjattu: {names}</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Take the services off</source>
        <translation>Poista palvelut</translation>
    </message>
</context>
</TS>
