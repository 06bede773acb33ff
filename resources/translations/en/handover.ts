<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Handover</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are responsible for %n people.</source>
        <translation>
            <numerusform>You are responsible for %n person.</numerusform>
            <numerusform>You are responsible for %n people.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over all %n</source>
        <translation>
            <numerusform>Hand over %n</numerusform>
            <numerusform>Hand over all %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Yes, all %n to {name}</source>
        <translation>
            <numerusform>Yes, %n to {name}</numerusform>
            <numerusform>Yes, all %n to {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people handed over</source>
        <translation>
            <numerusform>%n person handed over</numerusform>
            <numerusform>%n people handed over</numerusform>
        </translation>
    </message>
</context>
</TS>
