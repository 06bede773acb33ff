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
        <source>Deleted, but changed: does it stay?</source>
        <translation>Borttagen men ändrad: ska den vara kvar?</translation>
    </message>
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
        <source>{name} asks you to choose</source>
        <translation>{name} ber dig välja</translation>
    </message>
    <message>
        <source>You have asked {name}</source>
        <translation>Du har frågat {name}</translation>
    </message>
    <message>
        <source>Your role sees this, but does not choose here</source>
        <translation>Din roll ser detta men väljer inte här</translation>
    </message>
    <message>
        <source>One deleted it while another changed it, neither knowing of the other. Nothing is hidden until somebody chooses.</source>
        <translation>Den ena tog bort och den andra ändrade utan att veta om varandra. Inget döljs innan någon väljer.</translation>
    </message>
    <message>
        <source>These lay side by side before your choice. Choose again; the other is kept in the history and can be brought back.</source>
        <translation>Dessa stod bredvid varandra före ditt val. Välj igen; det andra finns kvar i historiken och kan återställas.</translation>
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
        <source>At the centre</source>
        <translation>I centralen</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Tidigare</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Dator</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>inte än</translation>
    </message>
    <message>
        <source>{when}, written offline</source>
        <translation>{when}, skrivet utan nät</translation>
    </message>
    <message>
        <source>there, the time is not known</source>
        <translation>framme, tiden är inte känd</translation>
    </message>
    <message>
        <source>name not known</source>
        <translation>namnet är okänt</translation>
    </message>
    <message>
        <source>{name} deleted it</source>
        <translation>{name} tog bort</translation>
    </message>
    <message>
        <source>You deleted it</source>
        <translation>Du tog bort</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Tas bort</translation>
    </message>
    <message>
        <source>Delete it all the same</source>
        <translation>Ta bort ändå</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrat</translation>
    </message>
    <message>
        <source>{name} changed it</source>
        <translation>{name} ändrade</translation>
    </message>
    <message>
        <source>You changed it</source>
        <translation>Du ändrade</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Blir kvar</translation>
    </message>
    <message>
        <source>Keep the record</source>
        <translation>Behåll uppgiften</translation>
    </message>
    <message>
        <source>took the deletion back</source>
        <translation>tog tillbaka borttagningen</translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation>(tömt)</translation>
    </message>
    <message>
        <source>{name} asks</source>
        <translation>{name} frågar</translation>
    </message>
    <message>
        <source>Asked: {name}</source>
        <translation>Tillfrågad: {name}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Stands now</source>
        <translation>Gäller nu</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>tidigare</translation>
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
    <message>
        <source>What this field held before is at the centre.</source>
        <translation>Det som fältet innehållit förr finns i centralen.</translation>
    </message>
    <message>
        <source>Nothing has been written into this field.</source>
        <translation>Inget har skrivits i det här fältet.</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Deleted, but changed</source>
        <translation>Raderad men ändrad</translation>
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
    <name>PassingOn</name>
    <message>
        <source>Nobody else works in this team now.</source>
        <translation>Det finns inga andra i teamet nu.</translation>
    </message>
    <message>
        <source>Put off: {day}</source>
        <translation>Uppskjutet: {day}</translation>
    </message>
    <message>
        <source>Asked: {name}</source>
        <translation>Tillfrågad: {name}</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Fråga igen</translation>
    </message>
    <message>
        <source>Who chooses</source>
        <translation>Vem väljer</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Skjut upp</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fråga</translation>
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
        <source>Both in one</source>
        <translation>Båda i en text</translation>
    </message>
    <message>
        <source>Ask a colleague</source>
        <translation>Fråga en kollega</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Senare</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
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
    <name>Together</name>
    <message>
        <source>Both still stand between [[ and ]]: keep what is right, take the signs off.</source>
        <translation>Mellan [[ och ]] står fortfarande båda: behåll det rätta och ta bort tecknen.</translation>
    </message>
    <message>
        <source>Both in one text</source>
        <translation>Båda i samma text</translation>
    </message>
    <message>
        <source>Next place</source>
        <translation>Nästa ställe</translation>
    </message>
    <message numerus="yes">
        <source>%n places were changed by both: [[one||the other]]</source>
        <translation>
            <numerusform>%n ställe ändrades av båda: [[den ena||den andra]]</numerusform>
            <numerusform>%n ställen ändrades av båda: [[den ena||den andra]]</numerusform>
        </translation>
    </message>
    <message>
        <source>Read it through before you use it.</source>
        <translation>Läs igenom texten innan du använder den.</translation>
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
