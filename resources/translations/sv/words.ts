<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Backups</name>
    <message>
        <source>{day} at {time}</source>
        <translation>{day} kl. {time}</translation>
    </message>
    <message>
        <source>made by itself</source>
        <translation>gjord automatiskt</translation>
    </message>
    <message>
        <source>made by hand</source>
        <translation>gjord för hand</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Session</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>Besök</translation>
    </message>
    <message>
        <source>Head count</source>
        <translation>Räknare</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Linked visit</source>
        <translation>Kopplat besök</translation>
    </message>
    <message>
        <source>Merged cards</source>
        <translation>Sammanslagna kort</translation>
    </message>
    <message>
        <source>Health flag</source>
        <translation>Hälsomarkering</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Granskning</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meddelande</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nej</translation>
    </message>
    <message>
        <source>since {date}</source>
        <translation>sedan {date}</translation>
    </message>
    <message>
        <source>{status} since {date}</source>
        <translation>{status} sedan {date}</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n besök</numerusform>
            <numerusform>%n besök</numerusform>
        </translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Tjänst</translation>
    </message>
    <message>
        <source>Note on a service</source>
        <translation>Anteckning om en tjänst</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Hänvisning</translation>
    </message>
    <message>
        <source>Referral of a visit</source>
        <translation>Hänvisning från ett besök</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Samtycke</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Uppföljning</translation>
    </message>
    <message>
        <source>Hand-out</source>
        <translation>Broschyr</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Deletion</source>
        <translation>Borttagning</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>Known as</source>
        <translation>Kallas</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>Född</translation>
    </message>
    <message>
        <source>Identity code</source>
        <translation>Person­beteckning</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Mother tongue</source>
        <translation>Modersmål</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Tolk</translation>
    </message>
    <message>
        <source>May contact</source>
        <translation>Får kontaktas</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommun</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postnummer</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Non-disclosure</source>
        <translation>Spärrmarkering</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>Responsible</source>
        <translation>Ansvarig</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbetsläge</translation>
    </message>
    <message>
        <source>Education</source>
        <translation>Utbildning</translation>
    </message>
    <message>
        <source>Occupation</source>
        <translation>Yrke</translation>
    </message>
    <message>
        <source>Finnish</source>
        <translation>Finska</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>Svenska</translation>
    </message>
    <message>
        <source>Housing</source>
        <translation>Boende</translation>
    </message>
    <message>
        <source>Income</source>
        <translation>Försörjning</translation>
    </message>
    <message>
        <source>Main activity</source>
        <translation>Sysselsättning</translation>
    </message>
    <message>
        <source>Last work</source>
        <translation>Senaste arbete</translation>
    </message>
    <message>
        <source>Driving licence</source>
        <translation>Körkort</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Öppnad</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Reflection</source>
        <translation>Att minnas till nästa gång</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Hur det gick</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Ämne</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ålder</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>First time</source>
        <translation>Första gången</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kontaktsätt</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>Kön</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Längd</translation>
    </message>
    <message>
        <source>Came through</source>
        <translation>Kom via</translation>
    </message>
    <message>
        <source>Unmet need</source>
        <translation>Ouppfyllt behov</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Besökare</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Sedan</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Beslut</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Gäller</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Step of the plan</source>
        <translation>Steg i planen</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Möte</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Avtalad tid</translation>
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
        <translation>Tillstånd eller kort</translation>
    </message>
    <message>
        <source>Hint taken up</source>
        <translation>Tips tagits upp</translation>
    </message>
    <message>
        <source>Group event</source>
        <translation>Gruppbesök</translation>
    </message>
    <message>
        <source>Permission to contact</source>
        <translation>Kontakttillstånd</translation>
    </message>
    <message>
        <source>Employer</source>
        <translation>Arbetsgivare</translation>
    </message>
    <message>
        <source>In the client&apos;s words</source>
        <translation>Med klientens egna ord</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>Avtalad</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Nästa kontakt</translation>
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
        <source>Who does it</source>
        <translation>Vem gör det</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordning</translation>
    </message>
    <message>
        <source>Took part</source>
        <translation>Med</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Sammandrag</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nästa steg</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuter</translation>
    </message>
    <message>
        <source>Whom they meet</source>
        <translation>Vem klienten träffar</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Vart</translation>
    </message>
    <message>
        <source>Known from</source>
        <translation>Hur man vet det</translation>
    </message>
    <message>
        <source>After 3 months</source>
        <translation>Efter 3 mån</translation>
    </message>
    <message>
        <source>After 6 months</source>
        <translation>Efter 6 mån</translation>
    </message>
    <message>
        <source>After 12 months</source>
        <translation>Efter 12 mån</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivå</translation>
    </message>
    <message>
        <source>Shown by</source>
        <translation>Hur det syns</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Tips</translation>
    </message>
    <message>
        <source>Version of the rule</source>
        <translation>Regelns version</translation>
    </message>
    <message>
        <source>Held by what was known</source>
        <translation>Gällde enligt uppgifterna</translation>
    </message>
    <message>
        <source>Facts used</source>
        <translation>Använda uppgifter</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Samarbetspart</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Förnamn</translation>
    </message>
    <message>
        <source>What about</source>
        <translation>I vilket ärende</translation>
    </message>
    <message>
        <source>Permitted</source>
        <translation>Tillstånd gavs</translation>
    </message>
    <message>
        <source>Permitted until</source>
        <translation>Tillståndet gäller till</translation>
    </message>
    <message>
        <source>Contacted</source>
        <translation>Kontaktad</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>FO-nummer</translation>
    </message>
    <message>
        <source>Contact person</source>
        <translation>Kontaktperson</translation>
    </message>
    <message>
        <source>Looks for</source>
        <translation>Söker</translation>
    </message>
    <message>
        <source>Asked about wage subsidy</source>
        <translation>Frågade om lönesubvention</translation>
    </message>
    <message>
        <source>Asked about Helsinki benefit</source>
        <translation>Frågade om Helsingforstillägg</translation>
    </message>
    <message>
        <source>Given as</source>
        <translation>Hur given</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Sätt</translation>
    </message>
    <message>
        <source>Urgency</source>
        <translation>Brådska</translation>
    </message>
    <message>
        <source>Told to the service</source>
        <translation>Skrivet i hänvisningen</translation>
    </message>
    <message>
        <source>Heard back</source>
        <translation>Respons från tjänsten</translation>
    </message>
    <message>
        <source>Consent to</source>
        <translation>Samtycket gäller</translation>
    </message>
    <message>
        <source>Receiver</source>
        <translation>Mottagare</translation>
    </message>
    <message>
        <source>What is told</source>
        <translation>Det som berättas</translation>
    </message>
    <message>
        <source>Given how</source>
        <translation>Hur givet</translation>
    </message>
    <message>
        <source>Version of the text</source>
        <translation>Textens version</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Återtaget</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Förfallodag</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Vems</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klart</translation>
    </message>
    <message>
        <source>Move to another team</source>
        <translation>Överföring till ett annat team</translation>
    </message>
    <message>
        <source>Came from another team</source>
        <translation>Kom från ett annat team</translation>
    </message>
    <message>
        <source>Went to another team</source>
        <translation>Gick till ett annat team</translation>
    </message>
    <message>
        <source>Decision on a held back save</source>
        <translation>Beslut om det som hålls kvar</translation>
    </message>
    <message>
        <source>Hand-over seen</source>
        <translation>Överföring sedd</translation>
    </message>
    <message>
        <source>Question about two values</source>
        <translation>Fråga om två värden</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Meddelande</translation>
    </message>
    <message>
        <source>Notice seen</source>
        <translation>Meddelande sett</translation>
    </message>
    <message>
        <source>Save held back</source>
        <translation>Det sparade hålls kvar</translation>
    </message>
    <message>
        <source>Held back save decided</source>
        <translation>Det som hölls kvar är avgjort</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fil</translation>
    </message>
    <message>
        <source>Mark on a service</source>
        <translation>Märkning av en tjänst</translation>
    </message>
    <message>
        <source>To the team</source>
        <translation>Till teamet</translation>
    </message>
    <message>
        <source>From the team</source>
        <translation>Från teamet</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Orsak</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Av</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Beslut</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>Till vem</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Till och med</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Fält</translation>
    </message>
