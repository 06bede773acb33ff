// SPDX-License-Identifier: MIT
// One PouchDB client over LevelDB: pushes so many walk-ins, and a second client pulls them. Seconds as JSON on stdout.
import PouchDB from "pouchdb-node";

const [folder, address, count] = [process.argv[2], process.argv[3], Number(process.argv[4])];
const TOPICS = ["job_search", "cv", "studies", "benefits", "housing", "permit", "health", "other"];

function walkIn(place) {
  const at = 1790000000000 + place * 300000;
  return {
    _id: `visit-${String(place).padStart(8, "0")}`,
    kind: "visit",
    session: "0190f1e2d3c47a6b8c9d0e1f20310001",
    at,
    age: ["u30", "30_54", "55_64", "65"][place % 4],
    language: ["fi", "sv", "en", "ru", "ar", "so"][place % 6],
    topics: { [TOPICS[place % 8]]: true },
    outcomes: { advice: true },
  };
}

async function timed(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

const one = new PouchDB(`${folder}/one`);
const other = new PouchDB(`${folder}/other`);
const remote = new PouchDB(`${address}/bench`, { skip_setup: false });
await remote.info();
for (let from = 0; from < count; from += 500) {
  const batch = [];
  for (let place = from; place < Math.min(from + 500, count); place += 1) batch.push(walkIn(place));
  await one.bulkDocs(batch);
}
const options = { batch_size: 500 };
const push = await timed(() => one.replicate.to(remote, options));
const pull = await timed(() => other.replicate.from(remote, options));
const idle = await timed(() => one.replicate.to(remote, options));
const held = (await other.info()).doc_count;
console.log(JSON.stringify({ push, pull, idle, held }));
process.exit(0);
