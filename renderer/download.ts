/** Hands a file to the browser, which puts it where downloads go or asks. */
export function download(file: File): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  // The browser takes the file when it gets to it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
