<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Foot</name>
    <message>
        <source>Computer {name}</source>
        <translation>Dator {name}</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>{language}, in use</source>
        <translation>{language}, används</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Nobody has a notebook on this computer yet.</source>
        <translation>Ingen har ännu en anteckningsbok på den här datorn.</translation>
    </message>
    <message>
        <source>Choose your name and open the notebook.</source>
        <translation>Välj ditt namn och öppna anteckningsboken.</translation>
    </message>
    <message>
        <source>People on this computer</source>
        <translation>Personer på den här datorn</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Lösenfras</translation>
    </message>
    <message>
        <source>I forgot my passphrase</source>
        <translation>Jag har glömt lösenfrasen</translation>
    </message>
    <message>
        <source>New person on this computer</source>
        <translation>Ny person på datorn</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Börja här</translation>
    </message>
    <message>
        <source>Opening the notebook…</source>
        <translation>Anteckningsboken öppnas…</translation>
    </message>
    <message>
        <source>Wait {seconds} s</source>
        <translation>Vänta {seconds} s</translation>
    </message>
    <message>
        <source>Open the notebook</source>
        <translation>Öppna anteckningsboken</translation>
    </message>
    <message>
        <source>This computer&apos;s permit</source>
        <translation>Den här datorns tillstånd</translation>
    </message>
    <message>
        <source>Code from the help desk</source>
        <translation>Kod från supporten</translation>
    </message>
    <message>
        <source>No network? Call the help desk. They check who you are and read a code of 26 characters out.</source>
        <translation>Inget nät? Ring supporten. De kontrollerar vem du är och läser upp en kod på 26 tecken.</translation>
    </message>
    <message>
        <source>Renewing…</source>
        <translation>Förnyar…</translation>
    </message>
    <message>
        <source>Renew over the network</source>
        <translation>Förnya över nätet</translation>
    </message>
    <message>
        <source>Open with the code</source>
        <translation>Öppna med koden</translation>
    </message>
    <message>
        <source>Asking the centre, then fetching what has changed. This may take a few minutes.</source>
        <translation>Centralen tillfrågas och ändringarna hämtas. Det kan ta några minuter.</translation>
    </message>
    <message>
        <source>Type all 26 characters first.</source>
        <translation>Skriv först alla 26 tecken.</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mer</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Mindre</translation>
    </message>
    <message>
        <source>Restore a notebook from a backup</source>
        <translation>Återställ en anteckningsbok från säkerhetskopia</translation>
    </message>
    <message>
        <source>Read an order from a stick</source>
        <translation>Läs en order från ett minne</translation>
    </message>
    <message>
        <source>Name not known</source>
        <translation>Namnet är okänt</translation>
    </message>
    <message>
        <source>{name}: by the centre&apos;s order this notebook was destroyed on this computer. What was sent is safe at the centre.</source>
        <translation>{name}: anteckningsboken förstördes på den här datorn på centralens order. Det som har sänts finns i säkerhet i centralen.</translation>
    </message>
    <message>
        <source>{name}: by the centre&apos;s order this notebook was closed on this computer. What was sent is safe at the centre.</source>
        <translation>{name}: anteckningsboken stängdes på den här datorn på centralens order. Det som har sänts finns i säkerhet i centralen.</translation>
    </message>
    <message>
        <source>This order is for nobody on this computer. Nothing was changed.</source>
        <translation>Den här ordern gäller ingen på den här datorn. Inget ändrades.</translation>
    </message>
    <message>
        <source>Reading the order…</source>
        <translation>Ordern läses…</translation>
    </message>
    <message>
        <source>Destroyed on this computer by the centre&apos;s order: {names}.</source>
        <translation>Förstört på den här datorn på centralens order: {names}.</translation>
    </message>
    <message>
        <source>I have read this</source>
        <translation>Jag har läst det här</translation>
    </message>
    <message>
        <source>No network. You can work as usual.</source>
        <translation>Inget nät. Du kan arbeta som vanligt.</translation>
    </message>
    <message>
        <source>Works without a network, too.</source>
        <translation>Fungerar också utan nät.</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent, saved on this computer</source>
        <translation>
            <numerusform>%n osänd, sparad på datorn</numerusform>
            <numerusform>%n osända, sparade på datorn</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose the order file</source>
        <translation>Välj orderfilen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Name not known until opened</source>
        <translation>Namnet syns efter öppning</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Stängd</translation>
    </message>
    <message>
        <source>not opened yet</source>
        <translation>ännu inte öppnad</translation>
    </message>
    <message>
        <source>Save the request</source>
        <translation>Spara begäran</translation>
    </message>
    <message>
        <source>recovery-request</source>
        <translation>aterstallningsbegaran</translation>
    </message>
    <message>
        <source>Recovery requests</source>
        <translation>Återställningsbegäran</translation>
    </message>
    <message>
        <source>Choose the answer file</source>
        <translation>Välj svarsfilen</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>{name} · step {number} of {all}</source>
        <translation>{name} · steg {number} av {all}</translation>
    </message>
    <message>
        <source>A forgotten passphrase</source>
        <translation>En glömd lösenfras</translation>
    </message>
    <message>
        <source>Nobody can look your passphrase up, but the city&apos;s recovery key can open your notebook for you. Save a request to a stick and take it to the help desk. You get an answer file for this computer, and choose a new passphrase. Nothing is lost meanwhile: do not delete anything.</source>
        <translation>Ingen kan slå upp din lösenfras, men stadens återställningsnyckel kan öppna din anteckningsbok. Spara en begäran på ett minne och ta den till supporten. Du får en svarsfil för den här datorn och väljer en ny lösenfras. Inget går förlorat under tiden: radera ingenting.</translation>
    </message>
    <message>
        <source>Save the request…</source>
        <translation>Spara begäran…</translation>
    </message>
    <message>
        <source>I have the answer already</source>
        <translation>Jag har redan svaret</translation>
    </message>
    <message>
        <source>Read this aloud</source>
        <translation>Läs upp det här</translation>
    </message>
    <message>
        <source>The request is on the stick. Call the help desk and read these characters, so that nobody can swap the file. They see the same ones.</source>
        <translation>Begäran finns på minnet. Ring supporten och läs upp de här tecknen, så att ingen kan byta ut filen. De ser samma tecken.</translation>
    </message>
    <message>
        <source>The answer may take a day. You may close this and come back by the same link.</source>
        <translation>Svaret kan dröja en dag. Du kan stänga det här och komma tillbaka via samma länk.</translation>
    </message>
    <message>
        <source>The answer is here</source>
        <translation>Svaret är här</translation>
    </message>
    <message>
        <source>Choose the answer file first.</source>
        <translation>Välj först svarsfilen.</translation>
    </message>
    <message>
        <source>The answer and a new passphrase</source>
        <translation>Svaret och en ny lösenfras</translation>
    </message>
    <message>
        <source>Choose the file from the help desk, then think of a new passphrase.</source>
        <translation>Välj filen från supporten och hitta på en ny lösenfras.</translation>
    </message>
    <message>
        <source>Choose the answer file…</source>
        <translation>Välj svarsfilen…</translation>
    </message>
    <message>
        <source>Opening the notebook and making the new lock.</source>
        <translation>Anteckningsboken öppnas och det nya låset görs.</translation>
    </message>
    <message>
        <source>Set the passphrase and open</source>
        <translation>Ange lösenfrasen och öppna</translation>
    </message>
    <message>
        <source>Restore from a backup</source>
        <translation>Återställning från säkerhetskopia</translation>
    </message>
    <message>
        <source>The copy takes the notebook&apos;s place. The notebook as it is now is kept until the copy has met the centre, so this needs a network.</source>
        <translation>Säkerhetskopian ersätter anteckningsboken. Den nuvarande sparas tills kopian har nått centralen, så det behövs ett nät.</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Säkerhetskopior</translation>
    </message>
    <message>
        <source>No backup on this computer is known.</source>
        <translation>Ingen säkerhetskopia är känd på den här datorn.</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Välj en fil…</translation>
    </message>
    <message>
        <source>Passphrase at the time of the backup</source>
        <translation>Lösenfrasen som gällde när kopian gjordes</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>Återställer…</translation>
    </message>
    <message>
        <source>Restore and open</source>
        <translation>Återställ och öppna</translation>
    </message>
    <message>
        <source>Putting the copy in its place, then fetching what has changed. This may take a few minutes. Leave the computer on.</source>
        <translation>Kopian läggs på plats och ändringarna hämtas. Det kan ta några minuter. Låt datorn vara på.</translation>
    </message>
    <message>
        <source>Choose a backup</source>
        <translation>Välj en säkerhetskopia</translation>
    </message>
    <message>
        <source>the file you chose</source>
        <translation>filen du valde</translation>
    </message>
    <message>
        <source>PIN, six digits</source>
        <translation>PIN, sex siffror</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Använd lösenfrasen</translation>
    </message>
    <message>
        <source>Use the PIN</source>
        <translation>Använd PIN-koden</translation>
    </message>
    <message>
        <source>The centre has closed this notebook; it can&apos;t be opened any more. What was sent is safe at the centre. Contact your supervisor or the help desk.</source>
        <translation>Centralen har stängt den här anteckningsboken och den kan inte öppnas längre. Det som har sänts finns i säkerhet i centralen. Kontakta din chef eller supporten.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>{count} of {all} characters</source>
        <translation>{count} av {all} tecken</translation>
    </message>
    <message>
        <source>There is no {letter} in this code. Ask for this letter again.</source>
        <translation>Tecknet {letter} finns inte i koden. Be att få det uppläst igen.</translation>
    </message>
</context>
</TS>
