<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="sv" sourcelanguage="en">
<context>
    <name>CardHead</name>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Link the latest visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicateHints</name>
    <message>
        <source>Perhaps the same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not the same, save a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps this person is here already. Look before you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same identity code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name sounds alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b. {year}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Editors</name>
    <message>
        <source>Too long: {length} of {limit} signs. Shorten it; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the day like this: 14.2.1996.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The identity code does not check out. Compare it with the document, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactList</name>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FactWords</name>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(emptied)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b. {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>interpreter needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May contact: {ways}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own client</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormParts</name>
    <message>
        <source>Situation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FormProblems</name>
    <message>
        <source>The identity code does not check out. Nothing was saved; compare it and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give at least what the person is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no day. Write it like this: 14.2.1996.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no e-mail address. Compare it, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not in the list any more. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is outside what is possible.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notebook did not take this. Nothing was saved; write it another way.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryPane</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is shown of the history</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo this save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryWords</name>
    <message>
        <source>Visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Situation written down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fields} changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question from the supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Write the note first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write what was agreed. The person may read this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No notes yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The note is too long: {length} of {limit} signs. Shorten it; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Search for a person and open the card with Enter, or add a new one (Ctrl I).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone, but something newer was left as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visit linked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today has no visit without a person</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeopleRows</name>
    <message>
        <source>No name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only those named see this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found by identity code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>found in a note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sounds alike</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonCard</name>
    <message>
        <source>Parts of the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the name is known so far. Add the rest with Edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Summary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Situation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the person is called is enough. Ask for the rest when it is needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The visit is linked to this person on saving.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchPane</name>
    <message>
        <source>Choose the person the visit belongs to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Team</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n hits</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No hits for &apos;{text}&apos;. Add a new person (Ctrl I).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No people here yet. Add the first one (Ctrl I).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
