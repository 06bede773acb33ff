<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>ClosingCard</name>
    <message>
        <source>Close the point</source>
        <translation>Stäng punkten</translation>
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
        <source>Unrecorded</source>
        <translation>Oregistrerade</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Besökare</translation>
    </message>
    <message>
        <source>How did it go?</source>
        <translation>Hur gick det?</translation>
    </message>
    <message>
        <source>badly</source>
        <translation>dåligt</translation>
    </message>
    <message>
        <source>rather badly</source>
        <translation>ganska dåligt</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>som vanligt</translation>
    </message>
    <message>
        <source>well</source>
        <translation>bra</translation>
    </message>
    <message>
        <source>very well</source>
        <translation>mycket bra</translation>
    </message>
    <message>
        <source>What should we remember next time?</source>
        <translation>Vad ska vi minnas nästa gång?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
</context>
<context>
    <name>DueCard</name>
    <message>
        <source>Next</source>
        <translation>På tur</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klart</translation>
    </message>
    <message>
        <source>Done: {name}, {what}</source>
        <translation>Klart: {name}, {what}</translation>
    </message>
</context>
<context>
    <name>GroupForm</name>
    <message>
        <source>Choose a kind</source>
        <translation>Välj slag</translation>
    </message>
    <message>
        <source>How many people came?</source>
        <translation>Hur många kom?</translation>
    </message>
    <message>
        <source>{name} off</source>
        <translation>{name} av</translation>
    </message>
    <message>
        <source>Group event</source>
        <translation>Gruppbesök</translation>
    </message>
    <message>
        <source>Change a group event</source>
        <translation>Ändra gruppbesök</translation>
    </message>
    <message>
        <source>Letters choose kind and topic, digits say how many, Enter saves.</source>
        <translation>Bokstäver väljer slag och ärende, siffror antalet, Enter sparar.</translation>
    </message>
    <message>
        <source>{time}, keys are live</source>
        <translation>{time}, tangenterna är på</translation>
    </message>
    <message>
        <source>{time}, Ctrl G for the keys</source>
        <translation>{time}, Ctrl G ger tangenterna</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Ärende</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>En mindre</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>En till</translation>
    </message>
    <message>
        <source>Type the number, or press + and -</source>
        <translation>Skriv antalet, eller tryck + och -</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Samarbetspart</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>A line, no names</source>
        <translation>Anteckning, inga namn</translation>
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
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Språk: {name}</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Längd</translation>
    </message>
    <message>
        <source>The group was removed</source>
        <translation>Gruppbesöket togs bort</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n personer</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved: {what}</source>
        <translation>Sparat: {what}</translation>
    </message>
</context>
<context>
    <name>LanguageStrip</name>
    <message>
        <source>Another language, by its first letters</source>
        <translation>Annat språk, med begynnelsebokstäver</translation>
    </message>
    <message>
        <source>other…</source>
        <translation>annat…</translation>
    </message>
    <message>
        <source>Language&apos;s first letters</source>
        <translation>Språkets första bokstäver</translation>
    </message>
    <message>
        <source>No such language in the list</source>
        <translation>Språket finns inte i listan</translation>
    </message>
</context>
<context>
    <name>LeadCard</name>
    <message>
        <source>May be called</source>
        <translation>Får kontaktas</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Kontaktad</translation>
    </message>
    <message>
        <source>Make a card</source>
        <translation>Gör kort</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>till {day}</translation>
    </message>
    <message>
        <source>Called: {name}</source>
        <translation>Kontaktad: {name}</translation>
    </message>
    <message>
        <source>Not called: {name}</source>
        <translation>Inte kontaktad: {name}</translation>
    </message>
