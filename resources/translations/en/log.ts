<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Log</name>
    <message numerus="yes">
        <source>%n chains are broken: events are missing or an older notebook was put back.</source>
        <translation>
            <numerusform>%n chain is broken: events are missing or an older notebook was put back.</numerusform>
            <numerusform>%n chains are broken: events are missing or an older notebook was put back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
</context>
</TS>
