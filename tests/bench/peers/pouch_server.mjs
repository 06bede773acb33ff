// SPDX-License-Identifier: MIT
// A CouchDB-speaking server for the bench: express-pouchdb over LevelDB, on a free loopback port, said on stdout.
import express from "express";
import expressPouch from "express-pouchdb";
import PouchDB from "pouchdb-node";

const folder = process.argv[2];
const Kept = PouchDB.defaults({ prefix: `${folder}/` });
const app = express();
app.use("/", expressPouch(Kept, { mode: "minimumForPouchDB", inMemoryConfig: true, logPath: `${folder}/log.txt` }));
const server = app.listen(0, "127.0.0.1", () => console.log(server.address().port));
