<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wrong passphrases or PINs since you last opened this notebook.</source>
        <translation>
            <numerusform>%n wrong passphrase or PIN since you last opened this notebook.</numerusform>
            <numerusform>%n wrong passphrases or PINs since you last opened this notebook.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saves wait here, encrypted, for the next colleague online.</source>
        <translation>
            <numerusform>%n save waits here, encrypted, for the next colleague online.</numerusform>
            <numerusform>%n saves wait here, encrypted, for the next colleague online.</numerusform>
        </translation>
    </message>
</context>
</TS>
