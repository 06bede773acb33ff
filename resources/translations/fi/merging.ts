<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>FactWords</name>
    <message>
        <source>b. {year}</source>
        <translation>s. {year}</translation>
    </message>
</context>
<context>
    <name>Merging</name>
    <message>
        <source>Same person as…</source>
        <translation>Sama ihminen kuin…</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Erota</translation>
    </message>
    <message>
        <source>From card {number}</source>
        <translation>Kortilta {number}</translation>
    </message>
    <message>
        <source>Separated. The cards stand apart once the hub has it.</source>
        <translation>Erotettu. Kortit ovat erillään, kun keskus on saanut tiedon.</translation>
    </message>
    <message>
        <source>{field} is now as on card {number}</source>
        <translation>{field} on nyt kuten kortilla {number}</translation>
    </message>
    <message>
        <source>Are these the same person?</source>
        <translation>Ovatko nämä sama ihminen?</translation>
    </message>
    <message>
        <source>Both cards stay as they are and are shown as one, under the older one. They can be separated at any time. Both looks are logged.</source>
        <translation>Kortit säilyvät ennallaan ja näytetään yhtenä, vanhemman nimellä. Ne voi erottaa milloin vain. Molempien katselu kirjataan lokiin.</translation>
    </message>
    <message>
        <source>Same person: merge</source>
        <translation>Sama ihminen: yhdistä</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Valitse toinen</translation>
    </message>
    <message>
        <source>Both cards side by side</source>
        <translation>Kortit rinnakkain</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Eroaa</translation>
    </message>
    <message>
        <source>Who is the same person as {name}?</source>
        <translation>Kuka on sama ihminen kuin {name}?</translation>
    </message>
    <message>
        <source>Search for the other card</source>
        <translation>Hae toista korttia</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Löydetyt ihmiset</translation>
    </message>
    <message>
        <source>Nobody else found.</source>
        <translation>Ketään muuta ei löytynyt.</translation>
    </message>
    <message>
        <source>Merged. They are shown as one once the hub has it.</source>
        <translation>Yhdistetty. Kortit näytetään yhtenä, kun keskus on saanut tiedon.</translation>
    </message>
    <message>
        <source>Card {number}: {name}.</source>
        <translation>Kortti {number}: {name}.</translation>
    </message>
    <message>
        <source>Separated; waits for the hub.</source>
        <translation>Erotettu, odottaa keskusta.</translation>
    </message>
    <message>
        <source>Merged {day} by {who}.</source>
        <translation>Yhdistetty {day}, {who}.</translation>
    </message>
    <message>
        <source>Merged with {name}; waits for the hub. Until then both cards stand apart.</source>
        <translation>Yhdistetty korttiin {name}, odottaa keskusta. Siihen asti kortit ovat erillään.</translation>
    </message>
    <message>
        <source>made {day} by {who}</source>
        <translation>tehty {day}, {who}</translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n muistiinpano</numerusform>
            <numerusform>%n muistiinpanoa</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n asiointi</numerusform>
            <numerusform>%n asiointia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n referrals</source>
        <translation>
            <numerusform>%n ohjaus</numerusform>
            <numerusform>%n ohjausta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files</source>
        <translation>
            <numerusform>%n liite</numerusform>
            <numerusform>%n liitettä</numerusform>
        </translation>
    </message>
    <message>
        <source>This is the same card. Choose another person.</source>
        <translation>Tämä on sama kortti. Valitse toinen ihminen.</translation>
    </message>
    <message>
        <source>These cards are one person already.</source>
        <translation>Nämä kortit ovat jo yksi ihminen.</translation>
    </message>
    <message>
        <source>These cards were merged or separated just now; that waits for the hub.</source>
        <translation>Nämä kortit on juuri yhdistetty tai erotettu; se odottaa keskusta.</translation>
    </message>
    <message>
        <source>The two cards are in different teams. Only cards of one team can be merged: whoever reads one would read of the other.</source>
        <translation>Kortit ovat eri tiimeissä. Vain saman tiimin kortit voi yhdistää: joka lukee yhtä, lukisi myös toista.</translation>
    </message>
    <message>
        <source>Only who works with people may merge their cards.</source>
        <translation>Vain asiakastyötä tekevä voi yhdistää kortteja.</translation>
    </message>
</context>
<context>
    <name>PeopleRows</name>
    <message>
        <source>No name</source>
        <translation>Ei nimeä</translation>
    </message>
</context>
</TS>
