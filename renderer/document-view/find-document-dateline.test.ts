import { describe, expect, it } from 'vitest';
import { buildDocument, image, paragraph, pullQuote, text } from '../../shared/document/build.ts';
import { findDocumentDateline } from './find-document-dateline.ts';

describe('findDocumentDateline', () => {
  it('takes the dash and the space after the dateline with it', () => {
    const document = buildDocument([paragraph([text('Singapura (ANTARA) – Rapat pleno dibuka.')])]);
    expect(findDocumentDateline(document, 'Singapura (ANTARA)')).toEqual({ block: 0, length: 21 });
  });

  it('finds it behind a pull quote and a picture', () => {
    const document = buildDocument([
      pullQuote([text('Kerja sama siber merupakan keharusan.')]),
      image(''),
      paragraph([text(' Jakarta (ANTARA) - Harga cabai turun.')]),
    ]);
    expect(findDocumentDateline(document, 'Jakarta (ANTARA)')).toEqual({ block: 2, length: 20 });
  });

  it('finds it where the dateline runs over several runs of text', () => {
    const document = buildDocument([paragraph([text('Jakarta', 1), text(' (ANTARA) - Harga cabai turun.')])]);
    expect(findDocumentDateline(document, 'Jakarta (ANTARA)')).toEqual({ block: 0, length: 19 });
  });

  it('says so when the copy does not carry it', () => {
    const document = buildDocument([paragraph([text('Harga cabai turun.')])]);
    expect(findDocumentDateline(document, 'Jakarta (ANTARA)')).toBe('missing');
  });
});
