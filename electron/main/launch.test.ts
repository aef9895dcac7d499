import { describe, expect, it } from 'vitest';
import { readLaunch } from './launch.ts';

const packaged = { isPackaged: true, workingFolder: '/home/sari' };
const fromSource = { isPackaged: false, workingFolder: '/home/sari' };

describe('what the program was started with', () => {
  it.each([
    ['nothing', ['/opt/Redaksi/redaksi'], { cli: null, dataFolder: null, links: [], files: [] }],
    [
      'a link',
      ['/opt/Redaksi/redaksi', 'redaksi://kawat/12'],
      { cli: null, dataFolder: null, links: ['redaksi://kawat/12'], files: [] },
    ],
    [
      'files, one of them relative',
      ['redaksi', '/media/usb/kawat.xml', 'Unduhan/feed.rss'],
      {
        cli: null,
        dataFolder: null,
        links: [],
        files: ['/media/usb/kawat.xml', '/home/sari/Unduhan/feed.rss'],
      },
    ],
    [
      "Chromium's own switches, which are no files",
      ['redaksi', '--no-sandbox', '--lang=id', '-psn_0_1234', 'redaksi://depan'],
      { cli: null, dataFolder: null, links: ['redaksi://depan'], files: [] },
    ],
    [
      'another data folder',
      ['redaksi', '--data-dir=data', 'a.xml'],
      { cli: null, dataFolder: '/home/sari/data', links: [], files: ['/home/sari/a.xml'] },
    ],
    [
      'another data folder, in two words',
      ['redaksi', '--data-dir', '/srv/data'],
      { cli: null, dataFolder: '/srv/data', links: [], files: [] },
    ],
    [
      'a web address, which is no link of ours',
      ['redaksi', 'https://contoh.example/'],
      { cli: null, dataFolder: null, links: [], files: ['/home/sari/https:/contoh.example'] },
    ],
    [
      'the command line, whose words are its own',
      ['redaksi', '--cli', 'parse', 'x.xml', '--data-dir', 'd'],
      { cli: ['parse', 'x.xml', '--data-dir', 'd'], dataFolder: null, links: [], files: [] },
    ],
  ])('%s', (_what, argv, expected) => {
    expect(readLaunch(argv, packaged)).toEqual(expected);
    const [program = '', ...words] = argv;
    expect(readLaunch([program, '/home/sari/redaksi', ...words], fromSource)).toEqual(expected);
    const switches = ['--inspect=0', '--no-sandbox'];
    expect(readLaunch([program, ...switches, '/home/sari/redaksi', ...words], fromSource)).toEqual(expected);
  });
});
