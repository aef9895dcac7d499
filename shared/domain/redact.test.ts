import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from './redact.ts';

describe('what goes', () => {
  test.each([
    ['404 https://budi:r%40hasia@kawat.example/rss/terkini.xml?kunci=abc#x', '404 https://kawat.example/…'],
    ['ftp://kantor:sandi@[::1]:2121/masuk/', 'ftp://[::1]:2121/…'],
    ['wss://127.0.0.1:4000/', 'wss://127.0.0.1:4000'],
    ['imap login budi@redaksi.example failed', 'imap login …@redaksi.example failed'],
    ['Authorization: Basic YnVkaTpyYWhhc2lh', 'Authorization: …'],
    ['header Bearer eyJhbGciOiJIUzI1NiJ9.x.y', 'header Bearer …'],
    ['password=hunter2 user=budi', 'password=… user=budi'],
    ['{"token": "abc def", "code": 7}', '{"token": …, "code": 7}'],
    ['sandi: rahasia besar', 'sandi: …'],
    ['rejected abcd EFGH ijkl MNOP qrst UVWX', 'rejected …'],
    ['application password: abcd efgh ijkl mnop qrst uvwx', 'application password: …'],
    [
      "EACCES: permission denied, open '/home/budi/Naskah/berita rahasia.html'",
      "EACCES: permission denied, open '…'",
    ],
    ['read /home/budi/kiriman/gempa-padang.xml', 'read /….xml'],
    ['read C:\\Users\\Budi\\kiriman\\gempa.xml now', 'read /….xml now'],
    [
      'Unexpected token, "<p>Presiden menekankan" is not valid JSON',
      'Unexpected token, "…" is not valid JSON',
    ],
    ['stopped at “Harga cabai turun”', 'stopped at “…”'],
    ['ticket sK3x9Qm2Lw8Tz0Yb5Nc7Va1Rd4Hf6Jg', 'ticket …'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });
});

describe('what stays', () => {
  test.each([
    'SQLITE_FULL: database or disk is full',
    'call failed path=wire.get code=NOT_FOUND attempts=3',
    'source 0c6d5a8e-4f3b-4d55-9f38-7d2f1a0b9c3e timed-out-network',
    'column "headline" missing',
    'restored 2026-11-25T19:30:00.000Z',
  ])('%s', (text) => {
    expect(redact(text)).toBe(text);
  });
});

test('a long text is cut', () => {
  expect(redact('kata '.repeat(1000)).length).toBeLessThanOrEqual(301);
});

test('no secret in an address, however it is written, is ever let through', () => {
  const secret = fc.stringMatching(/^[A-Za-z0-9]{8,16}$/);
  const scheme = fc.constantFrom('http', 'https', 'ftp', 'sftp', 'imaps', 'HTTP');
  const around = fc.constantFrom('', ' ', '"', "'", '(', 'GET ', 'error: ');
  fc.assert(
    fc.property(secret, scheme, around, (word, protocol, before) => {
      for (const address of [
        `${protocol}://user:${word}@kawat.example/`,
        `${protocol}://${word}@kawat.example:8080/a`,
        `${protocol}://kawat.example/a/${word}/b`,
        `${protocol}://kawat.example/?q=${word}`,
        `${protocol}://kawat.example/a#${word}`,
      ]) {
        expect(redact(`${before}${address} after`)).not.toContain(word);
      }
      expect(redact(`${before}password: ${word}`)).not.toContain(word);
      expect(redact(`${before}Basic ${word}`)).not.toContain(word);
    }),
  );
});

test('redacting twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const once = redact(text);
      expect(redact(once)).toBe(once);
    }),
  );
});
