<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Foot</name>
    <message>
        <source>Computer {name}</source>
        <translation>Kone {name}</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versio {version}</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>{language}, in use</source>
        <translation>{language}, käytössä</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Nobody has a notebook on this computer yet.</source>
        <translation>Kenelläkään ei ole vielä muistikirjaa tällä koneella.</translation>
    </message>
    <message>
        <source>Choose your name and open the notebook.</source>
        <translation>Valitse nimesi ja avaa muistikirja.</translation>
    </message>
    <message>
        <source>People on this computer</source>
        <translation>Tämän koneen käyttäjät</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Tunnuslause</translation>
    </message>
    <message>
        <source>I forgot my passphrase</source>
        <translation>Unohdin tunnuslauseen</translation>
    </message>
    <message>
        <source>New person on this computer</source>
        <translation>Uusi henkilö tälle koneelle</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Aloita tästä</translation>
    </message>
    <message>
        <source>Opening the notebook…</source>
        <translation>Muistikirjaa avataan…</translation>
    </message>
    <message>
        <source>Wait {seconds} s</source>
        <translation>Odota {seconds} s</translation>
    </message>
    <message>
        <source>Open the notebook</source>
        <translation>Avaa muistikirja</translation>
    </message>
    <message>
        <source>This computer&apos;s permit</source>
        <translation>Tämän koneen lupa</translation>
    </message>
    <message>
        <source>Code from the help desk</source>
        <translation>Tuelta saatu koodi</translation>
    </message>
    <message>
        <source>No network? Call the help desk. They check who you are and read a code of 26 characters out.</source>
        <translation>Eikö verkkoa ole? Soita tukeen. Siellä varmistetaan, kuka olet, ja luetaan 26 merkin koodi.</translation>
    </message>
    <message>
        <source>Renewing…</source>
        <translation>Uusitaan…</translation>
    </message>
    <message>
        <source>Renew over the network</source>
        <translation>Uusi verkon kautta</translation>
    </message>
    <message>
        <source>Open with the code</source>
        <translation>Avaa koodilla</translation>
    </message>
    <message>
        <source>Asking the centre, then fetching what has changed. This may take a few minutes.</source>
        <translation>Kysytään keskukselta ja haetaan muutokset. Tämä voi kestää muutaman minuutin.</translation>
    </message>
    <message>
        <source>Type all 26 characters first.</source>
        <translation>Kirjoita ensin kaikki 26 merkkiä.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Lisää</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Vähemmän</translation>
    </message>
    <message>
        <source>Restore a notebook from a backup</source>
        <translation>Palauta muistikirja varmuuskopiosta</translation>
    </message>
    <message>
        <source>Read an order from a stick</source>
        <translation>Lue määräys muistitikulta</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Nimi ei tiedossa</translation>
    </message>
    <message>
        <source>{name}: by the centre&apos;s order this notebook was destroyed on this computer. What was sent is safe at the centre.</source>
        <translation>{name}: muistikirja hävitettiin tältä koneelta keskuksen määräyksestä. Lähetetyt tiedot ovat tallessa keskuksessa.</translation>
    </message>
    <message>
        <source>{name}: by the centre&apos;s order this notebook was closed on this computer. What was sent is safe at the centre.</source>
        <translation>{name}: muistikirja suljettiin tällä koneella keskuksen määräyksestä. Lähetetyt tiedot ovat tallessa keskuksessa.</translation>
    </message>
    <message>
        <source>This order is for nobody on this computer. Nothing was changed.</source>
        <translation>Tämä määräys ei koske ketään tällä koneella. Mitään ei muutettu.</translation>
    </message>
    <message>
        <source>Reading the order…</source>
        <translation>Määräystä luetaan…</translation>
    </message>
    <message>
        <source>Destroyed on this computer by the centre&apos;s order: {names}.</source>
        <translation>Keskuksen määräyksestä hävitetty tältä koneelta: {names}.</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Olen lukenut tämän</translation>
    </message>
    <message>
        <source>No network. You can work as usual.</source>
        <translation>Ei verkkoa. Voit työskennellä normaalisti.</translation>
    </message>
    <message>
        <source>Works without a network, too.</source>
        <translation>Toimii myös ilman verkkoa.</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, saved on this computer</source>
        <translation>
            <numerusform>%n lähettämättä, tallessa tällä koneella</numerusform>
            <numerusform>%n lähettämättä, tallessa tällä koneella</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the order file</source>
        <translation>Valitse määräystiedosto</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Määräykset</translation>
    </message>
    <message>
        <source>Name not known until opened</source>
        <translation>Nimi selviää avattaessa</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Suljettu</translation>
    </message>
    <message>
        <source>not opened yet</source>
        <translation>ei vielä avattu</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>Tallenna pyyntö</translation>
    </message>
    <message>
        <source>recovery-request</source>
        <translation>palautuspyynto</translation>
    </message>
    <message>
        <source>Recovery requests</source>
        <translation>Palautuspyynnöt</translation>
    </message>
    <message>
        <source>Choose the answer file</source>
        <translation>Valitse vastaustiedosto</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Vastaukset</translation>
    </message>
    <message>
        <source>{name} · step {number} of {all}</source>
        <translation>{name} · vaihe {number}/{all}</translation>
    </message>
    <message>
        <source>A forgotten passphrase</source>
        <translation>Unohtunut tunnuslause</translation>
    </message>
    <message>
        <source>Nobody can look your passphrase up, but the city&apos;s recovery key can open your notebook for you. Save a request to a stick and take it to the help desk. You get an answer file for this computer, and choose a new passphrase. Nothing is lost meanwhile: do not delete anything.</source>
        <translation>Kukaan ei voi katsoa tunnuslausettasi mistään, mutta kaupungin palautusavaimella muistikirjasi saadaan auki. Tallenna pyyntö muistitikulle ja vie se tukeen. Saat tälle koneelle vastaustiedoston ja valitset uuden tunnuslauseen. Mitään ei häviä sillä välin: älä poista mitään.</translation>
    </message>
    <message>
        <source>Save the request…</source>
        <translation>Tallenna pyyntö…</translation>
    </message>
    <message>
        <source>I have the answer already</source>
        <translation>Minulla on jo vastaus</translation>
    </message>
    <message>
        <source>Read this aloud</source>
        <translation>Lue tämä ääneen</translation>
    </message>
    <message>
        <source>The request is on the stick. Call the help desk and read these characters, so that nobody can swap the file. They see the same ones.</source>
        <translation>Pyyntö on muistitikulla. Soita tukeen ja lue nämä merkit, jottei kukaan voi vaihtaa tiedostoa. Tuki näkee samat merkit.</translation>
    </message>
    <message>
        <source>The answer may take a day. You may close this and come back by the same link.</source>
        <translation>Vastaus voi viedä päivän. Voit sulkea tämän ja palata samasta linkistä.</translation>
    </message>
    <message>
        <source>The answer is here</source>
        <translation>Vastaus on tullut</translation>
    </message>
    <message>
        <source>Choose the answer file first.</source>
        <translation>Valitse ensin vastaustiedosto.</translation>
    </message>
    <message>
        <source>The answer and a new passphrase</source>
        <translation>Vastaus ja uusi tunnuslause</translation>
    </message>
    <message>
        <source>Choose the file from the help desk, then think of a new passphrase.</source>
        <translation>Valitse tuelta saatu tiedosto ja keksi uusi tunnuslause.</translation>
    </message>
    <message>
        <source>Choose the answer file…</source>
        <translation>Valitse vastaustiedosto…</translation>
    </message>
    <message>
        <source>Opening the notebook and making the new lock.</source>
        <translation>Muistikirja avataan ja uusi lukko tehdään.</translation>
    </message>
    <message>
        <source>Set the passphrase and open</source>
        <translation>Aseta tunnuslause ja avaa</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Palautus varmuuskopiosta</translation>
    </message>
    <message>
        <source>The copy takes the notebook&apos;s place. The notebook as it is now is kept until the copy has met the centre, so this needs a network.</source>
        <translation>Varmuuskopio tulee muistikirjan tilalle. Nykyinen muistikirja säilytetään, kunnes kopio on tavoittanut keskuksen, joten tähän tarvitaan verkko.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Varmuuskopiot</translation>
    </message>
    <message>
        <source>No backup on this computer is known.</source>
        <translation>Tällä koneella ei ole tiedossa varmuuskopioita.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Valitse tiedosto…</translation>
    </message>
    <message>
        <source>Passphrase at the time of the backup</source>
        <translation>Tunnuslause, joka oli voimassa kopiota tehtäessä</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Palautetaan…</translation>
    </message>
    <message>
        <source>Restore and open</source>
        <translation>Palauta ja avaa</translation>
    </message>
    <message>
        <source>Putting the copy in its place, then fetching what has changed. This may take a few minutes. Leave the computer on.</source>
        <translation>Kopio pannaan paikoilleen ja muutokset haetaan. Tämä voi kestää muutaman minuutin. Pidä kone päällä.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Valitse varmuuskopio</translation>
    </message>
    <message>
        <source>the file you chose</source>
        <translation>valitsemasi tiedosto</translation>
    </message>
    <message>
        <source>PIN, six digits</source>
        <translation>PIN, kuusi numeroa</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Käytä tunnuslausetta</translation>
    </message>
    <message>
        <source>Use the PIN</source>
        <translation>Käytä PINiä</translation>
    </message>
    <message>
        <source>The centre has closed this notebook; it can&apos;t be opened any more. What was sent is safe at the centre. Contact your supervisor or the help desk.</source>
        <translation>Keskus on sulkenut tämän muistikirjan, eikä sitä voi enää avata. Lähetetyt tiedot ovat tallessa keskuksessa. Ota yhteys esihenkilöön tai tukeen.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>{count} of {all} characters</source>
        <translation>{count}/{all} merkkiä</translation>
    </message>
    <message>
        <source>There is no {letter} in this code. Ask for this letter again.</source>
        <translation>Koodissa ei voi olla merkkiä {letter}. Pyydä lukemaan se uudelleen.</translation>
    </message>
</context>
</TS>