</context>
<context>
    <name>Held</name>
    <message>
        <source>The author&apos;s role does not allow this</source>
        <translation>Rollen tillåter inte detta</translation>
    </message>
    <message>
        <source>It belongs to another unit</source>
        <translation>Hör till en annan enhet</translation>
    </message>
    <message>
        <source>Written after the author&apos;s right had ended</source>
        <translation>Skrivet efter att rätten hade upphört</translation>
    </message>
    <message>
        <source>The signature is wrong: it may be somebody else&apos;s</source>
        <translation>Underskriften är fel: den kan vara någon annans</translation>
    </message>
    <message>
        <source>Its id is in use for something else</source>
        <translation>Dess beteckning används redan för något annat</translation>
    </message>
    <message>
        <source>It came back after the centre was restored</source>
        <translation>Kom tillbaka när centralen återställdes</translation>
    </message>
    <message>
        <source>The centre wants a check</source>
        <translation>Centralen vill ha en kontroll</translation>
    </message>
    <message>
        <source>There is no such save any more</source>
        <translation>Det finns ingen sådan sparad uppgift längre</translation>
    </message>
    <message>
        <source>Somebody had decided already</source>
        <translation>Någon hade redan avgjort det</translation>
    </message>
    <message>
        <source>Its id is in use: it can only be refused</source>
        <translation>Beteckningen används: det kan bara avslås</translation>
    </message>
    <message>
        <source>It cannot lie in another team</source>
        <translation>Kan inte finnas i ett annat team</translation>
    </message>
    <message>
        <source>What it said has been erased</source>
        <translation>Innehållet har raderats</translation>
    </message>
    <message>
        <source>Nobody decides about a save of their own</source>
        <translation>Ingen avgör sin egen sparade uppgift</translation>
    </message>
    <message>
        <source>Only a supervisor of the team decides about it</source>
        <translation>Bara teamets chef avgör det</translation>
    </message>
    <message>
        <source>There is no such team</source>
        <translation>Det finns inget sådant team</translation>
    </message>
    <message>
        <source>It is in that team already</source>
        <translation>Finns redan i det teamet</translation>
    </message>
    <message>
        <source>The person is not in this team any more</source>
        <translation>Personen finns inte längre i det här teamet</translation>
    </message>
    <message>
        <source>The centre did not understand it</source>
        <translation>Centralen förstod det inte</translation>
    </message>
    <message>
        <source>The centre failed at it; it is kept and tried again</source>
        <translation>Centralen misslyckades med det; det finns kvar och försöks igen</translation>
    </message>
    <message>
        <source>Accepted, waits for the centre</source>
        <translation>Godkänt, väntar på centralen</translation>
    </message>
    <message>
        <source>Not accepted, waits for the centre</source>
        <translation>Inte godkänt, väntar på centralen</translation>
    </message>
    <message>
        <source>To {team}, waits for the centre</source>
        <translation>Till {team}, väntar på centralen</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>On this laptop</source>
        <translation>På den här datorn</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Spärrmarkerad</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Under 18</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Borttagen</translation>
    </message>
    <message>
        <source>Deleted, but changed</source>
        <translation>Borttagen men ändrad</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Raderad</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>The move was not carried out</source>
        <translation>Överföringen gjordes inte</translation>
    </message>
    <message>
        <source>Your decision was not carried out</source>
        <translation>Ditt beslut kunde inte genomföras</translation>
    </message>
    <message>
        <source>Your right in {team} has ended</source>
        <translation>Din rätt har upphört: {team}</translation>
    </message>
    <message>
        <source>Its records have left this laptop</source>
        <translation>Dess uppgifter har lämnat datorn</translation>
    </message>
    <message numerus="yes">
        <source>%n saves of yours are still on this laptop and go to the centre. A supervisor looks at them there.</source>
        <translation>
            <numerusform>%n sparad uppgift finns kvar på datorn och går till centralen. Chefen ser på den där.</numerusform>
            <numerusform>%n sparade uppgifter finns kvar på datorn och går till centralen. Chefen ser på dem där.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>What you typed is still on the screen.</source>
        <translation>Det du skrev finns kvar på skärmen.</translation>
    </message>
    <message>
        <source>Everything is saved on this computer.</source>
        <translation>Allt är sparat på datorn.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Inget ändrades.</translation>
    </message>
    <message>
        <source>Open the notebook with your passphrase.</source>
        <translation>Öppna anteckningsboken med lösenfrasen.</translation>
    </message>
    <message>
        <source>Contact the help desk.</source>
        <translation>Kontakta supporten.</translation>
    </message>
    <message>
        <source>Renew it over the network, or with the help desk&apos;s code.</source>
        <translation>Förnya tillståndet över nätet eller med supportens kod.</translation>
    </message>
    <message>
        <source>The PIN does not match. Tries left: {tries_left}.</source>
        <translation>PIN-koden stämmer inte. Försök kvar: {tries_left}.</translation>
    </message>
    <message>
        <source>Try again, or use your passphrase.</source>
        <translation>Försök igen eller använd lösenfrasen.</translation>
    </message>
    <message>
        <source>The PIN no longer opens this notebook.</source>
        <translation>PIN-koden öppnar inte längre den här anteckningsboken.</translation>
    </message>
    <message>
        <source>This PIN is too easy to guess.</source>
        <translation>Den här PIN-koden är för lätt att gissa.</translation>
    </message>
    <message>
        <source>Choose six digits that are no row and no repetition.</source>
        <translation>Välj sex siffror som inte är en rad eller en upprepning.</translation>
    </message>
    <message>
        <source>This computer has no safe place for a PIN.</source>
        <translation>Den här datorn har ingen säker plats för en PIN-kod.</translation>
    </message>
    <message>
        <source>This computer has not met the centre for too long.</source>
        <translation>Datorn har inte haft kontakt med centralen på för lång tid.</translation>
    </message>
    <message>
        <source>By this computer&apos;s clock its permit has run out.</source>
        <translation>Enligt datorns klocka har dess tillstånd gått ut.</translation>
    </message>
    <message>
        <source>Check date and time first, then renew the permit.</source>
        <translation>Kontrollera först datum och tid, förnya sedan tillståndet.</translation>
    </message>
    <message>
        <source>This computer&apos;s permit is not in its key store.</source>
        <translation>Datorns tillstånd finns inte i dess nyckellager.</translation>
    </message>
    <message>
        <source>This code does not fit.</source>
        <translation>Koden passar inte.</translation>
    </message>
    <message>
        <source>Ask for it to be read out again, letter by letter.</source>
        <translation>Be att få den uppläst igen, tecken för tecken.</translation>
    </message>
    <message>
        <source>The centre did not renew this computer&apos;s permit.</source>
        <translation>Centralen förnyade inte datorns tillstånd.</translation>
    </message>
    <message>
        <source>Check the passphrase, or contact the help desk.</source>
        <translation>Kontrollera lösenfrasen eller kontakta supporten.</translation>
    </message>
    <message>
        <source>The centre ordered this notebook to be destroyed, and it was.</source>
        <translation>Centralen beordrade att anteckningsboken skulle förstöras, och det gjordes.</translation>
    </message>
    <message>
        <source>What was sent is safe at the centre.</source>
        <translation>Det som skickats är tryggt hos centralen.</translation>
    </message>
    <message>
        <source>Saves not yet sent: {count}.</source>
        <translation>Sparade poster som inte skickats: {count}.</translation>
    </message>
    <message>
        <source>Send them first, or let a colleague deliver them.</source>
        <translation>Skicka dem först eller låt en kollega leverera dem.</translation>
    </message>
    <message>
        <source>This answer does not open this notebook.</source>
        <translation>Det här svaret öppnar inte den här anteckningsboken.</translation>
    </message>
    <message>
        <source>This is no answer to a recovery request.</source>
        <translation>Det här är inget svar på en återställningsbegäran.</translation>
    </message>
    <message>
        <source>Choose the file that came from the help desk.</source>
        <translation>Välj filen som kom från supporten.</translation>
    </message>
    <message>
        <source>This is no order of this computer&apos;s centre.</source>
        <translation>Det här är ingen order från datorns central.</translation>
    </message>
    <message>
        <source>This backup can&apos;t be opened.</source>
        <translation>Den här säkerhetskopian går inte att öppna.</translation>
    </message>
    <message>
        <source>Choose another, or contact the help desk.</source>
        <translation>Välj en annan eller kontakta supporten.</translation>
    </message>
    <message>
        <source>There were two copies of this notebook.</source>
        <translation>Det fanns två kopior av den här anteckningsboken.</translation>
    </message>
    <message>
        <source>What you wrote here is kept, and is sent.</source>
        <translation>Det du skrev här är sparat och skickas.</translation>
    </message>
    <message>
        <source>Open the notebook and go on. Tell the help desk of the copy.</source>
        <translation>Öppna anteckningsboken och fortsätt. Berätta om kopian för supporten.</translation>
    </message>
    <message>
        <source>The file is larger than {limit} MB.</source>
        <translation>Filen är större än {limit} MB.</translation>
    </message>
    <message>
        <source>Attach a smaller one, a single page for instance.</source>
        <translation>Bifoga en mindre, till exempel en enda sida.</translation>
    </message>
    <message>
        <source>The file is empty or can&apos;t be read.</source>
        <translation>Filen är tom eller går inte att läsa.</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>Välj en annan fil.</translation>
    </message>
    <message>
        <source>Files of this kind are not taken.</source>
        <translation>Filer av det här slaget tas inte emot.</translation>
    </message>
    <message>
        <source>Attach a PDF, a picture or plain text.</source>
        <translation>Bifoga en PDF, en bild eller ren text.</translation>
    </message>
    <message>
        <source>The file is damaged, or is not what its name says.</source>
        <translation>Filen är skadad eller något annat än namnet säger.</translation>
    </message>
    <message>
        <source>Open it in its own program and save it anew.</source>
        <translation>Öppna den i sitt eget program och spara den på nytt.</translation>
    </message>
    <message>
        <source>The file itself is not on this computer yet.</source>
        <translation>Själva filen finns ännu inte på den här datorn.</translation>
    </message>
    <message>
        <source>It comes when there is a network.</source>
        <translation>Den kommer när det finns ett nät.</translation>
    </message>
    <message>
        <source>The file on this computer is damaged.</source>
        <translation>Filen på datorn är skadad.</translation>
    </message>
    <message>
        <source>It is fetched from the centre again.</source>
        <translation>Den hämtas från centralen på nytt.</translation>
    </message>
    <message>
        <source>Try again when there is a network.</source>
        <translation>Försök igen när det finns ett nät.</translation>
    </message>
    <message>
        <source>Ask your supervisor for a new code.</source>
        <translation>Be din chef om en ny kod.</translation>
    </message>
    <message>
        <source>The passphrase does not match.</source>
        <translation>Lösenfrasen stämmer inte.</translation>
    </message>
    <message>
        <source>Your data is safe.</source>
        <translation>Uppgifterna är i säkerhet.</translation>
    </message>
    <message>
        <source>Check Caps Lock and try again.</source>
        <translation>Kontrollera Caps Lock och försök igen.</translation>
    </message>
    <message>
        <source>Too many wrong passphrases in a row.</source>
        <translation>För många fel lösenfraser i rad.</translation>
    </message>
    <message>
        <source>Try again in {seconds} s.</source>
        <translation>Försök igen om {seconds} s.</translation>
    </message>
    <message>
        <source>The passphrase is too easy to guess.</source>
        <translation>Lösenfrasen är för lätt att gissa.</translation>
    </message>
    <message>
        <source>Use five words or at least 14 characters.</source>
        <translation>Använd fem ord eller minst 14 tecken.</translation>
    </message>
    <message>
        <source>One of the fields has a value that cannot be saved.</source>
        <translation>Ett av fälten har ett värde som inte kan sparas.</translation>
    </message>
    <message>
        <source>Correct it and save again.</source>
        <translation>Rätta det och spara igen.</translation>
    </message>
    <message>
        <source>A field that is needed is empty.</source>
        <translation>Ett obligatoriskt fält är tomt.</translation>
    </message>
    <message>
        <source>Fill it in and save again.</source>
        <translation>Fyll i det och spara igen.</translation>
    </message>
    <message>
        <source>The text is too long: at most {limit} characters fit.</source>
        <translation>Texten är för lång: högst {limit} tecken ryms.</translation>
    </message>
    <message>
        <source>Shorten it and save again.</source>
        <translation>Förkorta den och spara igen.</translation>
    </message>
    <message>
        <source>The personal identity code is not a valid one.</source>
        <translation>Personbeteckningen är inte giltig.</translation>
    </message>
    <message>
        <source>Check it, or leave it empty for now.</source>
        <translation>Kontrollera den eller lämna den tom tills vidare.</translation>
    </message>
    <message>
        <source>The point has no place yet.</source>
        <translation>Punkten har ingen plats ännu.</translation>
    </message>
    <message>
        <source>Choose a place or type one.</source>
        <translation>Välj en plats eller skriv den.</translation>
    </message>
    <message>
        <source>The visit has no topic yet.</source>
        <translation>Besöket har inget ämne ännu.</translation>
    </message>
    <message>
        <source>Choose at least one topic.</source>
        <translation>Välj minst ett ämne.</translation>
    </message>
    <message>
        <source>A comment is needed here.</source>
        <translation>Här behövs en kommentar.</translation>
    </message>
    <message>
        <source>Write briefly what should be added or corrected.</source>
        <translation>Skriv kort vad som ska kompletteras eller rättas.</translation>
    </message>
    <message>
        <source>There is nothing left to undo: newer changes stand there.</source>
        <translation>Det finns inget kvar att ångra: där finns nyare ändringar.</translation>
    </message>
    <message>
        <source>Correct the record itself if you need to.</source>
        <translation>Rätta anteckningen vid behov.</translation>
    </message>
    <message>
        <source>The invitation could not be read.</source>
        <translation>Inbjudan kunde inte läsas.</translation>
    </message>
    <message>
        <source>Check what you typed, or ask for a new invitation file.</source>
        <translation>Kontrollera det du skrev eller be om en ny inbjudningsfil.</translation>
    </message>
    <message>
        <source>No service is chosen.</source>
        <translation>Ingen tjänst är vald.</translation>
    </message>
    <message>
        <source>Choose at least one.</source>
        <translation>Välj åtminstone en.</translation>
    </message>
    <message>
        <source>This service needs the client&apos;s consent before data leaves.</source>
        <translation>Den här tjänsten kräver klientens samtycke innan uppgifter lämnas ut.</translation>
    </message>
    <message>
        <source>Read the text with the client, or choose another way.</source>
        <translation>Läs texten med klienten eller välj ett annat sätt.</translation>
    </message>
    <message>
        <source>The paper has no letter for {char}.</source>
        <translation>Broschyrens typsnitt saknar tecknet {char}.</translation>
    </message>
    <message>
        <source>Write it in another way.</source>
        <translation>Skriv det på ett annat sätt.</translation>
    </message>
    <message>
        <source>A personal identity code is never printed.</source>
        <translation>En personbeteckning skrivs aldrig ut.</translation>
    </message>
    <message>
        <source>Remove it from your words.</source>
        <translation>Ta bort den ur din text.</translation>
    </message>
    <message>
        <source>The file could not be read: {reason}.</source>
        <translation>Filen kunde inte läsas: {reason}.</translation>
    </message>
    <message>
        <source>The catalogue is as it was.</source>
        <translation>Katalogen är som förut.</translation>
    </message>
    <message>
        <source>Ask for the file again.</source>
        <translation>Be om filen på nytt.</translation>
    </message>
    <message>
        <source>The file is of no service directory that is known here.</source>
        <translation>Filen är inte från någon tjänstekatalog som är känd här.</translation>
    </message>
    <message>
        <source>Choose where it comes from, or another file.</source>
        <translation>Välj varifrån den kommer, eller en annan fil.</translation>
    </message>
    <message>
        <source>Your role does not have the right to do this.</source>
        <translation>Din roll har inte rätt att göra detta.</translation>
    </message>
    <message>
        <source>Ask your supervisor for the right, or to do it for you.</source>
        <translation>Be din chef om rätten, eller be chefen göra det.</translation>
    </message>
    <message>
        <source>You wrote this yourself, so somebody else reviews it.</source>
        <translation>Du skrev detta själv, så någon annan granskar det.</translation>
    </message>
    <message>
        <source>Leave it in the queue for another reviewer.</source>
        <translation>Lämna det i kön åt en annan granskare.</translation>
    </message>
    <message>
        <source>This computer&apos;s right to send has been withdrawn.</source>
        <translation>Datorns rätt att sända har dragits in.</translation>
    </message>
    <message>
        <source>Contact your supervisor: they will check what was not sent.</source>
        <translation>Kontakta din chef, som kontrollerar vad som inte sändes.</translation>
    </message>
    <message>
        <source>The notebook is locked.</source>
        <translation>Anteckningsboken är låst.</translation>
    </message>
    <message>
        <source>Open it with your passphrase and go on.</source>
        <translation>Öppna den med din lösenfras och fortsätt.</translation>
    </message>
    <message>
        <source>This notebook is open in another window.</source>
        <translation>Anteckningsboken är öppen i ett annat fönster.</translation>
    </message>
    <message>
        <source>Close the other window and try again.</source>
        <translation>Stäng det andra fönstret och försök igen.</translation>
    </message>
    <message>
        <source>This notebook was made by a newer version.</source>
        <translation>Anteckningsboken är gjord med en nyare version.</translation>
    </message>
    <message>
        <source>Update the program.</source>
        <translation>Uppdatera programmet.</translation>
    </message>
    <message>
        <source>The notebook&apos;s file is damaged and was not opened.</source>
        <translation>Anteckningsbokens fil är skadad och öppnades inte.</translation>
    </message>
    <message>
        <source>What was sent is safe at the centre. The file was left as it is.</source>
        <translation>Det som har sänts finns i säkerhet i centralen. Filen lämnades som den är.</translation>
    </message>
    <message>
        <source>Do not delete anything. Contact the help desk.</source>
        <translation>Radera ingenting. Kontakta supporten.</translation>
    </message>
    <message>
        <source>The notebook&apos;s key file is damaged.</source>
        <translation>Anteckningsbokens nyckelfil är skadad.</translation>
    </message>
    <message>
        <source>The notebook itself was not touched.</source>
        <translation>Själva anteckningsboken rördes inte.</translation>
    </message>
    <message>
        <source>The notebook&apos;s key file is missing.</source>
        <translation>Anteckningsbokens nyckelfil saknas.</translation>
    </message>
    <message>
        <source>The notebook&apos;s key file was made by a newer version.</source>
        <translation>Anteckningsbokens nyckelfil är gjord med en nyare version.</translation>
    </message>
    <message>
        <source>The key file is older than the notebook: it was put back from a copy.</source>
        <translation>Nyckelfilen är äldre än anteckningsboken: den har återställts från en kopia.</translation>
    </message>
    <message>
        <source>The log of who read what is not whole.</source>
        <translation>Loggen över vem som läst vad är inte hel.</translation>
    </message>
    <message>
        <source>Contact the help desk before you go on.</source>
        <translation>Kontakta supporten innan du fortsätter.</translation>
    </message>
    <message>
        <source>This is no longer in the notebook.</source>
        <translation>Detta finns inte längre i anteckningsboken.</translation>
    </message>
    <message>
        <source>Go back to the list and open it again.</source>
        <translation>Gå tillbaka till listan och öppna den igen.</translation>
    </message>
    <message>
        <source>This card has left the computer to keep little on it.</source>
        <translation>Kortet har lämnat datorn för att lite ska finnas kvar på den.</translation>
    </message>
    <message>
        <source>The centre has it.</source>
        <translation>Det finns i centralen.</translation>
    </message>
    <message>
        <source>Open it on the page People and fetch it.</source>
        <translation>Öppna det på sidan Människor och hämta det.</translation>
    </message>
    <message>
        <source>The two cards are in different teams.</source>
        <translation>Korten finns i olika team.</translation>
    </message>
    <message>
        <source>Move one of the people to the other team first.</source>
        <translation>Flytta först den ena personen till samma team.</translation>
    </message>
    <message>
        <source>Somebody else did this meanwhile.</source>
        <translation>Någon annan hann göra detta.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Inget gick förlorat.</translation>
    </message>
    <message>
        <source>See what is shown now.</source>
        <translation>Se vilket värde som visas nu.</translation>
    </message>
    <message>
        <source>The notebook stopped and was locked.</source>
        <translation>Anteckningsboken stannade och låstes.</translation>
    </message>
    <message>
        <source>Everything that was saved is safe on this computer.</source>
        <translation>Allt som sparats finns kvar på datorn.</translation>
    </message>
    <message>
        <source>Open it again with your passphrase.</source>
        <translation>Öppna den igen med din lösenfras.</translation>
    </message>
    <message>
        <source>The program made a mistake ({where}).</source>
        <translation>Ett fel inträffade i programmet ({where}).</translation>
    </message>
    <message>
        <source>What was saved before is safe on this computer.</source>
        <translation>Det som sparats tidigare finns kvar på datorn.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, tell the help desk.</source>
        <translation>Försök igen. Om felet upprepas, berätta det för supporten.</translation>
    </message>
    <message>
        <source>The disk is full, this was not saved.</source>
        <translation>Disken är full, detta sparades inte.</translation>
    </message>
    <message>
        <source>Earlier entries are safe, your text is still on screen.</source>
        <translation>Tidigare uppgifter är kvar, din text finns på skärmen.</translation>
    </message>
    <message>
        <source>Free space and save.</source>
        <translation>Frigör utrymme och spara.</translation>
    </message>
    <message>
        <source>The notebook may not lie in this folder.</source>
        <translation>Anteckningsboken får inte ligga i den här mappen.</translation>
    </message>
    <message>
        <source>Contact the help desk: it belongs on this computer&apos;s own disk.</source>
        <translation>Kontakta supporten: den ska ligga på datorns egen disk.</translation>
    </message>
    <message>
        <source>The network dropped.</source>
        <translation>Nätet bröts.</translation>
    </message>
    <message>
        <source>Sending resumes by itself.</source>
        <translation>Sändningen fortsätter av sig själv.</translation>
    </message>
    <message>
        <source>This network asks for a sign-in before it lets anything through.</source>
        <translation>Det här nätet kräver inloggning innan något släpps igenom.</translation>
    </message>
    <message>
        <source>Sign in with the web browser, or use your phone&apos;s network.</source>
        <translation>Logga in i webbläsaren eller använd telefonens nät.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the notebook through.</source>
        <translation>Nätverkets proxyserver släpper inte igenom fältboken.</translation>
    </message>
    <message>
        <source>Choose another way in the settings, or use your phone&apos;s network.</source>
        <translation>Välj en annan väg i inställningarna eller använd telefonens nät.</translation>
    </message>
    <message>
        <source>Another centre answered than the one expected.</source>
        <translation>En annan central svarade än den väntade.</translation>
    </message>
    <message>
        <source>Nothing was sent to it.</source>
        <translation>Inget sändes till den.</translation>
    </message>
    <message>
        <source>Check the address and the fingerprint, or contact the help desk.</source>
        <translation>Kontrollera adressen och fingeravtrycket eller kontakta supporten.</translation>
    </message>
    <message>
        <source>The centre does not know this code.</source>
        <translation>Centralen känner inte till koden.</translation>
    </message>
    <message>
        <source>Check the code letter by letter.</source>
        <translation>Kontrollera koden tecken för tecken.</translation>
    </message>
    <message>
        <source>The code has expired.</source>
        <translation>Koden har gått ut.</translation>
    </message>
    <message>
        <source>The code has been used already.</source>
        <translation>Koden har redan använts.</translation>
    </message>
    <message>
        <source>The code was tried wrong too many times and is locked.</source>
        <translation>Koden har skrivits fel för många gånger och är låst.</translation>
    </message>
    <message>
        <source>The centre cannot answer just now.</source>
        <translation>Centralen kan inte svara just nu.</translation>
    </message>
    <message>
        <source>Go on working and try again later.</source>
        <translation>Fortsätt arbeta och försök igen senare.</translation>
    </message>
    <message>
        <source>The centre did not accept this ({code}).</source>
        <translation>Centralen godkände inte detta ({code}).</translation>
    </message>
    <message>
        <source>Tell the help desk the word in brackets.</source>
        <translation>Berätta ordet inom parentes för supporten.</translation>
    </message>
    <message>
        <source>The computer is short of memory for opening the notebook.</source>
        <translation>Datorns minne räcker inte för att öppna anteckningsboken.</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Stäng andra program och försök igen.</translation>
    </message>
    <message>
        <source>The centre does not know this computer.</source>
        <translation>Centralen känner inte till den här datorn.</translation>
    </message>
    <message>
        <source>Enrol again on the Sync page. What you wrote comes along.</source>
        <translation>Anslut på nytt på sidan Synkronisering. Det du har skrivit följer med.</translation>
    </message>
    <message>
        <source>This notebook is in use as two copies.</source>
        <translation>Anteckningsboken används som två kopior.</translation>
    </message>
    <message>
        <source>Stop using the other copy and contact the help desk.</source>
        <translation>Sluta använda den andra kopian och kontakta supporten.</translation>
    </message>
