// Script properties (Project Settings): GOALTREE_URL; GOALTREE_CYCLE, the key of a cycle; GOALTREE_KPIS, keys separated by
// commas, or none for all; GOALTREE_HEADER, a whole header such as 'Authorization: Basic ...', when a proxy or a key needs one.

const SHEETS = {
  'Cycle summary': { path: '/export/cycle-summary.ndjson', parameter: 'cycle', property: 'GOALTREE_CYCLE' },
  'Key results': { path: '/export/key-results.ndjson', parameter: 'cycle', property: 'GOALTREE_CYCLE' },
  'KPI values': { path: '/export/kpi-values.ndjson', parameter: 'kpis', property: 'GOALTREE_KPIS' },
};

function onOpen() {
  SpreadsheetApp.getUi().createMenu('Goaltree').addItem('Load', 'load').addToUi();
}

/** Loads every sheet whose export has changed. Run it from the menu, or by a time-driven trigger. */
function load() {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(1000)) {
    return;
  }
  try {
    Object.keys(SHEETS).forEach((name) => loadSheet(name, SHEETS[name]));
  } finally {
    lock.releaseLock();
  }
}

function loadSheet(name, { path, parameter, property }) {
  const properties = PropertiesService.getScriptProperties();
  const chosen = properties.getProperty(property);
  const query = chosen ? '?' + parameter + '=' + encodeURIComponent(chosen) : '';
  const url = properties.getProperty('GOALTREE_URL') + path + query;
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const sheet = book.getSheetByName(name);
  // What is in the sheet: the address it came from, and the tag of that answer.
  const known = (sheet && properties.getProperty('LOADED ' + name) || '').split(' ');
  const headers = Object.assign(ownHeader(properties), known[0] === url ? { 'If-None-Match': known[1] } : {});

  const answer = UrlFetchApp.fetch(url, { headers, muteHttpExceptions: true });
  if (answer.getResponseCode() === 304) {
    return;
  }
  if (answer.getResponseCode() !== 200) {
    throw new Error(name + ': HTTP ' + answer.getResponseCode() + ' ' + answer.getContentText());
  }
  const rows = answer.getContentText('UTF-8').split('\n').filter(String).map((line) => JSON.parse(line));
  write(sheet || book.insertSheet(name), rows);
  properties.setProperty('LOADED ' + name, url + ' ' + header(answer, 'ETag'));
}

function write(sheet, rows) {
  sheet.clearContents();
  if (rows.length > 0) {
    const columns = Object.keys(rows[0]);
    const cells = [columns].concat(rows.map((row) => columns.map((column) => cell(row[column]))));
    sheet.getRange(1, 1, cells.length, columns.length).setValues(cells);
  }
}

/** Numbers stay numbers in every locale; a text that a sheet would take for a formula stays a text. */
function cell(value) {
  if (value === null) {
    return '';
  }
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? "'" + value : value;
}

function ownHeader(properties) {
  const [, name, value] = /^([^:]+):\s*(.*)$/.exec(properties.getProperty('GOALTREE_HEADER') || '') || [];
  return name ? { [name]: value } : {};
}

function header(answer, name) {
  const headers = answer.getHeaders();
  return headers[Object.keys(headers).find((found) => found.toLowerCase() === name.toLowerCase())] || '';
}
