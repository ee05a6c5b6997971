#!/usr/bin/env node
// Counts a closed ballot again from its published record alone, with nothing of the application:
//   node verify-ballot.mjs BULLETIN.json [--anchors ANCHORS.jsonl]
// Prints what it checked and `verified` (exit code 0), or the first fault (exit code 1).
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");
const HEX = /^[0-9a-f]{64}$/;
const say = (name, text) => console.log(`${name.padEnd(9)} ${text}`);

class Fault extends Error {}
const must = (holds, fault) => {
  if (!holds) throw new Fault(fault);
};

function readAudit(lines, ballot) {
  let before = "0".repeat(64);
  return lines.map(({ text, hash }, at) => {
    must(hash === sha256(before + text), `audit: line ${at + 1} does not follow from the one before it`);
    before = hash;
    const [chain, seq, moment, actor, action, , ...payload] = text.split("|");
    must(chain === `ballot:${ballot}`, `audit: line ${at + 1} belongs to ${chain}`);
    must(Number(seq) === at + 1, `audit: line ${at + 1} is numbered ${seq}`);
    return { seq: at + 1, moment, actor, action, payload: JSON.parse(payload.join("|")), hash };
  });
}

function only(audit, action) {
  const found = audit.filter((line) => line.action === action);
  must(found.length === 1, `audit: ${found.length} lines ${action}, one is needed`);
  return found[0];
}

function checkRoll(bulletin, record, audit) {
  const opened = only(audit, "ballot.open");
  must(sha256(bulletin.record) === opened.payload.record, "roll: the record is not the one that was opened");
  const members = record.roll.map(({ member }) => member);
  must(new Set(members).size === members.length, "roll: somebody stands on it twice");
  const voters = record.roll.filter(({ standing }) => standing === "VOTER").length;
  say("roll", `${members.length} members, ${voters} voters, record ${opened.payload.record}`);
  return opened;
}

function checkReceipts({ receipts }, record, audit, opened) {
  const closed = only(audit, "ballot.close");
  must(closed.seq > opened.seq, "audit: closed before it was opened");
  must(
    receipts.every((each) => HEX.test(each)),
    "receipts: one is no receipt",
  );
  must(new Set(receipts).size === receipts.length, "receipts: one is listed twice");
  must(
    sha256([...receipts].sort().join("\n")) === closed.payload.receipts,
    "receipts: not those of the close",
  );
  const casts = audit.filter(({ action }) => action === "ballot.cast");
  must(
    casts.every(({ seq }) => seq > opened.seq && seq < closed.seq),
    "receipts: a sheet was cast while the ballot was not open",
  );
  const voters = new Set(
    record.roll.filter(({ standing }) => standing === "VOTER").map(({ member }) => member),
  );
  const cast = new Set(casts.map(({ actor }) => actor));
  must(
    [...cast].every((actor) => voters.has(actor)),
    "receipts: somebody cast who is no voter of the roll",
  );
  must(cast.size === receipts.length, `receipts: ${receipts.length} receipts of ${cast.size} who cast`);
  say("receipts", `${receipts.length}, as many as members who cast`);
  return { closed, cast };
}

function checkVotes({ votes, receipts }, record, audit, closed) {
  const counted = only(audit, "ballot.count");
  must(counted.seq > closed.seq, "audit: counted before it was closed");
  const slots = new Set(record.nominees.map(({ slot }) => slot));
  for (const { slot, mark, choice } of votes) {
    must(slots.has(slot), `votes: nominee ${slot} is not on the ballot`);
    must(
      /^[0-9a-f]{32}$/.test(mark) && /^(agree|disagree|none)$/.test(choice),
      "votes: one says nothing known",
    );
  }
  must(
    new Set(votes.map(({ slot, mark }) => `${slot} ${mark}`)).size === votes.length,
    "votes: a mark twice",
  );
  for (const slot of slots) {
    const voices = votes.filter((vote) => vote.slot === slot).length;
    must(
      voices === receipts.length,
      `votes: nominee ${slot} has ${voices} votes of ${receipts.length} sheets`,
    );
  }
  const lines = [...votes]
    .sort((a, b) => a.slot - b.slot || (a.mark < b.mark ? -1 : 1))
    .map(({ slot, mark, choice }) => `${slot} ${mark} ${choice}`);
  must(sha256(lines.join("\n")) === counted.payload.votes, "votes: not those that were counted");
  must(counted.payload.deleted === receipts.length, "votes: not every sealed sheet was deleted");
  say("votes", `${votes.length} voices on ${slots.size} nominees`);
}

function checkOpinions({ opinions }, record, closed, cast) {
  const voters = new Set(
    record.roll.filter(({ standing }) => standing === "VOTER").map(({ member }) => member),
  );
  for (const { member } of opinions) {
    must(voters.has(member), "opinions: of somebody who is no voter of the roll");
    must(!cast.has(member), "opinions: of somebody who also cast a sheet");
  }
  const places = opinions.map(({ member, slot }) => `${member} ${String(slot).padStart(5, "0")}`);
  must(new Set(places).size === places.length, "opinions: one member twice on one nominee");
  const lines = opinions
    .map((each, at) => [places[at], `${each.member} ${each.slot} ${each.choice} ${each.document}`])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line);
  must(sha256(lines.join("\n")) === closed.payload.opinions, "opinions: not those of the close");
  say("opinions", `${opinions.length} in writing`);
}

