import { expect, test } from 'vitest';
import { composeReport, type ReportFacts } from './problem-report.ts';

const facts: ReportFacts = {
  version: '0.1.0',
  environment: 'Chromium 140',
  connection: 'connected',
  writtenAt: '2026-11-25T19:30:00+07:00',
  wireStories: 47,
  counts: { sources: 4, targets: 1 },
  late: [
    {
      kind: 'source',
      name: 'Antara · Politik',
      code: 'unauthorised',
      since: '2026-11-25T19:02:00+07:00',
      detail: '401 https://budi:rahasia@kawat.example/rss.xml?key=123',
    },
  ],
  newestBackup: null,
  notices: [{ code: 'desk-restored', detail: '2026-11-25 · /home/budi/redaksi/damaged/desk.db' }],
  log: [
    {
      time: '2026-11-25T12:29:00.000Z',
      level: 'error',
      message: 'call failed',
      details: { path: 'wire.importText', error: 'Error: cannot read "Presiden menekankan kerja sama"' },
    },
  ],
};

test('the report says how things stand', () => {
  const report = composeReport(facts);
  expect(report).toContain('core connected; 4 sources, 1 targets; 47 stories');
  expect(report).toContain(
    'source · Antara · Politik · unauthorised · since 2026-11-25T19:02:00+07:00 · 401 https://kawat.example/…',
  );
  expect(report).toContain('2026-11-25T12:29:00.000Z error call failed path=wire.importText');
  expect(composeReport({ ...facts, late: [] })).toContain('late:\n  none');
});

test('and nothing that must stay in the house', () => {
  const report = composeReport(facts);
  for (const secret of ['budi', 'rahasia', 'key=123', 'Presiden', '/home', 'damaged']) {
    expect(report).not.toContain(secret);
  }
});
