<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Fields</name>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n saves of yours are still on this laptop and go to the centre. A supervisor looks at them there.</source>
        <translation>
            <numerusform>%n save of yours is still on this laptop and goes to the centre. A supervisor looks at it there.</numerusform>
            <numerusform>%n saves of yours are still on this laptop and go to the centre. A supervisor looks at them there.</numerusform>
        </translation>
    </message>
</context>
</TS>
