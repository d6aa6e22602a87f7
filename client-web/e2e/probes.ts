/**
 * What axe does not see. Each probe is run inside the page and gives what it has against it, so none
 * uses anything from around it but its own arguments.
 */
import type { Page } from 'playwright-core';

/** Whose finger, key or pointer can do something, and has a size of its own. */
const controls = [
  'button',
  'a[href]',
  'select',
  'textarea',
  'summary',
  'label.option',
  'input:not([type=radio]):not([type=checkbox]):not([type=hidden]):not([type=file])',
].join(', ');

/** Controls under 48 pixels, and those that lie under something wherever the page is scrolled to. */
export const reachOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate((selector) => {
    const least = 47.5; // Sizes are rounded to parts of a pixel.
    const faults: string[] = [];
    const start = scrollY;
    for (const one of document.querySelectorAll<HTMLElement>(selector)) {
      // Out of reach: behind a dialog, folded away, turned off, or there only once it has the focus.
      if (one.closest('[inert], .skip, details:not([open]) > :not(summary)')) continue;
      if (
        one.closest('[aria-modal=true]') === null &&
        document.querySelector('[aria-modal=true]')
      ) {
        continue;
      }
      const { width, height } = one.getBoundingClientRect();
      if (width === 0 || height === 0 || getComputedStyle(one).visibility === 'hidden') continue;
      const name = `${one.tagName} "${(one.textContent || one.id).trim().slice(0, 40)}"`;
      // A link within a sentence is as high as its line.
      const words = one.parentElement?.textContent?.trim() ?? '';
      const running =
        getComputedStyle(one).display === 'inline' && words !== one.textContent?.trim();
      if (!running && (height < least || width < least)) {
        faults.push(`too small (${Math.round(width)} by ${Math.round(height)}): ${name}`);
      }
      const covering = (['center', 'start', 'end'] as const).map((block) => {
        one.scrollIntoView({ block, behavior: 'instant' as ScrollBehavior });
        // Of a link that goes over several lines, the first.
        const box = one.getClientRects()[0] ?? one.getBoundingClientRect();
        const x = box.left + box.width / 2;
        const hit = document.elementFromPoint(x, box.top + box.height / 2);
        if (hit && (one.contains(hit) || hit.contains(one))) return undefined;
        // A notice over the top of the screen has its own button, which takes it away.
        if (hit?.closest('.over')?.querySelector('button')) return undefined;
        return hit ? `${hit.tagName}.${hit.className}` : 'the edge';
      });
      if (covering.every((by) => by !== undefined)) faults.push(`under ${covering[0]}: ${name}`);
    }
    scrollTo(0, start);
    return faults;
  }, controls);

/** Where the page goes on sideways, or words leave their box. */
export const cutOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const { scrollWidth } = document.documentElement;
    if (scrollWidth > innerWidth) faults.push(`it is ${scrollWidth} wide on ${innerWidth}`);
    for (const one of document.querySelectorAll(
      'button, a, h1, h2, h3, p, label, li, dt, dd, legend',
    )) {
      // Paper and a projector's picture have their own size, in a frame that scrolls.
      if (one.closest('.sheets, .preview')) continue;
      if (one.closest('.skip, .unseen, details:not([open]) > :not(summary)')) continue;
      const { left, right, width } = one.getBoundingClientRect();
      if (width === 0 || getComputedStyle(one).display === 'inline') continue;
      if (left < -1 || right > innerWidth + 1 || one.scrollWidth > one.clientWidth + 2) {
        faults.push(`words leave their box: ${one.tagName} "${one.textContent?.slice(0, 40)}"`);
      }
    }
    return faults;
  });

/** Choices below the lower edge of the screen, and whether anything reaches over that edge. */
const foldIn = (page: Page) =>
  page.evaluate((selector) => {
    scrollTo(0, 0);
    const bar = document.querySelector('.bar')?.getBoundingClientRect();
    const fold = Math.round(Math.min(innerHeight, bar?.top ?? innerHeight));
    const isSeen = (one: Element): boolean => {
      const { borderTopWidth, borderTopStyle } = getComputedStyle(one);
      const lined = borderTopStyle !== 'none' && borderTopWidth !== '0px';
      const worded = [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      return lined || worded;
    };
    const all = [...document.querySelectorAll('main *')].filter((one) => !one.closest('.bar'));
    const cut = all.some((one) => {
      const { top, bottom, width } = one.getBoundingClientRect();
      // A page that ended would leave a margin below what is last.
      return width > 8 && top < fold - 6 && bottom > fold - 12 && isSeen(one);
    });
    const below = all.filter((one) => {
      const { top, height } = one.getBoundingClientRect();
      return one.matches(selector) && height > 0 && top > fold - 8;
    });
    return {
      fold,
      cut: cut || document.querySelector('[aria-modal=true]') !== null,
      below: below.slice(0, 3).map((one) => `"${(one.textContent || one.id).slice(0, 30)}"`),
    };
  }, controls);

/** Whether a sign is painted in the middle of the lower edge: some line there is not of one colour. */
export const signAt = async (page: Page, fold: number): Promise<boolean> => {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const clip = {
    x: width / 2 - 20,
    y: fold - 22,
    width: 40,
    height: Math.min(34, height - fold + 22),
  };
  const picture = await page.screenshot({ clip });
  return page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('no canvas');
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      const part = (value: number) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      };
      const light = (at: number) =>
        0.2126 * part(data[at] ?? 0) +
        0.7152 * part(data[at + 1] ?? 0) +
        0.0722 * part(data[at + 2] ?? 0);
      for (let line = 0; line < image.height; line += 1) {
        let darkest = 1;
        let lightest = 0;
        for (let column = 0; column < image.width; column += 1) {
          const here = light(4 * (line * image.width + column));
          darkest = Math.min(darkest, here);
          lightest = Math.max(lightest, here);
        }
        if ((lightest + 0.05) / (darkest + 0.05) >= 3) return true;
      }
      return false;
    },
    [...picture],
  );
};

