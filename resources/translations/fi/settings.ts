<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Settings</name>
    <message>
        <source>Version</source>
        <translation>Versio</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Kone</translation>
    </message>
    <message>
        <source>About Kenttäkirja</source>
        <translation>Tietoja Kenttäkirjasta</translation>
    </message>
    <message>
        <source>Where your entries lie</source>
        <translation>Missä kirjauksesi ovat</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Tietosuoja</translation>
    </message>
    <message>
        <source>Each look at a person&apos;s card is kept in the access log. Who works on this computer and how many entries wait to be sent can be seen without a passphrase; what was written cannot. Nothing goes to anybody but the centre.</source>
        <translation>Jokainen asiakkaan kortin katselu kirjataan käyttölokiin. Ilman tunnuslausetta näkee, ketkä tällä koneella työskentelevät ja montako kirjausta odottaa lähtöä, mutta ei sitä, mitä on kirjoitettu. Mitään ei lähetetä muualle kuin keskukseen.</translation>
    </message>
    <message>
        <source>Kenttäkirja is free software under the MIT licence. It uses Qt under the LGPL and other free parts.</source>
        <translation>Kenttäkirja on vapaa ohjelma MIT-lisenssillä. Se käyttää Qt-kirjastoa LGPL-lisenssillä ja muita vapaita osia.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lisenssit</translation>
    </message>
    <message>
        <source>Show the licences</source>
        <translation>Näytä lisenssit</translation>
    </message>
    <message>
        <source>Hide the licences</source>
        <translation>Piilota lisenssit</translation>
    </message>
    <message>
        <source>Making a backup and opening it to check…</source>
        <translation>Varmuuskopiota tehdään ja se avataan tarkistukseksi…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Varmuuskopiot</translation>
    </message>
    <message>
        <source>Made by itself once a day, encrypted, and kept for at most 30 days. Your passphrase opens one, from the page where you choose your name.</source>
        <translation>Tehdään itsestään kerran päivässä, salattuna, ja säilytetään enintään 30 päivää. Kopio avataan tunnuslauseellasi sivulla, jolla valitset nimesi.</translation>
    </message>
    <message>
        <source>The last backup did not succeed. Your notebook is not touched by it. Try again.</source>
        <translation>Viimeisin varmuuskopio ei onnistunut. Se ei vaikuta muistikirjaasi. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Varmuuskopioita ei vielä ole.</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>Tee varmuuskopio nyt</translation>
    </message>
    <message>
        <source>To a stick…</source>
        <translation>Muistitikulle…</translation>
    </message>
    <message>
        <source>Choose a folder on the stick</source>
        <translation>Valitse kansio muistitikulta</translation>
    </message>
    <message>
        <source>The backup is on the stick and was opened to check.</source>
        <translation>Varmuuskopio on muistitikulla ja se avattiin tarkistukseksi.</translation>
    </message>
    <message>
        <source>The backup is made and was opened to check.</source>
        <translation>Varmuuskopio on tehty ja se avattiin tarkistukseksi.</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Tämä ikkuna</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ulkoasu</translation>
    </message>
    <message>
        <source>Locks itself when nobody does anything</source>
        <translation>Lukittuu itsestään, kun kukaan ei tee mitään</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Koneen mukaan</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Vaalea</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tumma</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Suuri kontrasti</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>paikan mukaan</translation>
    </message>
    <message numerus="yes">
        <source>after %n minutes</source>
        <translation>
            <numerusform>%n minuutin kuluttua</numerusform>
            <numerusform>%n minuutin kuluttua</numerusform>
        </translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Kaikkialla</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Uusi asiointi</translation>
    </message>
    <message>
        <source>Same visit once more</source>
        <translation>Sama asiointi uudelleen</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Uusi ihminen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Haku</translation>
    </message>
    <message>
        <source>Next two values</source>
        <translation>Seuraavat kaksi arvoa</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Kumoa</translation>
    </message>
    <message>
        <source>Pages, top to bottom</source>
        <translation>Sivut ylhäältä alas</translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation>Lähetä ja hae nyt</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>Sivun seuraava osa</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lukitse</translation>
    </message>
    <message>
        <source>Hide everything at once</source>
        <translation>Piilota kaikki heti</translation>
    </message>
    <message>
        <source>While a visit is recorded</source>
        <translation>Kun kirjaat asiointia</translation>
    </message>
    <message>
        <source>First time: yes, no, not asked</source>
        <translation>Eka kerta: kyllä, ei, ei kysytty</translation>
    </message>
    <message>
        <source>Interpreter, one after another</source>
        <translation>Tulkki, vaihtoehdot vuorotellen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Huomio</translation>
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
        <source>Take the last key back</source>
        <translation>Ota viimeinen näppäin takaisin</translation>
    </message>
    <message>
        <source>Empty the form</source>
        <translation>Tyhjennä lomake</translation>
    </message>
    <message>
        <source>One head more</source>
        <translation>Yksi kävijä lisää</translation>
    </message>
    <message>
        <source>One head less</source>
        <translation>Yksi kävijä vähemmän</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Ihmiset</translation>
    </message>
    <message>
        <source>Search in people</source>
        <translation>Hae ihmisistä</translation>
    </message>
    <message>
        <source>Edit the card</source>
        <translation>Muokkaa korttia</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Kirjoita muistiinpano</translation>
    </message>
    <message>
        <source>History of a field</source>
        <translation>Kohdan historia</translation>
    </message>
    <message>
        <source>Hand the person on</source>
        <translation>Luovuta ihminen</translation>
    </message>
    <message>
        <source>Same person as another card</source>
        <translation>Sama ihminen kuin toisella kortilla</translation>
    </message>
    <message>
        <source>Fetch the earlier history of a card</source>
        <translation>Hae kortin aiempi historia</translation>
    </message>
    <message>
        <source>Fetch the older cards</source>
        <translation>Hae vanhemmat kortit</translation>
    </message>
    <message>
        <source>Use what the other card says</source>
        <translation>Käytä toisen kortin arvoa</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Kaksi arvoa</translation>
    </message>
    <message>
        <source>Choose a value</source>
        <translation>Valitse arvo</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Vahvista</translation>
    </message>
    <message>
        <source>A new value</source>
        <translation>Uusi arvo</translation>
    </message>
    <message>
        <source>Take an earlier value back</source>
        <translation>Palauta aiempi arvo</translation>
    </message>
    <message>
        <source>Leave for later</source>
        <translation>Jätä myöhemmäksi</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Tarkistus</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Hyväksy</translation>
    </message>
    <message>
        <source>Return with a comment</source>
        <translation>Palauta kommentilla</translation>
    </message>
    <message>
        <source>Ask the author</source>
        <translation>Kysy tekijältä</translation>
    </message>
    <message>
        <source>Next item, item before</source>
        <translation>Seuraava ja edellinen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Näppäimet</translation>
    </message>
    <message>
        <source>the same in every language</source>
        <translation>samat kaikilla kielillä</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Näppäin</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Mitä se tekee</translation>
    </message>
    <message>
        <source>Leave this computer</source>
        <translation>Koneelta lähteminen</translation>
    </message>
    <message>
        <source>Takes your notebook off this computer. What has been sent stays at the centre, and colleagues&apos; notebooks stay as they are.</source>
        <translation>Poistaa muistikirjasi tältä koneelta. Lähetetyt tiedot pysyvät keskuksessa, ja työkaverien muistikirjat pysyvät ennallaan.</translation>
    </message>
    <message>
        <source>Leave this computer…</source>
        <translation>Lähde tältä koneelta…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peruuta</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>Kaikki on lähetetty.</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet.</source>
        <translation>
            <numerusform>%n on vielä lähettämättä.</numerusform>
            <numerusform>%n on vielä lähettämättä.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them wait here, encrypted, for a colleague to deliver.</source>
        <translation>
            <numerusform>Niistä %n odottaa täällä salattuna, että työkaveri toimittaa sen.</numerusform>
            <numerusform>Niistä %n odottaa täällä salattuna, että työkaveri toimittaa ne.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the rest first (F5): it would be lost.</source>
        <translation>Lähetä loput ensin (F5): muuten ne menetettäisiin.</translation>
    </message>
    <message>
        <source>Taking the notebook off…</source>
        <translation>Muistikirjaa poistetaan…</translation>
    </message>
    <message>
        <source>Press once more: this can&apos;t be undone</source>
        <translation>Paina vielä kerran: tätä ei voi perua</translation>
    </message>
    <message>
        <source>Take my notebook off this computer</source>
        <translation>Poista muistikirjani tältä koneelta</translation>
    </message>
    <message>
        <source>The way to the centre</source>
        <translation>Yhteys keskukseen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Välityspalvelin</translation>
    </message>
    <message>
        <source>Some offices let programs out only through a proxy. The help desk knows.</source>
        <translation>Joissakin toimistoissa ohjelmat pääsevät verkkoon vain välityspalvelimen kautta. Tukipalvelu tietää.</translation>
    </message>
    <message>
        <source>as the system says</source>
        <translation>järjestelmän mukaan</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>tämä</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ei välityspalvelinta</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Välityspalvelimen osoite</translation>
    </message>
    <message>
        <source>For example proxy.example:8080</source>
        <translation>Esimerkiksi proxy.example:8080</translation>
    </message>
    <message>
        <source>Keep this proxy</source>
        <translation>Käytä tätä</translation>
    </message>
    <message>
        <source>The invitation named the centre&apos;s certificate: no other one is taken.</source>
        <translation>Kutsussa nimettiin keskuksen varmenne: muuta ei hyväksytä.</translation>
    </message>
    <message>
        <source>A name and a port belong here, as in proxy.example:8080, without a password.</source>
        <translation>Tähän kuuluvat nimi ja portti, kuten proxy.example:8080, ilman salasanaa.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Asetukset</translation>
    </message>
    <message>
        <source>Opening and locking</source>
        <translation>Avaaminen ja lukitus</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Tämä kone</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Tunnuslause</translation>
    </message>
    <message>
        <source>It opens only your own notebook on this computer.</source>
        <translation>Se avaa vain oman muistikirjasi tällä koneella.</translation>
    </message>
    <message>
        <source>This computer&apos;s permit</source>
        <translation>Tämän koneen lupa</translation>
    </message>
    <message numerus="yes">
        <source>Each contact with the centre renews it for %n days. Without one the notebook then stays closed, and nothing in it is lost: the centre or the help desk opens it again.</source>
        <translation>
            <numerusform>Jokainen yhteys keskukseen uusii sen %n päiväksi. Ilman yhteyttä muistikirja pysyy sitten kiinni, eikä siitä häviä mitään: keskus tai tuki avaa sen taas.</numerusform>
            <numerusform>Jokainen yhteys keskukseen uusii sen %n päiväksi. Ilman yhteyttä muistikirja pysyy sitten kiinni, eikä siitä häviä mitään: keskus tai tuki avaa sen taas.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer has no key store, so the permit lies in a file. Somebody who copies the whole disk has it too.</source>
        <translation>Tällä koneella ei ole avainvarastoa, joten lupa on tiedostossa. Joka kopioi koko levyn, saa myös sen.</translation>
    </message>
    <message>
        <source>There is none yet. It comes at the next contact with the centre.</source>
        <translation>Lupaa ei vielä ole. Se tulee, kun kone seuraavan kerran tavoittaa keskuksen.</translation>
    </message>
    <message>
        <source>The notebook opens on this computer until {day}.</source>
        <translation>Muistikirja aukeaa tällä koneella {day} asti.</translation>
    </message>
    <message>
        <source>Opening again</source>
        <translation>Uudelleen avaaminen</translation>
    </message>
    <message>
        <source>After a lock or F12 six digits open the notebook again, for four hours after the passphrase and for five tries. A restart of the computer ends it.</source>
        <translation>Lukituksen tai F12:n jälkeen muistikirja aukeaa kuudella numerolla, neljän tunnin ajan tunnuslauseesta ja viidellä yrityksellä. Koneen uudelleenkäynnistys päättää sen.</translation>
    </message>
    <message>
        <source>PIN, six digits</source>
        <translation>PIN, kuusi numeroa</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>Sama PIN uudelleen</translation>
    </message>
    <message>
        <source>Change the PIN…</source>
        <translation>Vaihda PIN…</translation>
    </message>
    <message>
        <source>Set a PIN…</source>
        <translation>Aseta PIN…</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Poista PIN</translation>
    </message>
    <message>
        <source>Use this PIN</source>
        <translation>Ota PIN käyttöön</translation>
    </message>
    <message>
        <source>This computer has no safe place for a PIN. Only the passphrase opens the notebook.</source>
        <translation>Tällä koneella ei ole turvallista paikkaa PINille. Vain tunnuslause avaa muistikirjan.</translation>
    </message>
    <message>
        <source>No PIN is set.</source>
        <translation>PINiä ei ole asetettu.</translation>
    </message>
    <message>
        <source>A PIN is set. It opens again after the next time with the passphrase.</source>
        <translation>PIN on asetettu. Se toimii taas, kun olet avannut kerran tunnuslauseella.</translation>
    </message>
    <message>
        <source>The PIN opens the notebook until {time}.</source>
        <translation>PIN avaa muistikirjan: voimassa {time} asti.</translation>
    </message>
    <message>
        <source>Type six digits.</source>
        <translation>Kirjoita kuusi numeroa.</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>PINit eivät ole samat.</translation>
    </message>
    <message>
        <source>The PIN has been set.</source>
        <translation>PIN on asetettu.</translation>
    </message>
    <message>
        <source>The PIN has been removed.</source>
        <translation>PIN on poistettu.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Nykyinen tunnuslause</translation>
    </message>
    <message>
        <source>In your own notebook on this computer&apos;s disk, always encrypted, and at the city&apos;s centre once they have been sent. Your passphrase opens the notebook, for some hours after it your PIN, and when it is forgotten the city&apos;s recovery key.</source>
        <translation>Omassa muistikirjassasi tämän koneen levyllä aina salattuina ja lähetettyinä kaupungin keskuksessa. Muistikirjan avaa tunnuslauseesi, sen jälkeen muutaman tunnin ajan PIN-koodisi, ja jos tunnuslause unohtuu, kaupungin palautusavain.</translation>
    </message>
    <message>
        <source>By place: after 3 minutes at a pop-up point, after 10 minutes in an office.</source>
        <translation>Paikan mukaan: pop-up-pisteellä 3 minuutin, toimistossa 10 minuutin jälkeen.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Uusi tunnuslause</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Uusi tunnuslause uudelleen</translation>
    </message>
    <message>
        <source>At least five words or 14 characters, easy to remember.</source>
        <translation>Vähintään viisi sanaa tai 14 merkkiä, helppo muistaa.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Vaihda tunnuslause</translation>
    </message>
    <message>
        <source>Suggest five words</source>
        <translation>Ehdota viittä sanaa</translation>
    </message>
    <message>
        <source>The passphrase has been changed.</source>
        <translation>Tunnuslause on vaihdettu.</translation>
    </message>
    <message>
        <source>Type your present passphrase.</source>
        <translation>Kirjoita nykyinen tunnuslauseesi.</translation>
    </message>
    <message>
        <source>Type a new passphrase.</source>
        <translation>Kirjoita uusi tunnuslause.</translation>
    </message>
    <message>
        <source>The two new ones are not the same.</source>
        <translation>Uudet eivät ole samat.</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>Liian lyhyt</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Vahva</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Hyvä</translation>
    </message>
    <message>
        <source>Just enough</source>
        <translation>Juuri riittävä</translation>
    </message>
</context>
</TS>
