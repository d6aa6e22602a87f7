/** `words:LANGUAGE/SECTION,SECTION`: the address of a file with these sections of a catalogue. */
declare module 'words:*' {
  const address: string;
  export default address;
}
