<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Held</name>
    <message numerus="yes">
        <source>%n held back saves wait for your decision.</source>
        <translation>
            <numerusform>%n sparad uppgift väntar på ditt beslut.</numerusform>
            <numerusform>%n sparade uppgifter väntar på ditt beslut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saves are held back or wait.</source>
        <translation>
            <numerusform>%n sparad uppgift hålls kvar eller väntar.</numerusform>
            <numerusform>%n sparade uppgifter hålls kvar eller väntar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Titta</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Kvarhållna</translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n att avgöra</numerusform>
            <numerusform>%n att avgöra</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is held back.</source>
        <translation>Inget hålls kvar.</translation>
    </message>
    <message>
        <source>Your own save</source>
        <translation>Din egen sparade uppgift</translation>
    </message>
    <message>
        <source>Unknown author</source>
        <translation>Okänd</translation>
    </message>
    <message>
        <source>Shown when this program is newer</source>
        <translation>Visas när programmet är nyare</translation>
    </message>
    <message>
        <source>The centre takes it up once it is updated</source>
        <translation>Centralen tar upp det när den har uppdaterats</translation>
    </message>
    <message>
        <source>Written by {program}</source>
        <translation>Programmet {program}</translation>
    </message>
    <message>
        <source>A record of an unknown kind</source>
        <translation>En anteckning av okänt slag</translation>
    </message>
    <message>
        <source>Not accepted</source>
        <translation>Inte godkänt</translation>
    </message>
    <message>
        <source>What it says is shown when there is a network.</source>
        <translation>Innehållet visas när det finns nät.</translation>
    </message>
    <message>
        <source>The centre does not hold it back any more.</source>
        <translation>Centralen håller inte längre kvar det.</translation>
    </message>
    <message>
        <source>Comment to the author</source>
        <translation>Kommentar till den som skrev</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Godkänn</translation>
    </message>
    <message>
        <source>Do not accept</source>
        <translation>Godkänn inte</translation>
    </message>
    <message>
        <source>Pass on to</source>
        <translation>För över till</translation>
    </message>
    <message>
        <source>Team to pass it on to</source>
        <translation>Team som det förs över till</translation>
    </message>
    <message>
        <source>What the save says</source>
        <translation>Det sparades innehåll</translation>
    </message>
    <message>
        <source>Choose a save on the left.</source>
        <translation>Välj en sparad uppgift till vänster.</translation>
    </message>
    <message>
        <source>Asking the centre for what it says…</source>
        <translation>Frågar centralen om innehållet…</translation>
    </message>
    <message>
        <source>Some of it has been erased.</source>
        <translation>En del har raderats.</translation>
    </message>
    <message>
        <source>It was not accepted. It counts nowhere, and stays here for you to read.</source>
        <translation>Det godkändes inte. Det räknas ingenstans men finns kvar här så att du kan läsa det.</translation>
    </message>
    <message>
        <source>It is saved. A supervisor of the team decides about it; you are told.</source>
        <translation>Det är sparat. Teamets chef avgör saken och du får veta.</translation>
    </message>
</context>
</TS>
