<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>UnlockPage</name>
    <message numerus="yes">
        <source>%n not sent, saved on this computer</source>
        <translation>
            <numerusform>%n not sent, saved on this computer</numerusform>
            <numerusform>%n not sent, saved on this computer</numerusform>
        </translation>
    </message>
</context>
</TS>