/** Where a screen looks as if it ended, and choices are below. */
export const foldOf = async (page: Page): Promise<readonly string[]> => {
  const { fold, cut, below } = await foldIn(page);
  if (cut || below.length === 0 || (await signAt(page, fold))) return [];
  return [`it seems to end at ${fold}, above ${below.join(', ')}`];
};

/**
 * Passages that look like another of our languages than they are marked with. What is spelled alike in
 * two languages is not found.
 */
export const languagesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const signs: readonly (readonly [tag: string, sign: RegExp])[] = [
      ['gcf', /[òÒ]/],
      ['fr', /[êàçùœîôâ«]|\b(un|le|des|les|une|dans|avec|qui|est|votre|vos|nous)\b/i],
      ['en', /\b(the|you|your|are|this|with|and|what|not)\b/i],
    ];
    const faults: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const within = node.parentElement;
      if (!within || within.closest('script, style, noscript, template')) continue;
      // A name is a name in every language.
      const text = (node.textContent ?? '').replace('Défenseur des droits', '').trim();
      const marked = (within.closest('[lang]')?.getAttribute('lang') ?? '').slice(0, 3);
      // Creole shares its letters and its short words with French, so it is found by its own alone.
      const looks = signs.find(([, sign]) => sign.test(text))?.[0];
      if (!looks || marked.startsWith(looks) || (marked === 'gcf' && looks === 'fr')) continue;
      faults.push(`"${text.slice(0, 50)}" looks ${looks} and is marked ${marked}`);
    }
    return faults;
  });

/** Whether the focus went to the heading since the last look, where the screen has another one now. */
export const arrivalOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const heading = document.querySelector('h1');
    const now = heading?.textContent ?? '';
    const seen = (document as { seenHeading?: string }).seenHeading;
    (document as { seenHeading?: string }).seenHeading = now;
    const at = document.activeElement;
    if (seen === undefined || seen === now || at === heading) return [];
    if (at?.closest('[role=dialog], [aria-invalid=true]')) return [];
    return [`"${seen}" became "${now}", and the focus is on ${at?.tagName} ${at?.className}`];
  });

/** What moves where people asked for no motion. */
export const motionOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState, effect }) => {
        return playState === 'running' && Number(effect?.getComputedTiming().duration) > 0;
      })
      .map(({ effect }) => {
        const { target } = effect as KeyframeEffect;
        return `it moves: ${target?.tagName} ${target?.className}`;
      }),
  );

/**
 * What is chosen and looks like what is not, in a system that has taken the colours away: it then needs
 * another line, weight or sign, or has to keep its colours.
 */
export const colourAloneOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const look = (one: Element): string => {
      const style = getComputedStyle(one);
      const kept = style.getPropertyValue('forced-color-adjust') === 'none';
      return [
        ...[style.borderTopStyle, style.borderTopWidth, style.outlineStyle, style.outlineWidth],
        ...[style.fontWeight, style.textDecorationLine, getComputedStyle(one, '::before').content],
        kept ? style.backgroundColor : 'taken away',
      ].join(' ');
    };
    const pairs: readonly (readonly [on: string, off: string])[] = [
      ['[aria-pressed=true]', '[aria-pressed=false]'],
      ['[aria-current=true]', '[aria-current=false]'],
      ['.dot-on', '.dot:not(.dot-on)'],
    ];
    const faults: string[] = [];
    for (const [on, off] of pairs) {
      for (const one of document.querySelectorAll(on)) {
        if (one === document.activeElement || one.getBoundingClientRect().width === 0) continue;
        const other = [
          ...(one.closest('nav, fieldset, section, div')?.querySelectorAll(off) ?? []),
        ];
        if (!other.some((not) => look(not) === look(one))) continue;
        faults.push(`it looks as if not chosen: ${one.tagName} "${one.textContent?.slice(0, 30)}"`);
      }
    }
    return faults;
  });

/** Words on a wall that are under a thirty-sixth of the screen's height: too small at 30 metres. */
export const distanceOf = (wall: Page): Promise<readonly string[]> =>
  wall.evaluate(() => {
    const faults: string[] = [];
    const { scrollHeight, scrollWidth } = document.documentElement;
    if (scrollHeight > innerHeight || scrollWidth > innerWidth) faults.push('the wall scrolls');
    for (const one of document.querySelectorAll('body *')) {
      const own = [...one.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      );
      const { width, height, bottom, top } = one.getBoundingClientRect();
      if (!own || width < 2 || height < 2 || one.closest('.unseen, .skip, .wall-card-off'))
        continue;
      if (bottom < 0 || top > innerHeight) continue;
      const svg = one.closest('svg');
      const scale = svg ? svg.getBoundingClientRect().height / svg.viewBox.baseVal.height : 1;
      const size = Number.parseFloat(getComputedStyle(one).fontSize) * scale;
      if (size < innerHeight / 36) {
        faults.push(`letters of ${Math.round(size)}: "${one.textContent?.slice(0, 40)}"`);
      }
    }
    return faults;
  });
