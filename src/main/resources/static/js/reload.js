/** Reloading is the one recovery for everything; should it not help, it must not become a storm. */

import { quietly } from './page.js';

const KEY = 'hark-reloads';
const CALM = 600000; // after ten quiet minutes the count begins anew

/** At once for the first time; after that 5 s, 10 s, 20 s … and at most five minutes after the one before. */
export function reload() {
	const now = Date.now();
	const last = quietly(() => JSON.parse(sessionStorage.getItem(KEY))) ?? { at: 0, count: 0 };
	const count = now - last.at < CALM ? last.count : 0;
	const wait = count > 0 ? last.at + Math.min(5000 * 2 ** (count - 1), 300000) - now : 0;
	const kept = quietly(() => sessionStorage.setItem(KEY, JSON.stringify({ at: now + Math.max(wait, 0), count: count + 1 })) ?? true);
	// Without a memory the page's age has to do: a reset of a page just loaded may be the second.
	setTimeout(() => location.reload(), kept ? wait : 5000 - performance.now());
}