</context>
<context>
    <name>LeadForm</name>
    <message>
        <source>What are they called?</source>
        <translation>Vad heter personen?</translation>
    </message>
    <message>
        <source>A phone number or an e-mail address</source>
        <translation>Telefonnummer eller e-post</translation>
    </message>
    <message>
        <source>This is no phone number</source>
        <translation>Detta är inget telefonnummer</translation>
    </message>
    <message>
        <source>About what may they be called?</source>
        <translation>I vilket ärende får vi ta kontakt?</translation>
    </message>
    <message>
        <source>A day from today to {last}</source>
        <translation>En dag från i dag till {last}</translation>
    </message>
    <message>
        <source>Change a permission to contact</source>
        <translation>Ändra kontakttillstånd</translation>
    </message>
    <message>
        <source>Permission to contact</source>
        <translation>Kontakttillstånd</translation>
    </message>
    <message>
        <source>For who is no client. It is erased when the day has passed.</source>
        <translation>För den som inte är klient. Raderas från datorn när dagen har gått.</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Förnamn</translation>
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
        <source>Not asked</source>
        <translation>Inte frågat</translation>
    </message>
    <message>
        <source>About what</source>
        <translation>I vilket ärende</translation>
    </message>
    <message>
        <source>One thing, for example a course that begins</source>
        <translation>Ett ärende, till exempel en kurs som börjar</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Gäller till</translation>
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
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>May be called: {name}</source>
        <translation>Får kontaktas: {name}</translation>
    </message>
    <message>
        <source>The permission was removed</source>
        <translation>Kontakttillståndet togs bort</translation>
    </message>
</context>
<context>
    <name>MoreDetails</name>
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
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Municipality</source>
        <translation>Hemkommun</translation>
    </message>
    <message>
        <source>District</source>
        <translation>Stadsdel</translation>
    </message>
    <message>
        <source>How they found us</source>
        <translation>Hur personen hittade oss</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Ej frågat</translation>
    </message>
    <message>
        <source>What was wanted and could not be given</source>
        <translation>Vad som önskades men inte kunde ges</translation>
    </message>
</context>
<context>
    <name>NewsCard</name>
    <message>
        <source>From the supervisor</source>
        <translation>Från chefen</translation>
    </message>
    <message numerus="yes">
        <source>%n to answer</source>
        <translation>
            <numerusform>%n att besvara</numerusform>
            <numerusform>%n att besvara</numerusform>
        </translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ditt svar</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svara</translation>
    </message>
    <message>
        <source>Approved: {what}</source>
        <translation>Godkände: {what}</translation>
    </message>
    <message>
        <source>Returned: {what}</source>
        <translation>Återsände: {what}</translation>
    </message>
    <message>
        <source>Asks: {what}</source>
        <translation>Frågar: {what}</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Besvarad</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Väntar på centralen</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>News</source>
        <translation>Nytt</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Sett</translation>
    </message>
    <message numerus="yes">
        <source>%n people were handed over to you</source>
        <translation>
            <numerusform>%n person överfördes till dig</numerusform>
            <numerusform>%n personer överfördes till dig</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter shows from whom, and what came late</source>
        <translation>Enter visar från vem och vad som kom sent</translation>
    </message>
    <message numerus="yes">
        <source>%n saves wait for your decision</source>
        <translation>
            <numerusform>%n sparad uppgift väntar på ditt beslut</numerusform>
            <numerusform>%n sparade uppgifter väntar på ditt beslut</numerusform>
        </translation>
    </message>
    <message>
        <source>The centre holds them back</source>
        <translation>Centralen håller dem kvar</translation>
    </message>
</context>
<context>
    <name>OpeningCard</name>
    <message>
        <source>Plan a point</source>
        <translation>Planera en punkt</translation>
    </message>
    <message>
        <source>Open a point</source>
        <translation>Öppna en punkt</translation>
    </message>
    <message>
        <source>No point is open.</source>
        <translation>Ingen punkt är öppen.</translation>
    </message>
    <message>
        <source>No point is open. Filled in from the last time.</source>
        <translation>Ingen punkt är öppen. Uppgifterna är ifyllda från förra gången.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>Begin to type, or write any place</source>
        <translation>Skriv platsens namn</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Goal, visits</source>
        <translation>Mål, antal</translation>
    </message>
    <message>
        <source>Goal in words</source>
        <translation>Målet i ord</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Kolleger</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Spara planen</translation>
    </message>
    <message>
        <source>Open the point</source>
        <translation>Öppna punkten</translation>
    </message>
    <message>
        <source>Open it now</source>
        <translation>Öppna nu</translation>
    </message>
    <message>
        <source>Plan for later</source>
        <translation>Planera till senare</translation>
    </message>
    <message>
        <source>Record without a point</source>
        <translation>Anteckna utan punkt</translation>
    </message>
