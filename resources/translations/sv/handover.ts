<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Handover</name>
    <message>
        <source>Handed over to me</source>
        <translation>Överförda till mig</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n ny</numerusform>
            <numerusform>%n nya</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Sett</translation>
    </message>
    <message>
        <source>Nobody has handed anybody over to you.</source>
        <translation>Ingen har överfört någon till dig.</translation>
    </message>
    <message>
        <source>Handed on by me</source>
        <translation>Överförda av mig</translation>
    </message>
    <message>
        <source>Nobody in the last 30 days.</source>
        <translation>Ingen under de senaste 30 dagarna.</translation>
    </message>
    <message>
        <source>My clients</source>
        <translation>Mina klienter</translation>
    </message>
    <message numerus="yes">
        <source>You are responsible for %n people.</source>
        <translation>
            <numerusform>Du ansvarar för %n person.</numerusform>
            <numerusform>Du ansvarar för %n personer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Kollega</translation>
    </message>
    <message>
        <source>{by} handed over</source>
        <translation>{by} överförde</translation>
    </message>
    <message>
        <source>before: {name}</source>
        <translation>tidigare: {name}</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Inget namn</translation>
    </message>
    <message>
        <source>Came after it from {name}: {what} {when}</source>
        <translation>Kom efteråt från {name}: {what} {when}</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Inte sett ännu</translation>
    </message>
    <message numerus="yes">
        <source>Hand over all %n</source>
        <translation>
            <numerusform>Överför %n</numerusform>
            <numerusform>Överför alla %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, all %n to {name}</source>
        <translation>
            <numerusform>Ja, %n till {name}</numerusform>
            <numerusform>Ja, alla %n till {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people handed over</source>
        <translation>
            <numerusform>%n person överförd</numerusform>
            <numerusform>%n personer överförda</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ångrat</translation>
    </message>
</context>
</TS>
