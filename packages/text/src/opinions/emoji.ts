/** Feelings of emoji and emoticons, −1 … 1; those not listed say nothing. */
const groups: readonly (readonly [number, string])[] = [
  [0.9, '😍 🥰 😘 🤩 ❤ 💕 💖 💗 💙 💚 💛 🧡 💜 🖤 🤍 ♥ 🏆 💯 🎉 🥇 👏 🙌 <3'],
  [
    0.7,
    '😀 😃 😄 😁 😆 😊 🙂 ☺ 😋 😎 🤗 👍 👌 🙏 ⭐ 🌟 ✨ 💪 😇 🤝 🌹 🌞 😺 :) :-) =) :D :-D =D ;D xD XD 8) ^^ :] :-] =]',
  ],
  [0.3, '😉 🙃 😅 😂 🤣 😜 😛 😏 ;) ;-) :P :p :-P'],
  [-0.3, '😐 😑 😕 🤔 🙄 😬 🤷 😒 :/ :-/ :\\ :| :-|'],
  [-0.7, "😞 😔 😟 🙁 ☹ 😣 😖 😫 😩 😢 😥 😓 😤 👎 😧 😦 😰 😨 💔 🤦 🥺 🥲 :( :-( =( :[ :-[ :'( ="],
  [-0.9, '😠 😡 🤬 🤮 🤢 💩 🖕 😭 😱 👿 💀 🚮'],
];

const strengths = new Map<string, number>();
for (const [strength, list] of groups) {
  for (const emoji of list.split(' ')) if (emoji !== '=') strengths.set(emoji, strength);
}

/** The feeling of one emoji or emoticon; skin tones and variants count as their plain form. */
export function emojiStrength(emoji: string): number {
  const known = strengths.get(emoji);
  if (known !== undefined) return known;
  return strengths.get(String.fromCodePoint(emoji.codePointAt(0) ?? 0)) ?? 0;
}
