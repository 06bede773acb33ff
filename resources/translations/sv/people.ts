<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>CardHead</name>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Redigera</translation>
    </message>
    <message>
        <source>Link a visit</source>
        <translation>Koppla ett besök</translation>
    </message>
    <message>
        <source>Appointment (Ctrl Shift T)</source>
        <translation>Avtala en tid (Ctrl Shift T)</translation>
    </message>
    <message>
        <source>Hand over or move (Ctrl T)</source>
        <translation>Överför till kollega eller team (Ctrl T)</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n osänd</numerusform>
            <numerusform>%n osända</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateHints</name>
    <message>
        <source>Perhaps the same person</source>
        <translation>Kanske samma person</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Not the same, save a new one</source>
        <translation>Inte samma, spara en ny</translation>
    </message>
    <message>
        <source>Perhaps this person is here already. Look before you save.</source>
        <translation>Personen kan redan finnas här. Titta innan du sparar.</translation>
    </message>
    <message>
        <source>same identity code</source>
        <translation>samma personbeteckning</translation>
    </message>
    <message>
        <source>same phone</source>
        <translation>samma telefon</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>samma namn</translation>
    </message>
    <message>
        <source>name sounds alike</source>
        <translation>liknande namn</translation>
    </message>
    <message>
        <source>same birthday</source>
        <translation>samma födelsedag</translation>
    </message>
    <message>
        <source>b. {year}</source>
        <translation>f. {year}</translation>
    </message>
</context>
<context>
    <name>Earlier</name>
    <message>
        <source>What stands on the card is all here. Who wrote it before is at the centre.</source>
        <translation>Kortets nuvarande uppgifter finns alla här. Den tidigare historiken finns i centralen.</translation>
    </message>
    <message>
        <source>Fetch the earlier history</source>
        <translation>Hämta den tidigare historiken</translation>
    </message>
</context>
<context>
    <name>Editors</name>
    <message>
        <source>Too long: {length} of {limit} signs. Shorten it; nothing is lost.</source>
        <translation>För lång: {length}/{limit} tecken. Korta ned; inget försvinner.</translation>
    </message>
    <message>
        <source>Write the day like this: 14.2.1996.</source>
        <translation>Skriv datumet så här: 14.2.1996.</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Inte frågat</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Förnamn</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Efternamn</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sedan</translation>
    </message>
    <message>
        <source>The identity code does not check out. Compare it with the document, or leave it empty.</source>
        <translation>Personbeteckningen stämmer inte. Jämför med handlingen eller lämna tomt.</translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Use this</source>
        <translation>Använd</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Dölj</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Visa</translation>
    </message>
    <message>
        <source>History of this field</source>
        <translation>Fältets historik</translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>Not asked</source>
        <translation>Inte frågat</translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation>(tömt)</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>b. {year}</source>
        <translation>f. {year}</translation>
    </message>
    <message>
        <source>interpreter needed</source>
        <translation>behöver tolk</translation>
    </message>
    <message>
        <source>May contact: {ways}</source>
        <translation>Får kontaktas: {ways}</translation>
    </message>
    <message>
        <source>Own client</source>
        <translation>Egen klient</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Kommun, område</translation>
    </message>
</context>
<context>
    <name>FieldPane</name>
    <message>
        <source>History of one field</source>
        <translation>Ett fälts historik</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fält</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Brought back</source>
        <translation>Återställt</translation>
    </message>
</context>
<context>
    <name>FormParts</name>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
