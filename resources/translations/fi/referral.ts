<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Consent</name>
    <message>
        <source>Choose at least one thing that the service is told.</source>
        <translation>Valitse vähintään yksi asia, joka palvelulle kerrotaan.</translation>
    </message>
    <message>
        <source>The text has not been read yet. Choose the language.</source>
        <translation>Tekstiä ei ole vielä näytetty. Valitse kieli.</translation>
    </message>
    <message>
        <source>Data leaves only when the client agrees. Read the text together, or choose another way.</source>
        <translation>Tietoja lähtee vain, jos asiakas suostuu. Lukekaa teksti yhdessä tai valitse toinen tapa.</translation>
    </message>
    <message>
        <source>The client&apos;s consent</source>
        <translation>Asiakkaan suostumus</translation>
    </message>
    <message>
        <source>Read it out or turn the screen.</source>
        <translation>Lue ääneen tai käännä näyttö.</translation>
    </message>
    <message>
        <source>Language of the consent</source>
        <translation>Suostumuksen kieli</translation>
    </message>
    <message>
        <source>The text that the client agrees to</source>
        <translation>Teksti, johon asiakas suostuu</translation>
    </message>
    <message>
        <source>How consent was given</source>
        <translation>Miten suostumus annettiin</translation>
    </message>
    <message>
        <source>The client agrees</source>
        <translation>Asiakas suostuu</translation>
    </message>
    <message>
        <source>selkosuomi · Easy Finnish</source>
        <translation>selkosuomi</translation>
    </message>
</context>
<context>
    <name>Referral</name>
    <message>
        <source>Take off: {service}</source>
        <translation>Poista: {service}</translation>
    </message>
    <message>
        <source>The service is told who comes.</source>
        <translation>Palvelulle kerrotaan, kuka tulee.</translation>
    </message>
    <message>
        <source>Nothing about the client leaves.</source>
        <translation>Asiakkaasta ei lähde tietoja.</translation>
    </message>
    <message>
        <source>The service is told who comes; it needs no consent.</source>
        <translation>Palvelulle kerrotaan, kuka tulee. Suostumusta ei tarvita.</translation>
    </message>
    <message>
        <source>By the catalogue, not this way: {services}.</source>
        <translation>Luettelon mukaan ei tällä tavalla: {services}.</translation>
    </message>
    <message>
        <source>Not a day from today on. Write it as 8.12. or +14.</source>
        <translation>Tämä ei ole päivä tästä päivästä eteenpäin. Kirjoita 8.12. tai +14.</translation>
    </message>
    <message>
        <source>Too long: {length} of {limit} signs. Shorten it; nothing is lost.</source>
        <translation>Liian pitkä: {length} merkkiä, mahtuu {limit}. Lyhennä, mitään ei katoa.</translation>
    </message>
    <message>
        <source>Refer {name}</source>
        <translation>Ohjaa: {name}</translation>
    </message>
    <message>
        <source>Refer the visitor</source>
        <translation>Ohjaa kävijä</translation>
    </message>
    <message>
        <source>Protected person: home and phone number are not to be told. Agree on each thing first.</source>
        <translation>Turvakielto: osoitetta ja puhelinta ei kerrota. Sovi ensin jokaisesta kerrottavasta asiasta.</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Ohjaus</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Tapa</translation>
    </message>
    <message>
        <source>How soon</source>
        <translation>Kiireellisyys</translation>
    </message>
    <message>
        <source>Follow-up on</source>
        <translation>Seuranta</translation>
    </message>
    <message>
        <source>It comes up on Today then. Empty: no follow-up.</source>
        <translation>Nousee silloin Tänään-sivulle. Tyhjä: ei seurantaa.</translation>
    </message>
    <message>
        <source>To the visit</source>
        <translation>Asioinnille</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>Ohjaa</translation>
    </message>
    <message>
        <source>Back to the services</source>
        <translation>Takaisin palveluihin</translation>
    </message>
    <message>
        <source>What the service is told</source>
        <translation>Palvelulle kerrotaan</translation>
    </message>
    <message>
        <source>Note on the referral</source>
        <translation>Muistiinpano ohjauksesta</translation>
    </message>
    <message>
        <source>Referred: {service}</source>
        <translation>Ohjattu: {service}</translation>
    </message>
    <message numerus="yes">
        <source>Referred to %n services</source>
        <translation>
            <numerusform>Ohjattu %n palveluun</numerusform>
            <numerusform>Ohjattu %n palveluun</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is referred?</source>
        <translation>Kuka ohjataan?</translation>
    </message>
    <message>
        <source>The visitor at the point</source>
        <translation>Kävijä pisteellä</translation>
    </message>
    <message>
        <source>Search for a person</source>
        <translation>Hae ihmistä</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Löydetyt ihmiset</translation>
    </message>
    <message>
        <source>Nobody found.</source>
        <translation>Ketään ei löytynyt.</translation>
    </message>
</context>
</TS>
