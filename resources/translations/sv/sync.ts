<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Again</name>
    <message>
        <source>New code from an administrator</source>
        <translation>Ny kod från en administratör</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation>Anslut på nytt</translation>
    </message>
    <message>
        <source>Type the code first.</source>
        <translation>Skriv koden först.</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Not sent</source>
        <translation>Osänt</translation>
    </message>
    <message>
        <source>Delivered, with receipt</source>
        <translation>Framme, kvitterat</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Två värden</translation>
    </message>
    <message>
        <source>Last rounds</source>
        <translation>Senaste gångerna</translation>
    </message>
    <message>
        <source>No round yet.</source>
        <translation>Ingen kontakt har ännu prövats.</translation>
    </message>
    <message>
        <source>{sent} sent, {received} received</source>
        <translation>{sent} sända, {received} mottagna</translation>
    </message>
    <message>
        <source>receipt kept</source>
        <translation>kvittot sparat</translation>
    </message>
    <message>
        <source>nothing new to send</source>
        <translation>inget nytt att sända</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Du avbröt sändningen</translation>
    </message>
    <message>
        <source>tried again by itself</source>
        <translation>nytt försök av sig självt</translation>
    </message>
    <message>
        <source>Differs from the centre: {teams}</source>
        <translation>Skiljer sig från centralen: {teams}</translation>
    </message>
    <message numerus="yes">
        <source>Checked: %n records, no gaps</source>
        <translation>
            <numerusform>Kontrollerat: %n anteckning, inga luckor</numerusform>
            <numerusform>Kontrollerat: %n anteckningar, inga luckor</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} fast. It does no harm.</source>
        <translation>Datorns klocka går {span} före. Det gör ingen skada.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is {span} slow. It does no harm.</source>
        <translation>Datorns klocka går {span} efter. Det gör ingen skada.</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minut</numerusform>
            <numerusform>%n minuter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n timme</numerusform>
            <numerusform>%n timmar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n dag</numerusform>
            <numerusform>%n dagar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n years</source>
        <translation>
            <numerusform>%n år</numerusform>
            <numerusform>%n år</numerusform>
        </translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Försök nu</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Sent so far</source>
        <translation>Sänt hittills</translation>
    </message>
    <message>
        <source>Sending {done} of {total}</source>
        <translation>Sänder {done}/{total}</translation>
    </message>
    <message>
        <source>Fetching what is new</source>
        <translation>Hämtar nytt</translation>
    </message>
    <message>
        <source>Fetching {done} of {total}; use what has come</source>
        <translation>Hämtar {done} av {total}; det hämtade kan redan användas</translation>
    </message>
    <message numerus="yes">
        <source>Fetching what is new, %n so far</source>
        <translation>
            <numerusform>Hämtar nytt, %n hittills</numerusform>
            <numerusform>Hämtar nytt, %n hittills</numerusform>
        </translation>
    </message>
    <message>
        <source>Not yet in touch with the centre</source>
        <translation>Ännu inte i kontakt med centralen</translation>
    </message>
    <message>
        <source>All delivered</source>
        <translation>Allt är framme</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, all saved on this computer</source>
        <translation>
            <numerusform>%n osänd, allt sparat på datorn</numerusform>
            <numerusform>%n osända, allt sparat på datorn</numerusform>
        </translation>
    </message>
    <message>
        <source>All saved on this computer, nothing waits to be sent</source>
        <translation>Allt är sparat, inget väntar på att sändas</translation>
    </message>
    <message>
        <source>Last in touch {when}.</source>
        <translation>Senast i kontakt {when}.</translation>
    </message>
    <message>
        <source>No network.</source>
        <translation>Inget nät.</translation>
    </message>
    <message>
        <source>Sending starts by itself when there is a network.</source>
        <translation>Sändningen börjar av sig själv när nätet finns.</translation>
    </message>
    <message>
        <source>You can go on working meanwhile.</source>
        <translation>Du kan fortsätta arbeta under tiden.</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>På väg</translation>
    </message>
    <message>
        <source>nothing here keeps the rest from going</source>
        <translation>inget hindrar resten från att gå iväg</translation>
    </message>
    <message>
        <source>All delivered. New entries come here first.</source>
        <translation>Allt är framme. Nya anteckningar syns här tills de har sänts.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Slag</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Innehåll</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Enhet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Written by {by}.</source>
        <translation>Antecknat av {by}.</translation>
    </message>
    <message>
        <source>Made with a newer program</source>
        <translation>Gjord med nyare program</translation>
    </message>
    <message>
        <source>The person went to another team: the centre passes it on</source>
        <translation>Personen gick till ett annat team: centralen för det vidare</translation>
    </message>
    <message>
        <source>The role does not allow this</source>
        <translation>Rollen tillåter inte detta</translation>
    </message>
    <message>
        <source>The author&apos;s right ended</source>
        <translation>Skribentens rätt upphörde</translation>
    </message>
    <message>
        <source>The signature is wrong</source>
        <translation>Signaturen stämmer inte</translation>
    </message>
    <message>
        <source>The centre has another entry in its place</source>
        <translation>Centralen har en annan anteckning på dess plats</translation>
    </message>
    <message>
        <source>The id is in use already</source>
        <translation>Beteckningen är redan i bruk</translation>
    </message>
    <message>
        <source>The centre wants a check</source>
        <translation>Centralen ber om granskning</translation>
    </message>
    <message>
        <source>The network wants a sign-in</source>
        <translation>Nätet kräver inloggning</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is wrong</source>
        <translation>Datorns klocka går fel</translation>
    </message>
    <message>
        <source>This computer is not accepted</source>
        <translation>Datorn godkändes inte</translation>
    </message>
    <message>
        <source>The centre does not know a colleague yet</source>
        <translation>Centralen känner inte till en kollega ännu</translation>
    </message>
    <message>
        <source>Their entries are kept here and go once an administrator has confirmed them.</source>
        <translation>Kollegans anteckningar finns kvar här och skickas när en administratör har bekräftat personen.</translation>
    </message>
    <message>
        <source>The centre has an older copy of its records</source>
        <translation>Centralen har en äldre kopia av sina uppgifter</translation>
    </message>
    <message>
        <source>Nothing is lost: this laptop keeps what it has. Contact the help desk.</source>
        <translation>Inget har gått förlorat: den här datorn behåller sina uppgifter. Kontakta supporten.</translation>
    </message>
    <message>
        <source>This program is too old</source>
        <translation>Programmet är för gammalt</translation>
    </message>
    <message>
        <source>The centre is too old</source>
        <translation>Centralen är för gammal</translation>
    </message>
    <message>
        <source>Nothing is lost. News comes once the centre has been updated.</source>
        <translation>Inget har gått förlorat. Nyheterna kommer när centralen har uppdaterats.</translation>
    </message>
    <message>
        <source>The notebook exists twice</source>
        <translation>Anteckningsboken finns på två datorer</translation>
    </message>
    <message>
        <source>Records differ</source>
        <translation>Anteckningarna skiljer sig</translation>
    </message>
    <message>
        <source>Sending stopped</source>
        <translation>Sändningen avbröts</translation>
    </message>
    <message>
        <source>It is tried again by itself. Tell the help desk the code {code}.</source>
        <translation>Nytt försök görs av sig självt. Berätta koden {code} för supporten.</translation>
    </message>
    <message>
        <source>Untouched cards stay on this computer for {others} days, your own for {own}.</source>
        <translation>Orörda klientkort finns kvar på den här datorn i {others} dagar, dina egna i {own} dagar.</translation>
    </message>
    <message numerus="yes">
        <source>%n older cards have left it and are at the centre.</source>
        <translation>
            <numerusform>%n äldre kort har lämnat datorn och finns i centralen.</numerusform>
            <numerusform>%n äldre kort har lämnat datorn och finns i centralen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Fetch the older cards for {days} days</source>
        <translation>Hämta de äldre korten för {days} dagar</translation>
    </message>
    <message>
        <source>Belongs to another unit</source>
        <translation>Hör till en annan enhet</translation>
    </message>
    <message numerus="yes">
        <source>Compared record by record: %n differed, asked for again</source>
        <translation>
            <numerusform>Jämfört post för post: %n skilde sig, hämtades på nytt</numerusform>
            <numerusform>Jämfört post för post: %n skilde sig, hämtades på nytt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compared record by record: %n differ, all will be loaded again</source>
        <translation>
            <numerusform>Jämfört post för post: %n skiljer sig, allt hämtas på nytt</numerusform>
            <numerusform>Jämfört post för post: %n skiljer sig, allt hämtas på nytt</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Öppna kortet</translation>
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
        <source>It is saved, and goes on by itself once the centre has been updated.</source>
        <translation>Det är sparat och går vidare av sig självt när centralen har uppdaterats.</translation>
    </message>
    <message>
        <source>It is saved. A supervisor checks it; you need do nothing.</source>
        <translation>Det är sparat. Chefen granskar det, du behöver inte göra något.</translation>
    </message>
    <message>
        <source>A colleague&apos;s entry on this laptop. It goes with yours.</source>
        <translation>En kollegas anteckning på den här datorn. Den sänds med dina.</translation>
    </message>
    <message>
        <source>It is saved here and goes when there is a network.</source>
        <translation>Det är sparat på datorn och sänds när nätet finns.</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>Nytt försök görs av sig självt.</translation>
    </message>
    <message>
        <source>Nothing is lost. Contact the help desk.</source>
        <translation>Inget har gått förlorat. Kontakta supporten.</translation>
    </message>
    <message>
        <source>The centre did not answer</source>
        <translation>Centralen svarade inte</translation>
    </message>
    <message>
        <source>The centre was busy</source>
        <translation>Centralen var upptagen</translation>
    </message>
    <message>
        <source>Sign in with the web browser, or use your phone&apos;s network.</source>
        <translation>Logga in med webbläsaren eller använd telefonens nät.</translation>
    </message>
    <message>
        <source>Another centre answered</source>
        <translation>En annan central svarade</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Contact the help desk.</source>
        <translation>Inget sändes till den. Kontakta supporten.</translation>
    </message>
    <message>
        <source>Set the date and time, then try again.</source>
        <translation>Ställ in datum och tid och försök igen.</translation>
    </message>
    <message>
        <source>Nothing is lost. Contact your supervisor: they check what was not sent.</source>
        <translation>Inget har gått förlorat. Kontakta din chef, som granskar det osända.</translation>
    </message>
    <message>
        <source>The centre does not know this computer any more</source>
        <translation>Centralen känner inte längre till den här datorn</translation>
    </message>
    <message>
        <source>It came back from an older copy. Nothing is lost: what you wrote is here, and goes once an administrator has confirmed you, or you have enrolled again with a new code.</source>
        <translation>Centralen återställdes från en äldre kopia. Inget har gått förlorat: det du har skrivit finns här och skickas när en administratör har bekräftat dig eller du har anslutit på nytt med en ny kod.</translation>
    </message>
    <message>
        <source>Nothing is lost. Update the program.</source>
        <translation>Inget har gått förlorat. Uppdatera programmet.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Disken är full</translation>
    </message>
    <message>
        <source>Free space, then try again.</source>
        <translation>Frigör utrymme och försök igen.</translation>
    </message>
</context>
</TS>