</context>
<context>
    <name>FormProblems</name>
    <message>
        <source>The identity code does not check out. Nothing was saved; compare it and save again.</source>
        <translation>Personbeteckningen stämmer inte. Inget sparades; jämför och spara igen.</translation>
    </message>
    <message>
        <source>Give at least what the person is called.</source>
        <translation>Ange åtminstone vad personen kallas.</translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 14.2.1996.</source>
        <translation>Det här är inget datum. Skriv det så här: 14.2.1996.</translation>
    </message>
    <message>
        <source>This is no e-mail address. Compare it, or leave it empty.</source>
        <translation>Det här är ingen e-postadress. Kontrollera den eller lämna tomt.</translation>
    </message>
    <message>
        <source>This is not in the list any more. Choose another.</source>
        <translation>Det här finns inte längre i listan. Välj ett annat.</translation>
    </message>
    <message>
        <source>The number is outside what is possible.</source>
        <translation>Talet är inte möjligt.</translation>
    </message>
    <message>
        <source>The notebook did not take this. Nothing was saved; write it another way.</source>
        <translation>Anteckningsboken godtog inte detta. Inget sparades; skriv på annat sätt.</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Hints</source>
        <translation>Tips</translation>
    </message>
    <message>
        <source>Nothing stands out by what is known. The rules say why.</source>
        <translation>Inget sticker ut enligt uppgifterna. Reglerna berättar varför.</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>Färre</translation>
    </message>
    <message numerus="yes">
        <source>All %n rules</source>
        <translation>
            <numerusform>%n regel</numerusform>
            <numerusform>Alla %n regler</numerusform>
        </translation>
    </message>
    <message>
        <source>Taken up: {hint}</source>
        <translation>Tagits upp: {hint}</translation>
    </message>
    <message>
        <source>Taken up</source>
        <translation>Tagits upp</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>By these facts</source>
        <translation>Enligt dessa uppgifter</translation>
    </message>
    <message>
        <source>Check: {what}</source>
        <translation>Klarlägg: {what}</translation>
    </message>
    <message>
        <source>This rule awaits a lawyer&apos;s check.</source>
        <translation>Den här regeln väntar på juristens granskning.</translation>
    </message>
    <message>
        <source>Fill in what is missing</source>
        <translation>Komplettera uppgiften</translation>
    </message>
    <message>
        <source>May apply</source>
        <translation>Kan gälla</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inte känt</translation>
    </message>
    <message>
        <source>Not by what is known</source>
        <translation>Inte enligt uppgifterna</translation>
    </message>
    <message>
        <source>chapter {chapter}</source>
        <translation>{chapter} kap.</translation>
    </message>
    <message>
        <source>section {section}</source>
        <translation>{section} §</translation>
    </message>
    <message>
        <source>Source: {source}. Rule of {version}.</source>
        <translation>Källa: {source}. Regel från {version}.</translation>
    </message>
    <message>
        <source>If all of it fitted: {says}</source>
        <translation>Om allt uppfylldes: {says}</translation>
    </message>
    <message>
        <source>Taken up: {who}, {when}. Rule of {version}.</source>
        <translation>Tagits upp: {who}, {when}. Regel från {version}.</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ålder</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Hemkommun</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sedan</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Utbildning</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Inkomst</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finska</translation>
    </message>
    <message>
        <source>Integration plan</source>
        <translation>Integrationsplan</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Gäller till</translation>
    </message>
    <message>
        <source>Binding service</source>
        <translation>Förpliktande tjänst</translation>
    </message>
    <message>
        <source>Card with a day</source>
        <translation>Kort med datum</translation>
    </message>
    <message>
        <source>Card ends</source>
        <translation>Kortet går ut</translation>
    </message>
    <message>
        <source>Missing: {facts}</source>
        <translation>Saknas: {facts}</translation>
    </message>
    <message>
        <source>Taken up {when}</source>
        <translation>Tagits upp {when}</translation>
    </message>
    <message>
        <source>{fact}: {value}. The rule asks: {need}.</source>
        <translation>{fact}: {value}. Regeln frågar: {need}.</translation>
    </message>
    <message>
        <source>Fits</source>
        <translation>Uppfylls</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>Uppfylls inte</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Två värden</translation>
    </message>
    <message>
        <source>Hidden: protected address</source>
        <translation>Dold: spärrmarkering</translation>
    </message>
    <message>
        <source>Not written down</source>
        <translation>Inte antecknat</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>minst {low}</translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation>högst {high}</translation>
    </message>
    <message numerus="yes">
        <source>at least %n days ago</source>
        <translation>
            <numerusform>för minst %n dag sedan</numerusform>
            <numerusform>för minst %n dagar sedan</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>within %n days</source>
        <translation>
            <numerusform>inom %n dag</numerusform>
            <numerusform>inom %n dagar</numerusform>
        </translation>
    </message>
    <message>
        <source>below {level}</source>
        <translation>under {level}</translation>
    </message>
    <message>
        <source>{several} or {last}</source>
        <translation>{several} eller {last}</translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>What is shown of the history</source>
        <translation>Vad som visas av historiken</translation>
    </message>
    <message>
        <source>Undo this save</source>
        <translation>Ångra den här sparningen</translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation>Här finns inget ännu.</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Visit</source>
        <translation>Besök</translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation>Anteckning borttagen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Card made</source>
        <translation>Kort skapat</translation>
    </message>
    <message>
        <source>Card deleted</source>
        <translation>Kort borttaget</translation>
    </message>
    <message>
        <source>Situation written down</source>
        <translation>Situation antecknad</translation>
    </message>
    <message>
        <source>{fields} changed</source>
        <translation>Ändrat: {fields}</translation>
    </message>
    <message>
        <source>Visit unlinked</source>
        <translation>Besökets länk borttagen</translation>
    </message>
    <message>
        <source>Separated</source>
        <translation>Åtskilt</translation>
    </message>
    <message>
        <source>Merged</source>
        <translation>Sammanslaget</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Hänvisning</translation>
    </message>
    <message>
        <source>Card {number}</source>
        <translation>Kort {number}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besök</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anteckningar</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Tjänster</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Ändringar</translation>
    </message>
    <message>
        <source>Consent taken back</source>
        <translation>Samtycket återtaget</translation>
    </message>
    <message>
        <source>File added</source>
        <translation>Fil tillagd</translation>
    </message>
    <message>
        <source>File removed</source>
        <translation>Fil borttagen</translation>
    </message>
    <message>
        <source>File brought back</source>
        <translation>Fil återställd</translation>
    </message>
    <message>
        <source>File renamed</source>
        <translation>Filens namn bytt</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Godkänt</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Återsänt</translation>
    </message>
    <message>
        <source>Question from the supervisor</source>
        <translation>Fråga från chefen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Granskning</translation>
    </message>
    <message>
        <source>Plan made</source>
        <translation>Plan gjord</translation>
    </message>
    <message>
        <source>Plan changed</source>
        <translation>Planen ändrad</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Steg</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Write the note first.</source>
        <translation>Skriv anteckningen först.</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Ny anteckning</translation>
    </message>
    <message>
        <source>Write what was agreed. The person may read this.</source>
        <translation>Skriv vad ni kom överens om. Klienten får läsa detta.</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Spara anteckningen</translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation>Inga anteckningar ännu.</translation>
    </message>
    <message>
        <source>The note is too long: {length} of {limit} signs. Shorten it; nothing is lost.</source>
        <translation>Anteckningen är för lång: {length}/{limit} tecken. Korta ned; inget försvinner.</translation>
    </message>
