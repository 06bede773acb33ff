<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n osänd</numerusform>
            <numerusform>%n osända</numerusform>
        </translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Hämtar</translation>
    </message>
    <message>
        <source>The centre did not answer</source>
        <translation>Centralen svarade inte</translation>
    </message>
    <message>
        <source>All delivered</source>
        <translation>Allt framme</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personer</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Tjänster</translation>
    </message>
    <message>
        <source>Service editor</source>
        <translation>Tjänstekatalogen</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong passphrases or PINs since you last opened this notebook.</source>
        <translation>
            <numerusform>%n felaktig lösenfras eller PIN-kod sedan du senast öppnade anteckningsboken.</numerusform>
            <numerusform>%n felaktiga lösenfraser eller PIN-koder sedan du senast öppnade anteckningsboken.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Granskning</translation>
    </message>
    <message>
        <source>The centre does not know this computer</source>
        <translation>Centralen känner inte till den här datorn</translation>
    </message>
    <message>
        <source>Does not go through: see Sync</source>
        <translation>Går inte fram: se Synkronisering</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Uppföljning</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Användningslogg</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synkning</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Inställningar</translation>
    </message>
    <message>
        <source>Demo: everybody here is made up, nothing leaves this computer</source>
        <translation>Demo: alla personer är påhittade, inget lämnar den här datorn</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Försök igen</translation>
    </message>
    <message>
        <source>The notebook stopped and was started again. What you typed is still here. Try again.</source>
        <translation>Anteckningsboken stannade och startades om. Det du skrev finns kvar här. Försök igen.</translation>
    </message>
    <message>
        <source>The notebook does not start. Everything that was saved is safe on this computer. Restart the computer if it does not help to try again.</source>
        <translation>Anteckningsboken startar inte. Allt som sparats är tryggt på den här datorn. Starta om datorn om ett nytt försök inte hjälper.</translation>
    </message>
    <message>
        <source>Your notebook is off this computer.</source>
        <translation>Din anteckningsbok är borta från den här datorn.</translation>
    </message>
    <message>
        <source>Everything in it was sent.</source>
        <translation>Allt i den var sänt.</translation>
    </message>
    <message numerus="yes">
        <source>%n saves wait here, encrypted, for the next colleague online.</source>
        <translation>
            <numerusform>%n sparad ändring väntar här, krypterad, på nästa kollega som har nät.</numerusform>
            <numerusform>%n sparade ändringar väntar här, krypterade, på nästa kollega som har nät.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody&apos;s passphrase in the demo: {passphrase}</source>
        <translation>Allas lösenfras i demon: {passphrase}</translation>
    </message>
    <message>
        <source>opened {time}</source>
        <translation>öppnad {time}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
</context>
</TS>
