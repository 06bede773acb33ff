<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Sync</name>
    <message numerus="yes">
        <source>Compared record by record: %n differed, asked for again</source>
        <translation>
            <numerusform>Compared record by record: %n differed, asked for again</numerusform>
            <numerusform>Compared record by record: %n differed, asked for again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared record by record: %n differ, all will be loaded again</source>
        <translation>
            <numerusform>Compared record by record: %n differs, all will be loaded again</numerusform>
            <numerusform>Compared record by record: %n differ, all will be loaded again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n records, no gaps</source>
        <translation>
            <numerusform>Checked: %n record, no gaps</numerusform>
            <numerusform>Checked: %n records, no gaps</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n year</numerusform>
            <numerusform>%n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fetching what is new, %n so far</source>
        <translation>
            <numerusform>Fetching what is new, %n so far</numerusform>
            <numerusform>Fetching what is new, %n so far</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, all saved on this computer</source>
        <translation>
            <numerusform>%n not sent, all saved on this computer</numerusform>
            <numerusform>%n not sent, all saved on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older cards have left it and are at the centre.</source>
        <translation>
            <numerusform>%n older card has left it and is at the centre.</numerusform>
            <numerusform>%n older cards have left it and are at the centre.</numerusform>
        </translation>
    </message>
</context>
</TS>
