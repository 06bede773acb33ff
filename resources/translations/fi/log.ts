<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fi" sourcelanguage="en">
<context>
    <name>Log</name>
    <message>
        <source>Everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden detail shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened and locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed, broken, put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent and received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saw a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showed a hidden detail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disclosed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took onto a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a file of services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took in a colleague&apos;s entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An older notebook was put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened the notebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong passphrases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locked the notebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took the notebook off the laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renewed the permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The notebook does not hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from another page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looking for the same person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the open card, anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>after linking a visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by identity code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>services of a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hand-out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachments of a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>readable copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by an auditor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>service directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from this laptop&apos;s outbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>round with the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by passphrase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on joining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the city&apos;s recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a permit from the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with a permit that was read out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an older copy of the folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own wish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to a stick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by itself, daily</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for the first time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at a contact with the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the window was closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ordered by the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>left the laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody was there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the laptop slept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revoked by the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wiped by the centre</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the permit had ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the notebook was copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>access log changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>own entries changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what is shown was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counter damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Referral</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for: staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for: what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked for: record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody named</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
