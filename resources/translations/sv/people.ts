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
