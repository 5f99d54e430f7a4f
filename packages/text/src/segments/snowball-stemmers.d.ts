declare module 'snowball-stemmers' {
  export function newStemmer(language: string): { stem(word: string): string };
  const snowball: { newStemmer: typeof newStemmer };
  export default snowball;
}
