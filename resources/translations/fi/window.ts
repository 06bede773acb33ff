<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Window</name>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n lähettämättä</numerusform>
            <numerusform>%n lähettämättä</numerusform>
        </translation>
    </message>
    <message>
        <source>Receiving</source>
        <translation>Haetaan</translation>
    </message>
    <message>
        <source>The centre did not answer</source>
        <translation>Keskus ei vastannut</translation>
    </message>
    <message>
        <source>All delivered</source>
        <translation>Kaikki perillä</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Tänään</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Ihmiset</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Palvelut</translation>
    </message>
    <message>
        <source>Service editor</source>
        <translation>Palvelujen hoito</translation>
    </message>
    <message numerus="yes">
        <source>%n wrong passphrases or PINs since you last opened this notebook.</source>
        <translation>
            <numerusform>%n väärä tunnuslause tai PIN-koodi sen jälkeen, kun viimeksi avasit muistikirjan.</numerusform>
            <numerusform>%n väärää tunnuslausetta tai PIN-koodia sen jälkeen, kun viimeksi avasit muistikirjan.</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Tarkistus</translation>
    </message>
    <message>
        <source>The centre does not know this computer</source>
        <translation>Keskus ei tunne tätä tietokonetta</translation>
    </message>
    <message>
        <source>Does not go through: see Sync</source>
        <translation>Ei mene perille: katso Synkronointi</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seuranta</translation>
    </message>
    <message>
        <source>Access log</source>
        <translation>Käyttöloki</translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>Synkronointi</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Asetukset</translation>
    </message>
    <message>
        <source>Demo: everybody here is made up, nothing leaves this computer</source>
        <translation>Demo: kaikki ihmiset ovat keksittyjä, mitään ei lähde tältä koneelta</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Yritä uudelleen</translation>
    </message>
    <message>
        <source>The notebook stopped and was started again. What you typed is still here. Try again.</source>
        <translation>Muistikirja pysähtyi ja käynnistettiin uudelleen. Se, mitä kirjoitit, on yhä tässä. Yritä uudelleen.</translation>
    </message>
    <message>
        <source>The notebook does not start. Everything that was saved is safe on this computer. Restart the computer if it does not help to try again.</source>
        <translation>Muistikirja ei käynnisty. Kaikki tallennettu on tallessa tällä koneella. Jos uusi yritys ei auta, käynnistä kone uudelleen.</translation>
    </message>
    <message>
        <source>Your notebook is off this computer.</source>
        <translation>Muistikirjasi on poistettu tältä koneelta.</translation>
    </message>
    <message>
        <source>Everything in it was sent.</source>
        <translation>Kaikki siinä oli lähetetty.</translation>
    </message>
    <message numerus="yes">
        <source>%n saves wait here, encrypted, for the next colleague online.</source>
        <translation>
            <numerusform>%n tallennus odottaa täällä salattuna seuraavaa verkkoon pääsevää työkaveria.</numerusform>
            <numerusform>%n tallennusta odottaa täällä salattuna seuraavaa verkkoon pääsevää työkaveria.</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody&apos;s passphrase in the demo: {passphrase}</source>
        <translation>Demossa kaikkien tunnuslause: {passphrase}</translation>
    </message>
    <message>
        <source>opened {time}</source>
        <translation>avattu {time}</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
</context>
</TS>
