<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Log</name>
    <message>
        <source>Everything</source>
        <translation>Allt</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Sett</translation>
    </message>
    <message>
        <source>Searched</source>
        <translation>Sökt</translation>
    </message>
    <message>
        <source>Hidden detail shown</source>
        <translation>Dold uppgift visad</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>Utlämnat</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrat</translation>
    </message>
    <message>
        <source>Opened and locked</source>
        <translation>Öppnat och låst</translation>
    </message>
    <message>
        <source>Failed, broken, put back</source>
        <translation>Misslyckat, brutet, återställt</translation>
    </message>
    <message>
        <source>Sent and received</source>
        <translation>Skickat och hämtat</translation>
    </message>
    <message>
        <source>Opened to read</source>
        <translation>Öppnade för att läsa</translation>
    </message>
    <message>
        <source>Saw a list</source>
        <translation>Såg en lista</translation>
    </message>
    <message>
        <source>Showed a hidden detail</source>
        <translation>Visade en dold uppgift</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Skrev ut</translation>
    </message>
    <message>
        <source>Disclosed</source>
        <translation>Lämnade ut</translation>
    </message>
    <message>
        <source>Wrote to a file</source>
        <translation>Skrev till en fil</translation>
    </message>
    <message>
        <source>Took onto a stick</source>
        <translation>Tog med på ett minne</translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation>Gjorde en säkerhetskopia</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Lade till</translation>
    </message>
    <message>
        <source>Read a file of services</source>
        <translation>Läste en fil med tjänster</translation>
    </message>
    <message>
        <source>Took in a colleague&apos;s entries</source>
        <translation>Tog emot en kollegas anteckningar</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Tog bort</translation>
    </message>
    <message>
        <source>Opened the notebook</source>
        <translation>Öppnade boken</translation>
    </message>
    <message>
        <source>Wrong passphrases</source>
        <translation>Fel lösenfraser</translation>
    </message>
    <message>
        <source>Locked the notebook</source>
        <translation>Låste boken</translation>
    </message>
    <message>
        <source>Took the notebook off the laptop</source>
        <translation>Tog bort anteckningsboken från datorn</translation>
    </message>
    <message>
        <source>Renewed the permit</source>
        <translation>Förnyade tillståndet</translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation>Anteckningsbok</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Användningslogg</translation>
    </message>
    <message numerus="yes">
        <source>%n chains are broken: events are missing or an older notebook was put back.</source>
        <translation>
            <numerusform>En kedja är bruten: händelser saknas eller en äldre anteckningsbok har lagts tillbaka.</numerusform>
            <numerusform>%n kedjor är brutna: händelser saknas eller en äldre anteckningsbok har lagts tillbaka.</numerusform>
        </translation>
    </message>
    <message>
        <source>Every chain is whole: no event is missing.</source>
        <translation>Varje kedja är hel: ingen händelse saknas.</translation>
    </message>
    <message>
        <source>No laptop has sent its events yet.</source>
        <translation>Ingen dator har skickat sina händelser ännu.</translation>
    </message>
    <message>
        <source>Is the log whole?</source>
        <translation>Är loggen hel?</translation>
    </message>
    <message>
        <source>People and laptops</source>
        <translation>Personer och datorer</translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%n händelse</numerusform>
            <numerusform>%n händelser</numerusform>
        </translation>
    </message>
    <message>
        <source>Broken from number {number}</source>
        <translation>Bruten från nummer {number}</translation>
    </message>
    <message>
        <source>Whole</source>
        <translation>Hel</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Händelse</translation>
    </message>
    <message>
        <source>Record (id)</source>
        <translation>Post (id)</translation>
    </message>
    <message>
        <source>All of this record</source>
        <translation>Allt om denna post</translation>
    </message>
    <message>
        <source>All by this person</source>
        <translation>Allt av denna person</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Vem</translation>
    </message>
    <message>
        <source>When</source>
        <translation>När</translation>
    </message>
    <message>
        <source>To what</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Varför</translation>
    </message>
    <message>
        <source>Laptop</source>
        <translation>Dator</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Utfall</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Misslyckades</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gjort</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Nekat</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Händelser</translation>
    </message>
    <message>
        <source>Events, the newest first</source>
        <translation>Händelser, den nyaste först</translation>
    </message>
    <message>
        <source>Nothing of this kind has happened.</source>
        <translation>Inget sådant har hänt.</translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation>{shown} av {total}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Who did it</source>
        <translation>Vem gjorde</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Vad gjordes</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Från</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Till</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>No such day</source>
        <translation>Ingen sådan dag</translation>
    </message>
    <message>
        <source>No such id</source>
        <translation>Inget sådant id</translation>
    </message>
    <message>
        <source>Write to a file…</source>
        <translation>Skriv till en fil…</translation>
    </message>
    <message>
        <source>Write the log to a file</source>
        <translation>Skriv loggen till en fil</translation>
    </message>
    <message>
        <source>access-log</source>
        <translation>anvandningslogg</translation>
    </message>
    <message>
        <source>The city&apos;s audit events</source>
        <translation>Stadens logghändelser</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Skrivet</translation>
    </message>
    <message>
        <source>Not written: choose a new name or another place</source>
        <translation>Inte skrivet: välj ett nytt namn eller en annan plats</translation>
    </message>
    <message>
        <source>Older notebook put back</source>
        <translation>Äldre bok lades tillbaka</translation>
    </message>
    <message>
        <source>Notebook is damaged</source>
        <translation>Boken är skadad</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Lösenfras</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Permit</source>
        <translation>Tillstånd</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>Bilaga</translation>
    </message>
    <message>
        <source>on the card</source>
        <translation>på kortet</translation>
    </message>
    <message>
        <source>from another page</source>
        <translation>från en annan sida</translation>
    </message>
    <message>
        <source>from a search</source>
        <translation>från en sökning</translation>
    </message>
    <message>
        <source>last opened</source>
        <translation>senast öppnade</translation>
    </message>
    <message>
        <source>due today</source>
        <translation>att sköta i dag</translation>
    </message>
    <message>
        <source>looking for the same person</source>
        <translation>vid sökning efter samma person</translation>
    </message>
    <message>
        <source>the open card, anew</source>
        <translation>det öppna kortet på nytt</translation>
    </message>
    <message>
        <source>after saving</source>
        <translation>efter att ha sparat</translation>
    </message>
    <message>
        <source>after linking a visit</source>
        <translation>efter att ha kopplat ett besök</translation>
    </message>
    <message>
        <source>in the form</source>
        <translation>i formuläret</translation>
    </message>
    <message>
        <source>by identity code</source>
        <translation>med personbeteckning</translation>
    </message>
    <message>
        <source>review</source>
        <translation>granskning</translation>
    </message>
    <message>
        <source>two values</source>
        <translation>två värden</translation>
    </message>
    <message>
        <source>history of a field</source>
        <translation>ett fälts historik</translation>
    </message>
    <message>
        <source>fetched from the centre again</source>
        <translation>hämtat på nytt från centralen</translation>
    </message>
    <message>
        <source>earlier history, from the centre</source>
        <translation>tidigare historik, från centralen</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>kvarhållet</translation>
    </message>
    <message>
        <source>two cards side by side</source>
        <translation>två kort sida vid sida</translation>
    </message>
    <message>
        <source>merged cards</source>
        <translation>sammanslagna kort</translation>
    </message>
    <message>
        <source>services of a person</source>
        <translation>personens tjänster</translation>
    </message>
    <message>
        <source>hints about a person</source>
        <translation>tips om en person</translation>
    </message>
    <message>
        <source>referral</source>
        <translation>hänvisning</translation>
    </message>
    <message>
        <source>hand-out</source>
        <translation>broschyr</translation>
    </message>
    <message>
        <source>attachments of a person</source>
        <translation>personens bilagor</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>tittat på</translation>
    </message>
    <message>
        <source>readable copy</source>
        <translation>läsbar kopia</translation>
    </message>
    <message>
        <source>by an auditor</source>
        <translation>av en granskare</translation>
    </message>
    <message>
        <source>service directory</source>
        <translation>tjänstekatalog</translation>
    </message>
    <message>
        <source>from this laptop&apos;s outbox</source>
        <translation>från datorns utkorg</translation>
    </message>
    <message>
        <source>round with the centre</source>
        <translation>kontakt med centralen</translation>
    </message>
    <message>
        <source>path of a person</source>
        <translation>klientens stig</translation>
    </message>
    <message>
        <source>the client&apos;s copy of the plan</source>
        <translation>klientens exemplar av planen</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>uppföljning</translation>
    </message>
    <message>
        <source>appointments of a person</source>
        <translation>klientens avtalade tider</translation>
    </message>
    <message>
        <source>calendar file</source>
        <translation>kalenderfil</translation>
    </message>
    <message>
        <source>permissions to contact</source>
        <translation>kontakttillstånd</translation>
    </message>
    <message>
        <source>by passphrase</source>
        <translation>med lösenfras</translation>
    </message>
    <message>
        <source>by PIN</source>
        <translation>med PIN-kod</translation>
    </message>
    <message>
        <source>on joining</source>
        <translation>vid ibruktagandet</translation>
    </message>
    <message>
        <source>by the city&apos;s recovery key</source>
        <translation>med stadens återställningsnyckel</translation>
    </message>
    <message>
        <source>with a permit from the centre</source>
        <translation>med tillstånd från centralen</translation>
    </message>
    <message>
        <source>with a permit that was read out</source>
        <translation>med ett uppläst tillstånd</translation>
    </message>
    <message>
        <source>from a backup</source>
        <translation>från en säkerhetskopia</translation>
    </message>
    <message>
        <source>an older copy of the folder</source>
        <translation>en äldre kopia av mappen</translation>
    </message>
    <message>
        <source>records differed from the centre&apos;s and were mended</source>
        <translation>poster skilde sig från centralens och rättades</translation>
    </message>
    <message>
        <source>records differ from the centre&apos;s</source>
        <translation>poster skiljer sig från centralens</translation>
    </message>
    <message>
        <source>own wish</source>
        <translation>egen begäran</translation>
    </message>
    <message>
        <source>to a stick</source>
        <translation>till ett minne</translation>
    </message>
    <message>
        <source>by itself, daily</source>
        <translation>av sig själv, dagligen</translation>
    </message>
    <message>
        <source>for the first time</source>
        <translation>för första gången</translation>
    </message>
    <message>
        <source>at a contact with the centre</source>
        <translation>vid kontakt med centralen</translation>
    </message>
    <message>
        <source>by the person</source>
        <translation>av personen själv</translation>
    </message>
    <message>
        <source>the window was closed</source>
        <translation>fönstret stängdes</translation>
    </message>
    <message>
        <source>ordered by the centre</source>
        <translation>på order av centralen</translation>
    </message>
    <message>
        <source>opening failed</source>
        <translation>öppnandet misslyckades</translation>
    </message>
    <message>
        <source>left the laptop</source>
        <translation>lämnade datorn</translation>
    </message>
    <message>
        <source>goes on as the heir of a copied notebook</source>
        <translation>fortsätter som arvtagare till en kopierad anteckningsbok</translation>
    </message>
    <message>
        <source>revoked by the centre</source>
        <translation>återkallad av centralen</translation>
    </message>
    <message>
        <source>wiped by the centre</source>
        <translation>raderad av centralen</translation>
    </message>
    <message>
        <source>access log changed</source>
        <translation>användningsloggen ändrad</translation>
    </message>
    <message>
        <source>own entries changed</source>
        <translation>egna anteckningar ändrade</translation>
    </message>
    <message>
        <source>what is shown was changed</source>
        <translation>det som visas ändrat</translation>
    </message>
    <message>
        <source>file damaged</source>
        <translation>filen skadad</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Rader</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Uppgift</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Skickat</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Hämtat</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Anteckningar</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Gånger</translation>
    </message>
    <message>
        <source>Counter damaged</source>
        <translation>Räknaren skadad</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Tjänst</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Hänvisning</translation>
    </message>
    <message>
        <source>Asked for: staff</source>
        <translation>Sökt: vem</translation>
    </message>
    <message>
        <source>Asked for: what</source>
        <translation>Sökt: vad</translation>
    </message>
    <message>
        <source>Asked for: record</source>
        <translation>Sökt: post</translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation>Ingen namngiven</translation>
    </message>
</context>
</TS>
