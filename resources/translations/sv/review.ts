<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Review</name>
    <message>
        <source>empty</source>
        <translation>tomt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Tillagt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Ändrat</translation>
    </message>
    <message>
        <source>All is reviewed.</source>
        <translation>Allt är granskat.</translation>
    </message>
    <message>
        <source>New work comes here as it reaches the centre.</source>
        <translation>Nya anteckningar kommer hit när de når centralen.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Vad som ändrades</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Öppna kortet</translation>
    </message>
    <message numerus="yes">
        <source>Changes, %n fields</source>
        <translation>
            <numerusform>Ändringar, %n fält</numerusform>
            <numerusform>Ändringar, %n fält</numerusform>
        </translation>
    </message>
    <message>
        <source>Two values: {fields}. You may approve the rest; this stays open.</source>
        <translation>Två värden: {fields}. Du kan godkänna resten, detta förblir öppet.</translation>
    </message>
    <message>
        <source>See the values</source>
        <translation>Se värdena</translation>
    </message>
    <message>
        <source>Changed since it was reviewed. Look at it once more.</source>
        <translation>Ändrat efter granskningen. Titta en gång till.</translation>
    </message>
    <message>
        <source>Item before (K)</source>
        <translation>Föregående (K)</translation>
    </message>
    <message>
        <source>Next item (J)</source>
        <translation>Nästa (J)</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Att granska</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordning</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Äldsta först</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Nyaste först</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>All days</source>
        <translation>Alla dagar</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>I dag</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>I går</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>Senaste 7 dagarna</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Läge</translation>
    </message>
    <message>
        <source>Nothing has been returned.</source>
        <translation>Inget har återsänts.</translation>
    </message>
    <message>
        <source>Nothing is done yet.</source>
        <translation>Inget är klart ännu.</translation>
    </message>
    <message>
        <source>Nothing waits.</source>
        <translation>Inget väntar på granskning.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Väntar</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Återsända</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klara</translation>
    </message>
    <message>
        <source>All teams</source>
        <translation>Alla team</translation>
    </message>
    <message>
        <source>No reflection was written.</source>
        <translation>Inget att minnas skrevs upp.</translation>
    </message>
    <message>
        <source>Visits</source>
        <translation>Besök</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Besökare totalt</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Mål</translation>
    </message>
    <message>
        <source>Reflection</source>
        <translation>Att minnas till nästa gång</translation>
    </message>
    <message>
        <source>Walk-ins</source>
        <translation>Punktens besök</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>Ämne</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Ålder</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultat</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Choose a row to read it in full.</source>
        <translation>Välj en rad för att läsa den i sin helhet.</translation>
    </message>
    <message>
        <source>Referral: {service}</source>
        <translation>Hänvisning: {service}</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>Written by {by}.</source>
        <translation>Antecknat av {by}.</translation>
    </message>
    <message>
        <source>Linked to {person}.</source>
        <translation>Klient: {person}.</translation>
    </message>
    <message>
        <source>Earlier words</source>
        <translation>Tidigare diskussion</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Svar</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Ny person</translation>
    </message>
    <message>
        <source>Outreach session</source>
        <translation>Uppsökande pass</translation>
    </message>
    <message>
        <source>Personal details</source>
        <translation>Personuppgifter</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>Situation</translation>
    </message>
    <message>
        <source>Visit of a person</source>
        <translation>Kopplat besök</translation>
    </message>
    <message>
        <source>Merged cards</source>
        <translation>Sammanslagna kort</translation>
    </message>
    <message>
        <source>Health flag</source>
        <translation>Hälsomarkering</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Hänvisning</translation>
    </message>
    <message>
        <source>Consent</source>
        <translation>Samtycke</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Uppföljning</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Anteckning</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Utan namn</translation>
    </message>
    <message>
        <source>Waits for review</source>
        <translation>Väntar på granskning</translation>
    </message>
    <message>
        <source>Written by {by} {when}.</source>
        <translation>Antecknat av {by} {when}.</translation>
    </message>
    <message>
        <source>Written together by {by} {when}.</source>
        <translation>Antecknat av {by} {when}.</translation>
    </message>
    <message>
        <source> and </source>
        <translation> och </translation>
    </message>
    <message>
        <source>This look is kept in the access log.</source>
        <translation>Visningen antecknas i användningsloggen.</translation>
    </message>
    <message>
        <source>changed to another</source>
        <translation>bytt till en annan</translation>
    </message>
    <message>
        <source>Write briefly what should be added or corrected.</source>
        <translation>Skriv kort vad som ska kompletteras eller rättas.</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>To the author. Needed when you return or ask.</source>
        <translation>Till den som antecknat. Behövs när du återsänder eller frågar.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Godkänn</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Återsänd</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Fråga</translation>
    </message>
    <message>
        <source>You wrote this yourself: another supervisor reviews it.</source>
        <translation>Du har antecknat detta själv: en annan chef granskar det.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n characters fit.</source>
        <translation>
            <numerusform>Högst %n tecken får plats.</numerusform>
            <numerusform>Högst %n tecken får plats.</numerusform>
        </translation>
    </message>
</context>
</TS>