</context>
<context>
    <name>OlderLine</name>
    <message>
        <source>Fetch</source>
        <translation>Hämta</translation>
    </message>
    <message>
        <source>Fetch the older cards</source>
        <translation>Hämta de äldre korten</translation>
    </message>
    <message>
        <source>Fetching the older cards …</source>
        <translation>De äldre korten hämtas …</translation>
    </message>
    <message numerus="yes">
        <source>%n older cards at the centre</source>
        <translation>
            <numerusform>%n äldre kort i centralen</numerusform>
            <numerusform>%n äldre kort i centralen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Search for a person and open the card with Enter, or add a new one (Ctrl I).</source>
        <translation>Sök en person och öppna kortet med Enter, eller lägg till en ny (Ctrl&#xa0;I).</translation>
    </message>
    <message>
        <source>This card is no longer in the notebook.</source>
        <translation>Det här kortet finns inte längre i anteckningsboken.</translation>
    </message>
    <message>
        <source>This card has left the computer to keep little on it. Fetch it from the centre.</source>
        <translation>Kortet har lämnat datorn för att lite ska finnas kvar på den. Hämta det från centralen.</translation>
    </message>
    <message>
        <source>The card is being fetched from the centre.</source>
        <translation>Kortet hämtas från centralen.</translation>
    </message>
    <message>
        <source>The card was not fetched: there is no connection to the centre. Try again later.</source>
        <translation>Kortet hämtades inte: det finns ingen förbindelse till centralen. Försök igen senare.</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Sparat</translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation>Anteckningen sparad</translation>
    </message>
    <message>
        <source>Undone, but something newer was left as it is</source>
        <translation>Ångrat, men något nyare lämnades kvar</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ångrat</translation>
    </message>
    <message>
        <source>Visit linked</source>
        <translation>Besöket kopplat</translation>
    </message>
    <message>
        <source>Fetch it from the centre</source>
        <translation>Hämta från centralen</translation>
    </message>
    <message>
        <source>Today has no visit without a person</source>
        <translation>I dag finns inget okopplat besök</translation>
    </message>
</context>
<context>
    <name>PeopleRows</name>
    <message>
        <source>No name</source>
        <translation>Inget namn</translation>
    </message>
    <message>
        <source>Only those named see this</source>
        <translation>Endast namngivna ser</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Egen</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message numerus="yes">
        <source>%n cards</source>
        <translation>
            <numerusform>%n kort</numerusform>
            <numerusform>%n kort</numerusform>
        </translation>
    </message>
    <message>
        <source>found by phone</source>
        <translation>telefonträff</translation>
    </message>
    <message>
        <source>found by identity code</source>
        <translation>träff på beteckning</translation>
    </message>
    <message>
        <source>found in a note</source>
        <translation>i en anteckning</translation>
    </message>
    <message>
        <source>sounds alike</source>
        <translation>liknande</translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Parts of the card</source>
        <translation>Kortets delar</translation>
    </message>
    <message>
        <source>Only the name is known so far. Add the rest with Edit.</source>
        <translation>Bara namnet är känt. Lägg till resten med Redigera.</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>Det som är känt</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Tjänster</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Sammandrag</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Anteckningar</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historik</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>Kontaktuppgifter</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Less</source>
        <translation>Färre uppgifter</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>Fler uppgifter</translation>
    </message>
    <message>
        <source>Details of the person</source>
        <translation>Personens uppgifter</translation>
    </message>
    <message>
        <source>First note</source>
        <translation>Första anteckningen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>What the person is called is enough. Ask for the rest when it is needed.</source>
        <translation>Tilltalsnamnet räcker. Fråga resten när det behövs.</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Ny person</translation>
    </message>
    <message>
        <source>Edit: {name}</source>
        <translation>Redigera: {name}</translation>
    </message>
    <message>
        <source>The permission to contact becomes this card on saving.</source>
        <translation>Kontakttillståndet blir detta kort när du sparar.</translation>
    </message>
    <message>
        <source>The visit is linked to this person on saving.</source>
        <translation>Besöket kopplas till personen när du sparar.</translation>
    </message>
    <message>
        <source>Hide the protected details</source>
        <translation>Dölj de skyddade uppgifterna</translation>
    </message>
    <message>
        <source>Show the protected details (this is logged)</source>
        <translation>Visa de skyddade uppgifterna (det loggas)</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>Not a day from today on. Write it as 8.12. or +14.</source>
        <translation>Inte en dag från i dag framåt. Skriv 8.12. eller +14.</translation>
    </message>
    <message>
        <source>Not a day up to today. Write it as 8.12.</source>
        <translation>Inte en dag fram till i dag. Skriv 8.12.</translation>
    </message>
    <message>
        <source>Not a day. Write it as 8.12. or 8.12.2026.</source>
        <translation>Inte en dag. Skriv 8.12. eller 8.12.2026.</translation>
    </message>
    <message>
        <source>Write the time as 9.30.</source>
        <translation>Skriv tiden så här: 9.30.</translation>
    </message>
    <message>
        <source>Write the day as 8.12.</source>
        <translation>Skriv dagen så här: 8.12.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Klockan</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>Inte sagt</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Detta behövs.</translation>
    </message>
    <message>
        <source>Services found</source>
        <translation>Hittade tjänster</translation>
    </message>
    <message>
        <source>From the catalogue.</source>
        <translation>Ur tjänstekatalogen.</translation>
    </message>
    <message>
        <source>Type a few letters, or any name.</source>
        <translation>Skriv några bokstäver eller vilket namn som helst.</translation>
    </message>
    <message>
        <source>I follow this up</source>
        <translation>Jag följer upp detta</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>More about it</source>
        <translation>Mer om detta</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Nästa kontakt</translation>
    </message>
    <message>
        <source>1 A little</source>
        <translation>1 Lite</translation>
    </message>
    <message>
        <source>2 With help</source>
        <translation>2 Med hjälp</translation>
    </message>
    <message>
        <source>3 Alone</source>
        <translation>3 Självständigt</translation>
    </message>
    <message>
        <source>4 Teaches others</source>
        <translation>4 Lär andra</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>Nytt steg</translation>
    </message>
    <message>
        <source>New meeting</source>
        <translation>Nytt möte</translation>
    </message>
    <message>
        <source>New transition</source>
        <translation>Ny övergång</translation>
    </message>
    <message>
        <source>New skill</source>
        <translation>Nytt kunnande</translation>
    </message>
    <message>
        <source>New card or permit</source>
        <translation>Nytt kort eller tillstånd</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Steg</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Möte</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>Övergång</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Kunnande</translation>
    </message>
    <message>
        <source>Card or permit</source>
        <translation>Kort eller tillstånd</translation>
    </message>
</context>
<context>
    <name>PlanPaper</name>
    <message>
        <source>Client&apos;s copy of the plan</source>
        <translation>Planen till klienten</translation>
    </message>
    <message>
        <source>Language of the copy</source>
        <translation>Papperets språk</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>Stor stil</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Spara som PDF</translation>
    </message>
    <message>
        <source>Easy Finnish</source>
        <translation>Lättläst finska</translation>
    </message>
    <message>
        <source>The paper is being made.</source>
        <translation>Papperet görs.</translation>
    </message>
    <message>
        <source>This computer has no printer. PDF works.</source>
        <translation>Den här datorn har ingen skrivare. PDF fungerar.</translation>
    </message>
    <message>
        <source>Protected address: the paper shows where they go. Agree first how they keep it. It has no address.</source>
        <translation>Spärrmarkering: papperet visar vart hen går. Kom först överens om hur hen förvarar det. Ingen adress finns på det.</translation>
    </message>
    <message>
        <source>We have agreed</source>
        <translation>Vi har kommit överens</translation>
    </message>
    <message>
        <source>Printed and logged.</source>
        <translation>Utskrivet och antecknat i loggen.</translation>
    </message>
    <message>
        <source>The printer did not take it. Try again, or save a PDF.</source>
        <translation>Skrivaren tog inte emot det. Försök igen eller spara en PDF.</translation>
    </message>
    <message>
        <source>PDF saved and logged.</source>
        <translation>PDF sparad och antecknad i loggen.</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Filen kunde inte skrivas. Välj en annan plats.</translation>
    </message>
    <message>
        <source>The plan says nothing yet.</source>
        <translation>Planen säger inget ännu.</translation>
    </message>
</context>
<context>
    <name>PlanTab</name>
    <message>
        <source>Order changed</source>
        <translation>Ordningen ändrad</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>Senaste kontakt</translation>
    </message>
    <message>
        <source>Integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>Due {day}</source>
        <translation>Senast {day}</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>Härnäst: {step}</translation>
    </message>
    <message>
        <source>{months} mo: {answer}</source>
        <translation>{months} mån: {answer}</translation>
    </message>
    <message>
        <source>{months} mo question {day}</source>
        <translation>{months} mån frågas {day}</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>Fråga nu</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Utan slutdatum</translation>
    </message>
    <message>
        <source>Ran out {day}</source>
        <translation>Gick ut {day}</translation>
    </message>
    <message>
        <source>Runs out {day}</source>
        <translation>Går ut {day}</translation>
    </message>
    <message>
        <source>Valid until {day}</source>
        <translation>I kraft till {day}</translation>
    </message>
    <message>
        <source>Add: {what}</source>
        <translation>Lägg till: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n till</numerusform>
            <numerusform>%n till</numerusform>
        </translation>
    </message>
    <message>
        <source>Say why in a few words: it helps whoever goes on.</source>
        <translation>Skriv kort varför: det hjälper den som fortsätter.</translation>
    </message>
    <message>
        <source>State of the step</source>
        <translation>Stegets läge</translation>
    </message>
    <message>
        <source>How does the step stand?</source>
        <translation>Hur står steget?</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Varför</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Redigera</translation>
    </message>
    <message>
        <source>Edit the plan</source>
        <translation>Redigera planen</translation>
    </message>
    <message>
        <source>Client&apos;s copy</source>
        <translation>Till klienten</translation>
    </message>
    <message>
        <source>No plan yet. Press E and write the goal in the client&apos;s words.</source>
        <translation>Ingen plan ännu. Tryck E och skriv målet med klientens ord.</translation>
    </message>
    <message>
        <source>S: done. Shift S: other states. Enter: edit. Alt and arrows: order. Del: remove.</source>
        <translation>S: gjort. Shift S: annat läge. Enter: redigera. Alt och pilar: ordning. Del: ta bort.</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steg</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Möten</translation>
    </message>
    <message>
        <source>Transitions</source>
        <translation>Övergångar</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>Kunnande</translation>
    </message>
    <message>
        <source>Cards and permits</source>
        <translation>Kort och tillstånd</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Steg</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Möte</translation>
    </message>
    <message>
        <source>Transition</source>
        <translation>Övergång</translation>
    </message>
    <message>
        <source>Skill</source>
        <translation>Kunnande</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>No steps yet. Agree on the first small one.</source>
        <translation>Inga steg ännu. Kom överens om ett första litet steg.</translation>
    </message>
    <message>
        <source>No meetings yet.</source>
        <translation>Inga möten ännu.</translation>
    </message>
    <message>
        <source>Nothing has come of it yet: work, studies, a service.</source>
        <translation>Ingen övergång ännu till arbete, studier eller en tjänst.</translation>
    </message>
    <message>
        <source>Nothing written down of what they can.</source>
        <translation>Kunnandet är inte antecknat ännu.</translation>
    </message>
    <message>
        <source>No cards or permits.</source>
        <translation>Inga kort eller tillstånd.</translation>
    </message>
    <message>
        <source>Plan saved</source>
        <translation>Planen sparad</translation>
    </message>
    <message>
        <source>Step saved</source>
        <translation>Steget sparat</translation>
    </message>
    <message>
        <source>Meeting saved</source>
        <translation>Mötet sparat</translation>
    </message>
    <message>
        <source>Transition saved</source>
        <translation>Övergången sparad</translation>
    </message>
    <message>
        <source>Skill saved</source>
        <translation>Kunnandet sparat</translation>
    </message>
    <message>
        <source>Card saved</source>
        <translation>Kortet sparat</translation>
    </message>
    <message>
        <source>Step removed</source>
        <translation>Steget borttaget</translation>
    </message>
    <message>
        <source>Meeting removed</source>
        <translation>Mötet borttaget</translation>
    </message>
    <message>
        <source>Transition removed</source>
        <translation>Övergången borttagen</translation>
    </message>
    <message>
        <source>Skill removed</source>
        <translation>Kunnandet borttaget</translation>
    </message>
    <message>
        <source>Card removed</source>
        <translation>Kortet borttaget</translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Choose the person the visit belongs to.</source>
        <translation>Välj personen som besöket gäller.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Sök en person</translation>
    </message>
    <message>
        <source>Whose people</source>
        <translation>Vems klienter</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Egna</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Ny person</translation>
    </message>
    <message>
        <source>Hand-overs</source>
        <translation>Överföringar</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} av {total}</translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation>
            <numerusform>%n träff</numerusform>
            <numerusform>%n träffar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n personer</numerusform>
        </translation>
    </message>
    <message>
        <source>No hits for &apos;{text}&apos;. Add a new person (Ctrl I).</source>
        <translation>Inga träffar för &apos;{text}&apos;. Lägg till en ny person (Ctrl&#xa0;I).</translation>
    </message>
    <message>
        <source>No clients of your own yet. Look at the team&apos;s, or add a new person (Ctrl I).</source>
        <translation>Du har inga egna klienter ännu. Titta på teamets eller lägg till en ny person (Ctrl&#xa0;I).</translation>
    </message>
    <message>
        <source>No people here yet. Add the first one (Ctrl I).</source>
        <translation>Här finns ingen ännu. Lägg till den första (Ctrl&#xa0;I).</translation>
    </message>
</context>
<context>
    <name>ServicesTab</name>
    <message>
        <source>Choose why: it helps the next client.</source>
        <translation>Välj orsak: det hjälper nästa klient.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Orsak</translation>
    </message>
    <message>
        <source>What was heard back</source>
        <translation>Vad tjänsten berättade</translation>
    </message>
    <message>
        <source>Next follow-up</source>
        <translation>Nästa uppföljning</translation>
    </message>
    <message>
        <source>8.12. or +14. Empty: none.</source>
        <translation>8.12. eller +14. Tomt: ingen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Lägg till en fil</translation>
    </message>
    <message>
        <source>Take back the consent</source>
        <translation>Återta samtycket</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>Tillbaka till listan</translation>
    </message>
    <message>
        <source>No reason</source>
        <translation>Ingen orsak</translation>
    </message>
    <message>
        <source>Not a day from today on. Write it as 8.12. or +14.</source>
        <translation>Det här är ingen dag från och med i dag. Skriv 8.12. eller +14.</translation>
    </message>
    <message>
        <source>The referral stays and says so. Tell the service as well. Take it back?</source>
        <translation>Hänvisningen blir kvar och visar det. Berätta det också för tjänsten. Återta?</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Återta</translation>
    </message>
    <message>
        <source>Consent taken back</source>
        <translation>Samtycket återtaget</translation>
    </message>
    <message>
        <source>Referred by {who} {when}.</source>
        <translation>Hänvisad av {who} {when}.</translation>
    </message>
    <message>
        <source>you</source>
        <translation>dig</translation>
    </message>
    <message>
        <source>{state}, {when}.</source>
        <translation>{state}, {when}.</translation>
    </message>
    <message>
        <source>Written: {text}</source>
        <translation>Skrivet: {text}</translation>
    </message>
    <message>
        <source>Heard back: {text}</source>
        <translation>Respons: {text}</translation>
    </message>
    <message>
        <source>{consent}, read in {language}.</source>
        <translation>{consent} (språk: {language}).</translation>
    </message>
    <message>
        <source>consent given</source>
        <translation>samtycke givet</translation>
    </message>
    <message>
        <source>consent taken back</source>
        <translation>samtycket återtaget</translation>
    </message>
    <message>
        <source>Follow-up {day}</source>
        <translation>Uppföljning {day}</translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation>Sök en tjänst</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Hänvisningar</translation>
    </message>
    <message>
        <source>Not referred anywhere yet. Find a service with F3.</source>
        <translation>Inga hänvisningar ännu. Sök en tjänst (F3).</translation>
    </message>
    <message>
        <source>Enter: what has become of it.</source>
        <translation>Enter: skriv hur det gick.</translation>
    </message>
</context>
<context>
    <name>Transfer</name>
    <message>
        <source>To whom</source>
        <translation>Till vem</translation>
    </message>
    <message>
        <source>Why the person moves</source>
        <translation>Varför personen flyttar</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Lämna</translation>
    </message>
    <message>
        <source>Moving to {team}, the centre has been told</source>
        <translation>Överförs till {team}, centralen har fått veta det</translation>
    </message>
    <message>
        <source>Moving to {team}, waits for the centre</source>
        <translation>På väg till {team}, väntar på centralen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Ta tillbaka</translation>
    </message>
    <message>
        <source>Team: {name}</source>
        <translation>Team: {name}</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Flytta</translation>
    </message>
    <message>
        <source>The card and all that is about the person go to the other team, once the centre has it.</source>
        <translation>Kortet och allt om personen går till det andra teamet när centralen har fått veta.</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Överför</translation>
    </message>
    <message>
        <source>A colleague of the team becomes responsible.</source>
        <translation>En kollega i teamet blir ansvarig.</translation>
    </message>
    <message>
        <source>A coach or a supervisor of the team moves people to another team.</source>
        <translation>Till ett annat team överför teamets coach eller chef.</translation>
    </message>
    <message>
        <source>The move waits for the centre</source>
        <translation>Överföringen väntar på centralen</translation>
    </message>
    <message>
        <source>Handed over to {name}</source>
        <translation>Överförd till {name}</translation>
    </message>
    <message>
        <source>The person stays in this team</source>
        <translation>Personen stannar i det här teamet</translation>
    </message>
</context>
<context>
    <name>VisitChoice</name>
    <message>
        <source>Which of today&apos;s visits was this person&apos;s?</source>
        <translation>Vilket av dagens besök var den här personens?</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Lämna</translation>
    </message>
</context>
</TS>
