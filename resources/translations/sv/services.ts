<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>ErrandStrip</name>
    <message>
        <source>Back to the visit</source>
        <translation>Tillbaka till besöket</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>Tillbaka till kortet</translation>
    </message>
    <message>
        <source>Search for nobody in particular</source>
        <translation>Sök utan klient</translation>
    </message>
    <message>
        <source>For the visit: {facts}</source>
        <translation>För besöket: {facts}</translation>
    </message>
    <message>
        <source>For the visit at hand</source>
        <translation>För besöket som pågår</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>What is shown of the service</source>
        <translation>Vad som visas om tjänsten</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Tjänst</translation>
    </message>
    <message>
        <source>Hand-out</source>
        <translation>Broschyr</translation>
    </message>
    <message>
        <source>Language of the hand-out</source>
        <translation>Broschyrens språk</translation>
    </message>
    <message>
        <source>The printer did not take it. Try again, or save a PDF.</source>
        <translation>Skrivaren tog inte emot broschyren. Försök igen eller spara en PDF.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Spara som PDF</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Filen kunde inte skrivas. Välj en annan plats.</translation>
    </message>
    <message>
        <source>These services have no web page to point to.</source>
        <translation>De här tjänsterna har ingen webbsida.</translation>
    </message>
    <message>
        <source>selkosuomi · Easy Finnish</source>
        <translation>selkosuomi · lättläst finska</translation>
    </message>
    <message>
        <source>Printed and recorded.</source>
        <translation>Utskriven och registrerad.</translation>
    </message>
    <message>
        <source>PDF saved and recorded.</source>
        <translation>PDF sparad och registrerad.</translation>
    </message>
    <message>
        <source>QR shown and recorded.</source>
        <translation>QR visad och registrerad.</translation>
    </message>
    <message>
        <source>Choose a service: its paper is shown here.</source>
        <translation>Välj en tjänst: broschyren visas här.</translation>
    </message>
    <message>
        <source>The paper is being made.</source>
        <translation>Broschyren görs.</translation>
    </message>
    <message>
        <source>Your own words to the client</source>
        <translation>Dina egna ord till klienten</translation>
    </message>
    <message>
        <source>Where you are met</source>
        <translation>Var man träffar dig</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>Stor text</translation>
    </message>
    <message>
        <source>Some texts are not in this language.</source>
        <translation>En del texter är inte på det här språket.</translation>
    </message>
    <message>
        <source>A long text in another language was left out.</source>
        <translation>En lång text på ett annat språk utelämnades.</translation>
    </message>
    <message>
        <source>A service has no address, phone or page.</source>
        <translation>En tjänst saknar adress, telefon och webbsida.</translation>
    </message>
    <message>
        <source>A page has no QR code.</source>
        <translation>En sida kan inte bli QR-kod.</translation>
    </message>
    <message>
        <source>Out of date: check by phone first.</source>
        <translation>Föråldrad: kontrollera först per telefon.</translation>
    </message>
    <message>
        <source>A service is not offered on this day.</source>
        <translation>En tjänst erbjuds inte i dag.</translation>
    </message>
    <message>
        <source>No native speaker has read this language yet.</source>
        <translation>Ingen modersmålstalare har granskat språket.</translation>
    </message>
    <message numerus="yes">
        <source>Print %n</source>
        <translation>
            <numerusform>Skriv ut %n</numerusform>
            <numerusform>Skriv ut %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Skriv ut</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>Ingen skrivare</translation>
    </message>
    <message>
        <source>Show the QR codes</source>
        <translation>Visa QR-koderna</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>Hänvisa</translation>
    </message>
    <message>
        <source>Protected person: a paper shows where they go. Agree first how they keep it.</source>
        <translation>Spärrmarkering: broschyren visar vart klienten går. Kom först överens om var den förvaras.</translation>
    </message>
    <message>
        <source>This computer has no printer. PDF and QR work.</source>
        <translation>Datorn har ingen skrivare. PDF och QR fungerar.</translation>
    </message>
    <message>
        <source>Printing records on the visit: Hand-out given.</source>
        <translation>Utskriften registrerar på besöket: Broschyr given.</translation>
    </message>
    <message>
        <source>Printing records on the card: Hand-out given.</source>
        <translation>Utskriften registrerar på kortet: Broschyr given.</translation>
    </message>
    <message>
        <source>Printing counts a hand-out, for nobody in particular.</source>
        <translation>Utskriften räknar en broschyr utan klient.</translation>
    </message>
    <message>
        <source>Sheet {place} of {count} (Page Up, Page Down)</source>
        <translation>Sida {place}/{count} (Page Up, Page Down)</translation>
    </message>
    <message>
        <source>Preview of the hand-out</source>
        <translation>Förhandsvisning av broschyren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Stäng</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Föregående</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nästa</translation>
    </message>
    <message>
        <source>QR code of {service}</source>
        <translation>QR-kod: {service}</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place}/{count}</translation>
    </message>
