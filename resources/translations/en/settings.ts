<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Settings</name>
    <message numerus="yes">
        <source>after %n minutes</source>
        <translation>
            <numerusform>after %n minute</numerusform>
            <numerusform>after %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet.</source>
        <translation>
            <numerusform>%n not sent yet.</numerusform>
            <numerusform>%n not sent yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them wait here, encrypted, for a colleague to deliver.</source>
        <translation>
            <numerusform>%n of them waits here, encrypted, for a colleague to deliver.</numerusform>
            <numerusform>%n of them wait here, encrypted, for a colleague to deliver.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Each contact with the centre renews it for %n days. Without one the notebook then stays closed, and nothing in it is lost: the centre or the help desk opens it again.</source>
        <translation>
            <numerusform>Each contact with the centre renews it for %n day. Without one the notebook then stays closed, and nothing in it is lost: the centre or the help desk opens it again.</numerusform>
            <numerusform>Each contact with the centre renews it for %n days. Without one the notebook then stays closed, and nothing in it is lost: the centre or the help desk opens it again.</numerusform>
        </translation>
    </message>
</context>
</TS>
