import { encode } from 'uqr';

/** A text as a picture for the camera of a telephone: one path on a grid, and the length of a side with its margin. */
export function pictureOf(text: string): { readonly path: string; readonly side: number } {
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { path: squares.join(''), side: size };
}
