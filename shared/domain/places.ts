/**
 * Places that open stories most often. Only for datelines that name no agency, or no dash: everywhere else any
 * capitalised name is taken as a place.
 */
const PLACES = (
  'Jakarta, Jakarta Pusat, Jakarta Selatan, Jakarta Barat, Jakarta Timur, Jakarta Utara, Bogor, Depok, ' +
  'Tangerang, Tangerang Selatan, Bekasi, Bandung, Cimahi, Cirebon, Sukabumi, Karawang, Tasikmalaya, ' +
  'Garut, Serang, Cilegon, Semarang, Solo, Surakarta, Magelang, Pekalongan, Tegal, Salatiga, Kudus, ' +
  'Klaten, Purwokerto, Cilacap, Yogyakarta, Sleman, Bantul, Surabaya, Malang, Sidoarjo, Gresik, Kediri, ' +
  'Madiun, Jember, Banyuwangi, Pasuruan, Probolinggo, Blitar, Bojonegoro, Denpasar, Badung, Gianyar, ' +
  'Mataram, Bima, Kupang, Labuan Bajo, Banda Aceh, Lhokseumawe, Medan, Binjai, Deli Serdang, Padang, ' +
  'Bukittinggi, Pariaman, Pekanbaru, Dumai, Batam, Tanjungpinang, Jambi, Palembang, Bengkulu, ' +
  'Bandarlampung, Bandar Lampung, Lampung, Pangkalpinang, Pontianak, Singkawang, Palangka Raya, ' +
  'Palangkaraya, Banjarmasin, Banjarbaru, Samarinda, Balikpapan, Bontang, Tarakan, Tanjung Selor, ' +
  'Nusantara, Manado, Bitung, Gorontalo, Palu, Poso, Makassar, Gowa, Parepare, Mamuju, Kendari, Baubau, ' +
  'Ambon, Ternate, Sofifi, Manokwari, Sorong, Jayapura, Merauke, Timika, Wamena, Nabire, Biak, ' +
  'Singapura, Singapore, Kuala Lumpur, Putrajaya, Bangkok, Manila, Hanoi, Phnom Penh, Vientiane, Yangon, ' +
  'Naypyidaw, Dili, Bandar Seri Begawan, Beijing, Shanghai, Hong Kong, Taipei, Tokyo, Seoul, Pyongyang, ' +
  'New Delhi, Mumbai, Dhaka, Kolombo, Islamabad, Kabul, Teheran, Baghdad, Damaskus, Beirut, Gaza, ' +
  'Yerusalem, Tel Aviv, Amman, Riyadh, Jeddah, Mekkah, Makkah, Madinah, Doha, Dubai, Abu Dhabi, Ankara, ' +
  'Istanbul, Kairo, Moskow, Kiev, Kyiv, Berlin, Paris, London, Brussel, Jenewa, Roma, Vatikan, Madrid, ' +
  'Lisbon, Wina, Den Haag, Amsterdam, Washington, New York, Los Angeles, Ottawa, Meksiko, Brasilia, ' +
  'Buenos Aires, Canberra, Sydney, Melbourne, Wellington, Port Moresby, Nairobi, Johannesburg'
).split(', ');

const LOWER = new Set(PLACES.map((place) => place.toLowerCase()));

/** Whether a name, in any case, is one of the places that open stories most often. */
export function isWellKnownPlace(name: string): boolean {
  return LOWER.has(name.trim().toLowerCase());
}

/** The longest well-known place (up to three words) a text starts with, as it is written there, or null. */
export function leadingPlace(text: string): string | null {
  const words = /^\p{L}+(?: \p{L}+){0,2}/u.exec(text)?.[0].split(' ') ?? [];
  for (let count = words.length; count > 0; count -= 1) {
    const name = words.slice(0, count).join(' ');
    if (isWellKnownPlace(name)) return name;
  }
  return null;
}
