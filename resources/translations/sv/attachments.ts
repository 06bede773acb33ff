<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Attachments</name>
    <message>
        <source>Choose where</source>
        <translation>Välj plats</translation>
    </message>
    <message>
        <source>File removed</source>
        <translation>Filen togs bort</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öppna</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Spara en kopia</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Byt namn</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Ta bort</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Filens namn</translation>
    </message>
    <message>
        <source>Save the name</source>
        <translation>Spara namnet</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Avbryt</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>En fil behöver ett namn.</translation>
    </message>
    <message>
        <source>File renamed</source>
        <translation>Namnet byttes</translation>
    </message>
    <message>
        <source>Picture {day}</source>
        <translation>Bild {day}</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Lägg till en fil</translation>
    </message>
    <message>
        <source>The next files go to the referral {name}.</source>
        <translation>Nästa filer läggs till hänvisningen {name}.</translation>
    </message>
    <message>
        <source>To the person</source>
        <translation>Till personen</translation>
    </message>
    <message>
        <source>Adding a file …</source>
        <translation>En fil läggs till …</translation>
    </message>
    <message>
        <source>Adding file {place} of {count} …</source>
        <translation>Fil {place} av {count} läggs till …</translation>
    </message>
    <message>
        <source>File added</source>
        <translation>Filen lades till</translation>
    </message>
    <message>
        <source>File {place} of {count} added</source>
        <translation>Fil {place} av {count} lades till</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Lägg till filer</translation>
    </message>
    <message>
        <source>PDF, pictures and text</source>
        <translation>PDF, bilder och text</translation>
    </message>
    <message>
        <source>Drop the files here: they are added to this card</source>
        <translation>Släpp filerna här: de läggs till på det här kortet</translation>
    </message>
    <message>
        <source>Referral: {name}</source>
        <translation>Hänvisning: {name}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Filer</translation>
    </message>
    <message>
        <source>No files yet. Add the first with Ctrl O, or drag it here.</source>
        <translation>Inga filer ännu. Lägg till den första med Ctrl O eller dra den hit.</translation>
    </message>
    <message>
        <source>PDF, JPEG, PNG or text, at most 20 MB. A picture that was copied is added with Ctrl V. The original stays where it is; a PDF keeps what it tells of its author.</source>
        <translation>PDF, JPEG, PNG eller text, högst 20 MB. En kopierad bild läggs till med Ctrl V. Originalet stannar där det är; en PDF behåller uppgifterna om sin upphovsperson.</translation>
    </message>
    <message>
        <source>The file is on this computer now. Enter opens it.</source>
        <translation>Filen finns nu på den här datorn. Enter öppnar den.</translation>
    </message>
    <message>
        <source>Copy saved; the log has it</source>
        <translation>Kopian sparades och finns i loggen</translation>
    </message>
    <message>
        <source>The file is open. Escape closes it.</source>
        <translation>Filen är öppen. Esc stänger den.</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Förstora (+)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Förminska (-)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>Förhandsvisning av filen</translation>
    </message>
    <message>
        <source>This is the beginning; the text is longer. Save a copy to read it all.</source>
        <translation>Det här är början; texten är längre. Spara en kopia om du ska läsa allt.</translation>
    </message>
    <message>
        <source>Page {place} of {count}</source>
        <translation>Sida {place} av {count}</translation>
    </message>
    <message>
        <source>Page Up and Page Down turn the pages</source>
        <translation>Page Up och Page Down byter sida</translation>
    </message>
    <message>
        <source>This file can&apos;t be shown here: it is damaged, too large or locked with a password of its own. It is safe. Save a copy to open it in another program.</source>
        <translation>Filen kan inte visas här: den är skadad, för stor eller låst med ett eget lösenord. Den är i säkerhet. Spara en kopia och öppna den i ett annat program.</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>On its way {percent} %</source>
        <translation>På väg {percent} %</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>Inte på den här datorn</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Inte sänd ännu</translation>
    </message>
    <message>
        <source>There is no file or folder there any more. Nothing was changed. Choose again.</source>
        <translation>Filen eller mappen finns inte längre där. Inget ändrades. Välj på nytt.</translation>
    </message>
    <message>
        <source>This computer does not let the file be read or written there. Nothing was changed. Choose another place.</source>
        <translation>Den här datorn låter inte filen läsas eller skrivas där. Inget ändrades. Välj en annan plats.</translation>
    </message>
    <message>
        <source>The disk did not read or write the file. Nothing was changed. Try again, or choose another place.</source>
        <translation>Disken läste eller skrev inte filen. Inget ändrades. Försök igen eller välj en annan plats.</translation>
    </message>
    <message>
        <source>No copy is saved into the notebook&apos;s own folder. Nothing was changed. Choose another folder.</source>
        <translation>Ingen kopia sparas i anteckningsbokens egen mapp. Inget ändrades. Välj en annan mapp.</translation>
    </message>
    <message>
        <source>A folder can&apos;t be attached; only the files are added.</source>
        <translation>En mapp kan inte bifogas; bara filerna läggs till.</translation>
    </message>
    <message>
        <source>A folder can&apos;t be attached. Choose the files in it; nothing was added.</source>
        <translation>En mapp kan inte bifogas. Välj filerna i den; inget lades till.</translation>
    </message>
    <message>
        <source>A link to the web can&apos;t be attached; only the files are added.</source>
        <translation>En webblänk kan inte bifogas; bara filerna läggs till.</translation>
    </message>
    <message>
        <source>A link to the web can&apos;t be attached. Save the page or picture first; nothing was added.</source>
        <translation>En webblänk kan inte bifogas. Spara sidan eller bilden först; inget lades till.</translation>
    </message>
    <message>
        <source>There is no picture and no file on the clipboard. Copy one and paste again.</source>
        <translation>Det finns ingen bild eller fil på urklippet. Kopiera en och klistra in på nytt.</translation>
    </message>
    <message>
        <source>The copy is not protected: anyone who gets at it can read it. Saving it is written to the log. Delete it when you no longer need it.</source>
        <translation>Kopian är inte skyddad: alla som kommer åt den kan läsa den. Det skrivs i loggen. Radera kopian när du inte längre behöver den.</translation>
    </message>
    <message>
        <source>Protected: a file may tell where this person lives. Copy only what you must.</source>
        <translation>Spärrmarkerad: en fil kan avslöja var personen bor. Kopiera bara det som är nödvändigt.</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
</context>
<context>
    <name>StickDialogs</name>
    <message>
        <source>All files</source>
        <translation>Alla filer</translation>
    </message>
</context>
</TS>
