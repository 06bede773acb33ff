<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Attachments</name>
    <message>
        <source>Choose where</source>
        <translation>Valitse paikka</translation>
    </message>
    <message>
        <source>File removed</source>
        <translation>Tiedosto poistettu</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Avaa</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Tallenna kopio</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Vaihda nimi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Poista</translation>
    </message>
    <message>
        <source>Name of the file</source>
        <translation>Tiedoston nimi</translation>
    </message>
    <message>
        <source>Save the name</source>
        <translation>Tallenna nimi</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Peru</translation>
    </message>
    <message>
        <source>A file needs a name.</source>
        <translation>Tiedosto tarvitsee nimen.</translation>
    </message>
    <message>
        <source>File renamed</source>
        <translation>Nimi vaihdettu</translation>
    </message>
    <message>
        <source>Picture {day}</source>
        <translation>Kuva {day}</translation>
    </message>
    <message>
        <source>Add a file</source>
        <translation>Lisää tiedosto</translation>
    </message>
    <message>
        <source>The next files go to the referral {name}.</source>
        <translation>Seuraavat tiedostot liitetään ohjaukseen {name}.</translation>
    </message>
    <message>
        <source>To the person</source>
        <translation>Henkilölle</translation>
    </message>
    <message>
        <source>Adding a file …</source>
        <translation>Lisätään tiedostoa …</translation>
    </message>
    <message>
        <source>Adding file {place} of {count} …</source>
        <translation>Lisätään tiedostoa {place}/{count} …</translation>
    </message>
    <message>
        <source>File added</source>
        <translation>Tiedosto lisätty</translation>
    </message>
    <message>
        <source>File {place} of {count} added</source>
        <translation>Tiedosto {place}/{count} lisätty</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Lisää tiedostoja</translation>
    </message>
    <message>
        <source>PDF, pictures and text</source>
        <translation>PDF, kuvat ja teksti</translation>
    </message>
    <message>
        <source>Drop the files here: they are added to this card</source>
        <translation>Pudota tiedostot tähän: ne lisätään tälle kortille</translation>
    </message>
    <message>
        <source>Referral: {name}</source>
        <translation>Ohjaus: {name}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Liitteet</translation>
    </message>
    <message>
        <source>No files yet. Add the first with Ctrl O, or drag it here.</source>
        <translation>Ei vielä liitteitä. Lisää ensimmäinen näppäimillä Ctrl O tai vedä se tähän.</translation>
    </message>
    <message>
        <source>PDF, JPEG, PNG or text, at most 20 MB. A picture that was copied is added with Ctrl V. The original stays where it is; a PDF keeps what it tells of its author.</source>
        <translation>PDF, JPEG, PNG tai teksti, enintään 20 Mt. Kopioitu kuva lisätään näppäimillä Ctrl V. Alkuperäinen jää paikalleen; PDF säilyttää tekijänsä tiedot.</translation>
    </message>
    <message>
        <source>The file is on this computer now. Enter opens it.</source>
        <translation>Tiedosto on nyt tällä koneella. Enter avaa sen.</translation>
    </message>
    <message>
        <source>Copy saved; the log has it</source>
        <translation>Kopio tallennettu ja kirjattu lokiin</translation>
    </message>
    <message>
        <source>The file is open. Escape closes it.</source>
        <translation>Tiedosto on auki. Esc sulkee sen.</translation>
    </message>
    <message>
        <source>Larger (+)</source>
        <translation>Suurenna (+)</translation>
    </message>
    <message>
        <source>Smaller (-)</source>
        <translation>Pienennä (-)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Preview of the file</source>
        <translation>Tiedoston esikatselu</translation>
    </message>
    <message>
        <source>This is the beginning; the text is longer. Save a copy to read it all.</source>
        <translation>Tässä on alku; teksti on pidempi. Tallenna kopio, jos luet kaiken.</translation>
    </message>
    <message>
        <source>Page {place} of {count}</source>
        <translation>Sivu {place}/{count}</translation>
    </message>
    <message>
        <source>Page Up and Page Down turn the pages</source>
        <translation>Page Up ja Page Down vaihtavat sivua</translation>
    </message>
    <message>
        <source>This file can&apos;t be shown here: it is damaged, too large or locked with a password of its own. It is safe. Save a copy to open it in another program.</source>
        <translation>Tiedostoa ei voi näyttää tässä: se on vioittunut, liian suuri tai lukittu omalla salasanallaan. Se on tallessa. Tallenna kopio ja avaa se toisella ohjelmalla.</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kt</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} Mt</translation>
    </message>
    <message>
        <source>On its way {percent} %</source>
        <translation>Matkalla {percent} %</translation>
    </message>
    <message>
        <source>Not on this computer</source>
        <translation>Ei tällä koneella</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Ei vielä lähetetty</translation>
    </message>
    <message>
        <source>There is no file or folder there any more. Nothing was changed. Choose again.</source>
        <translation>Tiedostoa tai kansiota ei enää ole siellä. Mitään ei muutettu. Valitse uudelleen.</translation>
    </message>
    <message>
        <source>This computer does not let the file be read or written there. Nothing was changed. Choose another place.</source>
        <translation>Tämä kone ei anna lukea tai kirjoittaa tiedostoa siellä. Mitään ei muutettu. Valitse toinen paikka.</translation>
    </message>
    <message>
        <source>The disk did not read or write the file. Nothing was changed. Try again, or choose another place.</source>
        <translation>Levy ei lukenut tai kirjoittanut tiedostoa. Mitään ei muutettu. Yritä uudelleen tai valitse toinen paikka.</translation>
    </message>
    <message>
        <source>No copy is saved into the notebook&apos;s own folder. Nothing was changed. Choose another folder.</source>
        <translation>Kopiota ei tallenneta muistikirjan omaan kansioon. Mitään ei muutettu. Valitse toinen kansio.</translation>
    </message>
    <message>
        <source>A folder can&apos;t be attached; only the files are added.</source>
        <translation>Kansiota ei voi liittää; vain tiedostot lisätään.</translation>
    </message>
    <message>
        <source>A folder can&apos;t be attached. Choose the files in it; nothing was added.</source>
        <translation>Kansiota ei voi liittää. Valitse siinä olevat tiedostot; mitään ei lisätty.</translation>
    </message>
    <message>
        <source>A link to the web can&apos;t be attached; only the files are added.</source>
        <translation>Verkkolinkkiä ei voi liittää; vain tiedostot lisätään.</translation>
    </message>
    <message>
        <source>A link to the web can&apos;t be attached. Save the page or picture first; nothing was added.</source>
        <translation>Verkkolinkkiä ei voi liittää. Tallenna sivu tai kuva ensin; mitään ei lisätty.</translation>
    </message>
    <message>
        <source>There is no picture and no file on the clipboard. Copy one and paste again.</source>
        <translation>Leikepöydällä ei ole kuvaa eikä tiedostoa. Kopioi ensin ja liitä uudelleen.</translation>
    </message>
    <message>
        <source>The copy is not protected: anyone who gets at it can read it. Saving it is written to the log. Delete it when you no longer need it.</source>
        <translation>Kopio ei ole suojattu: kuka tahansa, joka saa sen käsiinsä, voi lukea sen. Tallennus kirjataan lokiin. Poista kopio, kun et enää tarvitse sitä.</translation>
    </message>
    <message>
        <source>Protected: a file may tell where this person lives. Copy only what you must.</source>
        <translation>Turvakielto: tiedosto voi kertoa, missä henkilö asuu. Kopioi vain se, mikä on pakko.</translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>You</source>
        <translation>Sinä</translation>
    </message>
</context>
<context>
    <name>StickDialogs</name>
    <message>
        <source>All files</source>
        <translation>Kaikki tiedostot</translation>
    </message>
</context>
</TS>
