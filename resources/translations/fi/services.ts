<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>ErrandStrip</name>
    <message>
        <source>Back to the visit</source>
        <translation>Takaisin asiointiin</translation>
    </message>
    <message>
        <source>Back to the card</source>
        <translation>Takaisin kortille</translation>
    </message>
    <message>
        <source>Search for nobody in particular</source>
        <translation>Hae ilman asiakasta</translation>
    </message>
    <message>
        <source>For the visit: {facts}</source>
        <translation>Asioinnille: {facts}</translation>
    </message>
    <message>
        <source>For the visit at hand</source>
        <translation>Meneillään olevalle asioinnille</translation>
    </message>
</context>
<context>
    <name>Handout</name>
    <message>
        <source>What is shown of the service</source>
        <translation>Mitä palvelusta näytetään</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Palvelu</translation>
    </message>
    <message>
        <source>Hand-out</source>
        <translation>Esite</translation>
    </message>
    <message>
        <source>Language of the hand-out</source>
        <translation>Esitteen kieli</translation>
    </message>
    <message>
        <source>The printer did not take it. Try again, or save a PDF.</source>
        <translation>Tulostin ei ottanut esitettä. Yritä uudelleen tai tallenna PDF.</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Tallenna PDF</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Tiedostoa ei voitu kirjoittaa. Valitse toinen paikka.</translation>
    </message>
    <message>
        <source>These services have no web page to point to.</source>
        <translation>Näillä palveluilla ei ole verkkosivua.</translation>
    </message>
    <message>
        <source>selkosuomi · Easy Finnish</source>
        <translation>selkosuomi</translation>
    </message>
    <message>
        <source>Printed and recorded.</source>
        <translation>Tulostettu ja kirjattu.</translation>
    </message>
    <message>
        <source>PDF saved and recorded.</source>
        <translation>PDF tallennettu ja kirjattu.</translation>
    </message>
    <message>
        <source>QR shown and recorded.</source>
        <translation>QR näytetty ja kirjattu.</translation>
    </message>
    <message>
        <source>Choose a service: its paper is shown here.</source>
        <translation>Valitse palvelu: esite näkyy tässä.</translation>
    </message>
    <message>
        <source>The paper is being made.</source>
        <translation>Esitettä tehdään.</translation>
    </message>
    <message>
        <source>Your own words to the client</source>
        <translation>Omat sanasi asiakkaalle</translation>
    </message>
    <message>
        <source>Where you are met</source>
        <translation>Missä sinut tapaa</translation>
    </message>
    <message>
        <source>Large print</source>
        <translation>Iso teksti</translation>
    </message>
    <message>
        <source>Some texts are not in this language.</source>
        <translation>Osa teksteistä ei ole tällä kielellä.</translation>
    </message>
    <message>
        <source>A long text in another language was left out.</source>
        <translation>Pitkä vieraskielinen teksti jätettiin pois.</translation>
    </message>
    <message>
        <source>A service has no address, phone or page.</source>
        <translation>Palvelulla ei ole osoitetta, puhelinta eikä sivua.</translation>
    </message>
    <message>
        <source>A page has no QR code.</source>
        <translation>Sivusta ei saa QR-koodia.</translation>
    </message>
    <message>
        <source>Out of date: check by phone first.</source>
        <translation>Vanhentunut: tarkista ensin soittamalla.</translation>
    </message>
    <message>
        <source>A service is not offered on this day.</source>
        <translation>Palvelua ei ole tarjolla tänään.</translation>
    </message>
    <message>
        <source>No native speaker has read this language yet.</source>
        <translation>Kieltä ei ole tarkastanut äidinkielinen lukija.</translation>
    </message>
    <message numerus="yes">
        <source>Print %n</source>
        <translation>
            <numerusform>Tulosta %n</numerusform>
            <numerusform>Tulosta %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Tulosta</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>Ei tulostinta</translation>
    </message>
    <message>
        <source>Show the QR codes</source>
        <translation>Näytä QR-koodit</translation>
    </message>
    <message>
        <source>Refer</source>
        <translation>Ohjaa</translation>
    </message>
    <message>
        <source>Protected person: a paper shows where they go. Agree first how they keep it.</source>
        <translation>Turvakielto: esite kertoo, missä asiakas asioi. Sopikaa ensin, missä hän säilyttää sitä.</translation>
    </message>
    <message>
        <source>This computer has no printer. PDF and QR work.</source>
        <translation>Koneella ei ole tulostinta. PDF ja QR toimivat.</translation>
    </message>
    <message>
        <source>Printing records on the visit: Hand-out given.</source>
        <translation>Tulostus kirjaa asioinnille: Esite annettu.</translation>
    </message>
    <message>
        <source>Printing records on the card: Hand-out given.</source>
        <translation>Tulostus kirjaa kortille: Esite annettu.</translation>
    </message>
    <message>
        <source>Printing counts a hand-out, for nobody in particular.</source>
        <translation>Tulostus laskee esitteen ilman asiakasta.</translation>
    </message>
    <message>
        <source>Sheet {place} of {count} (Page Up, Page Down)</source>
        <translation>Sivu {place}/{count} (Page Up, Page Down)</translation>
    </message>
    <message>
        <source>Preview of the hand-out</source>
        <translation>Esitteen esikatselu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sulje</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Edellinen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Seuraava</translation>
    </message>
    <message>
        <source>QR code of {service}</source>
        <translation>QR-koodi: {service}</translation>
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
        <translation>suljettu</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Kenelle</translation>
    </message>
    <message>
        <source>Obligation</source>
        <translation>Velvoittavuus</translation>
    </message>
    <message>
        <source>How to refer</source>
        <translation>Ohjaaminen</translation>
    </message>
    <message>
        <source>Into the client record</source>
        <translation>Asiakastietoihin</translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation>Missä ja milloin</translation>
    </message>
    <message>
        <source>Language and price</source>
        <translation>Kieli, hinta, esteettömyys</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Yhteystiedot</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Lähde</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lisenssi</translation>
    </message>
    <message>
        <source>Changed there</source>
        <translation>Muutettu siellä</translation>
    </message>
    <message>
        <source>Fetched</source>
        <translation>Haettu</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Tarkistettu</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Tarkista taas</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Osoite</translation>
    </message>
    <message>
        <source>Where this comes from</source>
        <translation>Mistä tieto on</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ikä</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Tilanne</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Kotikunta</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>Edellytykset</translation>
    </message>
    <message>
        <source>Taking part</source>
        <translation>Osallistuminen</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>Etuudet</translation>
    </message>
    <message>
        <source>Ways</source>
        <translation>Tavat</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Suostumus</translation>
    </message>
    <message>
        <source>Staff call</source>
        <translation>Työntekijälle</translation>
    </message>
    <message>
        <source>An interpreter can be had</source>
        <translation>Tulkin voi saada</translation>
    </message>
    <message>
        <source>No interpreter</source>
        <translation>Ei tulkkia</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Kielet</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Hinta</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Esteettömyys</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>Alkaa</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Voimassa alkaen</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Voimassa asti</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Auki nyt</translation>
    </message>
    <message>
        <source>Closed now</source>
        <translation>Kiinni nyt</translation>
    </message>
    <message>
        <source>Step-free</source>
        <translation>Esteetön</translation>
    </message>
    <message>
        <source>Partly step-free</source>
        <translation>Osin esteetön</translation>
    </message>
    <message>
        <source>Not step-free</source>
        <translation>Ei esteetön</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Puhelin</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Sähköposti</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Verkkosivu</translation>
    </message>
    <message>
        <source>Choose a service from the list.</source>
        <translation>Valitse palvelu luettelosta.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopioi</translation>
    </message>
    <message>
        <source>Copy the text for the client record</source>
        <translation>Kopioi teksti asiakastietoihin</translation>
    </message>
    <message>
        <source>Goes well with</source>
        <translation>Sopii yhteen</translation>
    </message>
    <message>
        <source>About the service</source>
        <translation>Tietoa palvelusta</translation>
    </message>
    <message>
        <source>No favourite any more</source>
        <translation>Poista suosikeista</translation>
    </message>
    <message>
        <source>Make it a favourite</source>
        <translation>Tee suosikiksi</translation>
    </message>
    <message>
        <source>Show it again</source>
        <translation>Näytä taas</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Piilota</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopioitu</translation>
    </message>
