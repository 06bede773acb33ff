<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Settings</name>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>Dator</translation>
    </message>
    <message>
        <source>About Kenttäkirja</source>
        <translation>Om Kenttäkirja</translation>
    </message>
    <message>
        <source>Where your entries lie</source>
        <translation>Var dina anteckningar finns</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Dataskydd</translation>
    </message>
    <message>
        <source>Each look at a person&apos;s card is kept in the access log. Who works on this computer and how many entries wait to be sent can be seen without a passphrase; what was written cannot. Nothing goes to anybody but the centre.</source>
        <translation>Varje visning av en klients kort antecknas i användningsloggen. Utan lösenfras ser man vilka som arbetar på datorn och hur många anteckningar som väntar på att sändas, men inte vad som har skrivits. Inget sänds någon annanstans än till centralen.</translation>
    </message>
    <message>
        <source>Kenttäkirja is free software under the MIT licence. It uses Qt under the LGPL and other free parts.</source>
        <translation>Kenttäkirja är fri programvara under MIT-licensen. Den använder Qt under LGPL och andra fria delar.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Licenser</translation>
    </message>
    <message>
        <source>Show the licences</source>
        <translation>Visa licenserna</translation>
    </message>
    <message>
        <source>Hide the licences</source>
        <translation>Dölj licenserna</translation>
    </message>
    <message>
        <source>Making a backup and opening it to check…</source>
        <translation>Säkerhetskopian görs och öppnas för kontroll…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Säkerhetskopior</translation>
    </message>
    <message>
        <source>Made by itself once a day, encrypted, and kept for at most 30 days. Your passphrase opens one, from the page where you choose your name.</source>
        <translation>Görs automatiskt en gång om dagen, krypterat, och sparas högst 30 dagar. Din lösenfras öppnar en kopia på sidan där du väljer ditt namn.</translation>
    </message>
    <message>
        <source>The last backup did not succeed. Your notebook is not touched by it. Try again.</source>
        <translation>Den senaste säkerhetskopian lyckades inte. Det påverkar inte din anteckningsbok. Försök igen.</translation>
    </message>
    <message>
        <source>There is no backup yet.</source>
        <translation>Det finns ingen säkerhetskopia ännu.</translation>
    </message>
    <message>
        <source>Make a backup now</source>
        <translation>Gör en säkerhetskopia nu</translation>
    </message>
    <message>
        <source>To a stick…</source>
        <translation>Till ett minne…</translation>
    </message>
    <message>
        <source>Choose a folder on the stick</source>
        <translation>Välj en mapp på minnet</translation>
    </message>
    <message>
        <source>The backup is on the stick and was opened to check.</source>
        <translation>Säkerhetskopian finns på minnet och öppnades för kontroll.</translation>
    </message>
    <message>
        <source>The backup is made and was opened to check.</source>
        <translation>Säkerhetskopian är gjord och öppnades för kontroll.</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Det här fönstret</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Utseende</translation>
    </message>
    <message>
        <source>Locks itself when nobody does anything</source>
        <translation>Låser sig själv när ingen gör något</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Som datorn</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Ljust</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Mörkt</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hög kontrast</translation>
    </message>
    <message>
        <source>by place</source>
        <translation>enligt plats</translation>
    </message>
    <message numerus="yes">
        <source>after %n minutes</source>
        <translation>
            <numerusform>efter %n minut</numerusform>
            <numerusform>efter %n minuter</numerusform>
        </translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Överallt</translation>
    </message>
    <message>
        <source>New visit</source>
        <translation>Nytt besök</translation>
    </message>
    <message>
        <source>Same visit once more</source>
        <translation>Samma besök en gång till</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Ny person</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Sök</translation>
    </message>
    <message>
        <source>Next two values</source>
        <translation>Nästa två värden</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Ångra</translation>
    </message>
    <message>
        <source>Pages, top to bottom</source>
        <translation>Sidorna uppifrån ned</translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation>Sänd och hämta nu</translation>
    </message>
    <message>
        <source>Next part of the page</source>
        <translation>Sidans nästa del</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lås</translation>
    </message>
    <message>
        <source>Hide everything at once</source>
        <translation>Dölj allt genast</translation>
    </message>
    <message>
        <source>While a visit is recorded</source>
        <translation>När du antecknar ett besök</translation>
    </message>
    <message>
        <source>First time: yes, no, not asked</source>
        <translation>Första gången: ja, nej, inte frågat</translation>
    </message>
    <message>
        <source>Interpreter, one after another</source>
        <translation>Tolk, alternativen i tur och ordning</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
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
        <source>Take the last key back</source>
        <translation>Ta tillbaka den senaste tangenten</translation>
    </message>
    <message>
        <source>Empty the form</source>
        <translation>Töm formuläret</translation>
    </message>
    <message>
        <source>One head more</source>
        <translation>En besökare till</translation>
    </message>
    <message>
        <source>One head less</source>
        <translation>En besökare färre</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Search in people</source>
        <translation>Sök bland personer</translation>
    </message>
    <message>
        <source>Edit the card</source>
        <translation>Redigera kortet</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Skriv en anteckning</translation>
    </message>
    <message>
        <source>History of a field</source>
        <translation>Ett fälts historik</translation>
    </message>
    <message>
        <source>Hand the person on</source>
        <translation>Lämna över personen</translation>
    </message>
    <message>
        <source>Same person as another card</source>
        <translation>Samma person som på ett annat kort</translation>
    </message>
    <message>
        <source>Fetch the earlier history of a card</source>
        <translation>Hämta kortets tidigare historik</translation>
    </message>
    <message>
        <source>Fetch the older cards</source>
        <translation>Hämta de äldre korten</translation>
    </message>
    <message>
        <source>Use what the other card says</source>
        <translation>Använd det andra kortets värde</translation>
    </message>
    <message>
        <source>Two values</source>
        <translation>Två värden</translation>
    </message>
    <message>
        <source>Choose a value</source>
        <translation>Välj värde</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bekräfta</translation>
    </message>
    <message>
        <source>A new value</source>
        <translation>Nytt värde</translation>
    </message>
    <message>
        <source>Take an earlier value back</source>
        <translation>Ta tillbaka ett tidigare värde</translation>
    </message>
    <message>
        <source>Leave for later</source>
        <translation>Lämna till senare</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Granskning</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Godkänn</translation>
    </message>
    <message>
        <source>Return with a comment</source>
        <translation>Återsänd med kommentar</translation>
    </message>
    <message>
        <source>Ask the author</source>
        <translation>Fråga den som antecknat</translation>
    </message>
    <message>
        <source>Next item, item before</source>
        <translation>Nästa och föregående</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tangenter</translation>
    </message>
    <message>
        <source>the same in every language</source>
        <translation>samma på alla språk</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Tangent</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Vad den gör</translation>
    </message>
    <message>
        <source>Leave this computer</source>
        <translation>Lämna den här datorn</translation>
    </message>
    <message>
        <source>Takes your notebook off this computer. What has been sent stays at the centre, and colleagues&apos; notebooks stay as they are.</source>
        <translation>Tar bort din anteckningsbok från den här datorn. Det som har sänts finns kvar i centralen och kollegernas anteckningsböcker är som förut.</translation>
    </message>
    <message>
        <source>Leave this computer…</source>
        <translation>Lämna den här datorn…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>Everything has been sent.</source>
        <translation>Allt har sänts.</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent yet.</source>
        <translation>
            <numerusform>%n är ännu inte sänd.</numerusform>
            <numerusform>%n är ännu inte sända.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them wait here, encrypted, for a colleague to deliver.</source>
        <translation>
            <numerusform>%n av dem väntar här, krypterad, på att en kollega levererar den.</numerusform>
            <numerusform>%n av dem väntar här, krypterade, på att en kollega levererar dem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Send the rest first (F5): it would be lost.</source>
        <translation>Sänd resten först (F5): annars skulle det gå förlorat.</translation>
    </message>
    <message>
        <source>Taking the notebook off…</source>
        <translation>Anteckningsboken tas bort…</translation>
    </message>
    <message>
        <source>Press once more: this can&apos;t be undone</source>
        <translation>Tryck igen: det kan inte ångras</translation>
    </message>
    <message>
        <source>Take my notebook off this computer</source>
        <translation>Ta bort min anteckningsbok</translation>
    </message>
    <message>
        <source>The way to the centre</source>
        <translation>Vägen till centralen</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxyserver</translation>
    </message>
    <message>
        <source>Some offices let programs out only through a proxy. The help desk knows.</source>
        <translation>På vissa kontor kommer program ut på nätet bara genom en proxyserver. Stödtjänsten vet.</translation>
    </message>
    <message>
        <source>as the system says</source>
        <translation>enligt systemet</translation>
    </message>
    <message>
        <source>this one</source>
        <translation>den här</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ingen</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Proxyserverns adress</translation>
    </message>
    <message>
        <source>For example proxy.example:8080</source>
        <translation>Till exempel proxy.example:8080</translation>
    </message>
    <message>
        <source>Keep this proxy</source>
        <translation>Använd den här</translation>
    </message>
    <message>
        <source>The invitation named the centre&apos;s certificate: no other one is taken.</source>
        <translation>Inbjudan angav centralens certifikat: inget annat godtas.</translation>
    </message>
    <message>
        <source>A name and a port belong here, as in proxy.example:8080, without a password.</source>
        <translation>Här hör namn och port hemma, som proxy.example:8080, utan lösenord.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Opening and locking</source>
        <translation>Öppning och låsning</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Den här datorn</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Lösenfras</translation>
    </message>
    <message>
        <source>It opens only your own notebook on this computer.</source>
        <translation>Den öppnar bara din egen anteckningsbok på den här datorn.</translation>
    </message>
    <message>
        <source>This computer&apos;s permit</source>
        <translation>Den här datorns tillstånd</translation>
    </message>
    <message numerus="yes">
        <source>Each contact with the centre renews it for %n days. Without one the notebook then stays closed, and nothing in it is lost: the centre or the help desk opens it again.</source>
        <translation>
            <numerusform>Varje kontakt med centralen förnyar det för %n dag. Utan kontakt förblir anteckningsboken sedan stängd, och inget i den går förlorat: centralen eller supporten öppnar den igen.</numerusform>
            <numerusform>Varje kontakt med centralen förnyar det för %n dagar. Utan kontakt förblir anteckningsboken sedan stängd, och inget i den går förlorat: centralen eller supporten öppnar den igen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer has no key store, so the permit lies in a file. Somebody who copies the whole disk has it too.</source>
        <translation>Datorn har inget nyckelförråd, så tillståndet ligger i en fil. Den som kopierar hela disken får det också.</translation>
    </message>
    <message>
        <source>There is none yet. It comes at the next contact with the centre.</source>
        <translation>Det finns inget ännu. Det kommer vid nästa kontakt med centralen.</translation>
    </message>
    <message>
        <source>The notebook opens on this computer until {day}.</source>
        <translation>Anteckningsboken öppnas på den här datorn till {day}.</translation>
    </message>
    <message>
        <source>Opening again</source>
        <translation>Öppna igen</translation>
    </message>
    <message>
        <source>After a lock or F12 six digits open the notebook again, for four hours after the passphrase and for five tries. A restart of the computer ends it.</source>
        <translation>Efter låsning eller F12 öppnar sex siffror anteckningsboken igen, i fyra timmar efter lösenfrasen och med fem försök. En omstart av datorn avslutar det.</translation>
    </message>
    <message>
        <source>PIN, six digits</source>
        <translation>PIN, sex siffror</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>Samma PIN igen</translation>
    </message>
    <message>
        <source>Change the PIN…</source>
        <translation>Byt PIN-kod…</translation>
    </message>
    <message>
        <source>Set a PIN…</source>
        <translation>Välj en PIN-kod…</translation>
    </message>
    <message>
        <source>Remove the PIN</source>
        <translation>Ta bort PIN-koden</translation>
    </message>
    <message>
        <source>Use this PIN</source>
        <translation>Använd den här PIN-koden</translation>
    </message>
    <message>
        <source>This computer has no safe place for a PIN. Only the passphrase opens the notebook.</source>
        <translation>Datorn har ingen säker plats för en PIN-kod. Bara lösenfrasen öppnar anteckningsboken.</translation>
    </message>
    <message>
        <source>No PIN is set.</source>
        <translation>Ingen PIN-kod är vald.</translation>
    </message>
    <message>
        <source>A PIN is set. It opens again after the next time with the passphrase.</source>
        <translation>En PIN-kod är vald. Den fungerar igen när du har öppnat en gång med lösenfrasen.</translation>
    </message>
    <message>
        <source>The PIN opens the notebook until {time}.</source>
        <translation>PIN-koden öppnar anteckningsboken till {time}.</translation>
    </message>
    <message>
        <source>Type six digits.</source>
        <translation>Skriv sex siffror.</translation>
    </message>
    <message>
        <source>The two PINs are not the same.</source>
        <translation>PIN-koderna är inte samma.</translation>
    </message>
    <message>
        <source>The PIN has been set.</source>
        <translation>PIN-koden är vald.</translation>
    </message>
    <message>
        <source>The PIN has been removed.</source>
        <translation>PIN-koden är borttagen.</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Nuvarande lösenfras</translation>
    </message>
    <message>
        <source>In your own notebook on this computer&apos;s disk, always encrypted, and at the city&apos;s centre once they have been sent. Your passphrase opens the notebook, for some hours after it your PIN, and when it is forgotten the city&apos;s recovery key.</source>
        <translation>I din egen anteckningsbok på den här datorns disk, alltid krypterade, och hos stadens central när de har skickats. Anteckningsboken öppnas med din lösenfras, några timmar efter den med din PIN-kod, och om lösenfrasen är glömd med stadens återställningsnyckel.</translation>
    </message>
    <message>
        <source>By place: after 3 minutes at a pop-up point, after 10 minutes in an office.</source>
        <translation>Enligt plats: efter 3 minuter på en pop-up-punkt, efter 10 minuter på ett kontor.</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Ny lösenfras</translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Ny lösenfras igen</translation>
    </message>
    <message>
        <source>At least five words or 14 characters, easy to remember.</source>
        <translation>Minst fem ord eller 14 tecken, lätt att minnas.</translation>
    </message>
    <message>
        <source>Change the passphrase</source>
        <translation>Byt lösenfras</translation>
    </message>
    <message>
        <source>Suggest five words</source>
        <translation>Föreslå fem ord</translation>
    </message>
    <message>
        <source>The passphrase has been changed.</source>
        <translation>Lösenfrasen har bytts.</translation>
    </message>
    <message>
        <source>Type your present passphrase.</source>
        <translation>Skriv din nuvarande lösenfras.</translation>
    </message>
    <message>
        <source>Type a new passphrase.</source>
        <translation>Skriv en ny lösenfras.</translation>
    </message>
    <message>
        <source>The two new ones are not the same.</source>
        <translation>De nya är inte likadana.</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>För kort</translation>
    </message>
    <message>
        <source>Strong</source>
        <translation>Stark</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bra</translation>
    </message>
    <message>
        <source>Just enough</source>
        <translation>Räcker precis</translation>
    </message>
</context>
</TS>