</context>
<context>
    <name>ServiceFace</name>
    <message>
        <source>closed</source>
        <translation>stängt</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>För vem</translation>
    </message>
    <message>
        <source>Obligation</source>
        <translation>Skyldighet</translation>
    </message>
    <message>
        <source>How to refer</source>
        <translation>Hänvisning</translation>
    </message>
    <message>
        <source>Into the client record</source>
        <translation>Till klientuppgifterna</translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation>Var och när</translation>
    </message>
    <message>
        <source>Language and price</source>
        <translation>Språk, pris, tillgänglighet</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Källa</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licens</translation>
    </message>
    <message>
        <source>Changed there</source>
        <translation>Ändrad där</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Hämtad</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Granskad</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Granska igen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adress</translation>
    </message>
    <message>
        <source>Where this comes from</source>
        <translation>Varifrån uppgiften är</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ålder</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Hemkommun</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Krav</translation>
    </message>
    <message>
        <source>Taking part</source>
        <translation>Deltagande</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>Förmåner</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>Sätt</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Samtycke</translation>
    </message>
    <message>
        <source>Staff call</source>
        <translation>För personalen</translation>
    </message>
    <message>
        <source>An interpreter can be had</source>
        <translation>Tolk kan fås</translation>
    </message>
    <message>
        <source>No interpreter</source>
        <translation>Ingen tolk</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Pris</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Tillgänglighet</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Börjar</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Gäller från</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Gäller till</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Öppet nu</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Stängt nu</translation>
    </message>
    <message>
        <source>Step-free</source>
        <translation>Hinderfri</translation>
    </message>
    <message>
        <source>Partly step-free</source>
        <translation>Delvis hinderfri</translation>
    </message>
    <message>
        <source>Not step-free</source>
        <translation>Inte hinderfri</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-post</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Webbplats</translation>
    </message>
    <message>
        <source>Choose a service from the list.</source>
        <translation>Välj en tjänst i listan.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiera</translation>
    </message>
    <message>
        <source>Copy the text for the client record</source>
        <translation>Kopiera texten till klientuppgifterna</translation>
    </message>
    <message>
        <source>Goes well with</source>
        <translation>Passar ihop med</translation>
    </message>
    <message>
        <source>About the service</source>
        <translation>Om tjänsten</translation>
    </message>
    <message>
        <source>No favourite any more</source>
        <translation>Ta bort favorit</translation>
    </message>
    <message>
        <source>Make it a favourite</source>
        <translation>Gör till favorit</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>Visa igen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Dölj</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopierad</translation>
    </message>
</context>
<context>
    <name>ServiceFilters</name>
    <message>
        <source>the client&apos;s</source>
        <translation>klientens</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ålder</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Under 18</translation>
    </message>
    <message>
        <source>18–29</source>
        <translation>18–29</translation>
    </message>
    <message>
        <source>30 or over</source>
        <translation>30 eller över</translation>
    </message>
    <message>
        <source>Language of the service</source>
        <translation>Tjänstens språk</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Ämne</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Tillgång</translation>
    </message>
    <message>
        <source>No appointment</source>
        <translation>Utan tidsbokning</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Öppet nu</translation>
    </message>
    <message>
        <source>Places now</source>
        <translation>Platser nu</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Avgiftsfri</translation>
    </message>
    <message>
        <source>Step-free access</source>
        <translation>Hinderfri passage</translation>
    </message>
    <message>
        <source>My favourites</source>
        <translation>Egna favoriter</translation>
    </message>
    <message>
        <source>Obligation</source>
        <translation>Skyldighet</translation>
    </message>
    <message>
        <source>Voluntary</source>
        <translation>Frivillig</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>Förpliktande</translation>
    </message>
    <message>
        <source>Part of the city</source>
        <translation>Stadsdel</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Hidden ones too</source>
        <translation>Även dolda</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Avgränsa</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Töm</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Töm avgränsningarna</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Avgränsningar</translation>
    </message>
