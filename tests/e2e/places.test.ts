import {
  answerLikeGhost,
  ghostRefusal,
  type GhostPosts,
} from '../../electron/core/publishing/targets/ghost/ghost-answers.ts';
import { Targets } from './pages/targets.ts';
import { SmallServer, type Sent } from './support/small-server.ts';
import { expect, test } from './support/workstation.ts';

/** The id of the key that signed a request. */
function signedBy({ headers }: Sent): string {
  const [header = ''] = (headers.authorization ?? '').replace('Ghost ', '').split('.');
  return header === ''
    ? ''
    : (JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as { kid: string }).kid;
}

test('a Ghost is set up by its form: a key of another site is told as that, the right one publishes', async ({
  desk,
  composer,
}) => {
  const posts: GhostPosts = new Map();
  const own = 'a'.repeat(24);
  const ghost = new SmallServer((sent) => {
    const route = sent.path.replace('/ghost/api/admin/', '');
    if (route !== 'site/' && signedBy(sent) !== own) {
      return ghostRefusal(401, { code: 'UNKNOWN_ADMIN_API_KEY' });
    }
    return answerLikeGhost(posts, sent.method, route, sent.body);
  });
  const targets = new Targets(desk);
  try {
    await targets.openForm('Ghost');
    await targets.fill('Alamat situs Ghost', await ghost.start());
    await targets.fill('Kunci Admin API', `${'b'.repeat(24)}:${'c'.repeat(64)}`);
    await targets.tryConnection();
    await expect(targets.found).toContainText('Belum dapat menerima terbitan.');
    await expect(targets.found).toContainText('Situs ini tidak mengenal kunci itu.');
    await expect(targets.found).toContainText('Kuncinya milik situs lain');
    await targets.fill('Kunci Admin API', `${own}:${'c'.repeat(64)}`);
    await targets.tryConnection();
    await expect(targets.found).toContainText('Siap menerima terbitan');
    await expect(targets.found).toContainText('Koran · Ghost 6.65');
    await targets.save('Koran');
    await expect(targets.card('Koran')).toContainText(
      'Tidak bisa di sini: membuang ke tempat sampah; moderasi komentar pembaca.',
    );

    await composer.newArticle();
    await composer.headline.fill('Panen raya di Karawang');
    await composer.goToEnd();
    await desk.keyboard.type('Petani memanen padi.');
    await composer.expectSaved();
    await composer.publishTo('Koran');
    expect(posts.get('1')).toMatchObject({ title: 'Panen raya di Karawang', status: 'published' });
    expect(posts.get('1')?.['html']).toContain('Petani memanen padi.');

    // Longer than Ghost takes: told with what to do, and the post stays as it was.
    await composer.headline.fill('Panen '.repeat(50));
    await composer.expectSaved();
    await composer.publishTo('Koran', 'failed');
    await desk.evaluate(() => (window.location.hash = '#/terbitan'));
    await expect(desk.getByTestId('detail')).toContainText('Ghost menerima paling banyak 255 huruf.');
    expect(posts.get('1')).toMatchObject({ title: 'Panen raya di Karawang' });
  } finally {
    await ghost.stop();
  }
});

test('a partner is set up by its form: it gets the story and its withdrawal, and what it cannot is said', async ({
  desk,
  composer,
}) => {
  const taken: Sent[] = [];
  const partner = new SmallServer((sent) => {
    if (sent.method === 'GET') return { status: 404 };
    taken.push(sent);
    return { status: 202 };
  });
  const targets = new Targets(desk);
  const items = () => taken.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  try {
    const address = await partner.start();
    await targets.openForm('mitra');
    await targets.choose('Cara kirim', 'HTTP');
    await targets.fill('Alamat', 'mitra');
    await targets.tryConnection();
    await expect(desk.getByLabel('Alamat', { exact: true })).toHaveAttribute('aria-invalid', 'true');
    await targets.fill('Alamat', `${address}/masuk`);
    await targets.tryConnection();
    await expect(targets.found).toContainText('Mitra menjawab');
    await targets.fill('Syarat pemakaian', 'Hanya untuk Mitra Koran.');
    await targets.save('Mitra Koran');
    const card = targets.card('Mitra Koran');
    await expect(card).toContainText('halaman depan');
    await expect(card).toContainText('gambar (isi alamat gambar bagi mitra)');
    await card.getByRole('button', { name: 'Ubah' }).click();
    await targets.choose('Format', 'RSS 2.0');
    await expect(desk.getByText('RSS tidak mengenal penarikan')).toBeVisible();
    await targets.choose('Format', 'ninjs 3.0');
    await desk.getByRole('button', { name: 'Simpan', exact: true }).click();

    await composer.newArticle();
    await composer.headline.fill('Panen raya di Karawang');
    await composer.goToEnd();
    await desk.keyboard.type('Petani memanen padi.');
    await composer.chooseSection('Ekonomi');
    await composer.expectSaved();
    await composer.publishTo('Mitra Koran');
    expect(taken).toMatchObject([{ method: 'PUT', headers: { 'content-type': 'application/json' } }]);
    expect(items()).toMatchObject([{ version: '1', pubStatus: 'usable' }]);
    expect(taken[0]?.body).toContain('Hanya untuk Mitra Koran.');

    const popover = await composer.openPublishing();
    await popover
      .getByRole('listitem')
      .filter({ hasText: 'Mitra Koran' })
      .getByRole('button', { name: /^Tarik/ })
      .click();
    await expect.poll(() => items().length).toBe(2);
    expect(items()[1]).toMatchObject({ version: '2', pubStatus: 'canceled' });
    expect(taken[1]?.body).not.toContain('memanen');
  } finally {
    await partner.stop();
  }
});
