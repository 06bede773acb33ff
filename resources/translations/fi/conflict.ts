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
        <source>Deleted, but changed: does it stay?</source>
        <translation>Poistettu, mutta muutettu: jääkö se?</translation>
    </message>
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
        <source>{name} asks you to choose</source>
        <translation>{name} pyytää sinua valitsemaan</translation>
    </message>
    <message>
        <source>You have asked {name}</source>
        <translation>Kysyit: {name}</translation>
    </message>
    <message>
        <source>Your role sees this, but does not choose here</source>
        <translation>Roolillasi näet tämän, mutta et valitse tässä</translation>
    </message>
    <message>
        <source>One deleted it while another changed it, neither knowing of the other. Nothing is hidden until somebody chooses.</source>
        <translation>Yksi poisti ja toinen muutti toisistaan tietämättä. Mitään ei piiloteta ennen kuin joku valitsee.</translation>
    </message>
    <message>
        <source>These lay side by side before your choice. Choose again; the other is kept in the history and can be brought back.</source>
        <translation>Nämä olivat rinnakkain ennen valintaasi. Valitse uudelleen; toinen säilyy historiassa, ja sen voi palauttaa.</translation>
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
        <source>At the centre</source>
        <translation>Keskuksessa</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Missä</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Edellinen</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Tietokone</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ei vielä</translation>
    </message>
    <message>
        <source>{when}, written offline</source>
        <translation>{when}, kirjattu ilman verkkoa</translation>
    </message>
    <message>
        <source>there, the time is not known</source>
        <translation>perillä, aika ei ole tiedossa</translation>
    </message>
    <message>
        <source>name not known</source>
        <translation>nimeä ei tiedetä</translation>
    </message>
    <message>
        <source>{name} deleted it</source>
        <translation>{name} poisti</translation>
    </message>
    <message>
        <source>You deleted it</source>
        <translation>Sinä poistit</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Poistetaan</translation>
    </message>
    <message>
        <source>Delete it all the same</source>
        <translation>Poista silti</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Muutettu</translation>
    </message>
    <message>
        <source>{name} changed it</source>
        <translation>{name} muutti</translation>
    </message>
    <message>
        <source>You changed it</source>
        <translation>Sinä muutit</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Jää voimaan</translation>
    </message>
    <message>
        <source>Keep the record</source>
        <translation>Pidä tieto</translation>
    </message>
    <message>
        <source>took the deletion back</source>
        <translation>perui poiston</translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation>(tyhjennetty)</translation>
    </message>
    <message>
        <source>{name} asks</source>
        <translation>{name} kysyy</translation>
    </message>
    <message>
        <source>Asked: {name}</source>
        <translation>Kysytty: {name}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sinä</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>Voimassa</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>aiemmin</translation>
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
    <message>
        <source>What this field held before is at the centre.</source>
        <translation>Se, mitä tässä kohdassa on ollut ennen, on keskuksessa.</translation>
    </message>
    <message>
        <source>Nothing has been written into this field.</source>
        <translation>Tähän kohtaan ei ole kirjattu mitään.</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Deleted, but changed</source>
        <translation>Poistettu, mutta muutettu</translation>
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
    <name>PassingOn</name>
    <message>
        <source>Nobody else works in this team now.</source>
        <translation>Tiimissä ei ole nyt muita.</translation>
    </message>
    <message>
        <source>Put off: {day}</source>
        <translation>Siirretty: {day}</translation>
    </message>
    <message>
        <source>Asked: {name}</source>
        <translation>Kysytty: {name}</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Kysy uudelleen</translation>
    </message>
    <message>
        <source>Who chooses</source>
        <translation>Kuka valitsee</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Siirrä</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Kysy</translation>
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
        <source>Both in one</source>
        <translation>Yhdistä tekstit</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Kysy työkaverilta</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Myöhemmin</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
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
    <name>Together</name>
    <message>
        <source>Both still stand between [[ and ]]: keep what is right, take the signs off.</source>
        <translation>Merkkien [[ ja ]] välissä ovat yhä molemmat: jätä oikea ja poista merkit.</translation>
    </message>
    <message>
        <source>Both in one text</source>
        <translation>Molemmat samassa tekstissä</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Seuraava kohta</translation>
    </message>
    <message numerus="yes">
        <source>%n places were changed by both: [[one||the other]]</source>
        <translation>
            <numerusform>%n kohtaa muuttivat molemmat: [[toinen||toinen]]</numerusform>
            <numerusform>%n kohtaa muuttivat molemmat: [[toinen||toinen]]</numerusform>
        </translation>
    </message>
    <message>
        <source>Read it through before you use it.</source>
        <translation>Lue teksti läpi ennen kuin käytät sitä.</translation>
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
