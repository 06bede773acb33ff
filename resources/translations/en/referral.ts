<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Referral</name>
    <message numerus="yes">
        <source>Referred to %n services</source>
        <translation>
            <numerusform>Referred to %n service</numerusform>
            <numerusform>Referred to %n services</numerusform>
        </translation>
    </message>
</context>
</TS>
