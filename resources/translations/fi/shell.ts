<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Header</name>
    <message>
        <source>Search</source>
        <translation>Haku</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Hae ihmistä</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lukitse</translation>
    </message>
    <message>
        <source>Lock the notebook (Ctrl L, or F12 at once)</source>
        <translation>Lukitse muistikirja (Ctrl L, tai heti F12)</translation>
    </message>
</context>
</TS>
