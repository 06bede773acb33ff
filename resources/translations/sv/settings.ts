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
        <source>In your own notebook on this computer&apos;s disk, always encrypted, and at the city&apos;s centre once they have been sent. Only your passphrase opens the notebook.</source>
        <translation>I din egen anteckningsbok på datorns disk, alltid krypterade, och i stadens central när de har sänts. Bara din lösenfras öppnar anteckningsboken.</translation>
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
        <source>3 minutes suits a pop-up point, 10 minutes an office.</source>
        <translation>3 minuter passar en pop-up-punkt, 10 minuter ett kontor.</translation>
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
        <source>Settings</source>
        <translation>Inställningar</translation>
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
        <source>Present passphrase</source>
        <translation>Nuvarande lösenfras</translation>
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
