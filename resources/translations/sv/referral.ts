<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Consent</name>
    <message>
        <source>Choose at least one thing that the service is told.</source>
        <translation>Välj minst en sak som tjänsten får veta.</translation>
    </message>
    <message>
        <source>The text has not been read yet. Choose the language.</source>
        <translation>Texten har inte visats ännu. Välj språk.</translation>
    </message>
    <message>
        <source>Data leaves only when the client agrees. Read the text together, or choose another way.</source>
        <translation>Uppgifter lämnas ut bara om klienten samtycker. Läs texten tillsammans eller välj ett annat sätt.</translation>
    </message>
    <message>
        <source>The client&apos;s consent</source>
        <translation>Klientens samtycke</translation>
    </message>
    <message>
        <source>Read it out or turn the screen.</source>
        <translation>Läs högt eller vänd skärmen.</translation>
    </message>
    <message>
        <source>Language of the consent</source>
        <translation>Samtyckets språk</translation>
    </message>
    <message>
        <source>The text that the client agrees to</source>
        <translation>Texten som klienten samtycker till</translation>
    </message>
    <message>
        <source>How consent was given</source>
        <translation>Hur samtycket gavs</translation>
    </message>
    <message>
        <source>The client agrees</source>
        <translation>Klienten samtycker</translation>
    </message>
    <message>
        <source>selkosuomi · Easy Finnish</source>
        <translation>selkosuomi · lättläst finska</translation>
    </message>
</context>
<context>
    <name>Referral</name>
    <message>
        <source>Take off: {service}</source>
        <translation>Ta bort: {service}</translation>
    </message>
    <message>
        <source>The service is told who comes.</source>
        <translation>Tjänsten får veta vem som kommer.</translation>
    </message>
    <message>
        <source>Nothing about the client leaves.</source>
        <translation>Inga uppgifter om klienten lämnas ut.</translation>
    </message>
    <message>
        <source>The service is told who comes; it needs no consent.</source>
        <translation>Tjänsten får veta vem som kommer. Samtycke behövs inte.</translation>
    </message>
    <message>
        <source>By the catalogue, not this way: {services}.</source>
        <translation>Enligt katalogen inte på detta sätt: {services}.</translation>
    </message>
    <message>
        <source>Not a day from today on. Write it as 8.12. or +14.</source>
        <translation>Det här är ingen dag från och med i dag. Skriv 8.12. eller +14.</translation>
    </message>
    <message>
        <source>Too long: {length} of {limit} signs. Shorten it; nothing is lost.</source>
        <translation>För lång: {length} tecken, {limit} ryms. Förkorta, inget försvinner.</translation>
    </message>
    <message>
        <source>Refer {name}</source>
        <translation>Hänvisa: {name}</translation>
    </message>
    <message>
        <source>Refer the visitor</source>
        <translation>Hänvisa besökaren</translation>
    </message>
    <message>
        <source>Protected person: home and phone number are not to be told. Agree on each thing first.</source>
        <translation>Spärrmarkering: adress och telefon berättas inte. Kom först överens om varje uppgift.</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Hänvisning</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Sätt</translation>
    </message>
    <message>
        <source>How soon</source>
        <translation>Hur bråttom</translation>
    </message>
    <message>
        <source>Follow-up on</source>
        <translation>Uppföljning</translation>
    </message>
    <message>
        <source>It comes up on Today then. Empty: no follow-up.</source>
        <translation>Kommer då upp på sidan I dag. Tomt: ingen uppföljning.</translation>
    </message>
    <message>
        <source>To the visit</source>
        <translation>Till besöket</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>Hänvisa</translation>
    </message>
    <message>
        <source>Back to the services</source>
        <translation>Tillbaka till tjänsterna</translation>
    </message>
    <message>
        <source>What the service is told</source>
        <translation>Det här får tjänsten veta</translation>
    </message>
    <message>
        <source>Note on the referral</source>
        <translation>Anteckning om hänvisningen</translation>
    </message>
    <message>
        <source>Referred: {service}</source>
        <translation>Hänvisad: {service}</translation>
    </message>
    <message numerus="yes">
        <source>Referred to %n services</source>
        <translation>
            <numerusform>Hänvisad till %n tjänst</numerusform>
            <numerusform>Hänvisad till %n tjänster</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is referred?</source>
        <translation>Vem hänvisas?</translation>
    </message>
    <message>
        <source>The visitor at the point</source>
        <translation>Besökaren vid punkten</translation>
    </message>
    <message>
        <source>Search for a person</source>
        <translation>Sök en person</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Hittade personer</translation>
    </message>
    <message>
        <source>Nobody found.</source>
        <translation>Ingen hittades.</translation>
    </message>
</context>
</TS>
