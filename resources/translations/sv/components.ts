<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show the passphrase</source>
        <translation>Visa lösenfrasen</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Dölj lösenfrasen</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock är på</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Open since {time}</source>
        <translation>Öppen sedan {time}</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besök</translation>
    </message>
    <message>
        <source>In groups</source>
        <translation>I grupper</translation>
    </message>
    <message>
        <source>Make the heads visits, one by one (Ctrl Shift D)</source>
        <translation>Gör de räknade till besök, en i taget (Ctrl Shift D)</translation>
    </message>
    <message>
        <source>Unrecorded</source>
        <translation>Oregistrerade</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Besökare</translation>
    </message>
    <message>
        <source>One head less</source>
        <translation>En besökare färre</translation>
    </message>
    <message>
        <source>One head more</source>
        <translation>En besökare till</translation>
    </message>
    <message>
        <source>Close the point…</source>
        <translation>Stäng punkten…</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Not sent</source>
        <translation>Osänt</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Framme</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Inget nät</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Två värden</translation>
    </message>
    <message>
        <source>Waits for an update</source>
        <translation>Väntar på centralen</translation>
    </message>
    <message>
        <source>A supervisor will check</source>
        <translation>Chefen granskar</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Godkänd</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Återsänd</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Fråga</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrad</translation>
    </message>
    <message>
        <source>Waits for the centre</source>
        <translation>Väntar på bekräftelse</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Sending {done}/{total}</source>
        <translation>Sänder {done}/{total}</translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>Försenad %n d</numerusform>
            <numerusform>Försenad %n d</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickDialogs</name>
    <message>
        <source>All files</source>
        <translation>Alla filer</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
</context>
<context>
    <name>TwoValues</name>
    <message>
        <source>Choose</source>
        <translation>Välj</translation>
    </message>
    <message>
        <source>Choose the value: {field}</source>
        <translation>Välj värde: {field}</translation>
    </message>
</context>
</TS>
