<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Review</name>
    <message>
        <source>empty</source>
        <translation>tyhjä</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Lisätty</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Muutettu</translation>
    </message>
    <message>
        <source>All is reviewed.</source>
        <translation>Kaikki tarkistettu.</translation>
    </message>
    <message>
        <source>New work comes here as it reaches the centre.</source>
        <translation>Uudet kirjaukset tulevat tähän, kun ne ovat perillä keskuksessa.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Mikä muuttui</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Avaa kortti</translation>
    </message>
    <message numerus="yes">
        <source>Changes, %n fields</source>
        <translation>
            <numerusform>Muutokset, %n kohta</numerusform>
            <numerusform>Muutokset, %n kohtaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Two values: {fields}. You may approve the rest; this stays open.</source>
        <translation>Kaksi arvoa: {fields}. Voit hyväksyä muut, tämä jää auki.</translation>
    </message>
    <message>
        <source>See the values</source>
        <translation>Katso arvot</translation>
    </message>
    <message>
        <source>Changed since it was reviewed. Look at it once more.</source>
        <translation>Muuttunut tarkistuksen jälkeen. Katso vielä kerran.</translation>
    </message>
    <message>
        <source>Item before (K)</source>
        <translation>Edellinen (K)</translation>
    </message>
    <message>
        <source>Next item (J)</source>
        <translation>Seuraava (J)</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Tarkistettavaa</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Järjestys</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Vanhin ensin</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Uusin ensin</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Tiimi</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Kaikki päivät</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Tänään</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Eilen</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Viimeiset 7 päivää</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Nothing has been returned.</source>
        <translation>Mitään ei ole palautettu.</translation>
    </message>
    <message>
        <source>Nothing is done yet.</source>
        <translation>Valmiita ei vielä ole.</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Mikään ei odota tarkistusta.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Odottaa</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Palautetut</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Valmiit</translation>
    </message>
    <message>
        <source>All teams</source>
        <translation>Kaikki tiimit</translation>
    </message>
    <message>
        <source>No reflection was written.</source>
        <translation>Muistettavaa ei kirjoitettu.</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Asiointeja</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Kävijöitä yhteensä</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Tavoite</translation>
    </message>
    <message>
        <source>Reflection</source>
        <translation>Muistettavaa ensi kerralle</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <translation>Pisteen asioinnit</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Aika</translation>
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
        <source>Remark</source>
        <translation>Huomio</translation>
    </message>
    <message>
        <source>Choose a row to read it in full.</source>
        <translation>Valitse rivi, niin näet sen kokonaan.</translation>
    </message>
    <message>
        <source>Referral: {service}</source>
        <translation>Ohjaus: {service}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Muistiinpano</translation>
    </message>
    <message>
        <source>Written by {by}.</source>
        <translation>Kirjasi {by}.</translation>
    </message>
    <message>
        <source>Linked to {person}.</source>
        <translation>Asiakas: {person}.</translation>
    </message>
    <message>
        <source>Earlier words</source>
        <translation>Aiempi keskustelu</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Vastaus</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Uusi ihminen</translation>
    </message>
    <message>
        <source>Outreach session</source>
        <translation>Jalkautumisvuoro</translation>
    </message>
    <message>
        <source>Personal details</source>
        <translation>Henkilötiedot</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Tilanne</translation>
    </message>
    <message>
        <source>Visit of a person</source>
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
        <source>Referral</source>
        <translation>Ohjaus</translation>
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
        <source>Record</source>
        <translation>Kirjaus</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Ei nimeä</translation>
    </message>
    <message>
        <source>Waits for review</source>
        <translation>Odottaa tarkistusta</translation>
    </message>
    <message>
        <source>Written by {by} {when}.</source>
        <translation>Kirjasi {by} {when}.</translation>
    </message>
    <message>
        <source>Written together by {by} {when}.</source>
        <translation>Kirjasivat {by} {when}.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> ja </translation>
    </message>
    <message>
        <source>This look is kept in the access log.</source>
        <translation>Katselu kirjataan käyttölokiin.</translation>
    </message>
    <message>
        <source>changed to another</source>
        <translation>vaihdettu toiseen</translation>
    </message>
    <message>
        <source>Write briefly what should be added or corrected.</source>
        <translation>Kirjoita lyhyesti, mitä pitää täydentää tai korjata.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentti</translation>
    </message>
    <message>
        <source>To the author. Needed when you return or ask.</source>
        <translation>Kommentti tekijälle. Pakollinen, kun palautat tai kysyt.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Hyväksy</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Palauta</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Kysy</translation>
    </message>
    <message>
        <source>You wrote this yourself: another supervisor reviews it.</source>
        <translation>Kirjasit tämän itse: toinen esihenkilö tarkistaa sen.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters fit.</source>
        <translation>
            <numerusform>Enintään %n merkki mahtuu.</numerusform>
            <numerusform>Enintään %n merkkiä mahtuu.</numerusform>
        </translation>
    </message>
</context>
</TS>
