/* Stands before Pagefind's own scripts in an index of several shards. Where Pagefind asks for the
   words of a range there is a list: the files of the shards that hold some of them. They are
   merged into the file that Pagefind expects. Everything else is fetched as it is. */
const fetch = (() => {
  const get = globalThis.fetch.bind(globalThis);
  const texts = new TextEncoder();
  const SIGN = texts.encode("pagefind_dcd");
  const NUMBER = 0, NEGATIVE = 1, TEXT = 3, ARRAY = 4;

  /** Reads CBOR (RFC 8949) of whole numbers, texts and arrays from front to back. */
  class Reader {
    constructor(bytes) {
      this.bytes = bytes;
      this.at = 0;
    }

    /** The next number: itself an item, or the length of a text or an array. */
    head() {
      const first = this.bytes[this.at++];
      this.kind = first >> 5;
      const small = first & 31;
      if (small < 24) return small;
      let number = 0;
      for (let rest = 1 << (small - 24); rest; rest--) number = number * 256 + this.bytes[this.at++];
      return number;
    }

    text() {
      const length = this.head();
      return this.bytes.subarray(this.at, this.at += length);
    }

    /** The next item as it is written. */
    item() {
      const start = this.at;
      this.skip();
      return this.bytes.subarray(start, this.at);
    }

    skip() {
      const number = this.head();
      if (this.kind === TEXT) this.at += number;
      if (this.kind === ARRAY) for (let rest = number; rest; rest--) this.skip();
    }
  }

  /** Writes the same. */
  class Writer {
    constructor(size) {
      this.bytes = new Uint8Array(size);
      this.at = 0;
    }

    raw(bytes) {
      if (this.at + bytes.length > this.bytes.length) {
        const larger = new Uint8Array(2 * (this.at + bytes.length));
        larger.set(this.bytes);
        this.bytes = larger;
      }
      this.bytes.set(bytes, this.at);
      this.at += bytes.length;
    }

    head(kind, number) {
      const sign = kind << 5;
      if (number < 24) this.raw([sign | number]);
      else if (number < 256) this.raw([sign | 24, number]);
      else if (number < 65536) this.raw([sign | 25, number >> 8, number & 255]);
      else this.raw([sign | 26, number >>> 24, number >> 16 & 255, number >> 8 & 255, number & 255]);
    }

    text(bytes) {
      this.head(TEXT, bytes.length);
      this.raw(bytes);
    }

    done() {
      return this.bytes.subarray(0, this.at);
    }
  }

  /** Tells whether a word comes before another in the order of their bytes, which is Pagefind's. */
  function before(word, other) {
    const length = Math.min(word.length, other.length);
    for (let at = 0; at < length; at++) if (word[at] !== other[at]) return word[at] < other[at];
    return word.length < other.length;
  }

  /** Adds the documents in which a word stands, numbered as among those of all shards. */
  function readPages(reader, { base, fields }, found) {
    let page = base;
    for (let rest = reader.head(); rest; rest--) {
      const size = reader.head();
      page += reader.head(); // told as the step from the one before
      const items = [reader.item()];
      if (size > 2) items.push(readFields(reader, fields));
      found.push({ page, items });
    }
  }

  /** The places of a word in the fields of a document; -1 - n goes before those in field n. */
  function readFields(reader, fields) {
    const writer = new Writer(16);
    const count = reader.head();
    writer.head(ARRAY, count);
    for (let rest = count; rest; rest--) {
      const number = reader.head();
      writer.head(reader.kind, reader.kind === NEGATIVE ? fields[number] : number);
    }
    return writer.done();
  }

  function writePages(writer, pages) {
    let last = 0;
    writer.head(ARRAY, pages.length);
    for (const { page, items } of pages) {
      writer.head(ARRAY, 1 + items.length);
      writer.head(NUMBER, page - last);
      for (const item of items) writer.raw(item);
      last = page;
    }
  }

  /** What is known of a word or a spelling of it; made when it is met for the first time. */
  function entryOf(entries, word) {
    const key = String.fromCharCode(...word);
    if (!entries.has(key)) entries.set(key, { word, pages: [], spellings: new Map() });
    return entries.get(key);
  }

  /** Adds the words of a file that are in the range of a list. */
  function readWords(bytes, file, range, found) {
    const reader = new Reader(bytes);
    reader.head();
    for (let rest = reader.head(); rest; rest--) {
      const size = reader.head();
      const word = reader.text();
      if (before(word, range.from) || !before(word, range.to)) {
        for (let more = 1; more < size; more++) reader.skip();
        continue;
      }
      const entry = entryOf(found, word);
      readPages(reader, file, entry.pages);
      for (let more = size > 2 ? reader.head() : 0; more; more--) {
        reader.head();
        readPages(reader, file, entryOf(entry.spellings, reader.text()).pages);
      }
    }
  }

  function writeWords(found) {
    const writer = new Writer(1 << 16);
    writer.raw(SIGN);
    writer.head(ARRAY, 1);
    writer.head(ARRAY, found.size);
    for (const { word, pages, spellings } of found.values()) {
      writer.head(ARRAY, 3);
      writer.text(word);
      writePages(writer, pages);
      writer.head(ARRAY, spellings.size);
      for (const spelling of spellings.values()) {
        writer.head(ARRAY, 2);
        writer.text(spelling.word);
        writePages(writer, spelling.pages);
      }
    }
    return writer.done();
  }

  const fetched = new Map();

  /** The words of a file of a shard, fetched once: it may hold some of two ranges. */
  function fileOf(address) {
    if (!fetched.has(address)) {
      const file = (async () => {
        const answer = await get(address);
        if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
        let blob = await answer.blob();
        if (new Uint8Array(await blob.slice(0, 1).arrayBuffer())[0] === 0x1f) {
          const stream = blob.stream().pipeThrough(new DecompressionStream("gzip"));
          blob = await new Response(stream).blob();
        }
        return new Uint8Array(await blob.slice(SIGN.length).arrayBuffer());
      })();
      file.catch(() => fetched.delete(address));
      fetched.set(address, file);
    }
    return fetched.get(address);
  }

  async function merge(list, address) {
    const range = { from: texts.encode(list.from), to: texts.encode(list.to) };
    const files = await Promise.all(
      list.files.map(({ file }) => fileOf(new URL(`${file}.pf_index`, address).href)));
    const found = new Map();
    list.files.forEach((file, index) => readWords(files[index], file, range, found));
    return writeWords(found);
  }

  return async (address) => {
    const answer = await get(address);
    if (!/\.pf_index$/.test(address)) return answer;
    const bytes = new Uint8Array(await answer.arrayBuffer());
    // An index of another site, merged by Pagefind, has the words themselves.
    if (bytes[0] !== 0x7b) return new Response(bytes, { status: answer.status });
    return new Response(await merge(JSON.parse(new TextDecoder().decode(bytes)), answer.url));
  };
})();
