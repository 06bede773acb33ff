<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Handout</name>
    <message numerus="yes">
        <source>Print %n</source>
        <translation>
            <numerusform>Print %n</numerusform>
            <numerusform>Print %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServiceRows</name>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>queue of %n weeks</source>
        <translation>
            <numerusform>queue of about %n week</numerusform>
            <numerusform>queue of about %n weeks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n chosen</numerusform>
            <numerusform>%n chosen</numerusform>
        </translation>
    </message>
</context>
</TS>
