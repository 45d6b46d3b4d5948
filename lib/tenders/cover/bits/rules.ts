/** Small sets of whole numbers, 32 to a word: what a search asks of them a million times. */
export type Bits = Uint32Array;

/** The set of these numbers, all below `howMany`. */
export function bitsOf(numbers: Iterable<number>, howMany: number): Bits {
  const bits = new Uint32Array(Math.max(1, Math.ceil(howMany / 32)));
  for (const number of numbers) put(bits, number);
  return bits;
}

/** Whether `number` is in the set; in none when there is no set. */
export function has(bits: Bits | undefined, number: number): boolean {
  return (((bits?.[number >> 5] ?? 0) >>> (number & 31)) & 1) === 1;
}

function put(bits: Bits, number: number): void {
  bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
}

/** Takes `number` out, in place. */
export function drop(bits: Bits, number: number): void {
  bits[number >> 5] = (bits[number >> 5] ?? 0) & ~(1 << (number & 31));
}

/** Takes all of `others` out, in place. */
export function remove(bits: Bits, others: Bits | undefined): void {
  for (let word = 0; word < bits.length; word += 1) bits[word] = (bits[word] ?? 0) & ~(others?.[word] ?? 0);
}

/** What is in both sets, as a new one. */
export function and(bits: Bits | undefined, others: Bits): Bits {
  return others.map((word, index) => word & (bits?.[index] ?? 0));
}

/** Whether all of `bits` is in `others`. */
export function isWithin(bits: Bits, others: Bits): boolean {
  for (let word = 0; word < bits.length; word += 1) if (((bits[word] ?? 0) & ~(others[word] ?? 0)) !== 0) return false;
  return true;
}

/** The numbers of the set, ascending. */
export function numbersOf(bits: Bits): number[] {
  const numbers: number[] = [];
  for (let word = 0; word < bits.length; word += 1) {
    for (let left = bits[word] ?? 0; left !== 0; left &= left - 1) {
      numbers.push(word * 32 + 31 - Math.clz32(left & -left));
    }
  }
  return numbers;
}

/** How many there are: the bits of a word are summed two, four, then eight at a time. */
export function count(set: Bits): number {
  let sum = 0;
  for (const word of set) {
    let bits = word;
    bits -= (bits >>> 1) & 0x55555555;
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
    sum += (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
  }
  return sum;
}
