/*
 * The characters beyond ASCII that may go on in an identifier and can be seen: ID_Continue of Unicode 12.1, which is what
 * TypeScript 5.0 knows, without what has no glyph. Engines know more, each version other ones; an identifier with those
 * would compile in one place and not in another, and what is emitted would depend on who runs the tool.
 *
 * Ranges in ascending order, in base 36: how far each begins behind the end of the one before, and after a dot how much
 * longer than one character it is. test/campaigns/letters.test.ts compares them with the compilers.
 */
const ranges =
  "4q b 2 3 6.m 2.u 2.cp 5.b f.4 8 2 i.26 2.10 2.1 3.3 2 7.4 2 2.j 2.2a 2.3u 2.4 3.4l 2.11 3 7.14 9.18 2 2.1 " +
  "2.1 2 9.q 5.3 u.a 6.21 5.2t 2.7 3.9 2.i 3 h.1m 3.2s f.1h 5 3 3.19 j.r 5.a 1i.k 2.7 m.e 2.3k 3.9 2.i 2.7 3.1 " +
  "3.l 2.6 2 4.3 3.8 3.1 3.3 9 5.1 2.4 3.b b 2 3.2 2.5 5.1 3.l 2.6 2.1 2.1 2.1 3 2.4 5.1 3.2 4 8.3 2 8.f c.2 " +
  "2.8 2.2 2.l 2.6 2.1 2.4 3.9 2.2 2.2 3 g.3 3.9 a.6 2.2 2.7 3.1 3.l 2.6 2.1 2.4 3.8 3.1 3.2 9.1 5.1 2.4 3.9 2 " +
  "h.1 2.5 4.2 2.3 4.1 2 2.1 4.1 4.2 4.b 5.4 4.2 2.3 3 7 f.9 h.c 2.2 2.m 2.f 4.7 2.2 2.3 8.1 2.2 6.3 3.9 h.3 " +
  "2.7 2.2 2.m 2.9 2.4 3.8 2.2 2.3 8.1 8 2.3 3.9 2.1 e.3 2.7 2.2 2.1e 2.2 2.4 6.3 8.4 3.9 b.5 3.1 2.h 4.n 2.8 2 " +
  "3.6 4 5.5 2 2.7 7.9 3.1 e.1l 6.e 2.9 14.1 2 2.4 2.n 2 2.m 3.4 2 2.5 3.9 3.3 x o.1 7.9 c 2 2 5.9 2.z 5.j 2.h " +
  "2.z a 1m.21 7.25 3.11 2 6 3.16 2.2q 3.6f 2.3 3.6 2 2.3 3.14 2.3 3.w 2.3 3.6 2 2.3 3.e 2.1k 2.3 3.1u 3.2 a.8 " +
  "f.f h.2d 3.5 4.h7 3.g 2.p 6.22 4.a 8.c 2.6 c.k c.j d.c 2.2 2.1 d.1f 3.t 4 5.1 3.9 13.9 7.2g 8.16 6.1x b.u " +
  "2.b 5.b b.13 3.4 c.17 5.p 7.a 12.r 5.1q 2.s 3.a 7.9 e 9.d 1v.23 5.9 i.8 d.37 d.1j 9.9 4.1c 3.8 8.16 3.2 h.2 " +
  "2.12 6.6x 2.7u 3.5 3.11 3.5 3.7 2 2 2 2.u 3.1g 2.6 2 4.2 2.6 4.3 3.5 5.c 6.2 2.6 1v.1 k t e h.c 1g.c 5 4.b i " +
  "5 3.9 2 3.5 7 2 2 2.f 3.3 6.4 5 i.14 22g.1a 2.1a 2.3o 7.8 d.11 2 6 3.1j 8 g.n a.6 2.6 2.6 2.6 2.6 2.6 2.6 " +
  "2.6 2.v ee.2 q.e 2.4 3.4 5.2d 3.6 2.2h 2.3 6.16 2.1e 2.15 i.q 1i.f e9.52t 23.g6n h.wc 1w.19 3.7g 4.r l.1b " +
  "5.9 2.36 12.8 3.2u 3.1g 3.4 1d.1c p.1f d.1x b.9 7.n 4 2.1c 3.z d.s 4.1s f.a 7.u 2.1i a.d 3.9 7.m 4.20 p.2 " +
  "3.f 3.4 b.5 3.5 3.5 a.6 2.6 2.16 2.b 9.3e 2.1 3.9 7.8mb d.m 5.1c 6it.a5 3.2x 13.6 d.4 6.b 2.c 2.4 2 2.1 2.1 " +
  "2.2z y.a2 j.1r 3.1h 15.b 11.f 4.1 p.2 x.4 2.3q k.9 8.p 5 2.p c.1l 2.t 4.5 3.5 3.5 3.2 10.b 2.p 2.i 2.1 2.e " +
  "3.d z.3e 1y.1g 3t 3n.s 4.1c g w.v e.t 6.16 6.t 3.z 5.7 2.4 17.4d 3.9 7.z 5.z 5.13 9.1f 4d.8m a.l b.7 49.5 3 " +
  "2.17 2.1 4 3.m b.m a.u 1u.i 2.1 b.l b.p 1z.1j 7.1 1t.3 2.1 6.7 2.2 2.s 3.2 5 x.s 4.s 10.7 2.t q.1h b.l b.i " +
  "e.h 33.20 1k.1e e.1e e.13 9.9 cn.s b 9.w 40.m a.1y w.9 g.1n m.o 8.9 7.1g 2.9 5.2 a.z 3 a.1w 5.3 4.a 2 10.h " +
  "2.10 7 1u.6 2 2.3 2.e 2.9 8.1m 6.9 7.3 2.7 3.1 3.l 2.6 2.1 2.4 2.9 3.1 3.2 3 7 6.6 3.6 4.4 3w.22 6.9 5.1 " +
  "x.1x 2 9.9 4n.1h 3.8 o.5 z.1s 4 c.9 13.1k 8.9 1j.q 3.e 5.9 5j.1m 2u.21 m 4h.7 3.19 3.7 2.1 s.1q 9 9.21 4 " +
  "z.1k 7c.8 2.18 2.8 g.9 p.t 3.l 2.d 22.6 2.1 2.17 4 2.1 2.8 9.9 7.5 2.1 2.10 2.1 2.5 8.9 8n.m 7e.pl 2v.32 " +
  "i.5f 24d.tq 34i.g6 6nu.fs 8.u 2.9 2v.t 3.4 c.1i a.3 d.9 a.k 6.i j5.1r 3l.22 5.1k 8.g 1t.1 2 t.4qf 9.ky " +
  "7bi.7y 1e.2 i.3 9.az 1s5.2y 6.c 4.8 8.9 4.1 43r.4 4.5 9.7 3.6 v.3 45.2 cc.2c 2.1y 2.1 3 3.1 3.3 2.b 2 2.6 " +
  "2.1s 2.3 3.7 2.6 2.r 2.3 2.4 2 4.6 2.9f 3.o 2.o 2.u 2.o 2.u 2.o 2.u 2.o 2.u 2.o 2.7 3.1d e9.1i 5.1d 9 f n.4 " +
  "2.e 11t.6 2.g 3.6 2.1 2.4 5y.18 4.d 3.9 5 aa.1l zr.5g c.6 16.23 5.9 x3.3 2.q 2.1 2 3 2.9 2.3 2 2 7 5 2 2 2.2 " +
  "2.1 2 3 2 2 2 2 2.1 2 3.3 2.6 2.3 2.3 2 2.9 2.g 6.2 2.4 2.g 3et.wye 16.378 c.65 3.4g1 f.5rk 2e8.f1";

let letters: RegExp | undefined;

/** Whether the text can stand as an identifier under every compiler and shows all that is in it, reserved words aside. */
export function isIdentifier(text: string): boolean {
  return /^[A-Za-z$_][\w$]*$/.test(text) || isForeignIdentifier(text);
}

function isForeignIdentifier(text: string): boolean {
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(text) && isKnownEverywhere(text);
}

/** Whether every character of the text is in printable ASCII or among those. */
export function isKnownEverywhere(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text) || (letters ??= classOf()).test(text);
}

function classOf(): RegExp {
  let end = 0;
  const parts = ranges.split(" ").map((range) => {
    const [gap = "", more = "0"] = range.split(".");
    const start = end + Number.parseInt(gap, 36);
    end = start + Number.parseInt(more, 36);
    return `\\u{${start.toString(16)}}-\\u{${end.toString(16)}}`;
  });
  return new RegExp(`^[\\x20-\\x7e${parts.join("")}]*$`, "u");
}
