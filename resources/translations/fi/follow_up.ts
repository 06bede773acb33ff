<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Appointment</name>
    <message>
        <source>A time, as 10.30</source>
        <translation>Kellonaika, esim. 10.30</translation>
    </message>
    <message>
        <source>A day from today on, as 8.12. or +7</source>
        <translation>Päivä tästä eteenpäin, esim. 8.12. tai +7</translation>
    </message>
    <message>
        <source>Appointment {day} {time}</source>
        <translation>Aika sovittu: {day} {time}</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>Uusi aika</translation>
    </message>
    <message>
        <source>Change the appointment</source>
        <translation>Muuta aikaa</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>8.12. or +7</source>
        <translation>8.12. tai +7</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Kello</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Tapa</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Kesto</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation>Ei sovittu</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Paikka</translation>
    </message>
    <message>
        <source>What about</source>
        <translation>Aihe</translation>
    </message>
    <message>
        <source>Stays in the notebook.</source>
        <translation>Jää kenttäkirjaan.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Tallenna</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Takaisin</translation>
    </message>
    <message>
        <source>Their appointments</source>
        <translation>Sovitut ajat</translation>
    </message>
    <message>
        <source>Title in the calendar</source>
        <translation>Otsikko kalenterissa</translation>
    </message>
    <message>
        <source>Everybody who sees the calendar reads it.</source>
        <translation>Kaikki, jotka näkevät kalenterin, lukevat sen.</translation>
    </message>
    <message>
        <source>Save for a calendar (.ics)</source>
        <translation>Tallenna kalenteriin (.ics)</translation>
    </message>
    <message>
        <source>The calendar file is saved.</source>
        <translation>Kalenteritiedosto on tallennettu.</translation>
    </message>
    <message>
        <source>What shall stand in the calendar?</source>
        <translation>Mitä kalenterissa lukee?</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>tapaaminen</translation>
    </message>
    <message>
        <source>Save for a calendar</source>
        <translation>Tallenna kalenteriin</translation>
    </message>
    <message>
        <source>Calendar event</source>
        <translation>Kalenteritapahtuma</translation>
    </message>
    <message>
        <source>Not written: choose another place</source>
        <translation>Ei tallennettu: valitse toinen paikka</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Tapaaminen</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>All</source>
        <translation>Kaikki</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Ajat</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Vaiheet</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Ohjaukset</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Yhteydet</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Muut</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Jumissa</translation>
    </message>
    <message>
        <source>Did not come: call</source>
        <translation>Ei saapunut: soita</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Seuraava yhteydenotto</translation>
    </message>
    <message>
        <source>How is it after {months} months?</source>
        <translation>Miten menee {months} kk jälkeen?</translation>
    </message>
    <message>
        <source>May be called</source>
        <translation>Saa soittaa</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Tehtävä</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Ei nimeä</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>päättyi {day}</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Hoidettu</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Uusittu</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Soitettu</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Tehty</translation>
    </message>
    <message>
        <source>ends {day}</source>
        <translation>päättyy {day}</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Seuranta</translation>
    </message>
    <message>
        <source>Which ones</source>
        <translation>Mitkä näytetään</translation>
    </message>
    <message numerus="yes">
        <source>%n due now</source>
        <translation>
            <numerusform>%n odottaa</numerusform>
            <numerusform>%n odottaa</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this kind waits.</source>
        <translation>Mikään tällainen ei odota.</translation>
    </message>
    <message>
        <source>Nothing waits for you. Appointments, steps that are due, referrals that do not move, and cards that run out come here by themselves.</source>
        <translation>Mikään ei odota sinua. Sovitut ajat, erääntyvät vaiheet, paikallaan pysyvät ohjaukset ja päättyvät kortit tulevat tähän itsestään.</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Kumottu</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Avaa kortti</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Aika</translation>
    </message>
    <message>
        <source>The chosen one</source>
        <translation>Valittu rivi</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Miten kävi</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Merkitse</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Seuraava päivä</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Aseta</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Päivä</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Puhelin</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Huomenna</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Viikon päästä</translation>
    </message>
    <message>
        <source>In 2 weeks</source>
        <translation>2 viikon päästä</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Muu päivä</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Miksi</translation>
    </message>
    <message>
        <source>The new last day, as 8.12.2027.</source>
        <translation>Uusi viimeinen päivä, esim. 8.12.2027.</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Voimassa asti</translation>
    </message>
    <message>
        <source>Say why in a few words.</source>
        <translation>Kerro muutamalla sanalla, miksi.</translation>
    </message>
    <message>
        <source>Not a day to come. Write it as 8.12.2027.</source>
        <translation>Ei tuleva päivä. Kirjoita esim. 8.12.2027.</translation>
    </message>
    <message>
        <source>8.12. or +14</source>
        <translation>8.12. tai +14</translation>
    </message>
    <message>
        <source>Not a day from today on. Write it as 8.12. or +14.</source>
        <translation>Ei päivä tästä eteenpäin. Kirjoita esim. 8.12. tai +14.</translation>
    </message>
    <message>
        <source>next {day}</source>
        <translation>seuraavaksi {day}</translation>
    </message>
</context>
</TS>
