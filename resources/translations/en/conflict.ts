<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Together</name>
    <message numerus="yes">
        <source>%n places were changed by both: [[one||the other]]</source>
        <translation>
            <numerusform>%n place was changed by both: [[one||the other]]</numerusform>
            <numerusform>%n places were changed by both: [[one||the other]]</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message numerus="yes">
        <source>%n wait for a choice</source>
        <translation>
            <numerusform>%n waits for a choice</numerusform>
            <numerusform>%n wait for a choice</numerusform>
        </translation>
    </message>
</context>
</TS>
