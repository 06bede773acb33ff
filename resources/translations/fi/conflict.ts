<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>ConflictPage</name>
    <message>
        <source>Hide the values</source>
        <translation>Piilota arvot</translation>
    </message>
    <message>
        <source>Show the values (this is logged)</source>
        <translation>Näytä arvot (tästä jää merkintä)</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Kumottu</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>Kysymys</translation>
    </message>
    <message>
        <source>Everything is settled. When two people write the same field differently, it comes here.</source>
        <translation>Mikään ei odota valintaa. Kun kaksi ihmistä kirjaa saman kohdan eri tavalla, se tulee tähän.</translation>
    </message>
    <message>
        <source>The other one sees your choice and can bring their value back. The choice stays in the history.</source>
        <translation>Toinen näkee valintasi ja voi palauttaa arvonsa. Valinnasta jää merkintä historiaan.</translation>
    </message>
    <message>
        <source>Chosen: {value}</source>
        <translation>Valittu: {value}</translation>
    </message>
    <message>
        <source>A choice does not turn back into two values. The other one can be brought back.</source>
        <translation>Valinta ei palaudu kahdeksi arvoksi. Toisen arvon voi palauttaa.</translation>
    </message>
    <message>
        <source>Bring back {value}</source>
        <translation>Palauta {value}</translation>
    </message>
    <message>
        <source>Somebody settled this already. Their choice stands; here is what still waits.</source>
        <translation>Joku ehti jo valita tämän. Hänen valintansa on voimassa. Tässä ovat vielä avoimet.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message>
        <source>{field}: which of these stays?</source>
        <translation>{field}: mikä näistä jää voimaan?</translation>
    </message>
    <message>
        <source>{field}: which one stays?</source>
        <translation>{field}: kumpi jää voimaan?</translation>
    </message>
    <message>
        <source>b. {year}</source>
        <translation>s. {year}</translation>
    </message>
    <message>
        <source>The same field was written in two places, neither knowing of the other. Choose what stays; the other is kept in the history and can be brought back.</source>
        <translation>Sama kohta kirjattiin kahdessa paikassa toisistaan tietämättä. Valitse, mikä jää voimaan. Toinen säilyy historiassa, ja sen voi palauttaa.</translation>
    </message>
    <message>
        <source>Your value</source>
        <translation>Sinun arvosi</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Kirjattu</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Missä</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Tila</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Edellinen</translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation>(tyhjennetty)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sinä</translation>
    </message>
</context>
<context>
    <name>FieldHistory</name>
    <message>
        <source>History of the field</source>
        <translation>Kohdan historia</translation>
    </message>
    <message>
        <source>Bring this back</source>
        <translation>Palauta tämä</translation>
    </message>
</context>
<context>
    <name>NewValue</name>
    <message>
        <source>Write the right value first.</source>
        <translation>Kirjoita ensin oikea arvo.</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Käytä tätä</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Peru</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>The one before</source>
        <translation>Edellinen</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>Seuraava</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Uusi arvo</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Myöhemmin</translation>
    </message>
</context>
<context>
    <name>SideCard</name>
    <message>
        <source>Keep this</source>
        <translation>Pidä tämä</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message numerus="yes">
        <source>%n wait for a choice</source>
        <translation>
            <numerusform>%n odottaa valintaa</numerusform>
            <numerusform>%n odottaa valintaa</numerusform>
        </translation>
    </message>
    <message>
        <source>None waits</source>
        <translation>Mikään ei odota</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Kaksi arvoa</translation>
    </message>
    <message>
        <source>Fields with two values</source>
        <translation>Kohdat, joilla on kaksi arvoa</translation>
    </message>
</context>
</TS>
