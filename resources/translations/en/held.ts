<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Held</name>
    <message numerus="yes">
        <source>%n held back saves wait for your decision.</source>
        <translation>
            <numerusform>%n held back save waits for your decision.</numerusform>
            <numerusform>%n held back saves wait for your decision.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saves are held back or wait.</source>
        <translation>
            <numerusform>%n save is held back or waits.</numerusform>
            <numerusform>%n saves are held back or wait.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to decide</source>
        <translation>
            <numerusform>%n to decide</numerusform>
            <numerusform>%n to decide</numerusform>
        </translation>
    </message>
</context>
</TS>
