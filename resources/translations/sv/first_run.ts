<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>FirstRun</name>
    <message>
        <source>Give this computer a name.</source>
        <translation>Ge datorn ett namn.</translation>
    </message>
    <message>
        <source>Is this right?</source>
        <translation>Stämmer det här?</translation>
    </message>
    <message>
        <source>Nothing has been sent yet. Compare before you go on.</source>
        <translation>Ingenting har sänts ännu. Jämför innan du fortsätter.</translation>
    </message>
    <message>
        <source>What the invitation says</source>
        <translation>Vad inbjudan säger</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Central</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Inbjuden</translation>
    </message>
    <message>
        <source>Fingerprint. It must be the same as on the paper or the page of the centre:</source>
        <translation>Fingeravtryck. Det ska vara detsamma som på papperet eller centralens sida:</translation>
    </message>
    <message>
        <source>Name of this computer</source>
        <translation>Datorns namn</translation>
    </message>
    <message>
        <source>As on its sticker. Colleagues see it beside your entries.</source>
        <translation>Som på datorns dekal. Kolleger ser det bredvid dina anteckningar.</translation>
    </message>
    <message>
        <source>It is the same, continue</source>
        <translation>Det är samma, fortsätt</translation>
    </message>
    <message>
        <source>It is for you and for this computer, and can be used once. If you have none, or it no longer works, ask your supervisor for a new one.</source>
        <translation>Inbjudan är till dig och den här datorn och gäller en gång. Om du inte har någon, eller om den inte längre fungerar, be din chef om en ny.</translation>
    </message>
    <message>
        <source>The centre was not reached. Nothing was changed. Check the network and the address, then try again.</source>
        <translation>Centralen kunde inte nås. Inget ändrades. Kontrollera nätet och adressen och försök igen.</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>Öva</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Invitations</source>
        <translation>Inbjudningar</translation>
    </message>
    <message>
        <source>Your invitation</source>
        <translation>Din inbjudan</translation>
    </message>
    <message>
        <source>Choose the invitation file…</source>
        <translation>Välj inbjudningsfilen…</translation>
    </message>
    <message>
        <source>Or type what is on the paper:</source>
        <translation>Eller skriv det som står på papperet:</translation>
    </message>
    <message>
        <source>Address of the centre</source>
        <translation>Centralens adress</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Kod</translation>
    </message>
    <message>
        <source>Fingerprint of the centre</source>
        <translation>Centralens fingeravtryck</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsätt</translation>
    </message>
    <message>
        <source>This network asks for a sign-in first. Nothing was changed. Sign in with the web browser, then try again.</source>
        <translation>Det här nätet kräver inloggning först. Inget ändrades. Logga in i webbläsaren och försök igen.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the notebook through. Nothing was changed. Use another network, or ask the help desk.</source>
        <translation>Nätverkets proxyserver släpper inte igenom fältboken. Inget ändrades. Använd ett annat nätverk eller fråga stödtjänsten.</translation>
    </message>
    <message>
        <source>The centre cannot answer just now. Nothing was changed. Try again in a moment.</source>
        <translation>Centralen kan inte svara just nu. Inget ändrades. Försök igen om en stund.</translation>
    </message>
    <message>
        <source>The notebook stopped. If the code was used already, ask for a new one. Try again.</source>
        <translation>Anteckningsboken stannade. Försök igen. Om koden redan hann användas, be om en ny.</translation>
    </message>
    <message>
        <source>Step {number} of {all}</source>
        <translation>Steg {number}/{all}</translation>
    </message>
    <message>
        <source>This is not the same. Type it again.</source>
        <translation>Det här är inte samma. Skriv den igen.</translation>
    </message>
    <message>
        <source>Five words or at least 14 characters.</source>
        <translation>Fem ord eller minst 14 tecken.</translation>
    </message>
    <message>
        <source>Too short yet: five words or at least 14 characters.</source>
        <translation>Ännu för kort: fem ord eller minst 14 tecken.</translation>
    </message>
    <message>
        <source>Long enough. One more word makes it better.</source>
        <translation>Räcker till. Ett ord till gör den bättre.</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>Bra.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Stark.</translation>
    </message>
    <message>
        <source>Your passphrase</source>
        <translation>Din lösenfras</translation>
    </message>
    <message>
        <source>It opens your notebook on this computer, also without a network. Nobody else knows it and nobody can look it up.</source>
        <translation>Den öppnar din anteckningsbok på den här datorn, också utan nät. Ingen annan känner till den och ingen kan söka fram den.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Lösenfras</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Samma igen</translation>
    </message>
    <message>
        <source>Suggest five words</source>
        <translation>Föreslå fem ord</translation>
    </message>
    <message>
        <source>Copy these words by hand and keep the paper apart from the computer. They are not shown again. Type them below.</source>
        <translation>Skriv av orden för hand och förvara papperet skilt från datorn. De visas inte igen. Skriv dem nedan.</translation>
    </message>
    <message>
        <source>Making your keys and asking the centre. This takes some seconds.</source>
        <translation>Dina nycklar skapas och centralen kontaktas. Det tar några sekunder.</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Ansluter…</translation>
    </message>
    <message>
        <source>Join and open the notebook</source>
        <translation>Anslut och öppna anteckningsboken</translation>
    </message>
    <message>
        <source>This computer becomes your notebook. Your supervisor gives you the invitation: a file, or a code on paper. Without one you can practise with made-up people; nothing of that is sent.</source>
        <translation>Den här datorn blir din anteckningsbok. Du får inbjudan av din chef: en fil eller en kod på papper. Utan inbjudan kan du öva med påhittade personer, och inget sänds.</translation>
    </message>
    <message>
        <source>Welcome to Kenttäkirja</source>
        <translation>Välkommen till Kenttäkirja</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Språk</translation>
    </message>
    <message>
        <source>Join with an invitation</source>
        <translation>Anslut med inbjudan</translation>
    </message>
</context>
</TS>
