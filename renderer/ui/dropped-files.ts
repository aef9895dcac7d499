/** The files of a drop, those in dropped folders among them. */

type Entry = FileSystemEntry;

function isFile(entry: Entry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: Entry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/** A browser gives a folder's entries a hundred at a time, and none when there are no more. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<Entry[]> {
  const reader = folder.createReader();
  const entries: Entry[] = [];
  for (;;) {
    const part = await new Promise<Entry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return entries.toSorted((one, other) => one.name.localeCompare(other.name));
    entries.push(...part);
  }
}

async function filesUnder(entry: Entry): Promise<File[]> {
  if (entry.name.startsWith('.')) return [];
  if (isFile(entry)) return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))];
  if (!isFolder(entry)) return [];
  const files: File[] = [];
  for (const inside of await entriesIn(entry)) files.push(...(await filesUnder(inside)));
  return files;
}

/**
 * Every file of a drop, folders gone through by name, hidden files left out. To be called while the drop is being
 * handled: afterwards the browser has forgotten it.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  const plain = [...transfer.files];
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  if (!entries.some(isFolder)) return plain;
  const files: File[] = [];
  try {
    for (const entry of entries) files.push(...(await filesUnder(entry)));
  } catch {
    // A folder that cannot be gone through is refused as a file by whoever reads it, in words.
    return plain;
  }
  return files;
}
