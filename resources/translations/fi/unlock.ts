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
        <source>Nobody else knows your passphrase and it cannot be looked up. Tell your supervisor or the help desk. What was sent is safe at the centre. What was not sent stays on this computer, encrypted: do not delete anything. Opening it with the city&apos;s recovery key comes in a later version.</source>
        <translation>Kukaan muu ei tiedä tunnuslausettasi, eikä sitä voi hakea mistään. Kerro asiasta esihenkilölle tai tukeen. Lähetetyt tiedot ovat tallessa keskuksessa. Lähettämättömät ovat tällä koneella salattuina: älä poista mitään. Niiden avaaminen kaupungin palautusavaimella tulee myöhempään versioon.</translation>
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
        <source>Name not known until opened</source>
        <translation>Nimi selviää avattaessa</translation>
    </message>
    <message>
        <source>not opened yet</source>
        <translation>ei vielä avattu</translation>
    </message>
</context>
</TS>