</context>
<context>
    <name>ServiceFilters</name>
    <message>
        <source>the client&apos;s</source>
        <translation>asiakkaan</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ikä</translation>
    </message>
    <message>
        <source>Under 18</source>
        <translation>Alle 18</translation>
    </message>
    <message>
        <source>18–29</source>
        <translation>18–29</translation>
    </message>
    <message>
        <source>30 or over</source>
        <translation>30 tai yli</translation>
    </message>
    <message>
        <source>Language of the service</source>
        <translation>Palvelun kieli</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Aihe</translation>
    </message>
    <message>
        <source>Availability</source>
        <translation>Saatavuus</translation>
    </message>
    <message>
        <source>No appointment</source>
        <translation>Ajanvarauksetta</translation>
    </message>
    <message>
        <source>Open now</source>
        <translation>Auki nyt</translation>
    </message>
    <message>
        <source>Places now</source>
        <translation>Paikkoja nyt</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Maksuton</translation>
    </message>
    <message>
        <source>Step-free access</source>
        <translation>Kulku esteetön</translation>
    </message>
    <message>
        <source>My favourites</source>
        <translation>Omat suosikit</translation>
    </message>
    <message>
        <source>Obligation</source>
        <translation>Velvoittavuus</translation>
    </message>
    <message>
        <source>Voluntary</source>
        <translation>Vapaaehtoinen</translation>
    </message>
    <message>
        <source>Binding</source>
        <translation>Velvoittava</translation>
    </message>
    <message>
        <source>Part of the city</source>
        <translation>Kaupunginosa</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Luettelo</translation>
    </message>
    <message>
        <source>Hidden ones too</source>
        <translation>Myös piilotetut</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Rajaa</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Tyhjennä</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Tyhjennä rajaukset</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Rajaukset</translation>
    </message>
