<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Editing</name>
    <message>
        <source>Partly</source>
        <translation>Delvis</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Inte känt</translation>
    </message>
    <message>
        <source>Find a service that goes with this</source>
        <translation>Sök en tjänst som hör ihop med denna</translation>
    </message>
    <message>
        <source>Services found</source>
        <translation>Hittade tjänster</translation>
    </message>
    <message>
        <source>Remove {name}</source>
        <translation>Ta bort {name}</translation>
    </message>
    <message>
        <source>Published</source>
        <translation>Publicerad</translation>
    </message>
    <message>
        <source>Left out of use</source>
        <translation>Lämnad ur bruk</translation>
    </message>
    <message>
        <source>Marked as checked</source>
        <translation>Märkt som kontrollerad</translation>
    </message>
    <message>
        <source>Withdrawn from use</source>
        <translation>Tagen ur bruk</translation>
    </message>
    <message>
        <source>Back in use</source>
        <translation>Åter i bruk</translation>
    </message>
    <message>
        <source>The proposal was approved</source>
        <translation>Förslaget godkänt</translation>
    </message>
    <message>
        <source>The proposal was left</source>
        <translation>Förslaget lämnat</translation>
    </message>
    <message>
        <source>Read a file of services</source>
        <translation>Läs in en tjänstefil</translation>
    </message>
    <message>
        <source>Service directories</source>
        <translation>Tjänstekataloger</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alla filer</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Spara rapporten</translation>
    </message>
    <message>
        <source>What you had half done is here again. It is not saved yet.</source>
        <translation>Det du hade halvfärdigt finns här igen. Det är inte sparat än.</translation>
    </message>
    <message>
        <source>Fields of the service</source>
        <translation>Tjänstens fält</translation>
    </message>
    <message>
        <source>Checked today</source>
        <translation>Kontrollerad i dag</translation>
    </message>
    <message>
        <source>New own service</source>
        <translation>Ny egen tjänst</translation>
    </message>
    <message>
        <source>Edit: {name}</source>
        <translation>Redigera: {name}</translation>
    </message>
    <message>
        <source>Discard changes</source>
        <translation>Förkasta ändringar</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Ta ur bruk</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Ta i bruk igen</translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Publicera</translation>
    </message>
    <message>
        <source>Save, publish later</source>
        <translation>Spara, publicera senare</translation>
    </message>
    <message>
        <source>{filled} of {all} filled</source>
        <translation>{filled}/{all} ifyllda</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Vad tjänsten är</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>För vem</translation>
    </message>
    <message>
        <source>Obligation and consent</source>
        <translation>Förpliktelse och samtycke</translation>
    </message>
    <message>
        <source>Referring</source>
        <translation>Hänvisning</translation>
    </message>
    <message>
        <source>Languages, price, accessibility</source>
        <translation>Språk, pris och tillgänglighet</translation>
    </message>
    <message>
        <source>Organisation and contacts</source>
        <translation>Arrangör och kontaktuppgifter</translation>
    </message>
    <message>
        <source>Places and opening hours</source>
        <translation>Platser och öppettider</translation>
    </message>
    <message>
        <source>Room, validity and checking</source>
        <translation>Läge, giltighet och kontroll</translation>
    </message>
    <message>
        <source>Told from the file</source>
        <translation>Avgörs av filen</translation>
    </message>
    <message>
        <source>Done. {new} new services wait and {changed} changes are proposed. Nothing was overwritten.</source>
        <translation>Klart. {new} nya tjänster väntar och {changed} ändringar föreslås. Inget skrevs över.</translation>
    </message>
    <message>
        <source>report</source>
        <translation>rapport</translation>
    </message>
    <message>
        <source>The report is saved.</source>
        <translation>Rapporten är sparad.</translation>
    </message>
    <message>
        <source>The report could not be written. The services are as they were. Choose another place.</source>
        <translation>Rapporten kunde inte skrivas. Tjänsterna är som förut. Välj en annan plats.</translation>
    </message>
    <message>
        <source>Where the file comes from</source>
        <translation>Varifrån filen kommer</translation>
    </message>
    <message>
        <source>The file has all of the source&apos;s services</source>
        <translation>Filen har alla källans tjänster</translation>
    </message>
    <message>
        <source>Lines of the report</source>
        <translation>Rapportens rader</translation>
    </message>
    <message>
        <source>Save the report…</source>
        <translation>Spara rapporten…</translation>
    </message>
    <message>
        <source>The file was read</source>
        <translation>Filen är inläst</translation>
    </message>
    <message>
        <source>What reading the file would do</source>
        <translation>Vad inläsningen skulle göra</translation>
    </message>
    <message>
        <source>Read it in</source>
        <translation>Läs in</translation>
    </message>
    <message>
        <source>Leave the file</source>
        <translation>Låt bli</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Vad</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Tjänst</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Varför</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Var</translation>
    </message>
    <message>
        <source>Not published yet. {field}: {why}</source>
        <translation>Inte publicerad än. {field}: {why}</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Redigera</translation>
    </message>
    <message>
        <source>Choose a service, add one of your own (Ctrl Shift I) or read a file (Ctrl O).</source>
        <translation>Välj en tjänst, lägg till en egen (Ctrl Shift I) eller läs in en fil (Ctrl O).</translation>
    </message>
    <message>
        <source>What the service says</source>
        <translation>Vad tjänsten säger</translation>
    </message>
    <message>
        <source>Written by a newer version</source>
        <translation>Skriven med en nyare version</translation>
    </message>
    <message numerus="yes">
        <source>Proposed changes, %n fields</source>
        <translation>
            <numerusform>Föreslagen ändring, %n fält</numerusform>
            <numerusform>Föreslagna ändringar, %n fält</numerusform>
        </translation>
    </message>
    <message>
        <source>removed</source>
        <translation>borttaget</translation>
    </message>
    <message>
        <source>checked {day}</source>
        <translation>kontrollerad {day}</translation>
    </message>
    <message>
        <source>This wants checking since {day}. Is all of it still true?</source>
        <translation>Det här har väntat på kontroll sedan {day}. Stämmer allt fortfarande?</translation>
    </message>
    <message>
        <source>Two people changed this at the same time, and one text is shown. Edit and save: what you save stands.</source>
        <translation>Två personer ändrade det här samtidigt, och en av texterna visas. Redigera och spara: det du sparar gäller.</translation>
    </message>
    <message>
        <source>This was written by a newer version. Update the program to edit it.</source>
        <translation>Det här är skrivet med en nyare version. Uppdatera programmet för att redigera.</translation>
    </message>
    <message>
        <source>Show the whole service as it stands</source>
        <translation>Visa hela tjänsten som den är nu</translation>
    </message>
    <message>
        <source>Hide the whole service</source>
        <translation>Dölj hela tjänsten</translation>
    </message>
    <message>
        <source>Proposal</source>
        <translation>Förslag</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Godkänn</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Lämna</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Avvisa</translation>
    </message>
    <message>
        <source>Language of the texts</source>
        <translation>Texternas språk</translation>
    </message>
    <message>
        <source>Another language</source>
        <translation>Annat språk</translation>
    </message>
    <message>
        <source>No level needed</source>
        <translation>Inget nivåkrav</translation>
    </message>
    <message>
        <source>Level needed: {language}</source>
        <translation>Nivåkrav: {language}</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Lägg till språk</translation>
    </message>
    <message>
        <source>Service editor</source>
        <translation>Tjänstekatalogen</translation>
    </message>
    <message>
        <source>Read a file…</source>
        <translation>Läs in fil…</translation>
    </message>
    <message>
        <source>Search by name</source>
        <translation>Sök med namn</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Tjänster</translation>
    </message>
    <message>
        <source>Nothing in this pile is called so.</source>
        <translation>Inget i den här högen heter så.</translation>
    </message>
    <message>
        <source>No service waits. New ones come here when a file is read.</source>
        <translation>Ingen tjänst väntar. Nya kommer hit när en fil läses in.</translation>
    </message>
    <message>
        <source>No proposals. What a source has changed comes here when a file is read.</source>
        <translation>Inga förslag. Källans ändringar kommer hit när en fil läses in.</translation>
    </message>
    <message>
        <source>Nothing wants checking today.</source>
        <translation>Inget behöver kontrolleras i dag.</translation>
    </message>
    <message>
        <source>No own services yet. Add one (Ctrl Shift I).</source>
        <translation>Inga egna tjänster än. Lägg till en (Ctrl Shift I).</translation>
    </message>
    <message>
        <source>Nothing has been withdrawn.</source>
        <translation>Inget har tagits ur bruk.</translation>
    </message>
    <message>
        <source>The catalogue is empty. Read a file (Ctrl O).</source>
        <translation>Katalogen är tom. Läs in en fil (Ctrl O).</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>Föråldrad</translation>
    </message>
    <message>
        <source>Opening hours in words</source>
        <translation>Öppettider i ord</translation>
    </message>
    <message>
        <source>Other hours: {hours}</source>
        <translation>Avvikande tider: {hours}</translation>
    </message>
    <message>
        <source>Undone, but something newer was left as it is</source>
        <translation>Ångrat, men något nyare lämnades som det är</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Ångrat</translation>
    </message>
    <message>
        <source>Saved: {state}</source>
        <translation>Sparat: {state}</translation>
    </message>
    <message>
        <source>Write the day like this: 14.2.2027.</source>
        <translation>Skriv dagen så här: 14.2.2027.</translation>
    </message>
    <message>
        <source>Write a whole number, or leave it empty.</source>
        <translation>Skriv ett heltal eller lämna tomt.</translation>
    </message>
    <message>
        <source>Which services</source>
        <translation>Vilka tjänster</translation>
    </message>
    <message>
        <source>Proposals</source>
        <translation>Förslag</translation>
    </message>
    <message>
        <source>To check</source>
        <translation>Föråldrade</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Egna</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Ur bruk</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <translation>Plats {number}</translation>
    </message>
    <message>
        <source>Remove the place</source>
        <translation>Ta bort platsen</translation>
    </message>
    <message>
        <source>Add a place</source>
        <translation>Lägg till plats</translation>
    </message>
    <message>
        <source>New ones</source>
        <translation>Nya</translation>
    </message>
    <message>
        <source>Changed ones</source>
        <translation>Ändrade</translation>
    </message>
    <message>
        <source>Same as before</source>
        <translation>Oförändrade</translation>
    </message>
    <message>
        <source>Gone from the source</source>
        <translation>Borta ur källan</translation>
    </message>
    <message>
        <source>Not read, ones</source>
        <translation>Inte lästa</translation>
    </message>
    <message>
        <source>Report of reading: {source}</source>
        <translation>Rapport om inläsning: {source}</translation>
    </message>
    <message numerus="yes">
        <source>%n more lines are not shown.</source>
        <translation>
            <numerusform>Ytterligare %n rad visas inte.</numerusform>
            <numerusform>Ytterligare %n rader visas inte.</numerusform>
        </translation>
    </message>
    <message>
        <source>In Finnish: {text}</source>
        <translation>På finska: {text}</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>stängt</translation>
    </message>
</context>
</TS>
