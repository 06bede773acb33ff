<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Editing</name>
    <message numerus="yes">
        <source>Proposed changes, %n fields</source>
        <translation>
            <numerusform>Proposed change, %n field</numerusform>
            <numerusform>Proposed changes, %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more lines are not shown.</source>
        <translation>
            <numerusform>%n more line is not shown.</numerusform>
            <numerusform>%n more lines are not shown.</numerusform>
        </translation>
    </message>
</context>
</TS>
