<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>PassphraseField</name>
    <message>
        <source>Show the passphrase</source>
        <translation>Näytä tunnuslause</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Piilota tunnuslause</translation>
    </message>
    <message>
        <source>Caps Lock is on</source>
        <translation>Caps Lock on päällä</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Open since {time}</source>
        <translation>Auki {time} alkaen</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Asiointeja</translation>
    </message>
    <message>
        <source>In groups</source>
        <translation>Ryhmissä</translation>
    </message>
    <message>
        <source>Make the heads visits, one by one (Ctrl Shift D)</source>
        <translation>Kirjaa lasketut asioinneiksi yksi kerrallaan (Ctrl Shift D)</translation>
    </message>
    <message>
        <source>Unrecorded</source>
        <translation>Kirjaamatta</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Kävijöitä</translation>
    </message>
    <message>
        <source>One head less</source>
        <translation>Yksi kävijä vähemmän</translation>
    </message>
    <message>
        <source>One head more</source>
        <translation>Yksi kävijä lisää</translation>
    </message>
    <message>
        <source>Close the point…</source>
        <translation>Sulje piste…</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>Not sent</source>
        <translation>Lähettämättä</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Perillä</translation>
    </message>
    <message>
        <source>No network</source>
        <translation>Ei verkkoa</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Kaksi arvoa</translation>
    </message>
    <message>
        <source>Waits for an update</source>
        <translation>Odottaa keskusta</translation>
    </message>
    <message>
        <source>A supervisor will check</source>
        <translation>Esihenkilö tarkistaa</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Hyväksytty</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Palautettu</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Kysymys</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Muuttunut</translation>
    </message>
    <message>
        <source>Waits for the centre</source>
        <translation>Odottaa keskuksen vahvistusta</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Uusi</translation>
    </message>
    <message>
        <source>Sending {done}/{total}</source>
        <translation>Lähetetään {done}/{total}</translation>
    </message>
    <message numerus="yes">
        <source>%n d late</source>
        <translation>
            <numerusform>Myöhässä %n pv</numerusform>
            <numerusform>Myöhässä %n pv</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StickDialogs</name>
    <message>
        <source>All files</source>
        <translation>Kaikki tiedostot</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Undo</source>
        <translation>Kumoa</translation>
    </message>
</context>
<context>
    <name>TwoValues</name>
    <message>
        <source>Choose</source>
        <translation>Valitse</translation>
    </message>
    <message>
        <source>Choose the value: {field}</source>
        <translation>Valitse arvo: {field}</translation>
    </message>
</context>
</TS>
