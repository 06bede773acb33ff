<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>FirstRun</name>
    <message>
        <source>Give this computer a name.</source>
        <translation>Anna koneelle nimi.</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>Onko tämä oikein?</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. Compare before you go on.</source>
        <translation>Mitään ei ole vielä lähetetty. Vertaa ennen kuin jatkat.</translation>
    </message>
    <message>
        <source>What the invitation says</source>
        <translation>Mitä kutsussa lukee</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Keskus</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Kutsuttu</translation>
    </message>
    <message>
        <source>Fingerprint. It must be the same as on the paper or the page of the centre:</source>
        <translation>Sormenjälki. Sen on oltava sama kuin paperissa tai keskuksen sivulla:</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>Koneen nimi</translation>
    </message>
    <message>
        <source>As on its sticker. Colleagues see it beside your entries.</source>
        <translation>Kuten koneen tarrassa. Työkaverit näkevät sen kirjaustesi vieressä.</translation>
    </message>
    <message>
        <source>It is the same, continue</source>
        <translation>On sama, jatka</translation>
    </message>
    <message>
        <source>It is for you and for this computer, and can be used once. If you have none, or it no longer works, ask your supervisor for a new one.</source>
        <translation>Kutsu on sinulle ja tälle koneelle, ja se toimii kerran. Jos kutsua ei ole tai se ei enää toimi, pyydä esihenkilöltä uusi.</translation>
    </message>
    <message>
        <source>The centre was not reached. Nothing was changed. Check the network and the address, then try again.</source>
        <translation>Keskukseen ei saatu yhteyttä. Mitään ei muutettu. Tarkista verkko ja osoite ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Harjoittele</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Kutsut</translation>
    </message>
    <message>
        <source>Your invitation</source>
        <translation>Kutsusi</translation>
    </message>
    <message>
        <source>Choose the invitation file…</source>
        <translation>Valitse kutsutiedosto…</translation>
    </message>
    <message>
        <source>Or type what is on the paper:</source>
        <translation>Tai kirjoita, mitä paperissa lukee:</translation>
    </message>
    <message>
        <source>Address of the centre</source>
        <translation>Keskuksen osoite</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Koodi</translation>
    </message>
    <message>
        <source>Fingerprint of the centre</source>
        <translation>Keskuksen sormenjälki</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Jatka</translation>
    </message>
    <message>
        <source>This network asks for a sign-in first. Nothing was changed. Sign in with the web browser, then try again.</source>
        <translation>Tämä verkko vaatii ensin kirjautumisen. Mitään ei muutettu. Kirjaudu selaimella ja yritä uudelleen.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the notebook through. Nothing was changed. Use another network, or ask the help desk.</source>
        <translation>Tämän verkon välityspalvelin ei päästä kenttäkirjaa läpi. Mitään ei muutettu. Käytä toista verkkoa tai kysy tukipalvelusta.</translation>
    </message>
    <message>
        <source>The centre cannot answer just now. Nothing was changed. Try again in a moment.</source>
        <translation>Keskus ei voi juuri nyt vastata. Mitään ei muutettu. Yritä hetken päästä uudelleen.</translation>
    </message>
    <message>
        <source>The notebook stopped. If the code was used already, ask for a new one. Try again.</source>
        <translation>Muistikirja pysähtyi. Yritä uudelleen. Jos koodi ehdittiin käyttää, pyydä uusi.</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>Vaihe {number}/{all}</translation>
    </message>
    <message>
        <source>This is not the same. Type it again.</source>
        <translation>Tämä ei ole sama. Kirjoita se uudelleen.</translation>
    </message>
    <message>
        <source>Five words or at least 14 characters.</source>
        <translation>Viisi sanaa tai vähintään 14 merkkiä.</translation>
    </message>
    <message>
        <source>Too short yet: five words or at least 14 characters.</source>
        <translation>Vielä liian lyhyt: viisi sanaa tai vähintään 14 merkkiä.</translation>
    </message>
    <message>
        <source>Long enough. One more word makes it better.</source>
        <translation>Riittää. Yksi sana lisää tekee siitä paremman.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Hyvä.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Vahva.</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Tunnuslauseesi</translation>
    </message>
    <message>
        <source>It opens your notebook on this computer, also without a network. Nobody else knows it and nobody can look it up.</source>
        <translation>Se avaa muistikirjasi tällä koneella, myös ilman verkkoa. Kukaan muu ei tiedä sitä, eikä sitä voi hakea mistään.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Tunnuslause</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Sama uudelleen</translation>
    </message>
    <message>
        <source>Suggest five words</source>
        <translation>Ehdota viittä sanaa</translation>
    </message>
    <message>
        <source>Copy these words by hand and keep the paper apart from the computer. They are not shown again. Type them below.</source>
        <translation>Kirjoita sanat käsin paperille ja säilytä paperi erillään koneesta. Niitä ei näytetä uudelleen. Kirjoita ne alle.</translation>
    </message>
    <message>
        <source>Making your keys and asking the centre. This takes some seconds.</source>
        <translation>Avaimesi tehdään ja keskukseen otetaan yhteys. Tämä kestää muutaman sekunnin.</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Liitytään…</translation>
    </message>
    <message>
        <source>Join and open the notebook</source>
        <translation>Liity ja avaa muistikirja</translation>
    </message>
    <message>
        <source>This computer becomes your notebook. Your supervisor gives you the invitation: a file, or a code on paper. Without one you can practise with made-up people; nothing of that is sent.</source>
        <translation>Tästä koneesta tulee muistikirjasi. Saat kutsun esihenkilöltäsi: tiedoston tai koodin paperilla. Ilman kutsua voit harjoitella keksityillä ihmisillä, eikä mitään lähetetä.</translation>
    </message>
    <message>
        <source>Welcome to Kenttäkirja</source>
        <translation>Tervetuloa Kenttäkirjaan</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Kieli</translation>
    </message>
    <message>
        <source>Join with an invitation</source>
        <translation>Liity kutsulla</translation>
    </message>
</context>
</TS>