</context>
<context>
    <name>PlanStrip</name>
    <message>
        <source>A day, for example 27.11.2026</source>
        <translation>En dag, till exempel 27.11.2026</translation>
    </message>
    <message>
        <source>A time to come, for example 12.30</source>
        <translation>En kommande tid, till exempel 12.30</translation>
    </message>
    <message>
        <source>No plan</source>
        <translation>Ingen plan</translation>
    </message>
    <message>
        <source>Planned points</source>
        <translation>Planerade punkter</translation>
    </message>
    <message>
        <source>Remove the plan</source>
        <translation>Ta bort planen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
</context>
<context>
    <name>SessionPart</name>
    <message>
        <source>Where are you? Your visit is kept, and is saved when the point opens.</source>
        <translation>Var är du? Besöket är kvar och sparas när punkten öppnas.</translation>
    </message>
    <message>
        <source>Planned: {place}, {when}</source>
        <translation>Planerad: {place}, {when}</translation>
    </message>
    <message>
        <source>The plan was removed</source>
        <translation>Planen togs bort</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n besök</numerusform>
            <numerusform>%n besök</numerusform>
        </translation>
    </message>
    <message>
        <source>Goal: {goal}.</source>
        <translation>Mål: {goal}.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> och </translation>
    </message>
    <message>
        <source>With {names}.</source>
        <translation>Med {names}.</translation>
    </message>
    <message>
        <source>No point is open: visits are recorded at your last place.</source>
        <translation>Ingen punkt är öppen: besöken antecknas på din senaste plats.</translation>
    </message>
    <message>
        <source>Open a point…</source>
        <translation>Öppna en punkt…</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Nothing to undo</source>
        <translation>Inget att ångra</translation>
    </message>
    <message>
        <source>Undone. What was changed later stays.</source>
        <translation>Ångrat. Det som ändrats senare är kvar.</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ångrat</translation>
    </message>
    <message>
        <source>Open a point first: the waiting list is a point&apos;s own</source>
        <translation>Öppna först en punkt: kön hör till punkten</translation>
    </message>
    <message>
        <source>Waiting {count}</source>
        <translation>I kö {count}</translation>
    </message>
    <message>
        <source>Next {count}</source>
        <translation>På tur {count}</translation>
    </message>
    <message>
        <source>May be called {count}</source>
        <translation>Får kontaktas {count}</translation>
    </message>
    <message>
        <source>Two values {count}</source>
        <translation>Två värden {count}</translation>
    </message>
    <message>
        <source>News {count}</source>
        <translation>Nytt {count}</translation>
    </message>
    <message>
        <source>From the supervisor {count}</source>
        <translation>Från chefen {count}</translation>
    </message>
    <message>
        <source>Closed: {place}. {visits}, {heads}.</source>
        <translation>Stängd: {place}. {visits}, {heads}.</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n besök</numerusform>
            <numerusform>%n besök</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n heads</source>
        <translation>
            <numerusform>%n besökare</numerusform>
            <numerusform>%n besökare</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved {time}: {what}</source>
        <translation>Sparat {time}: {what}</translation>
    </message>
</context>
<context>
    <name>ToldCard</name>
    <message>
        <source>Two values</source>
        <translation>Två värden</translation>
    </message>
    <message>
        <source>Bring mine back</source>
        <translation>Återställ mitt</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Sett</translation>
    </message>
    <message>
        <source>{field} is again what you wrote</source>
        <translation>{field} är åter det du skrev</translation>
    </message>
    <message>
        <source>You are asked: does the record stay?</source>
        <translation>Du tillfrågas: ska uppgiften vara kvar?</translation>
    </message>
    <message>
        <source>Please choose: {field}</source>
        <translation>Välj: {field}</translation>
    </message>
    <message>
        <source>Another value was chosen: {field}</source>
        <translation>Ett annat värde valdes: {field}</translation>
    </message>
    <message>
        <source>Deleted, though you had changed it</source>
        <translation>Borttaget fast du hade ändrat det</translation>
    </message>
    <message>
        <source>Another value is shown: {field}</source>
        <translation>Ett annat värde visas: {field}</translation>
    </message>
