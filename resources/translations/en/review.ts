<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Review</name>
    <message numerus="yes">
        <source>Changes, %n fields</source>
        <translation>
            <numerusform>Changes, %n field</numerusform>
            <numerusform>Changes, %n fields</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters fit.</source>
        <translation>
            <numerusform>At most %n character fits.</numerusform>
            <numerusform>At most %n characters fit.</numerusform>
        </translation>
    </message>
</context>
</TS>
