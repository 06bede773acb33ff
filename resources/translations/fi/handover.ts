<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Handover</name>
    <message>
        <source>Handed over to me</source>
        <translation>Minulle siirtyneet</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n uusi</numerusform>
            <numerusform>%n uutta</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Nähty</translation>
    </message>
    <message>
        <source>Nobody has handed anybody over to you.</source>
        <translation>Kukaan ei ole siirtänyt sinulle ketään.</translation>
    </message>
    <message>
        <source>Handed on by me</source>
        <translation>Minulta siirtyneet</translation>
    </message>
    <message>
        <source>Nobody in the last 30 days.</source>
        <translation>Ei ketään 30 päivän aikana.</translation>
    </message>
    <message>
        <source>My clients</source>
        <translation>Omat asiakkaat</translation>
    </message>
    <message numerus="yes">
        <source>You are responsible for %n people.</source>
        <translation>
            <numerusform>Vastuullasi on %n ihminen.</numerusform>
            <numerusform>Vastuullasi on %n ihmistä.</numerusform>
        </translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>Työtoveri</translation>
    </message>
    <message>
        <source>{by} handed over</source>
        <translation>Siirtäjä {by}</translation>
    </message>
    <message>
        <source>before: {name}</source>
        <translation>aiemmin: {name}</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Ei nimeä</translation>
    </message>
    <message>
        <source>Came after it from {name}: {what} {when}</source>
        <translation>Tuli sen jälkeen, {name}: {what} {when}</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>Ei vielä nähty</translation>
    </message>
    <message numerus="yes">
        <source>Hand over all %n</source>
        <translation>
            <numerusform>Siirrä %n</numerusform>
            <numerusform>Siirrä kaikki %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, all %n to {name}</source>
        <translation>
            <numerusform>Kyllä, %n: {name}</numerusform>
            <numerusform>Kyllä, kaikki %n: {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people handed over</source>
        <translation>
            <numerusform>%n ihminen siirretty</numerusform>
            <numerusform>%n ihmistä siirretty</numerusform>
        </translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Kumottu</translation>
    </message>
</context>
</TS>
