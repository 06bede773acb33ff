<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>FactWords</name>
    <message>
        <source>b. {year}</source>
        <translation>f. {year}</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Same person as…</source>
        <translation>Samma person som…</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Åtskilj</translation>
    </message>
    <message>
        <source>From card {number}</source>
        <translation>Från kort {number}</translation>
    </message>
    <message>
        <source>Separated. The cards stand apart once the hub has it.</source>
        <translation>Åtskilda. Korten står var för sig när centralen har fått det.</translation>
    </message>
    <message>
        <source>{field} is now as on card {number}</source>
        <translation>{field} är nu som på kort {number}</translation>
    </message>
    <message>
        <source>Are these the same person?</source>
        <translation>Är de här samma person?</translation>
    </message>
    <message>
        <source>Both cards stay as they are and are shown as one, under the older one. They can be separated at any time. Both looks are logged.</source>
        <translation>Korten förblir som de är och visas som ett, under det äldre. De kan åtskiljas när som helst. Att båda läses loggas.</translation>
    </message>
    <message>
        <source>Same person: merge</source>
        <translation>Samma person: slå samman</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Välj en annan</translation>
    </message>
    <message>
        <source>Both cards side by side</source>
        <translation>Korten bredvid varandra</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Skiljer sig</translation>
    </message>
    <message>
        <source>Who is the same person as {name}?</source>
        <translation>Vem är samma person som {name}?</translation>
    </message>
    <message>
        <source>Search for the other card</source>
        <translation>Sök det andra kortet</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Hittade personer</translation>
    </message>
    <message>
        <source>Nobody else found.</source>
        <translation>Ingen annan hittades.</translation>
    </message>
    <message>
        <source>Merged. They are shown as one once the hub has it.</source>
        <translation>Sammanslaget. De visas som ett när centralen har fått det.</translation>
    </message>
    <message>
        <source>Card {number}: {name}.</source>
        <translation>Kort {number}: {name}.</translation>
    </message>
    <message>
        <source>Separated; waits for the hub.</source>
        <translation>Åtskilda, väntar på centralen.</translation>
    </message>
    <message>
        <source>Merged {day} by {who}.</source>
        <translation>Sammanslaget {day}, {who}.</translation>
    </message>
    <message>
        <source>Merged with {name}; waits for the hub. Until then both cards stand apart.</source>
        <translation>Sammanslaget med {name}, väntar på centralen. Tills dess står korten var för sig.</translation>
    </message>
    <message>
        <source>made {day} by {who}</source>
        <translation>gjort {day}, {who}</translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n anteckning</numerusform>
            <numerusform>%n anteckningar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n besök</numerusform>
            <numerusform>%n besök</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referrals</source>
        <translation>
            <numerusform>%n hänvisning</numerusform>
            <numerusform>%n hänvisningar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n bilaga</numerusform>
            <numerusform>%n bilagor</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the same card. Choose another person.</source>
        <translation>Det här är samma kort. Välj en annan person.</translation>
    </message>
    <message>
        <source>These cards are one person already.</source>
        <translation>De här korten är redan en person.</translation>
    </message>
    <message>
        <source>These cards were merged or separated just now; that waits for the hub.</source>
        <translation>De här korten har nyss slagits samman eller åtskilts; det väntar på centralen.</translation>
    </message>
    <message>
        <source>The two cards are in different teams. Only cards of one team can be merged: whoever reads one would read of the other.</source>
        <translation>Korten finns i olika team. Bara kort i samma team kan slås samman: den som läser det ena skulle läsa om det andra.</translation>
    </message>
    <message>
        <source>Only who works with people may merge their cards.</source>
        <translation>Bara den som arbetar med klienterna får slå samman deras kort.</translation>
    </message>
</context>
<context>
    <name>PeopleRows</name>
    <message>
        <source>No name</source>
        <translation>Inget namn</translation>
    </message>
</context>
</TS>