</context>
<context>
    <name>VisitList</name>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Today&apos;s visits</source>
        <translation>Dagens besök</translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n besök</numerusform>
            <numerusform>%n besök</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation>
            <numerusform>%n grupp</numerusform>
            <numerusform>%n grupper</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n osänd</numerusform>
            <numerusform>%n osända</numerusform>
        </translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Grupp</translation>
    </message>
    <message>
        <source>Permission to contact</source>
        <translation>Kontaktlov</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>I kö</translation>
    </message>
    <message>
        <source>No visits yet. Press Ctrl N when someone comes.</source>
        <translation>Inga besök ännu. Tryck Ctrl N när någon kommer.</translation>
    </message>
    <message>
        <source>Group: {kind}</source>
        <translation>Grupp: {kind}</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n pers.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Taken off the list</source>
        <translation>Borttagen ur kön</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nästa</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>Gick</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>I kö</translation>
    </message>
    <message>
        <source>First name; empty for a number</source>
        <translation>Förnamn; tomt ger ett nummer</translation>
    </message>
    <message>
        <source>Saved nowhere. Gone when the point closes.</source>
        <translation>Sparas ingenstans. Försvinner när punkten stängs.</translation>
    </message>
    <message>
        <source>Number {number}</source>
        <translation>Nummer {number}</translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>waited {time}</source>
        <translation>väntat {time}</translation>
    </message>
    <message>
        <source>Next: {who}</source>
        <translation>I tur: {who}</translation>
    </message>
</context>
<context>
    <name>WalkInPanel</name>
    <message numerus="yes">
        <source>The note is %n characters too long.</source>
        <translation>
            <numerusform>Anteckningen är %n tecken för lång.</numerusform>
            <numerusform>Anteckningen är %n tecken för lång.</numerusform>
        </translation>
    </message>
    <message>
        <source>a personal identity code</source>
        <translation>en personbeteckning</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>en e-postadress</translation>
    </message>
    <message>
        <source>a phone number</source>
        <translation>ett telefonnummer</translation>
    </message>
    <message>
        <source>a home address</source>
        <translation>en hemadress</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>ett namn</translation>
    </message>
    <message>
        <source>This looks like {what}. A walk-in is anonymous: please take it out.</source>
        <translation>Här verkar finnas {what}. Besöket är anonymt: ta bort det, tack.</translation>
    </message>
    <message>
        <source>Choose a topic</source>
        <translation>Välj ett ämne</translation>
    </message>
    <message>
        <source>Emptied</source>
        <translation>Tömd</translation>
    </message>
    <message>
        <source>{name} off</source>
        <translation>{name} av</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Nytt besök</translation>
    </message>
    <message>
        <source>Letters choose topics and outcomes, digits the age, Enter saves.</source>
        <translation>Bokstäverna väljer ämnen och resultat, siffrorna ålder, Enter sparar.</translation>
    </message>
    <message>
        <source>{time}, keys are live</source>
        <translation>{time}, tangenterna är på</translation>
    </message>
    <message>
        <source>{time}, Ctrl N for the keys</source>
        <translation>{time}, tangenter: Ctrl N</translation>
    </message>
    <message numerus="yes">
        <source>From the heads: %n left, Esc ends</source>
        <translation>
            <numerusform>Ur räkningen: %n kvar, Esc avslutar</numerusform>
            <numerusform>Ur räkningen: %n kvar, Esc avslutar</numerusform>
        </translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ålder</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Ämne</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Tjänst</translation>
    </message>
    <message>
        <source>Find a service</source>
        <translation>Sök en tjänst</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Note, no names and no numbers</source>
        <translation>Anteckning, inga namn eller nummer</translation>
    </message>
    <message>
        <source>More details</source>
        <translation>Fler uppgifter</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Språk: {name}</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Tolk</translation>
    </message>
    <message>
        <source>In words: cv 22 ru +referral</source>
        <translation>Med ord: cv 22 ru +hänvisning</translation>
    </message>
    <message>
        <source>Sent to: {names}</source>
        <translation>Hänvisad till: {names}</translation>
    </message>
    <message>
        <source>Take off</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Take the services off</source>
        <translation>Ta bort tjänsterna</translation>
    </message>
</context>
</TS>