</context>
<context>
    <name>ServiceRows</name>
    <message>
        <source>No name</source>
        <translation>Inget namn</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>vald</translation>
    </message>
    <message>
        <source>up to {age} years</source>
        <translation>högst {age} år</translation>
    </message>
    <message>
        <source>for all ages</source>
        <translation>alla</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n plats</numerusform>
            <numerusform>%n platser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>queue of %n weeks</source>
        <translation>
            <numerusform>kö cirka %n vecka</numerusform>
            <numerusform>kö cirka %n veckor</numerusform>
        </translation>
    </message>
    <message>
        <source>without appointment</source>
        <translation>utan tidsbokning</translation>
    </message>
    <message>
        <source>begins {day}</source>
        <translation>börjar {day}</translation>
    </message>
    <message>
        <source>open until {time}</source>
        <translation>öppet till {time}</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>öppet nu</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>stängt nu</translation>
    </message>
    <message>
        <source>out of date, check</source>
        <translation>föråldrad, kontrollera</translation>
    </message>
    <message>
        <source>found: {word}, you asked {typed}</source>
        <translation>träff: {word}, du sökte {typed}</translation>
    </message>
    <message>
        <source>found: {word}</source>
        <translation>träff: {word}</translation>
    </message>
    <message>
        <source>not before {day}</source>
        <translation>börjar först {day}</translation>
    </message>
    <message>
        <source>not from their municipality</source>
        <translation>inte från klientens kommun</translation>
    </message>
    <message>
        <source>not for their situation</source>
        <translation>inte för klientens situation</translation>
    </message>
    <message>
        <source>not in {language}</source>
        <translation>inte på {language}</translation>
    </message>
    <message>
        <source>asks for level {level}</source>
        <translation>kräver nivå {level}</translation>
    </message>
    <message>
        <source>only ages {ages}</source>
        <translation>bara {ages} år</translation>
    </message>
    <message>
        <source>only from age {age}</source>
        <translation>bara för dem som fyllt {age}</translation>
    </message>
    <message>
        <source>only up to age {age}</source>
        <translation>bara för högst {age}-åringar</translation>
    </message>
    <message>
        <source>is over</source>
        <translation>avslutad</translation>
    </message>
    <message>
        <source>full</source>
        <translation>fullt</translation>
    </message>
    <message>
        <source>does not quite fit</source>
        <translation>passar inte helt</translation>
    </message>
    <message>
        <source>checked {day}</source>
        <translation>granskad {day}</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>favorit</translation>
    </message>
    <message>
        <source>the team has a note</source>
        <translation>teamets anteckning</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>dold</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Hand-out given</source>
        <translation>Broschyr given</translation>
    </message>
    <message>
        <source>{name} marked</source>
        <translation>{name} vald</translation>
    </message>
    <message>
        <source>{name} not marked any more</source>
        <translation>{name} inte längre vald</translation>
    </message>
    <message>
        <source>{shown} of {total}, the best first</source>
        <translation>{shown}/{total}, de bästa först</translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n tjänst</numerusform>
            <numerusform>%n tjänster</numerusform>
        </translation>
    </message>
    <message>
        <source>no service has all the words</source>
        <translation>ingen har alla orden</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n vald</numerusform>
            <numerusform>%n valda</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose: Ctrl Space</source>
        <translation>Välj: Ctrl Mellanslag</translation>
    </message>
    <message>
        <source>No service fits the filters. Take some off, or use fewer words.</source>
        <translation>Ingen tjänst passar avgränsningarna. Ta bort någon eller använd färre ord.</translation>
    </message>
    <message>
        <source>No services for &apos;{text}&apos;. Try another word, or a part of one.</source>
        <translation>Inga tjänster för &apos;{text}&apos;. Pröva ett annat ord eller en del av ordet.</translation>
    </message>
    <message>
        <source>No services here yet. They come with the next sync (F5).</source>
        <translation>Här finns inga tjänster ännu. De kommer vid nästa synkronisering (F5).</translation>
    </message>
    <message>
        <source>Catalogue updated {day} at {time}. Works offline.</source>
        <translation>Katalogen uppdaterad {day} kl. {time}. Fungerar utan nät.</translation>
    </message>
    <message>
        <source>Search services</source>
        <translation>Sök tjänster</translation>
    </message>
    <message>
        <source>What is needed? In any language</source>
        <translation>Vad behövs? På vilket språk som helst</translation>
    </message>
    <message>
        <source>Up and Down choose, Ctrl Space or Insert marks for the paper, Enter opens</source>
        <translation>Upp och ned flyttar, Ctrl Mellanslag eller Insert väljer till broschyren, Enter öppnar</translation>
    </message>
    <message>
        <source>Services found</source>
        <translation>Tjänster som hittats</translation>
    </message>
    <message>
        <source>Space marks for the paper, Enter opens, F makes it a favourite, H hides it</source>
        <translation>Mellanslag väljer till broschyren, Enter öppnar, F gör till favorit, H döljer</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Töm avgränsningarna</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Avgränsa</translation>
    </message>
    <message>
        <source>Hand-out</source>
        <translation>Broschyr</translation>
    </message>
</context>
<context>
    <name>TeamNotes</name>
    <message>
        <source>The note is too long. Shorten it; nothing is lost.</source>
        <translation>Anteckningen är för lång. Korta den; inget går förlorat.</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>Skriv anteckningen först.</translation>
    </message>
    <message>
        <source>What the team knows</source>
        <translation>Vad teamet vet</translation>
    </message>
    <message>
        <source>New note for the team</source>
        <translation>Ny anteckning för teamet</translation>
    </message>
    <message>
        <source>About the service, never about a client.</source>
        <translation>Om tjänsten, aldrig om en klient.</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Spara anteckningen</translation>
    </message>
    <message>
        <source>Take back the note: {text}</source>
        <translation>Ta bort anteckningen: {text}</translation>
    </message>
</context>
</TS>
