<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>Appointment</name>
    <message>
        <source>A time, as 10.30</source>
        <translation>Klockslag, t.ex. 10.30</translation>
    </message>
    <message>
        <source>A day from today on, as 8.12. or +7</source>
        <translation>En dag från och med i dag, t.ex. 8.12. eller +7</translation>
    </message>
    <message>
        <source>Appointment {day} {time}</source>
        <translation>Tid avtalad: {day} {time}</translation>
    </message>
    <message>
        <source>New appointment</source>
        <translation>Ny tid</translation>
    </message>
    <message>
        <source>Change the appointment</source>
        <translation>Ändra tiden</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>8.12. or +7</source>
        <translation>8.12. eller +7</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Klockan</translation>
    </message>
    <message>
        <source>Way</source>
        <translation>Sätt</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Längd</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>Not agreed</source>
        <translation>Inte avtalat</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plats</translation>
    </message>
    <message>
        <source>What about</source>
        <translation>Ärende</translation>
    </message>
    <message>
        <source>Stays in the notebook.</source>
        <translation>Stannar i fältboken.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Spara</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Tillbaka</translation>
    </message>
    <message>
        <source>Their appointments</source>
        <translation>Avtalade tider</translation>
    </message>
    <message>
        <source>Title in the calendar</source>
        <translation>Rubrik i kalendern</translation>
    </message>
    <message>
        <source>Everybody who sees the calendar reads it.</source>
        <translation>Alla som ser kalendern läser den.</translation>
    </message>
    <message>
        <source>Save for a calendar (.ics)</source>
        <translation>Spara till kalendern (.ics)</translation>
    </message>
    <message>
        <source>The calendar file is saved.</source>
        <translation>Kalenderfilen är sparad.</translation>
    </message>
    <message>
        <source>What shall stand in the calendar?</source>
        <translation>Vad ska stå i kalendern?</translation>
    </message>
    <message>
        <source>meeting</source>
        <translation>mote</translation>
    </message>
    <message>
        <source>Save for a calendar</source>
        <translation>Spara till kalendern</translation>
    </message>
    <message>
        <source>Calendar event</source>
        <translation>Kalenderhändelse</translation>
    </message>
    <message>
        <source>Not written: choose another place</source>
        <translation>Inte sparad: välj en annan plats</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Möte</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>All</source>
        <translation>Alla</translation>
    </message>
    <message>
        <source>Appointments</source>
        <translation>Tider</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Steg</translation>
    </message>
    <message>
        <source>Referrals</source>
        <translation>Hänvisningar</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakter</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Övriga</translation>
    </message>
    <message>
        <source>Stalled</source>
        <translation>Har stannat av</translation>
    </message>
    <message>
        <source>Did not come: call</source>
        <translation>Kom inte: ring</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Nästa kontakt</translation>
    </message>
    <message>
        <source>How is it after {months} months?</source>
        <translation>Hur går det efter {months} mån?</translation>
    </message>
    <message>
        <source>May be called</source>
        <translation>Får ringas</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Uppgift</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Inget namn</translation>
    </message>
    <message>
        <source>ended {day}</source>
        <translation>gick ut {day}</translation>
    </message>
    <message>
        <source>Dealt with</source>
        <translation>Avklarad</translation>
    </message>
    <message>
        <source>Renewed</source>
        <translation>Förnyad</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>Uppringd</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Gjort</translation>
    </message>
    <message>
        <source>ends {day}</source>
        <translation>går ut {day}</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Uppföljning</translation>
    </message>
    <message>
        <source>Which ones</source>
        <translation>Vilka visas</translation>
    </message>
    <message numerus="yes">
        <source>%n due now</source>
        <translation>
            <numerusform>%n väntar</numerusform>
            <numerusform>%n väntar</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing of this kind waits.</source>
        <translation>Inget sådant väntar.</translation>
    </message>
    <message>
        <source>Nothing waits for you. Appointments, steps that are due, referrals that do not move, and cards that run out come here by themselves.</source>
        <translation>Inget väntar på dig. Avtalade tider, steg som förfaller, hänvisningar som står stilla och kort som går ut kommer hit av sig själva.</translation>
    </message>
    <message>
        <source>{name}: {what}</source>
        <translation>{name}: {what}</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Ångrat</translation>
    </message>
    <message>
        <source>Open the card</source>
        <translation>Öppna kortet</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>Tid</translation>
    </message>
    <message>
        <source>The chosen one</source>
        <translation>Vald rad</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Hur gick det</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Anteckna</translation>
    </message>
    <message>
        <source>Next day</source>
        <translation>Nästa dag</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Ange</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Dag</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>I morgon</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Om en vecka</translation>
    </message>
    <message>
        <source>In 2 weeks</source>
        <translation>Om 2 veckor</translation>
    </message>
    <message>
        <source>Another day</source>
        <translation>Annan dag</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Varför</translation>
    </message>
    <message>
        <source>The new last day, as 8.12.2027.</source>
        <translation>Ny sista dag, t.ex. 8.12.2027.</translation>
    </message>
    <message>
        <source>Holds until</source>
        <translation>Gäller till</translation>
    </message>
    <message>
        <source>Say why in a few words.</source>
        <translation>Säg varför med några ord.</translation>
    </message>
    <message>
        <source>Not a day to come. Write it as 8.12.2027.</source>
        <translation>Ingen kommande dag. Skriv t.ex. 8.12.2027.</translation>
    </message>
    <message>
        <source>8.12. or +14</source>
        <translation>8.12. eller +14</translation>
    </message>
    <message>
        <source>Not a day from today on. Write it as 8.12. or +14.</source>
        <translation>Ingen dag från och med i dag. Skriv t.ex. 8.12. eller +14.</translation>
    </message>
    <message>
        <source>next {day}</source>
        <translation>nästa gång {day}</translation>
    </message>
</context>
</TS>
