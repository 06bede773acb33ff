<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Held</name>
    <message numerus="yes">
        <source>%n held back saves wait for your decision.</source>
        <translation>
            <numerusform>%n pidätetty tallennus odottaa päätöstäsi.</numerusform>
            <numerusform>%n pidätettyä tallennusta odottaa päätöstäsi.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saves are held back or wait.</source>
        <translation>
            <numerusform>%n tallennus on pidätetty tai odottaa.</numerusform>
            <numerusform>%n tallennusta on pidätetty tai odottaa.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Katso</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Pidätetyt</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n ratkaistava</numerusform>
            <numerusform>%n ratkaistavaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is held back.</source>
        <translation>Mitään ei ole pidätetty.</translation>
    </message>
    <message>
        <source>Your own save</source>
        <translation>Oma tallennus</translation>
    </message>
    <message>
        <source>Unknown author</source>
        <translation>Tuntematon tekijä</translation>
    </message>
    <message>
        <source>Shown when this program is newer</source>
        <translation>Näytetään, kun ohjelma on uudempi</translation>
    </message>
    <message>
        <source>The centre takes it up once it is updated</source>
        <translation>Keskus ottaa sen, kun keskus on päivitetty</translation>
    </message>
    <message>
        <source>Written by {program}</source>
        <translation>Ohjelma {program}</translation>
    </message>
    <message>
        <source>A record of an unknown kind</source>
        <translation>Tuntemattomanlainen merkintä</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Ei hyväksytty</translation>
    </message>
    <message>
        <source>What it says is shown when there is a network.</source>
        <translation>Sisältö näkyy, kun on verkko.</translation>
    </message>
    <message>
        <source>The centre does not hold it back any more.</source>
        <translation>Keskus ei enää pidätä sitä.</translation>
    </message>
    <message>
        <source>Comment to the author</source>
        <translation>Huomautus tekijälle</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Hyväksy</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>Älä hyväksy</translation>
    </message>
    <message>
        <source>Pass on to</source>
        <translation>Siirrä tiimille</translation>
    </message>
    <message>
        <source>Team to pass it on to</source>
        <translation>Tiimi, jolle siirretään</translation>
    </message>
    <message>
        <source>What the save says</source>
        <translation>Tallennuksen sisältö</translation>
    </message>
    <message>
        <source>Choose a save on the left.</source>
        <translation>Valitse tallennus vasemmalta.</translation>
    </message>
    <message>
        <source>Asking the centre for what it says…</source>
        <translation>Sisältöä kysytään keskuksesta…</translation>
    </message>
    <message>
        <source>Some of it has been erased.</source>
        <translation>Osa siitä on poistettu.</translation>
    </message>
    <message>
        <source>It was not accepted. It counts nowhere, and stays here for you to read.</source>
        <translation>Sitä ei hyväksytty. Se ei näy missään, mutta voit lukea sen tästä.</translation>
    </message>
    <message>
        <source>It is saved. A supervisor of the team decides about it; you are told.</source>
        <translation>Se on tallessa. Tiimin esihenkilö ratkaisee asian, ja saat tiedon.</translation>
    </message>
</context>
</TS>
