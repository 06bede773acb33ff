<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Header</name>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Sök person</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message>
        <source>Lock the notebook (Ctrl L, or F12 at once)</source>
        <translation>Lås anteckningsboken (Ctrl L, eller genast F12)</translation>
    </message>
</context>
</TS>
