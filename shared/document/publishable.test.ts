import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryDocument } from './arbitrary-document.ts';
import { arbitraryMarkedDocument } from './arbitrary-marks.ts';
import { buildDocument, heading, image, list, paragraph, text } from './build.ts';
import { mergeNotes, type NoteThread, type TextMarks } from './marks.ts';
import { mergeDocuments, mergedDocument } from './merge.ts';
import { publishable } from './publishable.ts';
import { unfinishedWork } from './unfinished.ts';
import { documentSchema, TEXT_FORMAT, type BlockNode, type TextNode } from './vocabulary.ts';

const mark = { id: 'u1', personId: 'sari', at: '2018-04-27T15:10:00Z' };
const words = (value: string, $: TextMarks = {}, format = 0): TextNode => ({ ...text(value, format), $ });
const thread = (noteId: string, ...texts: string[]): NoteThread => ({
  noteId,
  quote: 'Presiden',
  messages: texts.map((value, index) => ({
    messageId: `${noteId}-${value}`,
    personId: 'sari',
    at: `2018-04-27T15:1${index}:00Z`,
    text: value,
  })),
  resolved: null,
});
const published = (...blocks: BlockNode[]) => publishable(buildDocument(blocks)).root.children;

describe('what a reader gets of a document with suggestions and notes', () => {
  test('nothing suggested to come in, everything suggested to go out, one run of text', () => {
    expect(
      published(
        paragraph([
          words('Presiden '),
          words('Joko ', { insertion: mark }),
          words('lama ', { deletion: mark, notes: ['c1'] }),
          words('tiba', { insertion: mark, deletion: mark }),
          words('hadir.'),
        ]),
      ),
    ).toEqual([paragraph([text('Presiden lama hadir.')])]);
  });

  test('words set as before', () => {
    const bold = words('Presiden', { formatting: { ...mark, before: 0 } }, TEXT_FORMAT.bold);
    expect(published(paragraph([bold, text(' hadir.')]))).toEqual([paragraph([text('Presiden hadir.')])]);
  });

  test('paragraphs parted by a suggestion are one, those it would join are two', () => {
    expect(
      published(
        { ...heading('h2', [text('Satu ')]), $: { endInsertion: mark } },
        { ...paragraph([text('dua '), words('baru', { insertion: mark })]), $: { endInsertion: mark } },
        paragraph([text('tiga')]),
        { ...paragraph([text('empat')]), $: { endDeletion: mark } },
        paragraph([text('lima')]),
      ),
    ).toEqual([
      heading('h2', [text('Satu dua tiga')]),
      paragraph([text('empat')]),
      paragraph([text('lima')]),
    ]);
  });

  test('no block that is only suggested, every block only suggested to go, list items alike', () => {
    const items = list('bullet', [[text('satu')], [text('dua')], [text('tiga')]]);
    const [first, second, third] = items.children;
    expect(
      published(
        { ...image('aa'.repeat(32)), $: { insertion: mark } },
        { ...image('bb'.repeat(32)), $: { deletion: mark } },
        {
          ...items,
          children: [
            { ...first!, $: { endInsertion: mark } },
            second!,
            { ...third!, $: { insertion: mark } },
          ],
        },
      ),
    ).toEqual([image('bb'.repeat(32)), list('bullet', [[text('satudua')]])]);
  });

  test('is counted as unfinished: each suggestion once, resolved notes not', () => {
    const document = {
      ...buildDocument([
        {
          ...paragraph([words('a', { insertion: mark }), words('b', { deletion: mark })]),
          $: { endDeletion: { ...mark, id: 'u2' } },
        },
      ]),
      notes: [
        thread('c1', 'Benar?'),
        { ...thread('c2', 'Sudah.'), resolved: { personId: 'sari', at: mark.at } },
      ],
    };
    expect(unfinishedWork(document)).toEqual({ suggestions: 2, notes: 1 });
    expect(unfinishedWork(publishable(document))).toEqual({ suggestions: 0, notes: 0 });
  });

  test('whatever the document: no mark, no note, and a document that is valid', () => {
    fc.assert(
      fc.property(arbitraryMarkedDocument, (document) => {
        const clean = publishable(document);
        // A table's caption is kept where marks are; it is for readers.
        const marks = JSON.stringify(clean.root).replaceAll(/"\$":\{"caption":"(?:[^"\\]|\\.)*"\}/g, '');
        expect(marks).not.toContain('"$":');
        expect(clean.notes).toEqual([]);
        expect(documentSchema.parse(clean)).toEqual(clean);
        expect(publishable(clean)).toEqual(clean);
      }),
      { numRuns: 300 },
    );
  });

  test('a document without marks goes out as it is', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(publishable(document)).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });

  test('documents with marks are stored and read as they are', () => {
    fc.assert(
      fc.property(arbitraryMarkedDocument, (document) => {
        expect(documentSchema.parse(JSON.parse(JSON.stringify(document)))).toEqual(document);
      }),
      { numRuns: 200 },
    );
  });
});

describe('conversations of two copies', () => {
  test('are all kept, with the messages of both', () => {
    const [ours, theirs] = [thread('c1', 'Benar?', 'Ya.'), thread('c1', 'Benar?', 'Tidak.')];
    const merged = mergeNotes([ours], [theirs, thread('c2', 'Lain')]);
    expect(merged.map(({ noteId, messages }) => [noteId, messages.map((message) => message.text)])).toEqual([
      ['c1', ['Benar?', 'Ya.', 'Tidak.']],
      ['c2', ['Lain']],
    ]);
  });

  test('merging documents keeps marks and notes of what is kept', () => {
    fc.assert(
      fc.property(arbitraryMarkedDocument, arbitraryMarkedDocument, (base, ours) => {
        const parts = mergeDocuments(base, ours, base, (block) => JSON.stringify(block));
        expect(mergedDocument(parts, new Map(), mergeNotes(ours.notes, []))).toEqual(ours);
      }),
      { numRuns: 100 },
    );
  });
});
