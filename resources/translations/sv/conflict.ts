<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>ConflictPage</name>
    <message>
        <source>Hide the values</source>
        <translation>Dölj värdena</translation>
    </message>
    <message>
        <source>Show the values (this is logged)</source>
        <translation>Visa värdena (det loggas)</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ångrat</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>Frågan</translation>
    </message>
    <message>
        <source>Everything is settled. When two people write the same field differently, it comes here.</source>
        <translation>Allt är avgjort. När två personer skriver samma fält olika kommer det hit.</translation>
    </message>
    <message>
        <source>The other one sees your choice and can bring their value back. The choice stays in the history.</source>
        <translation>Den andra ser ditt val och kan återställa sitt värde. Valet syns i historiken.</translation>
    </message>
    <message>
        <source>Chosen: {value}</source>
        <translation>Valt: {value}</translation>
    </message>
    <message>
        <source>A choice does not turn back into two values. The other one can be brought back.</source>
        <translation>Ett val blir inte två värden igen. Det andra värdet kan återställas.</translation>
    </message>
    <message>
        <source>Bring back {value}</source>
        <translation>Återställ {value}</translation>
    </message>
    <message>
        <source>Somebody settled this already. Their choice stands; here is what still waits.</source>
        <translation>Någon hann redan avgöra detta. Det valet gäller; här är det som ännu väntar.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
<context>
    <name>ConflictWords</name>
    <message>
        <source>{field}: which of these stays?</source>
        <translation>{field}: vilket av dessa gäller?</translation>
    </message>
    <message>
        <source>{field}: which one stays?</source>
        <translation>{field}: vilket av de två gäller?</translation>
    </message>
    <message>
        <source>b. {year}</source>
        <translation>f. {year}</translation>
    </message>
    <message>
        <source>The same field was written in two places, neither knowing of the other. Choose what stays; the other is kept in the history and can be brought back.</source>
        <translation>Samma fält skrevs på två ställen utan vetskap om varandra. Välj vad som gäller; det andra finns kvar i historiken och kan återställas.</translation>
    </message>
    <message>
        <source>Your value</source>
        <translation>Ditt värde</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Skrivet</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Tidigare</translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation>(tömt)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
</context>
<context>
    <name>FieldHistory</name>
    <message>
        <source>History of the field</source>
        <translation>Fältets historik</translation>
    </message>
    <message>
        <source>Bring this back</source>
        <translation>Återställ detta</translation>
    </message>
</context>
<context>
    <name>NewValue</name>
    <message>
        <source>Write the right value first.</source>
        <translation>Skriv först rätt värde.</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Använd detta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>The one before</source>
        <translation>Föregående</translation>
    </message>
    <message>
        <source>The next one</source>
        <translation>Nästa</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>Nytt värde</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senare</translation>
    </message>
</context>
<context>
    <name>SideCard</name>
    <message>
        <source>Keep this</source>
        <translation>Behåll detta</translation>
    </message>
</context>
<context>
    <name>WaitingList</name>
    <message numerus="yes">
        <source>%n wait for a choice</source>
        <translation>
            <numerusform>%n väntar på val</numerusform>
            <numerusform>%n väntar på val</numerusform>
        </translation>
    </message>
    <message>
        <source>None waits</source>
        <translation>Inget väntar</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Två värden</translation>
    </message>
    <message>
        <source>Fields with two values</source>
        <translation>Fält med två värden</translation>
    </message>
</context>
</TS>