</context>
<context>
    <name>ServiceRows</name>
    <message>
        <source>No name</source>
        <translation>Ei nimeä</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>valittu</translation>
    </message>
    <message>
        <source>up to {age} years</source>
        <translation>enintään {age} v</translation>
    </message>
    <message>
        <source>for all ages</source>
        <translation>kaikki</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n paikka</numerusform>
            <numerusform>paikkoja %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>queue of %n weeks</source>
        <translation>
            <numerusform>jono noin %n viikko</numerusform>
            <numerusform>jono noin %n viikkoa</numerusform>
        </translation>
    </message>
    <message>
        <source>without appointment</source>
        <translation>ajanvarauksetta</translation>
    </message>
    <message>
        <source>begins {day}</source>
        <translation>alkaa {day}</translation>
    </message>
    <message>
        <source>open until {time}</source>
        <translation>auki {time} asti</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>auki nyt</translation>
    </message>
    <message>
        <source>closed now</source>
        <translation>kiinni nyt</translation>
    </message>
    <message>
        <source>out of date, check</source>
        <translation>vanhentunut, tarkista</translation>
    </message>
    <message>
        <source>found: {word}, you asked {typed}</source>
        <translation>osuma: {word}, kysyit {typed}</translation>
    </message>
    <message>
        <source>found: {word}</source>
        <translation>osuma: {word}</translation>
    </message>
    <message>
        <source>not before {day}</source>
        <translation>alkaa vasta {day}</translation>
    </message>
    <message>
        <source>not from their municipality</source>
        <translation>ei asiakkaan kotikunnasta</translation>
    </message>
    <message>
        <source>not for their situation</source>
        <translation>ei asiakkaan tilanteeseen</translation>
    </message>
    <message>
        <source>not in {language}</source>
        <translation>{language} puuttuu</translation>
    </message>
    <message>
        <source>asks for level {level}</source>
        <translation>edellyttää tasoa {level}</translation>
    </message>
    <message>
        <source>only ages {ages}</source>
        <translation>vain {ages}-vuotiaille</translation>
    </message>
    <message>
        <source>only from age {age}</source>
        <translation>vain {age} vuotta täyttäneille</translation>
    </message>
    <message>
        <source>only up to age {age}</source>
        <translation>vain enintään {age}-vuotiaille</translation>
    </message>
    <message>
        <source>is over</source>
        <translation>päättynyt</translation>
    </message>
    <message>
        <source>full</source>
        <translation>täynnä</translation>
    </message>
    <message>
        <source>does not quite fit</source>
        <translation>ei aivan sovi</translation>
    </message>
    <message>
        <source>checked {day}</source>
        <translation>tarkistettu {day}</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>suosikki</translation>
    </message>
    <message>
        <source>the team has a note</source>
        <translation>tiimin muistiinpano</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>piilotettu</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message>
        <source>Hand-out given</source>
        <translation>Esite annettu</translation>
    </message>
    <message>
        <source>{name} marked</source>
        <translation>{name} valittu</translation>
    </message>
    <message>
        <source>{name} not marked any more</source>
        <translation>{name} ei enää valittu</translation>
    </message>
    <message>
        <source>{shown} of {total}, the best first</source>
        <translation>{shown}/{total}, parhaat ensin</translation>
    </message>
    <message numerus="yes">
        <source>%n services</source>
        <translation>
            <numerusform>%n palvelu</numerusform>
            <numerusform>%n palvelua</numerusform>
        </translation>
    </message>
    <message>
        <source>no service has all the words</source>
        <translation>missään ei ole kaikkia sanoja</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation>
            <numerusform>%n valittu</numerusform>
            <numerusform>%n valittu</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose: Ctrl Space</source>
        <translation>Valitse: Ctrl Välilyönti</translation>
    </message>
    <message>
        <source>No service fits the filters. Take some off, or use fewer words.</source>
        <translation>Mikään palvelu ei sovi rajauksiin. Poista rajauksia tai käytä vähemmän sanoja.</translation>
    </message>
    <message>
        <source>No services for &apos;{text}&apos;. Try another word, or a part of one.</source>
        <translation>Ei palveluja haulle &apos;{text}&apos;. Kokeile toista sanaa tai sanan osaa.</translation>
    </message>
    <message>
        <source>No services here yet. They come with the next sync (F5).</source>
        <translation>Täällä ei ole vielä palveluja. Ne tulevat seuraavassa synkronoinnissa (F5).</translation>
    </message>
    <message>
        <source>Catalogue updated {day} at {time}. Works offline.</source>
        <translation>Luettelo päivitetty {day} klo {time}. Toimii ilman verkkoa.</translation>
    </message>
    <message>
        <source>Search services</source>
        <translation>Hae palveluja</translation>
    </message>
    <message>
        <source>What is needed? In any language</source>
        <translation>Mitä tarvitaan? Millä kielellä vain</translation>
    </message>
    <message>
        <source>Up and Down choose, Ctrl Space or Insert marks for the paper, Enter opens</source>
        <translation>Ylös ja alas siirtyy, Ctrl Välilyönti tai Insert valitsee esitteeseen, Enter avaa</translation>
    </message>
    <message>
        <source>Services found</source>
        <translation>Löydetyt palvelut</translation>
    </message>
    <message>
        <source>Space marks for the paper, Enter opens, F makes it a favourite, H hides it</source>
        <translation>Välilyönti valitsee esitteeseen, Enter avaa, F tekee suosikiksi, H piilottaa</translation>
    </message>
    <message>
        <source>Clear the filters</source>
        <translation>Tyhjennä rajaukset</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Rajaa</translation>
    </message>
    <message>
        <source>Hand-out</source>
        <translation>Esite</translation>
    </message>
</context>
<context>
    <name>TeamNotes</name>
    <message>
        <source>The note is too long. Shorten it; nothing is lost.</source>
        <translation>Muistiinpano on liian pitkä. Lyhennä sitä; mitään ei katoa.</translation>
    </message>
    <message>
        <source>Write the note first.</source>
        <translation>Kirjoita ensin muistiinpano.</translation>
    </message>
    <message>
        <source>What the team knows</source>
        <translation>Mitä tiimi tietää</translation>
    </message>
    <message>
        <source>New note for the team</source>
        <translation>Uusi muistiinpano tiimille</translation>
    </message>
    <message>
        <source>About the service, never about a client.</source>
        <translation>Palvelusta, ei koskaan asiakkaasta.</translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation>Tallenna muistiinpano</translation>
    </message>
    <message>
        <source>Take back the note: {text}</source>
        <translation>Poista muistiinpano: {text}</translation>
    </message>
</context>
</TS>