</context>
<context>
    <name>ServiceFields</name>
    <message>
        <source>Place {number}</source>
        <translation>Plats {number}</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Tjänst</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Namn</translation>
    </message>
    <message>
        <source>In short</source>
        <translation>Kort</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beskrivning</translation>
    </message>
    <message>
        <source>Also called</source>
        <translation>Andra namn</translation>
    </message>
    <message>
        <source>Search words</source>
        <translation>Sökord</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>För vem</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Krav</translation>
    </message>
    <message>
        <source>Effect on benefits</source>
        <translation>Inverkan på förmåner</translation>
    </message>
    <message>
        <source>What the consent is about</source>
        <translation>Vad samtycket gäller</translation>
    </message>
    <message>
        <source>How to refer</source>
        <translation>Så hänvisar du</translation>
    </message>
    <message>
        <source>What taking part means</source>
        <translation>Vad deltagandet innebär</translation>
    </message>
    <message>
        <source>What to write down</source>
        <translation>Vad som antecknas</translation>
    </message>
    <message>
        <source>About the price</source>
        <translation>Om priset</translation>
    </message>
    <message>
        <source>About accessibility</source>
        <translation>Om tillgängligheten</translation>
    </message>
    <message>
        <source>Carried out by</source>
        <translation>Utförare</translation>
    </message>
    <message>
        <source>Contact for staff</source>
        <translation>Kontakt för personalen</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Tjänsteklass</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Ämnen</translation>
    </message>
    <message>
        <source>Life situations</source>
        <translation>Livssituationer</translation>
    </message>
    <message>
        <source>Lowest age</source>
        <translation>Nedre åldersgräns</translation>
    </message>
    <message>
        <source>Highest age</source>
        <translation>Övre åldersgräns</translation>
    </message>
    <message>
        <source>Situation in working life</source>
        <translation>Arbetssituation</translation>
    </message>
    <message>
        <source>Home municipalities</source>
        <translation>Hemkommuner</translation>
    </message>
    <message>
        <source>Obligation</source>
        <translation>Förpliktelse</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Samtycke</translation>
    </message>
    <message>
        <source>Ways of referring</source>
        <translation>Hänvisningssätt</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivå</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Tolk</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Without appointment</source>
        <translation>Utan tidsbokning</translation>
    </message>
    <message>
        <source>Accessibility</source>
        <translation>Tillgänglighet</translation>
    </message>
    <message>
        <source>Free places</source>
        <translation>Lediga platser</translation>
    </message>
    <message>
        <source>Queue in weeks</source>
        <translation>Kö i veckor</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Börjar</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Platser</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Web address</source>
        <translation>Webbadress</translation>
    </message>
    <message>
        <source>Goes with</source>
        <translation>Hör ihop med</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>Giltig från</translation>
    </message>
    <message>
        <source>Valid to</source>
        <translation>Giltig till</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Kontrollerad</translation>
    </message>
    <message>
        <source>Check again by</source>
        <translation>Ska kontrolleras senast</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Arrangör</translation>
    </message>
    <message>
        <source>Organisation&apos;s id at the source</source>
        <translation>Arrangörens id i källan</translation>
    </message>
    <message>
        <source>Kind of organisation</source>
        <translation>Typ av arrangör</translation>
    </message>
    <message>
        <source>Business ID</source>
        <translation>FO-nummer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>Id at the source</source>
        <translation>Id i källan</translation>
    </message>
    <message>
        <source>Address at the source</source>
        <translation>Adress i källan</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licens</translation>
    </message>
    <message>
        <source>Changed at the source</source>
        <translation>Ändrad i källan</translation>
    </message>
    <message>
        <source>Read from the source</source>
        <translation>Läst ur källan</translation>
    </message>
    <message>
        <source>Name of the place</source>
        <translation>Platsens namn</translation>
    </message>
    <message>
        <source>Street address</source>
        <translation>Gatuadress</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>Postnummer</translation>
    </message>
    <message>
        <source>Town</source>
        <translation>Postort</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Kommun</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Område</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>Latitud</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>Longitud</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Öppettider</translation>
    </message>
    <message>
        <source>Opening hours in words</source>
        <translation>Öppettider i ord</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Slutar</translation>
    </message>
    <message>
        <source>Accessible</source>
        <translation>Tillgänglig</translation>
    </message>
    <message>
        <source>About the place</source>
        <translation>Om platsen</translation>
    </message>
    <message>
        <source>Weekly hours</source>
        <translation>Veckans tider</translation>
    </message>
    <message>
        <source>Other hours</source>
        <translation>Avvikande tider</translation>
    </message>
    <message>
        <source>Write this in one language at least.</source>
        <translation>Skriv detta på minst ett språk.</translation>
    </message>
    <message>
        <source>Too long. Shorten it; nothing is lost.</source>
        <translation>För långt. Förkorta; inget går förlorat.</translation>
    </message>
    <message>
        <source>This is not in the list any more. Choose another.</source>
        <translation>Detta finns inte längre i listan. Välj ett annat.</translation>
    </message>
    <message>
        <source>Write the day like this: 14.2.2027.</source>
        <translation>Skriv dagen så här: 14.2.2027.</translation>
    </message>
    <message>
        <source>Write the times like this: 9.00-15.30.</source>
        <translation>Skriv tiderna så här: 9.00-15.30.</translation>
    </message>
    <message>
        <source>A web address begins with https:// and has no spaces.</source>
        <translation>En webbadress börjar med https:// och har inga mellanslag.</translation>
    </message>
    <message>
        <source>The number is outside what is possible.</source>
        <translation>Talet är inte möjligt.</translation>
    </message>
    <message>
        <source>There are hidden signs in the text. Type it anew instead of pasting.</source>
        <translation>Texten har dolda tecken. Skriv den på nytt i stället för att klistra in.</translation>
    </message>
    <message>
        <source>This cannot be saved. Write it another way.</source>
        <translation>Detta kan inte sparas. Skriv det på ett annat sätt.</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Ny</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrad</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Oförändrad</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Borta</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Inte läst</translation>
    </message>
    <message>
        <source>Read in part</source>
        <translation>Läst delvis</translation>
    </message>
    <message>
        <source>It has no id.</source>
        <translation>Den saknar id.</translation>
    </message>
    <message>
        <source>It has no name.</source>
        <translation>Den saknar namn.</translation>
    </message>
    <message>
        <source>The same id stands twice in the file.</source>
        <translation>Samma id finns två gånger i filen.</translation>
    </message>
    <message>
        <source>It is a draft at the source.</source>
        <translation>Den är ett utkast i källan.</translation>
    </message>
    <message>
        <source>It is not public at the source.</source>
        <translation>Den är inte offentlig i källan.</translation>
    </message>
    <message>
        <source>It is no service.</source>
        <translation>Det är ingen tjänst.</translation>
    </message>
    <message>
        <source>It has another shape than expected.</source>
        <translation>Den har en annan form än väntat.</translation>
    </message>
    <message>
        <source>It is too large.</source>
        <translation>Den är för stor.</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>Den är redan slut.</translation>
    </message>
    <message>
        <source>It has not begun yet.</source>
        <translation>Den har inte börjat än.</translation>
    </message>
    <message>
        <source>It points back at itself.</source>
        <translation>Den hänvisar till sig själv.</translation>
    </message>
    <message>
        <source>What it points at is not in the file.</source>
        <translation>Det den hänvisar till finns inte i filen.</translation>
    </message>
    <message>
        <source>There are too many; the rest was left out.</source>
        <translation>De är för många; resten lämnades bort.</translation>
    </message>
    <message>
        <source>It has too many parts; the rest was left out.</source>
        <translation>Den har för många delar; resten lämnades bort.</translation>
    </message>
    <message>
        <source>The value is of another kind than expected.</source>
        <translation>Värdet är av annat slag än väntat.</translation>
    </message>
    <message>
        <source>The text was too long and was cut.</source>
        <translation>Texten var för lång och kortades.</translation>
    </message>
    <message>
        <source>Formatting was removed, the words stayed.</source>
        <translation>Formateringen togs bort, orden blev kvar.</translation>
    </message>
    <message>
        <source>The language is not known here.</source>
        <translation>Språket är inte känt här.</translation>
    </message>
    <message>
        <source>The value is not known here.</source>
        <translation>Värdet är inte känt här.</translation>
    </message>
    <message>
        <source>The day is no day.</source>
        <translation>Dagen är inget datum.</translation>
    </message>
    <message>
        <source>The opening hours cannot be read.</source>
        <translation>Öppettiderna kan inte läsas.</translation>
    </message>
    <message>
        <source>The place cannot be read.</source>
        <translation>Platsen kan inte läsas.</translation>
    </message>
    <message>
        <source>The number cannot be read.</source>
        <translation>Talet kan inte läsas.</translation>
    </message>
    <message>
        <source>The web address cannot be read.</source>
        <translation>Webbadressen kan inte läsas.</translation>
    </message>
    <message>
        <source>it is too large</source>
        <translation>den är för stor</translation>
    </message>
    <message>
        <source>its letters are not UTF-8</source>
        <translation>dess tecken är inte UTF-8</translation>
    </message>
    <message>
        <source>it is not whole JSON</source>
        <translation>den är inte hel JSON</translation>
    </message>
    <message>
        <source>it is built in another way than expected</source>
        <translation>den är uppbyggd på annat sätt än väntat</translation>
    </message>
    <message>
        <source>it was made by a newer version</source>
        <translation>den är gjord med en nyare version</translation>
    </message>
    <message>
        <source>it is not there any more</source>
        <translation>den finns inte kvar</translation>
    </message>
    <message>
        <source>you have no right to read it</source>
        <translation>du har inte rätt att läsa den</translation>
    </message>
    <message>
        <source>the disk did not give it</source>
        <translation>disken gav inte ut den</translation>
    </message>
</context>
</TS>
