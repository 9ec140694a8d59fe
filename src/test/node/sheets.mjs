// Usage: node sheets.mjs CODE.gs URL CYCLE KPIS. Runs load() twice with stand-ins for Google's services; prints as JSON what
// is in the sheets, how often each was written, and what was asked.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';

const [code, GOALTREE_URL, GOALTREE_CYCLE, GOALTREE_KPIS] = process.argv.slice(2);
const properties = { GOALTREE_URL, GOALTREE_CYCLE, GOALTREE_KPIS, GOALTREE_HEADER: 'X-Stranger: 1' };
const sheets = {};
const written = {};
const asked = [];

const FETCH = `
  const [url, headers] = JSON.parse(process.argv[1]);
  const answer = await fetch(url, { headers });
  const found = { code: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() };
  process.stdout.write(JSON.stringify(found));
`;
const UrlFetchApp = {
  fetch(url, { headers, muteHttpExceptions }) {
    const call = ['--input-type=module', '-e', FETCH, JSON.stringify([url, headers])];
    const answer = JSON.parse(execFileSync(process.execPath, call, { maxBuffer: 1 << 26 }));
    asked.push(`${Object.keys(headers).join(' ')} ${answer.code}`);
    if (answer.code >= 400 && !muteHttpExceptions) {
      throw new Error(`HTTP ${answer.code}`);
    }
    return {
      getResponseCode: () => answer.code,
      getContentText: () => answer.text,
      getHeaders: () => answer.headers,
    };
  },
};

/** As strict as a real sheet: a range takes cells of exactly its size, and no cell takes null or an object. */
function sheet(name) {
  return {
    clearContents() {
      sheets[name] = [];
    },
    getRange: (row, column, height, width) => ({
      setValues(cells) {
        const fits = cells.length === height && cells.every((line) => line.length === width);
        if (row !== 1 || column !== 1 || !fits || cells.flat().some((cell) => cell === null || typeof cell === 'object')) {
          throw new Error(`Cells do not fit into ${height} x ${width} of ${name}`);
        }
        sheets[name] = cells;
        written[name] = (written[name] ?? 0) + 1;
      },
    }),
  };
}

const book = {
  getSheetByName: (name) => (name in sheets ? sheet(name) : null),
  insertSheet(name) {
    sheets[name] = [];
    return sheet(name);
  },
};
const context = createContext({
  UrlFetchApp,
  SpreadsheetApp: { getActiveSpreadsheet: () => book },
  PropertiesService: {
    getScriptProperties: () => ({
      getProperty: (name) => properties[name] ?? null,
      setProperty: (name, value) => {
        properties[name] = value;
      },
    }),
  },
  LockService: { getDocumentLock: () => ({ tryLock: () => true, releaseLock: () => {} }) },
});
runInContext(readFileSync(code, 'utf8'), context);
context.load();
context.load();
console.log(JSON.stringify({ sheets, written, asked }));
