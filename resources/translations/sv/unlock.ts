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
        <source>Nobody else knows your passphrase and it cannot be looked up. Tell your supervisor or the help desk. What was sent is safe at the centre. What was not sent stays on this computer, encrypted: do not delete anything. Opening it with the city&apos;s recovery key comes in a later version.</source>
        <translation>Ingen annan känner till din lösenfras, och den kan inte sökas fram. Berätta för din chef eller supporten. Det som har sänts finns i säkerhet i centralen. Det som inte har sänts finns krypterat på datorn: radera ingenting. Att öppna det med stadens återställningsnyckel kommer i en senare version.</translation>
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
        <source>Name not known until opened</source>
        <translation>Namnet syns efter öppning</translation>
    </message>
    <message>
        <source>not opened yet</source>
        <translation>ännu inte öppnad</translation>
    </message>
</context>
</TS>