const voicesOf = (list) => {
  const count = (choice) => list.filter((each) => each.choice === choice).length;
  return { agree: count("agree"), disagree: count("disagree"), none: count("none") };
};
const sum = (voices, ...choices) => choices.reduce((total, choice) => total + voices[choice], 0);

/** The law's arithmetic in whole numbers: `agreed / base` against `numerator / denominator`. */
function judge(rule, members, sheets, written, cast) {
  const counted = rule.base === "valid" ? ["agree", "disagree"] : ["agree", "disagree", "none"];
  const inWriting = rule.written ? sum(written, ...counted) : 0;
  const base = rule.base === "all" ? members : sum(sheets, ...counted) + inWriting;
  const agreed = sheets.agree + (rule.written ? written.agree : 0);
  const [mine, asked] = [agreed * rule.denominator, base * rule.numerator];
  const reached = base > 0 && (rule.strict ? mine > asked : mine >= asked);
  const isQuorate = members > 0 && cast * rule.quorum.denominator >= members * rule.quorum.numerator;
  let verdict = reached ? "PASSED" : "FAILED";
  if (!isQuorate) verdict = "NO_QUORUM";
  return { base, agreed, verdict };
}

function seat(results, seats) {
  const passed = results.filter(({ verdict }) => verdict === "PASSED");
  if (seats === null || passed.length <= seats) return;
  for (const result of passed) {
    const above = passed.filter(({ agreed }) => agreed > result.agreed).length;
    const level = passed.filter(({ agreed }) => agreed === result.agreed).length;
    if (above >= seats) result.verdict = "FAILED";
    else if (above + level > seats) result.verdict = "TIED";
  }
}

function checkResults({ votes, opinions, results, receipts }, { rule, roll, nominees }) {
  const members = rule.countsRecused ? roll.length : roll.filter((each) => each.standing === "VOTER").length;
  const own = nominees.map(({ slot, subject, award }) => {
    const sheets = voicesOf(votes.filter((each) => each.slot === slot));
    const written = voicesOf(opinions.filter((each) => each.slot === slot));
    return {
      slot,
      subject,
      award,
      sheets,
      written,
      ...judge(rule, members, sheets, written, receipts.length),
    };
  });
  seat(own, rule.seats);
  must(results.length === own.length, `results: ${results.length} of ${own.length} nominees`);
  const share = `${rule.strict ? "more than" : "at least"} ${rule.numerator}/${rule.denominator}`;
  say("threshold", `${share} of ${rule.base}, ${members} members count`);
  for (const mine of own) {
    const stated = results.find(({ slot }) => slot === mine.slot);
    const about = `results: nominee ${mine.slot} (${mine.subject})`;
    must(stated, `${about} is missing`);
    for (const choice of ["agree", "disagree", "none"]) {
      must(
        stated.sheets[choice] === mine.sheets[choice],
        `${about}: ${mine.sheets[choice]} ${choice}, stated otherwise`,
      );
      must(stated.written[choice] === mine.written[choice], `${about}: written ${choice} stated otherwise`);
    }
    must(
      stated.base === mine.base && stated.agreed === mine.agreed,
      `${about}: ${mine.agreed} of ${mine.base}`,
    );
    must(stated.verdict === mine.verdict, `${about}: ${mine.verdict}, stated ${stated.verdict}`);
    const { agree, disagree, none } = mine.sheets;
    say(
      "count",
      `${mine.subject}: ${agree} agree, ${disagree} disagree, ${none} blank, ` +
        `${sum(mine.written, "agree", "disagree", "none")} in writing: ${mine.agreed}/${mine.base} ${mine.verdict}`,
    );
  }
}

/** Heads of this chain that were written outside the database must be lines of it. */
function checkAnchors(lines, ballot, audit) {
  let held = 0;
  let newest = 0;
  for (const line of lines) {
    for (const [chain, seq, hash] of JSON.parse(line).changed) {
      if (chain !== `ballot:${ballot}`) continue;
      must(audit[seq - 1]?.hash === hash, `anchors: line ${seq} of the audit was anchored as ${hash}`);
      held += 1;
      newest = Math.max(newest, seq);
    }
  }
  const last = only(audit, "ballot.count").seq;
  const open = newest < last ? "; the count itself is anchored by none of them" : "";
  say("anchors", held === 0 ? "none: ask for the anchor file" : `${held}, up to line ${newest}${open}`);
}

function verify(bulletin, anchors) {
  must(bulletin.format === "thads-ballot-1", `format: ${bulletin.format}`);
  const record = JSON.parse(bulletin.record);
  say("ballot", `${record.ballot} ${record.title}`);
  const audit = readAudit(bulletin.audit, record.ballot);
  const opened = checkRoll(bulletin, record, audit);
  const { closed, cast } = checkReceipts(bulletin, record, audit, opened);
  checkVotes(bulletin, record, audit, closed);
  checkOpinions(bulletin, record, closed, cast);
  checkResults(bulletin, record);
  checkAnchors([...bulletin.anchors, ...anchors], record.ballot, audit);
}

const [file, flag, anchorFile] = process.argv.slice(2);
try {
  must(file && (flag === undefined || (flag === "--anchors" && anchorFile)), "usage: FILE [--anchors FILE]");
  const anchors = anchorFile ? readFileSync(anchorFile, "utf8").split("\n").filter(Boolean) : [];
  verify(JSON.parse(readFileSync(file, "utf8")), anchors);
  console.log("verified");
} catch (error) {
  console.log(error instanceof Fault ? error.message : `unreadable: ${error.message}`);
  process.exitCode = 1;
}
